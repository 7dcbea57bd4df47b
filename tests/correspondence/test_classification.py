"""Codes sort as people count, and the stored key sorts exactly like them."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from correspondence.classification import ClassificationCode, parent_of, sort_key, sortable
from correspondence.errors import Refused

NATIONAL_TABLE = Path(__file__).parents[2].parent / "shared" / "reference" / "klasifikasi.csv"
OLD_SCHEME = "permendagri-78-2012"

CODES = st.from_regex(r"[0-9]{1,4}([./ -][0-9]{1,4}){0,4}", fullmatch=True) | st.text(
    alphabet="0123456789./-abKPé ", max_size=14
)


def test_codes_stand_in_the_order_people_count() -> None:
    wanted = [
        *("000", "000.1", "000.1.2", "000.1.2.1", "000.1.9", "000.1.10", "000.2", "000.10"),
        *("001/3", "045", "045.2", "045.2.a", "100", "800.1.11.1", "KP.01", "KP.02-1"),
    ]
    shuffled = wanted[1::2] + wanted[::2]
    assert sorted(shuffled, key=sort_key) == wanted
    assert sorted(shuffled, key=sortable) == wanted


@given(CODES, CODES)
@example("a.c", "ab")
@example("045", "45")
def test_the_stored_key_orders_like_the_rule(one: str, other: str) -> None:
    by_rule = (sort_key(one) > sort_key(other)) - (sort_key(one) < sort_key(other))
    left, right = sortable(one).encode(), sortable(other).encode()
    assert (left > right) - (left < right) == by_rule
    assert (by_rule == 0) == (one == other)


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_stored_key_orders_any_text(one: str, other: str) -> None:
    assert (sortable(one).encode() < sortable(other).encode()) == (sort_key(one) < sort_key(other))


@given(st.lists(st.integers(0, 10**40), min_size=1, max_size=5), st.lists(st.integers(0, 10**40), min_size=1))
def test_segments_are_numbers_of_any_length(one: list[int], other: list[int]) -> None:
    codes = [".".join(str(each) for each in segments) for segments in (one, other)]
    assert (sortable(codes[0]) < sortable(codes[1])) == (one < other)


def test_a_code_of_thousands_of_digits_sorts_too() -> None:
    assert sort_key("9" * 5000) < sort_key("1" + "0" * 5000)
    assert sortable("9" * 5000) < sortable("1" + "0" * 5000)


@pytest.mark.parametrize(
    ("code", "regime", "parent"),
    [
        *(
            ("000", "", None),
            ("000.1", "", "000"),
            ("000.1.10", "", "000.1"),
            ("001/3", "", "001"),
            ("UM", "", None),
        ),
        *(("045.31", OLD_SCHEME, "045.3"), ("045.3", OLD_SCHEME, "045"), ("045", OLD_SCHEME, "040")),
        *(("040", OLD_SCHEME, "000"), ("100", OLD_SCHEME, None), ("000", OLD_SCHEME, None)),
    ],
)
def test_what_stands_above(code: str, regime: str, parent: str | None) -> None:
    assert parent_of(code, regime=regime) == parent


@pytest.mark.parametrize(
    ("code", "rule"), [("", "code_missing"), ("  ", "code_missing"), ("1" * 61, "code_too_long")]
)
def test_no_code(code: str, rule: str) -> None:
    with pytest.raises(Refused) as refused:
        ClassificationCode(code, "Umum", None, "kota")
    assert (refused.value.rule, refused.value.field) == (rule, "code")


@pytest.fixture(scope="module")
def national() -> list[ClassificationCode]:
    if not NATIONAL_TABLE.exists():
        pytest.skip("the national table is reference material that does not travel with the project")
    with NATIONAL_TABLE.open(encoding="utf-8-sig", newline="") as file:
        return [
            ClassificationCode(row["code"], row["label"], row["parent"] or None, row["regime"])
            for row in csv.DictReader(file)
        ]


def test_the_national_table_sorts_per_numeric_segment(national: list[ClassificationCode]) -> None:
    assert len(national) == 5301
    codes = sorted((each.code for each in national), key=sortable)
    assert codes == sorted(codes, key=sort_key)
    numbers = [[int(segment) for segment in code.split(".")] for code in codes]
    assert all(one <= other for one, other in pairwise(numbers))


def test_the_national_tables_parents_follow_the_rule(national: list[ClassificationCode]) -> None:
    known = {(each.regime, each.code) for each in national}
    for each in national:
        parent = parent_of(each.code, regime=each.regime)
        while parent is not None and (each.regime, parent) not in known:
            parent = parent_of(parent, regime=each.regime)
        assert parent == each.parent, each.code
