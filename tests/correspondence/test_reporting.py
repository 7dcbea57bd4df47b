"""The report of a month through the office's verbs, and the letters behind each of its figures."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from correspondence.dates import Month
from correspondence.errors import Refused
from correspondence.services.reporting import Figure, letters_behind, monthly_report, yearly_report
from correspondence.workflow import Direction, IncomingState, Step, is_open
from tests.builders import BUDI, EKO, RAHMA, Desk, build_desk

OCTOBER = Month(2026, 10)


def busy_desk() -> Desk:
    """A week of October: finished, reopened, cancelled, issued and open letters, and one received in September."""
    desk = build_desk()
    late = desk.incoming(received_on=date(2026, 9, 29), letter_date=date(2026, 9, 20), unit="")
    done = desk.incoming(kind="Surat Dinas")
    struck = desk.incoming(kind="Surat Undangan")
    desk.incoming(unit="Subbagian Keuangan")
    desk.step(done, Step.FILE, note="untuk diketahui")
    desk.step(late, Step.FILE, note="tembusan")
    desk.step(struck, Step.CANCEL, note="salah alamat")
    desk.clock.wait(days=1)
    desk.step(late, Step.REOPEN, note="ada susulan")
    sent = desk.outgoing()
    desk.chain(sent, EKO, sign=RAHMA)
    desk.step(sent, Step.SEND_FOR_REVIEW)
    desk.clock.wait(hours=3)
    desk.step(sent, Step.INITIAL)
    desk.step(sent, Step.SEND_BACK, note="salah ketik")
    desk.step(sent, Step.SEND_FOR_REVIEW)
    desk.step(sent, Step.INITIAL)
    desk.clock.wait(hours=2)
    desk.step(sent, Step.SIGN)
    desk.step(sent, Step.GIVE_NUMBER)
    desk.step(sent, Step.DISPATCH)
    asked = desk.incoming(subject="Undangan rapat")
    desk.step(asked, Step.DISPOSE, by=BUDI, to=(EKO, RAHMA), lead=EKO)
    return desk


def test_the_month_is_what_happened_in_it() -> None:
    desk = busy_desk()
    report = monthly_report(desk.office, month=OCTOBER)
    balance = report.balance
    # `late` came in September and was finished and reopened in October: open throughout, net nothing.
    assert (balance.opening, balance.registered, balance.finished, balance.cancelled) == (1, 5, 2, 1)
    open_now = [each for each in desk.archive.kept.letters.values() if is_open(each.state)]
    assert balance.closing == len(open_now) == 3
    assert report.quality.submitted == 2
    assert report.quality.returned == 1
    (signed,) = report.signatures
    assert (signed.officer, signed.signed, signed.waiting, signed.median_working_hours) == (RAHMA, 1, 0, 2.0)
    assert {(row.officer, row.assigned, row.open) for row in report.workload} == {(EKO, 1, 1), (RAHMA, 1, 1)}
    assert next(row for row in report.by_kind if row.kind == "Surat Dinas").issued == 1


def test_every_figure_opens_into_exactly_its_letters() -> None:
    desk = busy_desk()
    report = monthly_report(desk.office, month=OCTOBER)

    def behind(what: str, **narrowed: Any) -> int:
        figure = Figure(what, report.first, report.last, **narrowed)
        return len(letters_behind(desk.office, figure=figure))

    for narrowed, balance in (
        ({}, report.balance),
        *(({"kind": row.kind}, row.balance) for row in report.by_kind),
        *(({"unit": row.unit}, row.balance) for row in report.by_unit),
    ):
        assert behind("opening", **narrowed) == balance.opening
        assert behind("registered", **narrowed) == balance.registered
        assert behind("cancelled", **narrowed) == balance.cancelled
        assert behind("closing", **narrowed) == balance.closing
        assert behind("finished", **narrowed) == balance.finished + 2 * balance.reopened
    for row in report.by_kind:
        assert behind("registered", kind=row.kind, direction=Direction.INCOMING) == row.incoming
        assert behind("issued", kind=row.kind) == row.issued


def test_every_measure_opens_into_exactly_its_letters() -> None:
    desk = busy_desk()
    report = monthly_report(desk.office, month=OCTOBER)

    def behind(what: str, officer: str = "") -> int:
        return len(
            letters_behind(desk.office, figure=Figure(what, report.first, report.last, officer=officer))
        )

    for measure in ("timeliness", "quality"):
        part = getattr(report, measure)
        for each in fields(part):
            # The one draft was sent up twice: two submissions, one letter.
            expected = 1 if each.name == "submitted" else getattr(part, each.name)
            assert behind(f"{measure}.{each.name}") == expected
    for measure in ("signatures", "workload"):
        rows = getattr(report, measure)
        assert rows
        for row in rows:
            for each in fields(row):
                if each.name not in {"officer", "median_working_hours"}:
                    assert behind(f"{measure}.{each.name}", row.officer) == getattr(row, each.name)


def test_a_unit_sees_its_own_letters_and_the_units_add_up() -> None:
    desk = busy_desk()
    whole = monthly_report(desk.office, month=OCTOBER)
    keuangan = monthly_report(desk.office, month=OCTOBER, unit="subbagian keuangan")
    assert (keuangan.balance.registered, keuangan.balance.closing) == (1, 1)
    assert keuangan.workload == ()
    assert sum(row.balance.registered for row in whole.by_unit) == whole.balance.registered
    with pytest.raises(Refused) as caught:
        monthly_report(desk.office, month=OCTOBER, unit="Bagian Gaib")
    assert caught.value.rule == "unit_unknown"


def test_a_month_before_anything_is_empty_and_closes() -> None:
    report = monthly_report(build_desk().office, month=Month(2024, 2))
    assert (report.balance.opening, report.balance.closing, report.by_kind) == (0, 0, ())
    assert len(report.by_day) == 29


def test_the_year_is_the_sum_of_its_months() -> None:
    desk = busy_desk()
    year = yearly_report(desk.office, year=2026)
    months = [monthly_report(desk.office, month=Month(2026, number)) for number in range(1, 13)]
    for row in year.by_kind:
        counted = [
            sum(
                kind.incoming if row.direction is Direction.INCOMING else kind.issued
                for kind in month.by_kind
                if kind.kind == row.kind
            )
            for month in months
        ]
        assert list(row.months) == counted
    assert desk.letter(desk.incoming()).state is IncomingState.REGISTERED
    with pytest.raises(Refused):
        yearly_report(desk.office, year=17)
