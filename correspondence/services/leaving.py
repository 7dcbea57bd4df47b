"""What somebody who leaves the office leaves behind: work that still waits for him, and deeds later than his last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from correspondence.boards import BoardFilter, Side
from correspondence.office import Office, moment
from correspondence.people import find_officer
from correspondence.search import Count

_MOST = 10_000


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """`steps` are initials and signatures asked for, `dispositions` those not answered; `later` is how many letters he
    initialled, signed or reported on after the day.
    """

    officer: str
    on: date
    steps: Count
    dispositions: Count
    later: int


def left_behind(office: Office, *, officer: str, on: date) -> LeftBehind:
    """What is told of who leaves with `on` as the last day of service. NotFound.

    Deeds after that day are told and not refused: a clerk writes down today what was signed on paper last week.
    """
    with office.open_reading() as unit:
        now = moment(office, unit)
        person = find_officer(officer, unit.people.officers())
        his = BoardFilter(officer_ids=frozenset({person.id}))
        start = datetime.combine(on + timedelta(days=1), time(), tzinfo=now.zone)
        deeds = unit.report_questions.deeds(start, max(start, now.at + timedelta(seconds=1)))
        later = {each.letter_id for each in deeds if each.officer_id == person.id}
        return LeftBehind(
            officer=person.name,
            on=on,
            steps=unit.boards.count_steps(his, cap=_MOST),
            dispositions=unit.boards.count_dispositions(his, Side.GOT, cap=_MOST),
            later=len(later),
        )
