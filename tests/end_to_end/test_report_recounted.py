"""The report of random months against a recount by hand (recounting.py): in memory by the dozen, on both engines a few."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, replace
from datetime import date, datetime
from math import ceil
from statistics import median
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from correspondence import comparing
from correspondence.dates import Month
from correspondence.errors import OfficeError
from correspondence.letters import Urgency
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services import looking_up
from correspondence.services.correcting import correct, form_of
from correspondence.services.disposing import dispose_step
from correspondence.services.registering import register_incoming, register_outgoing
from correspondence.services.reporting import Figure, letters_behind, monthly_report
from correspondence.services.signing import set_chain
from correspondence.services.stepping import StepOrder, take_step
from correspondence.services.undoing import undo_last
from correspondence.throughput import MonthlyReport
from correspondence.workflow import Step
from db.connection import Archive
from tests.builders import (
    BUDI,
    EKO,
    KINDS,
    NINE,
    RAHMA,
    SITI,
    UNITS,
    StandingClock,
    furnish,
    incoming_form,
    outgoing_form,
)
from tests.end_to_end.recounting import ZONE, pages, recount
from tests.fakes import FakeArchive

OFFICERS = (RAHMA, BUDI, SITI, EKO)
SENDERS = tuple(f"Dinas {n}" for n in range(14))
MONTHS = (Month(2026, 10), Month(2026, 11))
INSTANTS = 40


class History:
    """An office that does anything at any time; what is refused did not happen."""

    def __init__(self, open_unit: Any, open_reading: Any, seed: int) -> None:
        self.clock = StandingClock()
        self.office = Office(open_unit, open_reading, self.clock, "petugas")
        self.dice = random.Random(seed)
        self.refs: list[LetterRef] = []
        with self.office.open_unit() as unit:
            furnish(unit)
            unit.commit()

    def live(self, turns: int) -> None:
        self.register()
        for _turn in range(turns):
            # Never twice at one instant: the recount tells a step taken back by when it was.
            self.clock.wait(minutes=1 + self.dice.choice((0, 7, 60, 300, 1500, 4000)))
            with suppress(OfficeError):
                self.dice.choice((self.register, self.step, self.step, self.step, self.step, self.other))()

    def register(self) -> None:
        day = self.clock.at.astimezone(ZONE).date()
        earlier = date.fromordinal(day.toordinal() - self.dice.choice((0, 0, 0, 1, 9)))
        common = {
            "kind": self.dice.choice((*KINDS, KINDS[0])),
            "unit": self.dice.choice(("Bagian Umum", "Subbagian Keuangan", "")),
        }
        if self.dice.random() < 0.6:
            form = incoming_form(
                correspondent=self.dice.choice(SENDERS),
                received_on=earlier,
                letter_date=None,
                urgency=self.dice.choice(tuple(Urgency)),
                **common,
            )
            self.refs.append(register_incoming(self.office, form=form).ref)
            return
        ref = register_outgoing(self.office, form=outgoing_form(**common)).ref
        self.refs.append(ref)
        initials = self.dice.sample(OFFICERS[2:], self.dice.randint(0, 2))
        set_chain(self.office, ref=ref, initials=initials, sign=self.dice.choice((RAHMA, BUDI)))

    def step(self) -> None:
        ref = self.dice.choice(self.refs)
        steps = looking_up.dossier(self.office, ref=ref).steps
        step = self.dice.choice(steps or (Step.REOPEN,))
        if step in {Step.CANCEL, Step.RETURN_TO_SENDER} and self.dice.random() < 0.6:
            return
        back = date.fromordinal(self.clock.at.astimezone(ZONE).date().toordinal() - 1)
        to = tuple(self.dice.sample(OFFICERS, self.dice.randint(1, 2)))
        order = StepOrder(
            note="catatan", on=self.dice.choice((None, None, back)), to=to, lead=to[0], received_by="Joko"
        )
        take_step(self.office, ref=ref, step=step, order=order)

    def other(self) -> None:
        ref = self.dice.choice(self.refs)
        if self.dice.random() < 0.4:
            undo_last(self.office, ref=ref)
            return
        dossier = looking_up.dossier(self.office, ref=ref)
        if dossier.dispositions and self.dice.random() < 0.7:
            line = self.dice.choice(dossier.dispositions).disposition
            step = self.dice.choice((Step.READ, Step.START, Step.DONE, Step.DONE, Step.RECALL, Step.FORWARD))
            order = StepOrder(note="catatan", to=(self.dice.choice(OFFICERS),))
            dispose_step(self.office, disposition_id=line.id, step=step, order=order)
            return
        read = form_of(dossier)
        form = replace(read, subject=f"Hal {self.clock.at:%d%H%M}")
        correct(self.office, ref=ref, form=form, read=read, version=dossier.letter.version)

    def ids(self) -> list[int]:
        return [looking_up.dossier(self.office, ref=ref).letter.id for ref in self.refs]

    def check(self) -> None:
        ids = self.ids()
        with self.office.open_reading() as work:
            found = pages(work, ids)
            names = {each.id: each.name for each in work.people.officers()}
        for month in MONTHS:
            report = monthly_report(self.office, month=month)
            counted = recount(found, month.first, month.last, self.clock.at)
            _hold(report, counted, names)
            _hold_earlier(report, found, self.clock.at)
            self.open_figures(report)
            for unit in UNITS:
                narrowed = monthly_report(self.office, month=month, unit=unit)
                own = [page for page in found if page.unit == unit]
                _hold(narrowed, recount(own, month.first, month.last, self.clock.at), names)
                self.open_figures(narrowed)

    def open_figures(self, report: MonthlyReport) -> None:
        """Everything new that is counted in letters opens into as many."""

        def behind(what: str, **more: str) -> int:
            figure = Figure(what, report.first, report.last, unit=report.unit or None, **more)
            return len(letters_behind(self.office, figure=figure))

        for stage in report.stages:
            assert behind("stage.letters", part=stage.stage) == stage.letters
        for row in report.urgencies:
            for name in ("due", "on_time", "late", "running"):
                assert behind(f"urgency.{name}", part=row.urgency) == getattr(row.counts, name)
        for officer in report.officers:
            for name in ("signed", "initialled", "led"):
                assert behind(f"officers.{name}", officer=officer.officer) == getattr(officer, name)
        for sender in report.senders.top:
            assert behind("sender.letters", part=sender.name) == sender.letters
        assert behind("sender.others") == report.senders.others
        assert behind("closing") == len(report.open_letters)


def _hold(report: MonthlyReport, counted: dict[str, Any], names: dict[int, str]) -> None:
    balance = report.balance
    assert balance.opening + balance.registered - balance.finished - balance.cancelled == balance.closing
    for name in ("opening", "registered", "finished", "cancelled"):
        assert getattr(balance, name) == counted[name], name
    assert sorted(each.letter_id for each in report.open_letters) == sorted(counted["open"])
    for rows, part, key in ((report.by_kind, "kinds", "kind"), (report.by_unit, "units", "unit")):
        said = {getattr(row, key): (row.incoming, row.outgoing, row.issued) for row in rows}
        for name, numbers in counted[part].items():
            assert said[name] == tuple(numbers[each] for each in ("incoming", "outgoing", "issued"))
        assert sum(row.balance.closing for row in rows) == balance.closing
    for stage in report.stages:
        minutes = sorted(counted["hours"][str(stage.stage)])
        assert stage.letters == len(minutes), stage
        if minutes:
            assert stage.taken.median_working_hours == round(median(minutes) / 60, 2)
            ninth = minutes[ceil(len(minutes) * 9 / 10) - 1]
            assert stage.taken.p90_working_hours == round(ninth / 60, 2)
    for row in report.urgencies:
        numbers = counted["due"][str(row.urgency)]
        assert (row.counts.due, row.counts.on_time, row.counts.late) == (
            numbers["due"],
            numbers["on_time"],
            numbers["late"],
        ), row
    said_officers = {row.officer: (row.signed, row.initialled, row.led) for row in report.officers}
    assert said_officers == {
        names[key]: tuple(len(mine[each]) for each in ("signed", "initialled", "led"))
        for key, mine in counted["officers"].items()
    }
    ordered = sorted(counted["senders"].items(), key=lambda pair: (-pair[1], pair[0].casefold()))
    assert [(row.name, row.letters) for row in report.senders.top] == ordered[:10]
    assert (report.senders.others, report.senders.other_senders) == (
        sum(number for _, number in ordered[10:]),
        len(ordered[10:]),
    )
    quality = report.quality
    assert (quality.submitted, quality.returned) == (counted["submitted"], counted["returned"])
    assert (quality.corrections, quality.cancelled_numbers, quality.voided_numbers) == (
        counted["corrections"],
        counted["cancelled"],
        counted["voided"],
    )


def _hold_earlier(report: MonthlyReport, found: Any, now: datetime) -> None:
    for earlier in (report.before, report.year_before):
        if earlier is None:
            continue
        counted = recount(found, earlier.first, earlier.last, now)
        for each in fields(earlier.balance):
            if each.name != "reopened":
                assert getattr(earlier.balance, each.name) == counted[each.name]
    assert comparing.total(report, "registered").now == report.balance.registered


@settings(max_examples=INSTANTS, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_a_random_history_counted_by_hand(seed: int) -> None:
    archive = FakeArchive()
    history = History(archive.open_unit, archive.open_reading, seed)
    history.live(120)
    history.check()


@pytest.fixture
def archive(engine_url: str) -> Iterator[Archive]:
    opened = Archive.open(engine_url, create=True)
    yield opened
    opened.close()


@pytest.mark.parametrize("seed", range(3))
def test_both_engines_give_the_figures_counted_by_hand(archive: Archive, seed: int) -> None:
    history = History(archive.open_unit, archive.open_reading, seed)
    history.live(220)
    history.check()
    assert history.clock.at > NINE
