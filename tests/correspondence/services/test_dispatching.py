"""Letter numbers: the office's pattern and scope, the day they are given, what happens to them afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from correspondence.errors import Refused
from correspondence.throughput import FactKind
from correspondence.workflow import OutgoingState, Step
from tests.builders import Desk, build_desk


@pytest.fixture
def desk() -> Desk:
    return build_desk()


@pytest.mark.parametrize(
    ("pattern", "scope", "numbers"),
    [
        ("{kode}/{urut:3}/{unit}/{bulan_romawi}/{tahun}", "office", ["000.8.3.3/001/UM/X/2026"]),
        ("{urut}/{kode_opd}", "office", ["1/107.1", "2/107.1", "3/107.1"]),
        ("{urut}/{unit}", "unit", ["1/UM", "1/KEU", "2/UM"]),
        ("{urut}/{jenis}", "kind", ["1/Surat Dinas", "1/Surat Undangan", "2/Surat Dinas"]),
        ("{kode}/{urut}", "classification", ["000.8.3.3/1", "900/1", "000.8.3.3/2"]),
    ],
)
def test_numbers_follow_the_office_s_pattern_and_scope(
    desk: Desk, pattern: str, scope: str, numbers: list[str]
) -> None:
    desk.archive.kept.profile = replace(desk.archive.kept.profile, number_pattern=pattern, number_scope=scope)
    letters: list[dict[str, str]] = [
        {},
        {"unit": "Subbagian Keuangan", "kind": "Surat Undangan", "classification": "900"},
        {},
    ]
    refs = [desk.signed(**fields) for fields in letters]
    given = [desk.step(ref, Step.GIVE_NUMBER).letter_number for ref in refs]
    assert given[: len(numbers)] == numbers


def test_a_letter_without_the_code_its_number_needs_is_told_so_and_takes_none(desk: Desk) -> None:
    desk.archive.kept.profile = replace(desk.archive.kept.profile, number_pattern="{kode}/{urut}")
    ref = desk.signed(classification="")
    with pytest.raises(Refused) as refused:
        desk.step(ref, Step.GIVE_NUMBER)
    assert (refused.value.rule, refused.value.field) == ("number_part_missing", "classification")
    assert desk.step(desk.signed(), Step.GIVE_NUMBER).letter_number == "000.8.3.3/1"


def test_a_letter_without_a_unit_takes_the_office_s_own_code(desk: Desk) -> None:
    desk.archive.kept.profile = replace(desk.archive.kept.profile, number_pattern="{urut}/{unit}")
    assert desk.step(desk.signed(unit=""), Step.GIVE_NUMBER).letter_number == "1/UM"


def test_a_number_written_in_by_hand_is_kept_and_takes_none(desk: Desk) -> None:
    desk.archive.kept.profile = replace(desk.archive.kept.profile, number_pattern="{urut}")
    by_hand = desk.signed(letter_number="045/7/UM/2026", letter_date=date(2026, 10, 1))
    letter = desk.step(by_hand, Step.GIVE_NUMBER)
    assert (letter.letter_number, letter.letter_date) == ("045/7/UM/2026", date(2026, 10, 1))
    assert desk.step(desk.signed(), Step.GIVE_NUMBER).letter_number == "1"


def test_a_cancelled_letter_keeps_its_number_and_nobody_else_gets_it(desk: Desk) -> None:
    desk.archive.kept.profile = replace(desk.archive.kept.profile, number_pattern="{urut}")
    ref = desk.signed()
    desk.step(ref, Step.GIVE_NUMBER)
    cancelled = desk.step(ref, Step.CANCEL, note="Salah alamat")
    assert (cancelled.state, cancelled.letter_number) == (OutgoingState.CANCELLED, "1")
    assert desk.step(desk.signed(), Step.GIVE_NUMBER).letter_number == "2"
    assert [fact.what for fact in desk.facts(ref)][-1] is FactKind.CANCELLED


def test_numbers_begin_anew_with_the_year_of_the_day_they_are_given(desk: Desk) -> None:
    desk.archive.kept.profile = replace(desk.archive.kept.profile, number_pattern="{urut}/{tahun}")
    first, second, third, fourth = (desk.signed() for _ in range(4))
    desk.clock.at = datetime(2026, 12, 31, 3, 0, tzinfo=UTC)
    assert desk.step(first, Step.GIVE_NUMBER).letter_number == "1/2026"
    desk.clock.at = datetime(2026, 12, 31, 17, 0, tzinfo=UTC)
    assert desk.step(second, Step.GIVE_NUMBER).letter_number == "1/2027"
    assert desk.step(third, Step.GIVE_NUMBER).letter_number == "2/2027"
    assert desk.step(fourth, Step.GIVE_NUMBER, on=date(2026, 12, 31)).letter_number == "2/2026"


def test_units_that_print_the_same_code_share_a_sequence(desk: Desk) -> None:
    desk.archive.kept.profile = replace(
        desk.archive.kept.profile, number_pattern="{urut}/{unit}", number_scope="unit"
    )
    given = [
        desk.step(desk.signed(unit=unit), Step.GIVE_NUMBER).letter_number
        for unit in ("Bagian Umum", "", "Subbagian Keuangan")
    ]
    assert given == ["1/UM", "2/UM", "1/KEU"]
