"""What the stores speak to: one connection within one transaction, on either engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import peewee

from db.failures import as_office_errors

Row = tuple[Any, ...]


class Session:
    """One unit's way to the engine. SQL is written with `?`; `sqlite` says which of two dialects is needed.

    Every call raises Unavailable for what lies outside us. After the unit is over nothing can be asked any more: it
    would run outside a transaction.
    """

    def __init__(self, database: peewee.Database, place: Mapping[str, object], *, sqlite: bool) -> None:
        self.database = database
        self.sqlite = sqlite
        self.over = False
        self._place = place

    def run(self, sql: str, parameters: Sequence[object] = ()) -> Any:
        """Executes one statement; the driver's cursor."""
        self._still_open()
        with as_office_errors(self._place):
            return self.database.execute_sql(self._in_dialect(sql), parameters)

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""
        self._still_open()
        with as_office_errors(self._place):
            return list(self.database.execute_sql(self._in_dialect(sql), parameters).fetchall())

    def stream(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """The rows of a query as they come: for results that must not stand in memory twice."""
        with as_office_errors(self._place):
            yield from self.run(sql, parameters)

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:
        """The first column of the first row; None when there is no row."""
        self._still_open()
        with as_office_errors(self._place):
            row = self.database.execute_sql(self._in_dialect(sql), parameters).fetchone()
        return None if row is None else row[0]

    def many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Executes one statement for every row: peewee's `insert_many` is seven times slower (it builds the SQL)."""
        self._still_open()
        with as_office_errors(self._place):
            cursor = self.database.cursor()
            cursor.executemany(self._in_dialect(sql), rows)

    def copy(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """PostgreSQL's COPY … FROM STDIN."""
        self._still_open()
        with as_office_errors(self._place), self.database.cursor() as cursor, cursor.copy(sql) as stream:
            for row in rows:
                stream.write_row(row)

    def script(self, statements: Iterable[str]) -> None:
        """Executes statements as they stand: no parameters, `?` and `%` are themselves."""
        self._still_open()
        with as_office_errors(self._place):
            cursor = self.database.cursor()
            for statement in statements:
                cursor.execute(statement)

    def execute(self, query: Any) -> Any:
        """Executes a query of peewee's builder; its own result."""
        self._still_open()
        with as_office_errors(self._place):
            return query.execute(self.database)

    def dicts(self, query: Any) -> list[dict[str, Any]]:
        """The rows of a peewee query with columns by name."""
        with as_office_errors(self._place):
            return list(self.execute(query.dicts()))

    def one(self, query: Any) -> dict[str, Any] | None:
        """The first row of a peewee query by name, None when there is none."""
        found = self.dicts(query.limit(1))
        return found[0] if found else None

    def _in_dialect(self, sql: str) -> str:
        return sql if self.sqlite else _for_server(sql)

    def _still_open(self) -> None:
        if self.over:
            raise RuntimeError("the unit of work is over")


@lru_cache(maxsize=256)
def _for_server(sql: str) -> str:
    return sql.replace("%", "%%").replace("?", "%s")


def marks(values: Sequence[object]) -> str:
    """`?, ?, ?` for a list of values; NULL, which equals nothing, for none: PostgreSQL knows no empty list."""
    return ", ".join("?" * len(values)) or "NULL"
