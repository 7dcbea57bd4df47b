"""What is wrong with a form, all of it at once, each with the field it belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.forms import check, clean
from correspondence.workflow import Direction
from tests.builders import WEDNESDAY, incoming_form, outgoing_form

IN, OUT = Direction.INCOMING, Direction.OUTGOING


def rules(form: Any, direction: Direction, *, imported: bool = False) -> list[tuple[str, str | None]]:
    return [(each.rule, each.field) for each in check(form, direction, today=WEDNESDAY, imported=imported)]


@pytest.mark.parametrize(
    ("fields", "rule", "field"),
    [
        ({"correspondent": ""}, "sender_missing", "sender"),
        ({"subject": ""}, "subject_missing", "subject"),
        ({"received_on": None}, "received_on_missing", "received_on"),
        ({"received_on": date(2026, 10, 8)}, "date_in_future", "received_on"),
        ({"letter_date": date(1944, 12, 31)}, "date_too_old", "letter_date"),
        ({"received_on": date(2026, 9, 29)}, "received_before_written", "received_on"),
        ({"letter_number": "x" * 500}, "text_too_long", "letter_number"),
        ({"subject": "x" * 1001}, "text_too_long", "subject"),
        ({"correspondent": "x" * 301}, "text_too_long", "sender"),
        ({"correspondent_address": "x" * 1001}, "text_too_long", "correspondent_address"),
        ({"external_reference": "x" * 301}, "text_too_long", "external_reference"),
        ({"enclosures": "x" * 301}, "text_too_long", "enclosures"),
        ({"classification": "0" * 61}, "text_too_long", "classification"),
    ],
)
def test_what_is_wrong_with_an_incoming_letter(fields: dict[str, Any], rule: str, field: str) -> None:
    assert rules(incoming_form(**fields), IN) == [(rule, field)]


def test_what_is_wrong_with_an_outgoing_letter() -> None:
    assert rules(outgoing_form(correspondent=""), OUT) == [("addressee_missing", "correspondent")]
    assert rules(outgoing_form(kind=""), OUT) == [("kind_missing", "kind")]
    assert rules(outgoing_form(kind=""), OUT, imported=True) == []
    assert rules(outgoing_form(received_on=None, letter_date=None), OUT) == []


def test_the_right_ones_are_right() -> None:
    assert rules(incoming_form(), IN) == []
    assert rules(outgoing_form(), OUT) == []
    at_the_limit = incoming_form(subject="x" * 1000, letter_number="9" * 200, letter_date=WEDNESDAY)
    assert rules(at_the_limit, IN) == []


def test_everything_is_said_at_once() -> None:
    form = replace(incoming_form(), correspondent="", subject="", received_on=None)
    assert [field for _, field in rules(form, IN)] == ["sender", "subject", "received_on"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Undangan\trapat\n", "Undangan rapat"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("<img src=x> & =1+1", "<img src=x> & =1+1"),
        ("cafe\u0301", "café"),
        ("cafe\u0007\u0301", "café"),
        ("baris\u2028dua", "baris dua"),
        ("setengah \udce9 huruf", "setengah  huruf"),
        ("\u200fعربي", "\u200fعربي"),
        ("surat\u202efdp.exe\u202c", "suratfdp.exe"),
        ("\u2066a\u2067b\u2068c\u2069 \u202ad\u202be\u202d", "abc de"),
    ],
)
def test_a_text_is_kept_as_typed_but_for_what_cannot_be_printed(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text())
def test_a_cleaned_text_is_storable_printable_and_stays_as_it_is(typed: str) -> None:
    once = clean(typed)
    assert clean(once) == once
    assert not set(once) & {chr(code) for code in (*range(32), 127)}
    once.encode("utf-8")
