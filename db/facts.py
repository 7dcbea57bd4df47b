"""The dated facts that counts are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from correspondence.dates import Month
from correspondence.letters import Letter
from correspondence.throughput import WEIGHT, Fact, FactKind, Tally
from correspondence.workflow import Direction
from db.bulk import MANY
from db.mapping import fact_of, letter_of
from db.session import Session, marks
from db.summaries import MONTH, Summaries, counted_afterwards, month_key, tally_of
from db.tables import LetterFactRow, LetterRow, instant_text

# Direction, kind and unit are copied from the letter so that one index holds all that is counted; a trigger keeps them.
_INSERT = """INSERT INTO letter_fact (letter_id, what, on_day, at, working_minutes, on_time, direction, kind_id, unit_id)
    SELECT id, ?, ?, ?, ?, ?, direction, kind_id, unit_id FROM letter WHERE id = ?"""

# For many the copies come along: a look at the letter for every fact takes as long as writing the fact.
_INSERT_WHOLE = f"""INSERT INTO letter_fact (what, on_day, at, letter_id, direction, kind_id, unit_id)
    VALUES ({marks(range(7))})"""
_CODES = {code: code.value for codes in (FactKind, Direction) for code in codes}

_OLDEST_FIRST = (LetterFactRow.on_day, LetterFactRow.id)
_WEIGHT = " ".join(f"WHEN '{kind.value}' THEN {weight}" for kind, weight in WEIGHT.items())


class Facts:
    """The office's Facts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, fact: Fact) -> None:
        self._session.run(_INSERT, self._row(fact))

    def add_many(
        self,
        letters: Sequence[Letter],
        ids: Sequence[int],
        behind: Sequence[Sequence[FactKind]],
        starts: Mapping[date, datetime],
    ) -> None:
        days = {day: (day.isoformat(), instant_text(start)) for day, start in starts.items()}
        rows = (
            (_CODES[kind], *days[each.entered_on], key, _CODES[each.direction], each.kind_id, each.unit_id)
            for each, key, kinds in zip(letters, ids, behind, strict=True)
            for kind in kinds
        )
        if len(letters) > MANY:
            with counted_afterwards(self._session):
                self._session.many(_INSERT_WHOLE, rows)
        else:
            self._session.many(_INSERT_WHOLE, rows)

    def of_letter(self, letter_id: int) -> Sequence[Fact]:
        query = LetterFactRow.select().where(LetterFactRow.letter_id == letter_id)
        return [fact_of(row) for row in self._session.dicts(query.order_by(*_OLDEST_FIRST))]

    def move_registered(self, letter_id: int, on: date) -> None:
        self._session.run(
            "UPDATE letter_fact SET on_day = ? WHERE letter_id = ? AND what = ?",
            (on, letter_id, FactKind.REGISTERED.value),
        )

    def tallies(self, first: date, last: date, unit_id: int | None = None) -> Sequence[Tally]:
        unit, more = _unit(unit_id)
        # Grouped by keys inside, which the index answers alone; named outside, when the rows are few.
        found = self._session.rows(
            f"""SELECT tally.direction, letter_kind.name, unit.name, tally.what, tally.number, tally.on_day FROM (
                SELECT direction, kind_id, unit_id, what, count(*) AS number, on_day FROM letter_fact
                WHERE on_day BETWEEN ? AND ? {unit} GROUP BY direction, kind_id, unit_id, what, on_day
            ) AS tally
            LEFT JOIN letter_kind ON letter_kind.id = tally.kind_id
            LEFT JOIN unit ON unit.id = tally.unit_id
            ORDER BY tally.on_day, tally.direction, tally.kind_id, tally.unit_id, tally.what""",
            [first, last, *more],
        )
        return [tally_of(row) for row in found]

    def opening(self, before: date, unit_id: int | None = None) -> Sequence[Tally]:
        month = Month.of(before)
        numbers = Counter[Tally]()
        broken = self.tallies(month.first, before - timedelta(days=1), unit_id) if before.day > 1 else ()
        for tally in (*Summaries(self._session).before(month, unit_id), *broken):
            numbers[replace(tally, number=0, on=None)] += tally.number
        return [replace(tally, number=number) for tally, number in numbers.items()]

    def finished_minutes(self, first: date, last: date, unit_id: int | None = None) -> Sequence[int]:
        unit, parameters = _unit(unit_id)
        found = self._session.rows(
            f"""SELECT working_minutes FROM letter_fact
            WHERE {MONTH[self._session.sqlite]} BETWEEN ? AND ? AND on_day BETWEEN ? AND ?
                AND working_minutes IS NOT NULL AND what = 'finished' {unit}
            ORDER BY working_minutes""",
            [*(month_key(Month.of(day)) for day in (first, last)), first, last, *parameters],
        )
        return [minutes for (minutes,) in found]

    def due_between(
        self, start: datetime, end: datetime, unit_id: int | None = None
    ) -> Sequence[tuple[Letter, Fact | None]]:
        query = LetterRow.select().where(
            LetterRow.due_at >= start, LetterRow.due_at < end, LetterRow.state != "cancelled"
        )
        if unit_id is not None:
            query = query.where(LetterRow.unit_id == unit_id)
        letters = [
            letter_of(row) for row in self._session.dicts(query.order_by(LetterRow.due_at, LetterRow.id))
        ]
        endings = self._endings(start, end)
        return [(letter, endings.get(letter.id)) for letter in letters]

    def _endings(self, start: datetime, end: datetime) -> dict[int, Fact]:
        """How the letters due in [start, end) were finished, unless they were reopened after it."""
        due = LetterRow.select(LetterRow.id).where(LetterRow.due_at >= start, LetterRow.due_at < end)
        query = (
            LetterFactRow.select()
            .where(LetterFactRow.letter_id.in_(due), LetterFactRow.what.in_(["finished", "reopened"]))
            .order_by(*_OLDEST_FIRST)
        )
        latest = {fact.letter_id: fact for fact in map(fact_of, self._session.dicts(query))}
        return {key: fact for key, fact in latest.items() if fact.what is FactKind.FINISHED}

    def behind(
        self,
        what: FactKind,
        first: date | None,
        last: date,
        *,
        direction: Direction | None = None,
        kind: str | None = None,
        unit: str | None = None,
    ) -> Sequence[int]:
        asked = ["fact.what = ?", "fact.on_day <= ?"]
        parameters: list[object] = [what.value, last]
        if first is not None:
            asked.append("fact.on_day >= ?")
            parameters.append(first)
        if direction is not None:
            asked.append("fact.direction = ?")
            parameters.append(direction.value)
        for table, name in (("letter_kind", kind), ("unit", unit)):
            _ask_name(asked, parameters, table, name)
        # A letter that was finished twice stands there twice: the list is as long as the figure says.
        found = self._session.rows(
            f"""SELECT fact.letter_id FROM letter_fact AS fact WHERE {" AND ".join(asked)}
            ORDER BY fact.on_day DESC, fact.letter_id DESC""",
            parameters,
        )
        return [letter_id for (letter_id,) in found]

    def open_at_end_of(self, day: date, *, unit: str | None = None, kind: str | None = None) -> Sequence[int]:
        asked = ["fact.on_day <= ?"]
        parameters: list[object] = [day]
        for table, name in (("letter_kind", kind), ("unit", unit)):
            _ask_name(asked, parameters, table, name)
        found = self._session.rows(
            f"""SELECT letter.id FROM letter WHERE letter.id IN (
                SELECT fact.letter_id FROM letter_fact AS fact WHERE {" AND ".join(asked)}
                GROUP BY fact.letter_id HAVING sum(CASE fact.what {_WEIGHT} ELSE 0 END) > 0)
            ORDER BY letter.entered_on DESC, letter.id DESC""",
            parameters,
        )
        return [letter_id for (letter_id,) in found]

    def _row(self, fact: Fact) -> tuple[object, ...]:
        on_time = fact.on_time if fact.on_time is None else bool(fact.on_time)
        at = instant_text(fact.at)
        return (fact.what.value, fact.on.isoformat(), at, fact.working_minutes, on_time, fact.letter_id)


def _unit(unit_id: int | None) -> tuple[str, list[object]]:
    return ("", []) if unit_id is None else ("AND unit_id = ?", [unit_id])


def _ask_name(asked: list[str], parameters: list[object], table: str, name: str | None) -> None:
    """None asks nothing, "" asks for none given."""
    column = "kind_id" if table == "letter_kind" else "unit_id"
    if name == "":
        asked.append(f"fact.{column} IS NULL")
    elif name is not None:
        asked.append(f"fact.{column} IN (SELECT id FROM {table} WHERE name = ?)")
        parameters.append(name)
