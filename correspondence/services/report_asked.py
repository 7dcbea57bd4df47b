"""A period of an office or of one unit, and the rows that its measures are made of: asked once, read by all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from correspondence import depth, measures
from correspondence.dispositions import Disposition
from correspondence.letters import Urgency
from correspondence.office import Moment, Office, moment
from correspondence.ports import UnitOfWork
from correspondence.report_ports import DueLetter, OfficersDeed
from correspondence.services.calendar import calendar_of, deadline_rule
from correspondence.services.transcribing import unit_called
from correspondence.signatures import SignatureStep
from correspondence.workdays import DeadlineRule, WorkCalendar


@dataclass(frozen=True)
class Period:
    """From when to when, of whom, and the office's calendar and names at hand.

    `unit_id` None is the whole office; `last_day` is the last one that has begun.
    """

    work: UnitOfWork
    now: Moment
    first: date
    last: date
    unit_id: int | None

    @property
    def span(self) -> measures.Span:
        start = datetime.combine(self.first, time.min, self.now.zone)
        end = datetime.combine(self.last + timedelta(days=1), time.min, self.now.zone)
        return measures.Span(start, end, self.now.at)

    @property
    def last_day(self) -> date:
        return min(self.last, self.now.today)

    @property
    def until(self) -> date | None:
        """Today, while the period still runs."""
        return self.now.today if self.first <= self.now.today < self.last else None

    @cached_property
    def calendar(self) -> WorkCalendar:
        return calendar_of(self.work)

    @cached_property
    def names(self) -> Mapping[int, str]:
        """Officer → name; of those who share one, with the NIP (or the number the register gave), so that no row is two."""
        officers = self.work.people.officers()
        called = Counter(each.name for each in officers)
        return {
            each.id: each.name if called[each.name] == 1 else f"{each.name} ({each.nip or each.id})"
            for each in officers
        }

    @cached_property
    def unit_name(self) -> str | None:
        """The unit as it is written; None for the whole office."""
        if self.unit_id is None:
            return None
        return next(each.name for each in self.work.people.units() if each.id == self.unit_id)

    @cached_property
    def rules(self) -> Mapping[Urgency, DeadlineRule]:
        profile = self.work.profiles.read()
        return {urgency: deadline_rule(profile, urgency) for urgency in Urgency}


class Asked(Period):
    """The rows of a period, each fetched when it is first looked at."""

    @classmethod
    def of(cls, office: Office, work: UnitOfWork, first: date, last: date, unit: str) -> Asked:
        """Refused `unit_unknown`."""
        return cls(work, moment(office, work), first, last, unit_called(work, unit, retired=True))

    def period(self, first: date, last: date) -> Asked:
        """The same of another period."""
        return Asked(self.work, self.now, first, last, self.unit_id)

    @cached_property
    def due(self) -> Sequence[DueLetter]:
        return self.work.report_questions.due(self.span.start, self.span.end, self.unit_id)

    @cached_property
    def signature_steps(self) -> Sequence[SignatureStep]:
        return self.work.report_questions.chains(self.span.start, self.span.end, self.unit_id)

    @cached_property
    def dispositions(self) -> Sequence[Disposition]:
        return self.work.report_questions.workload(self.span.start, self.span.end, self.unit_id)

    @cached_property
    def deeds(self) -> Sequence[OfficersDeed]:
        return self.work.report_questions.deeds(self.span.start, self.span.end, self.unit_id)

    @cached_property
    def corrections(self) -> Sequence[int]:
        return self.work.report_questions.corrections(self.span.start, self.span.end, self.unit_id)

    @cached_property
    def voided(self) -> Sequence[tuple[int, int]]:
        return self.work.report_questions.voided(self.first, self.last, self.unit_id)

    @cached_property
    def senders(self) -> Sequence[tuple[str, int]]:
        return self.work.report_questions.senders(self.first, self.last, self.unit_id)

    @cached_property
    def stages(self) -> depth.Taken:
        questions, span = self.work.report_questions, self.span
        return depth.stage_minutes(
            questions.endings(self.first, self.last, self.unit_id),
            questions.first_dispositions(span.start, span.end, self.unit_id),
            questions.signatures(span.start, span.end, self.unit_id),
            questions.signed_at(self.first, self.last),
            self.calendar,
        )
