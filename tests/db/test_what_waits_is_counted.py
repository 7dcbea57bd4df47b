"""What the first screen and a narrowed board count is found along indexes, however many letters there are."""

from __future__ import annotations

import pytest

from correspondence.boards import BoardFilter
from correspondence.services.desk_queues import board_filter, queue_filter
from db.asking import conditions
from db.connection import Archive
from tests.builders import NINE


@pytest.mark.parametrize(
    ("queue", "index"),
    [
        ("overdue", "letter_late"),
        ("not_submitted", "letter_state"),
        ("awaiting_disposition", "letter_state"),
        ("ready_to_complete", "letter_state"),
        ("drafts", "letter_state"),
    ],
)
def test_letters_are_counted_along_an_index(archive: Archive, queue: str, index: str) -> None:
    if not archive.url.startswith("sqlite"):
        pytest.skip("PostgreSQL walks through small tables on purpose; bench/ measures it")
    with archive.open_reading() as unit:
        session = unit._session  # type: ignore[attr-defined]
        made = conditions(session, queue_filter(queue, NINE))
        sql = f"EXPLAIN QUERY PLAN SELECT count(*) FROM (SELECT 1 FROM letter {made.where} LIMIT 1001)"
        plan = " ".join(str(row[3]) for row in session.rows(sql, made.parameters))
        assert f"SEARCH letter USING INDEX {index}" in plan or f"COVERING INDEX {index}" in plan, plan


def test_lines_of_a_unit_and_initials_are_counted_along_indexes(archive: Archive) -> None:
    if not archive.url.startswith("sqlite"):
        pytest.skip("PostgreSQL walks through small tables on purpose; bench/ measures it")
    asked: list[tuple[str, object]] = []
    with archive.open_reading() as unit:
        session = unit._session  # type: ignore[attr-defined]
        database = session.database
        run = database.execute_sql

        class Listening:
            def __getattr__(self, name: str) -> object:
                return getattr(database, name)

            def execute_sql(self, sql: str, parameters: object = ()) -> object:
                asked.append((sql, parameters))
                return run(sql, parameters)

        session.database = Listening()
        unit.boards.signers(BoardFilter(unit_id=1), NINE)
        unit.boards.count_steps(board_filter("initials", NINE))
        unit.boards.count_steps(board_filter("promises_broken", NINE))
        plans = [
            " ".join(str(row[3]) for row in run(f"EXPLAIN QUERY PLAN {sql}", tuple(given)))
            for sql, given in asked
        ]  # type: ignore[arg-type]
    assert "COVERING INDEX letter_unit" in plans[0], plans[0]
    assert "COVERING INDEX signature_board" in plans[1], plans[1]
    assert "signature_promises" in plans[2], plans[2]
