"""What a month's report asks beside its counts: plain rows, no letter is built that nobody looks at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from peewee import chunked

from correspondence.dispositions import Disposition
from correspondence.letters import Secrecy
from correspondence.numbering import LetterRef
from correspondence.report_ports import DeedKind, DueLetter, Ending, OfficersDeed, OpenLine, Stretch
from correspondence.signatures import SignatureStep, SignatureTask
from correspondence.throughput import FactKind
from correspondence.workflow import Direction, state_of
from db import report_lines
from db.mapping import instant_of
from db.session import Session, marks
from db.tables import day_of, instant_text

_DEEDS = {SignatureTask.SIGN.value: DeedKind.SIGNED, SignatureTask.INITIAL.value: DeedKind.INITIALLED}


class ReportQuestions:
    """The office's ReportQuestions."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def first_day(self) -> date | None:
        return day_of(self._session.value("SELECT min(on_day) FROM letter_fact"))

    def due(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[DueLetter]:
        return report_lines.due(self._session, start, end, unit_id)

    def workload(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[Disposition]:
        return report_lines.workload(self._session, start, end, unit_id)

    def chains(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[SignatureStep]:
        return report_lines.chains(self._session, start, end, unit_id)

    def endings(self, first: date, last: date, unit_id: int | None = None) -> Sequence[Ending]:
        unit, more = _unit("unit_id", unit_id)
        found = self._session.rows(
            f"""SELECT letter_id, direction, what, on_day, at, working_minutes FROM letter_fact
            WHERE on_day BETWEEN ? AND ? AND what IN ('finished', 'reopened') {unit} ORDER BY on_day, id""",
            [first, last, *more],
        )
        return [
            Ending(letter_id, Direction(direction), FactKind(what), _day(on), _instant(at), minutes)
            for letter_id, direction, what, on, at, minutes in found
        ]

    def first_dispositions(
        self, start: datetime, end: datetime, unit_id: int | None = None
    ) -> Sequence[Stretch]:
        span = [instant_text(start), instant_text(end)]
        unit, more = _unit("letter.unit_id", unit_id)
        found = self._session.rows(
            f"""SELECT letter.id, letter.registered_at, min(given.sent_at)
            FROM disposition AS given JOIN letter ON letter.id = given.letter_id
            WHERE given.parent_id IS NULL AND given.state <> 'recalled' AND NOT letter.imported AND given.letter_id IN
                (SELECT letter_id FROM disposition WHERE sent_at >= ? AND sent_at < ?) {unit}
            GROUP BY letter.id, letter.registered_at
            HAVING min(given.sent_at) >= ? AND min(given.sent_at) < ? ORDER BY letter.id""",
            [*span, *more, *span],
        )
        return [Stretch(letter_id, _instant(begun), _instant(sent)) for letter_id, begun, sent in found]

    def signatures(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[Stretch]:
        unit, more = _unit("letter.unit_id", unit_id)
        found = self._session.rows(
            f"""SELECT letter.id, letter.registered_at, step.acted_at
            FROM signature_step AS step JOIN letter ON letter.id = step.letter_id
            WHERE step.task = 'sign' AND step.state = 'done' AND step.acted_at >= ? AND step.acted_at < ?
                AND NOT letter.imported {unit} ORDER BY letter.id""",
            [instant_text(start), instant_text(end), *more],
        )
        return [Stretch(letter_id, _instant(begun), _instant(signed)) for letter_id, begun, signed in found]

    def signed_at(self, first: date, last: date) -> Sequence[tuple[int, datetime]]:
        found = self._session.rows(
            """SELECT letter_id, max(acted_at) FROM signature_step WHERE task = 'sign' AND state = 'done' AND letter_id IN
                (SELECT letter_id FROM letter_fact
                WHERE on_day BETWEEN ? AND ? AND what = 'finished' AND direction = 'outgoing')
            GROUP BY letter_id""",
            [first, last],
        )
        return [(letter_id, _instant(at)) for letter_id, at in found]

    def deeds(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[OfficersDeed]:
        span = [instant_text(start), instant_text(end)]
        join, unit, more = _joined("done.letter_id", unit_id)
        signed = self._session.rows(
            f"""SELECT done.officer_id, done.task, done.letter_id FROM signature_step AS done {join}
            WHERE done.state = 'done' AND done.acted_at >= ? AND done.acted_at < ? {unit} ORDER BY done.id""",
            [*span, *more],
        )
        led = self._session.rows(
            f"""SELECT done.to_id, done.letter_id FROM disposition AS done {join}
            WHERE done.lead AND done.state = 'done' AND done.done_at >= ? AND done.done_at < ? {unit} ORDER BY done.id""",
            [*span, *more],
        )
        return [
            *(OfficersDeed(officer, _DEEDS[task], letter_id) for officer, task, letter_id in signed),
            *(OfficersDeed(officer, DeedKind.LED, letter_id) for officer, letter_id in led),
        ]

    def corrections(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[int]:
        # The step stands in the text: an index of the corrections alone would be known to fit.
        join, unit, more = _joined("entry.letter_id", unit_id)
        found = self._session.rows(
            f"""SELECT entry.letter_id FROM journal AS entry {join}
            WHERE entry.step = 'corrected' AND entry.at >= ? AND entry.at < ? {unit} ORDER BY entry.id""",
            [instant_text(start), instant_text(end), *more],
        )
        return [letter_id for (letter_id,) in found]

    def voided(self, first: date, last: date, unit_id: int | None = None) -> Sequence[tuple[int, int]]:
        unit, more = _unit("unit_id", unit_id)
        found = self._session.rows(
            f"""SELECT letter_id, CASE what WHEN 'cancelled' THEN 1 ELSE -1 END FROM letter_fact
            WHERE on_day BETWEEN ? AND ? AND what IN ('cancelled', 'restored') AND direction = 'outgoing' {unit}
                AND letter_id IN (SELECT letter_id FROM letter_fact WHERE what = 'issued')
            ORDER BY on_day, id""",
            [first, last, *more],
        )
        return [(letter_id, number) for letter_id, number in found]

    def senders(self, first: date, last: date, unit_id: int | None = None) -> Sequence[tuple[str, int]]:
        unit, more = _unit("fact.unit_id", unit_id)
        found = self._session.rows(
            f"""SELECT letter.correspondent, letter.id
            FROM letter_fact AS fact JOIN letter ON letter.id = fact.letter_id
            WHERE fact.on_day BETWEEN ? AND ? AND fact.direction = 'incoming' AND fact.what = 'registered' {unit}
            ORDER BY fact.on_day, letter.id""",
            [first, last, *more],
        )
        return [(name, letter_id) for name, letter_id in found]

    def open_lines(self, letter_ids: Sequence[int]) -> Sequence[OpenLine]:
        found: list[OpenLine] = []
        for some in chunked(letter_ids, 500):
            rows = self._session.rows(
                f"""SELECT letter.id, letter.direction, letter.book_year, letter.agenda_number, letter.subject,
                    letter.correspondent, letter.entered_on, letter.state, letter.due_at, officer.name, letter.secrecy
                FROM letter LEFT JOIN officer ON officer.id = letter.holder_id WHERE letter.id IN ({marks(some)})""",
                some,
            )
            found += [_line(row) for row in rows]
        return sorted(found, key=lambda each: (each.entered_on, each.letter_id))


def _line(row: tuple[Any, ...]) -> OpenLine:
    letter_id, book, year, number, subject, correspondent, entered_on, state, due_at, holder, secrecy = row
    direction = Direction(book)
    return OpenLine(
        letter_id=letter_id,
        ref=LetterRef(direction, year, number),
        subject=subject,
        correspondent=correspondent,
        entered_on=_day(entered_on),
        state=state_of(direction, state),
        due_at=instant_of(due_at),
        holder=holder or "",
        secrecy=Secrecy(secrecy),
    )


def _unit(column: str, unit_id: int | None) -> tuple[str, list[object]]:
    return ("", []) if unit_id is None else (f"AND {column} = ?", [unit_id])


def _joined(letter_id: str, unit_id: int | None) -> tuple[str, str, list[object]]:
    if unit_id is None:
        return "", "", []
    return f"JOIN letter ON letter.id = {letter_id}", "AND letter.unit_id = ?", [unit_id]


def _day(value: Any) -> date:
    day = day_of(value)
    assert day is not None  # noqa: S101 - the column is NOT NULL
    return day


def _instant(value: str) -> datetime:
    return datetime.fromisoformat(value)
