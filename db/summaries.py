"""The counts that triggers keep beside the facts (migration 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from correspondence.dates import Month
from correspondence.throughput import FactKind, Tally
from correspondence.workflow import Direction
from db.session import Row, Session
from db.tables import day_of

MONTH = {  # the expression of the index, word for word
    True: "CAST(substr(on_day, 1, 4) || substr(on_day, 6, 2) AS INTEGER)",
    False: "(extract(year FROM on_day) * 100 + extract(month FROM on_day))::bigint",
}
_GROUPS = "direction, kind_id, unit_id, what"
_NONE = "coalesce({0}, 0) AS {0}"
_COPIED = f"direction, {_NONE.format('kind_id')}, {_NONE.format('unit_id')}, what"


def month_key(month: Month) -> int:
    """`202610`."""
    return month.year * 100 + month.month


def month_of(key: int) -> Month:
    return Month(*divmod(key, 100))


def tally_of(row: Row) -> Tally:
    """Direction, kind, unit, what, number, day; a kind or unit that is none is None or ""."""
    direction, kind, unit, what, number, on = row
    return Tally(Direction(direction), kind or "", unit or "", FactKind(what), int(number), day_of(on))


class Summaries:
    """The office's Summaries."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def month(self, month: Month, unit_id: int | None = None) -> Sequence[Tally]:
        return self._named("month = ?", [month_key(month)], unit_id, "number")

    def days(self, first: date, last: date, unit_id: int | None = None) -> Sequence[Tally]:
        unit, more = _unit(unit_id)
        found = self._session.rows(
            f"""SELECT counted.direction, '', coalesce(unit.name, ''), counted.what, counted.number, counted.on_day
            FROM day_count AS counted LEFT JOIN unit ON unit.id = counted.unit_id
            WHERE counted.on_day BETWEEN ? AND ? AND counted.number <> 0 {unit}
            ORDER BY counted.on_day, counted.direction, counted.unit_id, counted.what""",
            [first, last, *more],
        )
        return [tally_of(row) for row in found]

    def before(self, month: Month, unit_id: int | None = None) -> Sequence[Tally]:
        asked = month_key(month)
        oldest, newest = self._session.rows("SELECT min(month), max(month) FROM month_count WHERE month > 0")[
            0
        ]
        if oldest is None or asked <= oldest:
            return []
        if _between(oldest, asked) <= _between(asked, newest):
            return self._named("month > 0 AND month < ?", [asked], unit_id, "sum(number)")
        # Nearer to today: all there is, without the months from this one on.
        signed = "sum(CASE WHEN month = 0 THEN number ELSE -number END)"
        return self._named("(month = 0 OR month >= ?)", [asked], unit_id, signed)

    def finished(self, month: Month, unit_id: int | None = None) -> int:
        unit, more = _unit(unit_id)
        number: int = self._session.value(
            f"SELECT coalesce(sum(number), 0) FROM hour_count AS counted WHERE month = ? {unit}",
            [month_key(month), *more],
        )
        return int(number)

    def finished_after(self, month: Month, place: int, unit_id: int | None = None) -> int:
        unit, more = _unit(unit_id)
        key = month_key(month)
        hours, before = 0, 0
        for hour, number in self._session.rows(
            f"""SELECT hours, sum(number) FROM hour_count AS counted WHERE month = ? {unit}
            GROUP BY hours ORDER BY hours""",
            [key, *more],
        ):
            hours = hour
            if before + number > place:
                break
            before += number
        minutes: int = self._session.value(
            f"""SELECT working_minutes FROM letter_fact AS counted
            WHERE {MONTH[self._session.sqlite]} = ? AND what = 'finished' AND working_minutes IS NOT NULL
                AND working_minutes BETWEEN ? AND ? {unit}
            ORDER BY working_minutes LIMIT 1 OFFSET ?""",
            [key, hours * 60, hours * 60 + 59, *more, int(place - before)],
        )
        return minutes

    def differing(self) -> Sequence[str]:
        month = MONTH[self._session.sqlite]
        found: list[str] = []
        found += self._differing("month_count", f"month, {_GROUPS}", _by_month(month))
        found += self._differing("month_count", f"month, {_GROUPS}", _by_month("0"), "month = 0")
        found += self._differing("day_count", "on_day, direction, unit_id, what", _BY_DAY)
        found += self._differing("hour_count", "month, hours, unit_id", _by_hour(month))
        return found

    def _differing(self, table: str, keys: str, counted: str, which: str = "") -> list[str]:
        kept = which or ("month > 0" if table == "month_count" else "1 = 1")
        rows = self._session.rows(
            f"""SELECT {keys}, sum(kept), sum(counted) FROM (
                SELECT {keys}, number AS kept, 0 AS counted FROM {table} WHERE {kept}
                UNION ALL SELECT {keys}, 0, number FROM ({counted}) AS fresh
            ) AS both_sides GROUP BY {keys} HAVING sum(kept) <> sum(counted) ORDER BY {keys}"""
        )
        return [f"{table} {' '.join(map(str, row[:-2]))}: {row[-2]} ≠ {row[-1]}" for row in rows]

    def _named(self, which: str, parameters: list[object], unit_id: int | None, number: str) -> list[Tally]:
        unit, more = _unit(unit_id)
        grouped = f"GROUP BY {_GROUPS}" if "(" in number else ""
        found = self._session.rows(
            f"""SELECT tally.direction, letter_kind.name, unit.name, tally.what, tally.number, NULL FROM (
                SELECT {_GROUPS}, {number} AS number FROM month_count AS counted WHERE {which} {unit} {grouped}
            ) AS tally
            LEFT JOIN letter_kind ON letter_kind.id = tally.kind_id LEFT JOIN unit ON unit.id = tally.unit_id
            WHERE tally.number <> 0 ORDER BY tally.direction, tally.kind_id, tally.unit_id, tally.what""",
            [*parameters, *more],
        )
        return [tally_of(row) for row in found]


def _by_month(month: str, where: str = "") -> str:
    grouped = _GROUPS if month == "0" else f"{month}, {_GROUPS}"
    return f"""SELECT {month} AS month, {_GROUPS}, count(*) AS number FROM (
        SELECT on_day, {_COPIED} FROM letter_fact {where}) AS fact GROUP BY {grouped}"""


def _by_day(where: str = "") -> str:
    return f"""SELECT on_day, direction, unit_id, what, count(*) AS number FROM (
        SELECT on_day, {_COPIED} FROM letter_fact {where}) AS fact GROUP BY on_day, direction, unit_id, what"""


_BY_DAY = _by_day()


def _by_hour(month: str, where: str = "") -> str:
    narrowed = where or "WHERE 1 = 1"
    return f"""SELECT month, hours, unit_id, count(*) AS number FROM (
        SELECT {month} AS month, working_minutes / 60 AS hours, {_NONE.format("unit_id")} FROM letter_fact
        {narrowed} AND working_minutes IS NOT NULL AND what = 'finished') AS fact GROUP BY month, hours, unit_id"""


@contextmanager
def counted_afterwards(session: Session) -> Iterator[None]:
    """For many new facts: the triggers rest within, and what was added is counted in one go at the end.

    Row by row the counting takes three times as long as the writing. Nobody ever sees the registry without: the triggers
    rest and come back in the transaction that is open.
    """
    newest = session.value("SELECT coalesce(max(id), 0) FROM letter_fact")
    resting = _rest(session)
    yield
    session.script(_count_after(int(newest), sqlite=session.sqlite))
    if session.sqlite:
        session.script(resting)
    else:
        session.value("SELECT set_config('warkat.counting', '', TRUE)")


def _rest(session: Session) -> Iterable[str]:
    """The triggers as they must be written again."""
    if not session.sqlite:
        session.value("SELECT set_config('warkat.counting', 'afterwards', TRUE)")
        return ()
    triggers = session.rows(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'letter_fact_counted_%'"
    )
    session.script([f"DROP TRIGGER {name}" for name, _ in triggers])
    return [sql for _, sql in triggers]


def _count_after(newest: int, *, sqlite: bool) -> tuple[str, ...]:
    month, new = MONTH[sqlite], f"WHERE id > {newest}"
    add = "DO UPDATE SET number = {0}.number + excluded.number"
    by_group = f"(month, {_GROUPS}) {add.format('month_count')}"
    # "WHERE true" tells SQLite that ON belongs to the conflict and not to a join.
    return (
        f"CREATE TEMP TABLE fresh_count AS {_by_month(month, new)}",  # read once, added twice
        f"""INSERT INTO month_count (month, {_GROUPS}, number) SELECT month, {_GROUPS}, number FROM fresh_count
            WHERE true ON CONFLICT {by_group}""",
        f"""INSERT INTO month_count (month, {_GROUPS}, number)
            SELECT 0, {_GROUPS}, sum(number) FROM fresh_count WHERE true GROUP BY {_GROUPS} ON CONFLICT {by_group}""",
        "DROP TABLE fresh_count",
        f"""INSERT INTO day_count (on_day, direction, unit_id, what, number) SELECT * FROM ({_by_day(new)}) AS fresh
            WHERE true ON CONFLICT (on_day, direction, unit_id, what) {add.format("day_count")}""",
        f"""INSERT INTO hour_count (month, hours, unit_id, number) SELECT * FROM ({_by_hour(month, new)}) AS fresh
            WHERE true ON CONFLICT (month, hours, unit_id) {add.format("hour_count")}""",
        f"""INSERT INTO late_fact
            (counted_in, letter_id, what, on_day, direction, kind_id, unit_id, number, after_entry)
            SELECT next_month, letter_id, what, on_day, direction, kind_id, unit_id, 1,
                (SELECT coalesce(max(id), 0) FROM journal)
            FROM letter_fact, month_closing
            {new.replace("id", "letter_fact.id")} AND month = (SELECT max(month) FROM month_closing)
                AND letter_fact.on_day <= month_closing.last_day ORDER BY letter_fact.id""",
    )


def _unit(unit_id: int | None) -> tuple[str, list[object]]:
    return ("", []) if unit_id is None else ("AND counted.unit_id = ?", [unit_id])


def _between(first: int, last: int) -> int:
    """Months from one key to the other."""
    return (last // 100 - first // 100) * 12 + last % 100 - first % 100
