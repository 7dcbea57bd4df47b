"""Closing a month: who, which, in what order; what stands from then on, and where later changes are counted."""

from __future__ import annotations

import json
import random
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from correspondence.closing_rows import Change
from correspondence.closings import canonical, checksum_of, corrections_of
from correspondence.dates import Month
from correspondence.errors import OfficeError, Refused
from correspondence.report_record import record_of, report_of
from correspondence.services.as_counted import by_day, moved, opening
from correspondence.services.correcting import correct, form_of
from correspondence.services.looking_up import dossier
from correspondence.services.month_closing import close_month, closed_months, why_not
from correspondence.services.reporting import Figure, letters_behind, monthly_report, yearly_report
from correspondence.services.undoing import undo_last
from correspondence.services.verifying import verify
from correspondence.soundness import CheckName, Fault
from correspondence.throughput import balance
from correspondence.workflow import Role, Step
from tests.builders import EKO, SITI, Desk, build_desk

SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = (Month(2026, number) for number in (9, 10, 11, 12))


def _in(month: Month) -> Desk:
    """A desk whose clock stands on the tenth of a month."""
    desk = build_desk()
    desk.clock.at = desk.clock.at.replace(year=month.year, month=month.month, day=10)
    return desk


def _refused(desk: Desk, month: Month) -> Refused:
    with pytest.raises(Refused) as refused:
        close_month(desk.office, month=month)
    assert why_not(desk.office, month=month) is not None
    return refused.value


def _correct(desk: Desk, ref: object, **fields: object) -> None:
    read = form_of(dossier(desk.office, ref=ref))  # type: ignore[arg-type]
    version = desk.letter(ref).version  # type: ignore[arg-type]
    correct(desk.office, ref=ref, form=replace(read, **fields), read=read, version=version)  # type: ignore[arg-type]


def test_a_closed_month_has_the_next_number_of_its_year_and_a_line_in_the_journal() -> None:
    desk = _in(NOVEMBER)
    desk.incoming(received_on=date(2026, 9, 20), letter_date=None)
    september = close_month(desk.office, month=SEPTEMBER)
    october = close_month(desk.office, month=OCTOBER)
    assert [(each.number, each.year, each.verified) for each in (september, october)] == [
        (1, 2026, True),
        (2, 2026, True),
    ]
    last = desk.archive.kept.journal[-1]
    assert (last.step, last.by, last.letter_id) == ("month_closed", "petugas", None)
    assert last.changes["checksum"][1] == october.checksum
    assert [each.month for each in closed_months(desk.office)] == [OCTOBER, SEPTEMBER]
    desk.clock.at = desk.clock.at.replace(year=2027, month=2)
    for month in (NOVEMBER, DECEMBER, Month(2027, 1)):
        last_closed = close_month(desk.office, month=month)
    assert (last_closed.number, last_closed.year) == (1, 2027)


def test_only_the_next_month_that_is_over_is_closed_and_only_once() -> None:
    desk = _in(NOVEMBER)
    assert _refused(desk, NOVEMBER).rule == "month_not_over"
    assert why_not(desk.office, month=SEPTEMBER) is None
    close_month(desk.office, month=SEPTEMBER)
    assert _refused(desk, SEPTEMBER).rule == "month_closed"
    assert _refused(desk, Month(2026, 8)).rule == "month_before_first"
    desk.clock.wait(days=60)
    refused = _refused(desk, NOVEMBER)
    assert (refused.rule, refused.facts["expected"]) == ("month_out_of_turn", OCTOBER)
    assert [each.number for each in desk.archive.kept.closings.values()] == [1]


def test_a_month_is_over_when_its_last_day_is() -> None:
    desk = _in(OCTOBER)
    desk.clock.at = desk.clock.at.replace(month=10, day=31, hour=16, minute=59)  # 23.59 in Jakarta
    assert _refused(desk, OCTOBER).rule == "month_not_over"
    desk.clock.wait(minutes=1)
    assert close_month(desk.office, month=OCTOBER).number == 1


def test_the_head_and_the_administrator_close_and_nobody_else() -> None:
    desk = _in(NOVEMBER)
    for role in (Role.CLERK, Role.SECRETARY):
        assert _refused(desk.acting_as(role), OCTOBER).rule == "right_missing"
    assert close_month(desk.acting_as(Role.HEAD, "kepala").office, month=OCTOBER).by == "kepala"


def test_what_is_kept_is_the_whole_report_and_reads_back_as_it_was() -> None:
    desk = _in(NOVEMBER)
    desk.incoming(received_on=date(2026, 10, 20), letter_date=None)
    ref = desk.incoming(received_on=date(2026, 10, 21), letter_date=None, kind="Surat Undangan")
    desk.step(ref, Step.FILE, note="tembusan", on=date(2026, 10, 22))
    report = monthly_report(desk.office, month=OCTOBER)
    close_month(desk.office, month=OCTOBER)
    (closing,) = desk.archive.kept.closings.values()
    kept = json.loads(closing.figures)
    assert report_of(kept["report"]) == replace(report, open_letters=())
    assert kept["open"] == [each.letter_id for each in report.open_letters]
    assert canonical(kept) == closing.figures
    assert checksum_of(closing.figures) == closing.checksum
    assert closing.whole
    assert not replace(closing, number=9).whole
    assert not replace(closing, figures=closing.figures.replace('"finished":1', '"finished":2')).whole
    assert record_of(report_of(kept["report"])) == kept["report"]


def test_a_closed_month_is_told_as_it_was_and_the_next_one_says_what_changed() -> None:
    desk = _in(NOVEMBER)
    first = desk.incoming(received_on=date(2026, 10, 5), letter_date=None)
    desk.incoming(received_on=date(2026, 10, 6), letter_date=None, unit="")
    before = monthly_report(desk.office, month=OCTOBER)
    assert before.closed is None
    number = close_month(desk.office, month=OCTOBER)
    late = desk.incoming(received_on=date(2026, 10, 28), letter_date=None)
    desk.step(first, Step.FILE, note="tembusan", on=date(2026, 10, 30))
    after = monthly_report(desk.office, month=OCTOBER)
    assert after.closed == number
    kept = ("open_letters", "closed")
    assert {
        each.name for each in fields(after) if getattr(after, each.name) != getattr(before, each.name)
    } <= {*kept}
    assert [each.letter_id for each in after.open_letters] == [each.letter_id for each in before.open_letters]
    november = monthly_report(desk.office, month=NOVEMBER)
    assert [(each.ref, each.change, each.month) for each in november.corrections] == [
        (late, Change.ADDED, OCTOBER),
        (first, Change.ADDED, OCTOBER),
    ]
    assert november.balance.opening == after.balance.closing
    assert november.balance.registered == 1
    asked = Figure("registered", NOVEMBER.first, NOVEMBER.last)
    assert letters_behind(desk.office, figure=asked) == [desk.letter(late).id]
    assert letters_behind(desk.office, figure=replace(asked, first=OCTOBER.first, last=OCTOBER.last)) == [
        2,
        1,
    ]
    of_unit = monthly_report(desk.office, month=NOVEMBER, unit="Bagian Umum")
    assert len(of_unit.corrections) == 2
    year = yearly_report(desk.office, year=2026)
    assert [row.months[9:11] for row in year.by_kind] == [(2, 1)]


def _counts(desk: Desk, month: Month) -> tuple[int, int, int, int, int]:
    with desk.office.open_reading() as unit:
        counted = balance(opening(unit, month), moved(unit, month.first, month.last))
    return counted.opening, counted.registered, counted.finished, counted.cancelled, counted.closing


def test_what_is_written_into_a_closed_month_counts_in_the_first_open_one() -> None:
    desk = _in(NOVEMBER)
    first = desk.incoming(received_on=date(2026, 10, 5), letter_date=None)
    close_month(desk.office, month=OCTOBER)
    printed = _counts(desk, OCTOBER)
    assert printed == (0, 1, 0, 0, 1)
    desk.incoming(received_on=date(2026, 10, 6), letter_date=None, subject="Terlambat dicatat")
    desk.step(first, Step.FILE, note="tembusan", on=date(2026, 10, 30))
    assert _counts(desk, OCTOBER) == printed
    assert _counts(desk, NOVEMBER) == (1, 1, 1, 0, 1)
    with desk.office.open_reading() as unit:
        days = [each for each in by_day(unit, OCTOBER) if each.number]
        assert sum(each.number for each in days) == 1
        told = corrections_of(unit.closings.late(NOVEMBER))
    assert [(str(each.change), each.facts, str(each.on), each.by) for each in told] == [
        ("added", ("registered",), "2026-10-06", "petugas"),
        ("added", ("finished",), "2026-10-30", "petugas"),
    ]
    assert closed_months(desk.office)[0].corrections == 2
    assert all(each.closed.verified for each in closed_months(desk.office))


def test_another_kind_another_unit_and_another_day_change_sides() -> None:
    desk = _in(NOVEMBER)
    one = desk.incoming(received_on=date(2026, 10, 5), letter_date=None, kind="Surat Dinas")
    two = desk.incoming(received_on=date(2026, 11, 4), letter_date=None)
    close_month(desk.office, month=OCTOBER)
    _correct(desk, one, kind="Surat Undangan")
    _correct(desk, one, unit="Subbagian Keuangan")
    _correct(desk, two, received_on=date(2026, 10, 7))
    _correct(desk, one, received_on=date(2026, 10, 9))
    with desk.office.open_reading() as unit:
        told = corrections_of(unit.closings.late(NOVEMBER))
    assert [(each.change, each.was, each.now) for each in told] == [
        (Change.KIND, "Surat Dinas", "Surat Undangan"),
        (Change.UNIT, "Bagian Umum", "Subbagian Keuangan"),
        (Change.ADDED, "", ""),
        (Change.MOVED, "2026-10-05", "2026-10-09"),
    ]
    assert _counts(desk, OCTOBER) == (0, 1, 0, 0, 1)
    assert _counts(desk, NOVEMBER) == (1, 1, 0, 0, 2)


@pytest.mark.parametrize("seed", range(6))
def test_every_month_closes_and_begins_where_the_one_before_it_ended(seed: int) -> None:
    """Half a year of letters, late letters, corrections and undone steps, with months closed at odd moments."""
    chance, desk = random.Random(seed), _in(Month(2026, 5))
    months = [Month(2026, number) for number in range(4, 13)]
    refs = []
    printed: dict[Month, object] = {}
    while desk.clock.now().date() < date(2026, 12, 5):
        for _ in range(chance.randrange(4)):
            day = desk.clock.now().date() - timedelta(days=chance.choice([0, 0, 1, 20, 45]))
            kind, unit = (
                chance.choice(["", "Surat Dinas", "Surat Undangan"]),
                chance.choice(["", "Bagian Umum"]),
            )
            refs.append(desk.incoming(received_on=day, letter_date=None, kind=kind, unit=unit))
        for _ in range(4):
            _one_deed(desk, chance, refs)
        if chance.random() < 0.3:
            for month in months:
                if why_not(desk.office, month=month) is None and (printed or chance.random() < 0.5):
                    close_month(desk.office, month=month)
                    printed[month] = _by_unit(desk, month)
                    break
        desk.clock.wait(days=chance.randrange(1, 6))
    assert len(printed) >= 3
    before = None
    for month in months:
        first, registered, finished, cancelled, last = _counts(desk, month)
        assert first + registered - finished - cancelled == last
        assert before in (None, first)
        before = last
        for what, number in (("opening", first), ("closing", last)):
            asked = Figure(what, month.first, month.last)
            assert len(letters_behind(desk.office, figure=asked)) == number
        _rows_add_up(desk, month)
    for month, rows in printed.items():
        assert _by_unit(desk, month) == rows
    verdict = verify(desk.office)
    assert verdict.ok, [each for each in verdict.checks if not each.ok]


def _by_unit(desk: Desk, month: Month) -> object:
    found = []
    with desk.office.open_reading() as unit:
        for unit_id in (None, *(each.id for each in unit.people.units())):
            rows = (opening(unit, month, unit_id), moved(unit, month.first, month.last, unit_id))
            found.append(balance(*rows))
    return found


def _rows_add_up(desk: Desk, month: Month) -> None:
    """As printed: rows of kinds and of units give the whole; every row's closing opens into as many letters."""
    report = monthly_report(desk.office, month=month)
    for rows, name in ((report.by_kind, "kind"), (report.by_unit, "unit")):
        for part in ("opening", "registered", "finished", "cancelled", "closing"):
            parts = sum(getattr(row.balance, part) for row in rows)
            assert parts == getattr(report.balance, part), (month, name, part)
        for row in rows:
            narrowed = {name: getattr(row, name)}
            asked = Figure("closing", month.first, month.last, **narrowed)
            assert len(letters_behind(desk.office, figure=asked)) == row.balance.closing
    assert len(report.open_letters) == report.balance.closing


def _one_deed(desk: Desk, chance: random.Random, refs: list[object]) -> None:
    if not refs:
        return
    ref = chance.choice(refs)
    today = desk.clock.now().date()
    step = chance.choice([Step.FILE, Step.FILE, Step.CANCEL, Step.REOPEN, None, None, None])
    try:
        if step is not None:
            on = chance.choice([None, today - timedelta(days=chance.randrange(30))])
            desk.step(ref, step, note="karena", on=on)  # type: ignore[arg-type]
        elif chance.random() < 0.3:
            undo_last(desk.office, ref=ref)  # type: ignore[arg-type]
        elif chance.random() < 0.5:
            _correct(
                desk, ref, kind=chance.choice(["", "Surat Dinas"]), unit=chance.choice(["", "Bagian Umum"])
            )
        else:
            day = today - timedelta(days=chance.randrange(60))
            _correct(desk, ref, received_on=day)
    except OfficeError:
        pass  # the rules refuse what no office does


def test_a_fact_that_was_slipped_in_is_told_beside_the_printed_figure() -> None:
    desk = _in(NOVEMBER)
    desk.incoming(received_on=date(2026, 10, 5), letter_date=None, kind="Surat Dinas")
    close_month(desk.office, month=OCTOBER)
    kept = desk.archive.kept
    kept.facts.append(
        replace(kept.facts[0], id=99)
    )  # as nobody's verb would: without a late line, without the journal
    assert not closed_months(desk.office)[0].closed.verified
    checks = {each.name: each for each in verify(desk.office).checks}
    (finding,) = checks[CheckName.CLOSINGS].findings
    assert finding.fault is Fault.FIGURES_DIFFER
    assert {name: finding.facts[name] for name in ("kind", "what", "printed", "now")} == {
        "kind": "Surat Dinas",
        "what": "registered",
        "printed": 1,
        "now": 2,
    }
    assert checks[CheckName.FACTS].findings[0].fault is Fault.FACTS_DIFFER


def test_a_closed_month_s_list_shows_the_desks_of_the_day_it_was_closed() -> None:
    desk = _in(OCTOBER)
    moves, stays = (desk.incoming(received_on=desk.clock.at.date(), letter_date=None) for _ in range(2))
    desk.step(moves, Step.SUBMIT, to=(SITI,))
    desk.clock.at = desk.clock.at.replace(month=11)
    close_month(desk.office, month=OCTOBER)
    before = monthly_report(desk.office, month=OCTOBER).open_letters
    assert [each.holder for each in before] == [SITI, ""]
    desk.step(moves, Step.FILE)
    desk.step(stays, Step.SUBMIT, to=(EKO,))
    assert monthly_report(desk.office, month=OCTOBER).open_letters == before
    assert all(each.is_open for each in before)


def test_a_month_that_has_not_begun_is_what_it_opens_with() -> None:
    desk = _in(NOVEMBER)
    closing = monthly_report(desk.office, month=NOVEMBER).balance.closing
    ahead = monthly_report(desk.office, month=DECEMBER).balance
    assert (ahead.opening, ahead.registered, ahead.closing) == (closing, 0, closing)
