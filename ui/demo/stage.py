"""The stage of the sample office's story: a clock that runs, the working calendar, and who is at the desk."""

from __future__ import annotations

import heapq
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random

from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services import stepping
from correspondence.services.deeds import StepOrder
from correspondence.workdays import WorkCalendar
from correspondence.workflow import Step
from ui.demo.people import CLERKS, HEAD, SUBHEADS

Life = Generator[int, None, None]
"""A letter's life: acts, then yields the working minutes until it acts again."""


@dataclass(slots=True)
class DemoClock:
    """Says the time of the story."""

    at: datetime

    def now(self) -> datetime:
        return self.at


@dataclass(slots=True)
class Story:
    """Everybody who acts, and the time at which they do."""

    office: Office
    clock: DemoClock
    calendar: WorkCalendar
    until: datetime
    away: tuple[date, date]
    chance: Random = field(default_factory=lambda: Random(2026))  # noqa: S311 - a story, not a secret

    def run(self, lives: Sequence[tuple[datetime, Life]]) -> None:
        """Lets every life begin at its time and go on until now."""
        queue = [(start, number, life) for number, (start, life) in enumerate(lives)]
        heapq.heapify(queue)
        while queue and queue[0][0] <= self.until:
            at, number, life = heapq.heappop(queue)
            self.clock.at = at
            for minutes in life:
                heapq.heappush(queue, (self.later(at, minutes), number, life))
                break
        self.clock.at = self.until

    def later(self, at: datetime, minutes: int) -> datetime:
        """The instant `minutes` of working time after `at`; nobody works on a holiday or at night."""
        local = at.astimezone(self.calendar.zone)
        day, left = local.date(), minutes
        while True:
            for begins, ends in self.calendar.spans_on(day):
                opens = datetime.combine(day, begins, tzinfo=self.calendar.zone)
                closes = datetime.combine(day, ends, tzinfo=self.calendar.zone)
                start = max(opens, local)
                room = int((closes - start).total_seconds() // 60)
                if room > left:
                    return start + timedelta(minutes=left)
                left -= max(0, room)
            day += timedelta(days=1)

    def before(self, minutes: int) -> datetime:
        """The instant so much working time before now; `later` leads from it to now or to a moment before."""
        local = self.until.astimezone(self.calendar.zone)
        day, left = local.date(), minutes
        while True:
            for begins, ends in reversed(self.calendar.spans_on(day)):
                opens = datetime.combine(day, begins, tzinfo=self.calendar.zone)
                closes = min(local, datetime.combine(day, ends, tzinfo=self.calendar.zone))
                room = int((closes - opens).total_seconds() // 60)
                if room > left:
                    return closes - timedelta(minutes=left)
                left -= max(0, room)
            day -= timedelta(days=1)

    def about(self, minutes: int, pace: float = 1.0) -> int:
        """Roughly so long; a smaller `pace` is faster."""
        return max(5, int(minutes * pace * self.chance.uniform(0.4, 1.7)))

    def desk(self) -> Office:
        """One of the clerks."""
        return replace(self.office, actor=self.chance.choice(CLERKS))

    def step(self, ref: LetterRef, step: Step, **order: object) -> None:
        stepping.take_step(self.desk(), ref=ref, step=step, order=StepOrder(**order))  # type: ignore[arg-type]

    def today(self) -> date:
        return self.clock.at.astimezone(self.calendar.zone).date()

    def head(self) -> str:
        """Who leads the section today."""
        return SUBHEADS["TU"] if self.away[0] <= self.today() <= self.away[1] else HEAD
