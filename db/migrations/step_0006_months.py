"""Counts kept beside the facts, so that a report costs the same however long the registry is; and closed months.

`month_count` holds the facts of each month by all that is counted, and under month 0 those of all time; `day_count` the
days; `hour_count` how many letters were finished after how many whole working hours. 0 stands for no kind and no unit: a
key knows no NULL. Triggers keep them, on whatever way a fact is written.

A fact dated into a month that is closed leaves a line in `late_fact`: it is counted in the first month that was open then.
"""

from db.migrations import words

_TABLES = (
    """CREATE TABLE month_count (
        month <int> NOT NULL,
        direction <ordered> NOT NULL,
        kind_id <int> NOT NULL,
        unit_id <int> NOT NULL,
        what <ordered> NOT NULL,
        number <int> NOT NULL,
        PRIMARY KEY (month, direction, kind_id, unit_id, what)
    ) <keyed>""",
    """CREATE TABLE day_count (
        on_day <day> NOT NULL,
        direction <ordered> NOT NULL,
        unit_id <int> NOT NULL,
        what <ordered> NOT NULL,
        number <int> NOT NULL,
        PRIMARY KEY (on_day, direction, unit_id, what)
    ) <keyed>""",
    """CREATE TABLE hour_count (
        month <int> NOT NULL,
        hours <int> NOT NULL,
        unit_id <int> NOT NULL,
        number <int> NOT NULL,
        PRIMARY KEY (month, hours, unit_id)
    ) <keyed>""",
    """CREATE TABLE month_closing (
        month <int> PRIMARY KEY,
        last_day <day> NOT NULL,
        next_month <int> NOT NULL,
        report_year <int> NOT NULL,
        report_number <int> NOT NULL CHECK (report_number >= 1),
        closed_at <instant> NOT NULL CHECK (closed_at LIKE '____-__-__T__:__:__.______Z'),
        closed_by TEXT NOT NULL,
        figures TEXT NOT NULL,
        checksum <ordered> NOT NULL CHECK (length(checksum) = 64),
        UNIQUE (report_year, report_number)
    ) <strict>""",
    """CREATE TABLE late_fact (
        id <id>,
        counted_in <int> NOT NULL,
        letter_id <int> NOT NULL REFERENCES letter (id),
        what TEXT NOT NULL,
        on_day <day> NOT NULL,
        direction TEXT NOT NULL,
        kind_id <int>,
        unit_id <int>,
        number <int> NOT NULL CHECK (number IN (-1, 1)),
        after_entry <int> NOT NULL
    ) <strict>""",
    "CREATE INDEX late_fact_counted ON late_fact (counted_in, id)",
    "CREATE INDEX late_fact_letter ON late_fact (letter_id)",
    # Minutes lie sorted within their month: the middle one is found without reading the others.
    "DROP INDEX letter_fact_minutes",
    """CREATE INDEX letter_fact_minutes ON letter_fact (<month of letter_fact>, working_minutes, unit_id)
        WHERE working_minutes IS NOT NULL AND what = 'finished'""",
    # What was open before a month is read from the months now, and no longer from all that came before.
    "DROP INDEX IF EXISTS letter_fact_groups",
)

_MONTH = {
    True: "CAST(substr({row}on_day, 1, 4) || substr({row}on_day, 6, 2) AS INTEGER)",
    False: "(extract(year FROM {row}on_day) * 100 + extract(month FROM {row}on_day))::bigint",
}


def _month(row: str, *, sqlite: bool) -> str:
    return _MONTH[sqlite].format(row=row)


def _count(row: str, by: int, *, sqlite: bool) -> str:
    """Adds `by` for one row of `letter_fact`, "new" or "old", to everything that counts it."""
    month, kind, unit = (
        _month(f"{row}.", sqlite=sqlite),
        f"coalesce({row}.kind_id, 0)",
        f"coalesce({row}.unit_id, 0)",
    )
    key = f"{row}.direction, {kind}, {unit}, {row}.what, {by}"
    more = "DO UPDATE SET number = {0}.number + excluded.number"
    return f"""
        INSERT INTO month_count (month, direction, kind_id, unit_id, what, number) VALUES ({month}, {key}), (0, {key})
            ON CONFLICT (month, direction, kind_id, unit_id, what) {more.format("month_count")};
        INSERT INTO day_count (on_day, direction, unit_id, what, number)
            VALUES ({row}.on_day, {row}.direction, {unit}, {row}.what, {by})
            ON CONFLICT (on_day, direction, unit_id, what) {more.format("day_count")};
        INSERT INTO hour_count (month, hours, unit_id, number)
            SELECT {month}, {row}.working_minutes / 60, {unit}, {by}
            WHERE {row}.working_minutes IS NOT NULL AND {row}.what = 'finished'
            ON CONFLICT (month, hours, unit_id) {more.format("hour_count")};"""


def _late(row: str, by: int) -> str:
    """The line of a fact that is written into a closed month, or taken out of one."""
    return f"""
        INSERT INTO late_fact
            (counted_in, letter_id, what, on_day, direction, kind_id, unit_id, number, after_entry)
            SELECT next_month, {row}.letter_id, {row}.what, {row}.on_day, {row}.direction, {row}.kind_id, {row}.unit_id,
                {by}, (SELECT coalesce(max(id), 0) FROM journal)
            FROM month_closing WHERE month = (SELECT max(month) FROM month_closing) AND last_day >= {row}.on_day;"""


_WATCHED = "on_day, what, direction, kind_id, unit_id, working_minutes"
_EVENTS = {"insert": "INSERT", "delete": "DELETE", "update": f"UPDATE OF {_WATCHED}"}
_ROWS = {"insert": (("new", 1),), "delete": (("old", -1),), "update": (("old", -1), ("new", 1))}


def _sqlite() -> tuple[str, ...]:
    made = []
    for event, when in _EVENTS.items():
        body = "".join(_count(row, by, sqlite=True) + _late(row, by) for row, by in _ROWS[event])
        made.append(
            f"CREATE TRIGGER letter_fact_counted_{event} AFTER {when} ON letter_fact BEGIN {body}\n        END"
        )
    for table in ("month_closing", "late_fact"):
        stop = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        made += [
            f"CREATE TRIGGER {table}_kept_update BEFORE UPDATE ON {table} {stop}",
            f"CREATE TRIGGER {table}_kept_delete BEFORE DELETE ON {table} {stop}",
        ]
    # REPLACE fires no delete trigger on a connection without recursive_triggers.
    made.append(
        """CREATE TRIGGER month_closing_kept_replace BEFORE INSERT ON month_closing
            WHEN EXISTS (SELECT 1 FROM month_closing WHERE month = new.month)
            BEGIN SELECT RAISE(ABORT, 'month_closing is append-only'); END"""
    )
    return tuple(made)


def _postgresql() -> tuple[str, ...]:
    made = []
    for event, when in _EVENTS.items():
        body = "".join(_count(row, by, sqlite=False) + _late(row, by) for row, by in _ROWS[event])
        made += [
            f"""CREATE FUNCTION letter_fact_counted_{event}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN {body}
            RETURN NULL; END $$""",
            # Whoever writes many counts them afterwards in one go (db/summaries.py) and says so for its transaction.
            f"""CREATE TRIGGER letter_fact_counted_{event} AFTER {when} ON letter_fact FOR EACH ROW
        WHEN (current_setting('warkat.counting', TRUE) IS DISTINCT FROM 'afterwards')
        EXECUTE FUNCTION letter_fact_counted_{event}()""",
        ]
    for table in ("month_closing", "late_fact"):
        made += [
            f"""CREATE FUNCTION {table}_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{table} is append-only'; END $$""",
            f"""CREATE TRIGGER {table}_kept_row BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {table}_kept()""",
            f"""CREATE TRIGGER {table}_kept_table BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION {table}_kept()""",
        ]
    return tuple(made)


def _counted(*, sqlite: bool) -> tuple[str, ...]:
    """What a registry holds already."""
    month, kind, unit = _month("", sqlite=sqlite), "coalesce(kind_id, 0)", "coalesce(unit_id, 0)"
    by_month = (
        f"direction, {kind}, {unit}, what, count(*) FROM letter_fact GROUP BY direction, {kind}, {unit}, what"
    )
    return (
        f"INSERT INTO month_count SELECT {month}, {by_month}, {month}",
        f"INSERT INTO month_count SELECT 0, {by_month}",
        f"""INSERT INTO day_count SELECT on_day, direction, {unit}, what, count(*) FROM letter_fact
            GROUP BY on_day, direction, {unit}, what""",
        f"""INSERT INTO hour_count SELECT {month}, working_minutes / 60, {unit}, count(*) FROM letter_fact
            WHERE working_minutes IS NOT NULL AND what = 'finished' GROUP BY {month}, working_minutes / 60, {unit}""",
    )


def statements(*, sqlite: bool) -> tuple[str, ...]:
    """What the step does, one statement each."""
    own = {
        "<keyed>": "STRICT, WITHOUT ROWID" if sqlite else "",
        # An index's expression stands in brackets on PostgreSQL; SQLite takes them as well.
        "<month of letter_fact>": f"({_month('', sqlite=sqlite)})",
    }
    made = []
    for statement in _TABLES:
        for word, meaning in own.items():
            statement = statement.replace(word, meaning)
        made.append(statement)
    tables = words.write(tuple(made), sqlite=sqlite)
    return (*tables, *_counted(sqlite=sqlite), *(_sqlite() if sqlite else _postgresql()))
