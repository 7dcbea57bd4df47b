"""One month's counts from the summary tables against counting its facts, and what keeping the tables costs.

Both sides read through the registry's own connection: ours the month's rows of month_count, the peer GROUP BY over the
index that holds all it asks for. Then the same question in a registry of a tenth, the opening balance against summing all
facts before the month, the median against reading the month's minutes, verbs at a desk (register, file) with the triggers
and without, and random edits of the facts after which every group is counted anew.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import harness
from bench.harness import ACTOR, scratch, seconds
from bench.letters import KINDS, UNITS, filled, url_of
from correspondence.dates import Month
from correspondence.forms import LetterForm
from correspondence.services.as_counted import turnaround
from correspondence.services.registering import register_incoming
from correspondence.services.stepping import StepOrder, take_step
from correspondence.throughput import FactKind
from correspondence.workflow import Step
from db.connection import Archive
from db.session import Session
from db.summaries import counted_afterwards, month_key
from ui.wiring import open_registry

EDITS = 20_000
TIMES = 20
"""A question is asked so often in one measured turn: alone it is shorter than the clock is exact."""

_FACTS = """INSERT INTO letter_fact (letter_id, what, on_day, at, working_minutes, direction, kind_id, unit_id)
    SELECT id, 'registered', entered_on, registered_at, NULL, direction, kind_id, unit_id FROM letter
    UNION ALL SELECT id, 'finished', date(entered_on, '+' || (id * 7919 % 12) || ' days'), registered_at,
        id * 7919 % 5000, direction, kind_id, unit_id FROM letter WHERE state IN ('filed', 'completed')"""
_MONTH = "SELECT direction, kind_id, unit_id, what, number FROM month_count WHERE month = ?"
_COVERING = """SELECT direction, kind_id, unit_id, what, count(*) FROM letter_fact INDEXED BY letter_fact_counts
    WHERE on_day BETWEEN ? AND ? GROUP BY direction, kind_id, unit_id, what"""
_BEFORE = """SELECT direction, kind_id, unit_id, what, count(*) FROM letter_fact
    WHERE on_day < ? GROUP BY direction, kind_id, unit_id, what"""


def main() -> None:
    options = harness.arguments(__doc__, letters=100_000, repeats=20).parse_args()
    with scratch() as folder:
        large, small = folder / "registry.sqlite3", folder / "tenth.sqlite3"
        _filled(large, options.letters)
        _filled(small, max(options.letters // 10, 20))
        _reading(large, small, options.letters, options.repeats)
        _writing(large, folder / "bare.sqlite3", options.repeats)
        _edits(large, min(EDITS, 100 * options.letters))


def _filled(file: Path, letters: int) -> None:
    registry = filled(url_of(file), letters)
    archive = Archive.open(url_of(file))
    with archive.open_unit() as unit:
        with counted_afterwards(unit._session):
            unit._session.run(_FACTS)
        unit._session.run("ANALYZE")
        unit.commit()
    archive.close()
    registry.close()


def _reading(large: Path, small: Path, letters: int, repeats: int) -> None:
    archives = {name: Archive.open(url_of(file)) for name, file in (("large", large), ("tenth", small))}
    month = _middle(archives["large"])
    sides: dict[str, Callable[[], float]] = {}
    with archives["large"].open_reading() as unit, archives["tenth"].open_reading() as tenth:
        days = [month.first, month.last]
        for name, side in {
            "month_count": lambda: unit._session.rows(_MONTH, [month_key(month)]),
            "covering GROUP BY": lambda: unit._session.rows(_COVERING, days),
            "month_count of a tenth": lambda: tenth._session.rows(
                _MONTH, [month_key(_middle_of(tenth._session))]
            ),
            "with names, as tallies": lambda: unit.summaries.month(month),
            "opening": lambda: unit.summaries.before(month),
            "opening by GROUP BY": lambda: unit._session.rows(_BEFORE, [month.first]),
            "median and p90": lambda: turnaround(unit, month),
            "by reading the minutes": lambda: unit.facts.finished_minutes(*days),
        }.items():
            sides[name] = lambda side=side: seconds(lambda: [side() for _ in range(TIMES)]) / TIMES  # type: ignore[misc]
        took = harness.medians(harness.take_turns(sides, repeats=repeats))
    harness.say(f"{month} of {letters:,} letters, {len(KINDS)} kinds × {len(UNITS)} units")
    for name, value in took.items():
        harness.say_side(name, value)
    harness.say_goal(
        "month_count / covering GROUP BY", took["month_count"] / took["covering GROUP BY"], at_most=0.02
    )
    harness.say_goal(
        "month_count / of a tenth", took["month_count"] / took["month_count of a tenth"], at_most=1.5
    )
    for archive in archives.values():
        archive.close()


def _middle(archive: Archive) -> Month:
    with archive.open_reading() as unit:
        return _middle_of(unit._session)


def _middle_of(session: Session) -> Month:
    """A month with a whole month on either side."""
    months = session.rows("SELECT DISTINCT month FROM month_count WHERE month > 0 ORDER BY month")
    return Month(*divmod(months[len(months) // 2][0], 100))


def _writing(large: Path, bare: Path, repeats: int) -> None:
    shutil.copy(large, bare)
    with (
        open_registry(url_of(large), actor=ACTOR) as ours,
        open_registry(url_of(bare), actor=ACTOR) as without,
    ):
        with without.office.open_unit() as unit:
            for (name,) in unit._session.rows(  # type: ignore[attr-defined]
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'letter_fact_counted_%'"
            ):
                unit._session.script([f"DROP TRIGGER {name}"])  # type: ignore[attr-defined]
            unit.commit()
        today = datetime.now(UTC).date() - timedelta(days=1)
        form = LetterForm(correspondent="Dinas Sosial", subject="Permohonan data", received_on=today)

        def deeds(office: object) -> Callable[[], float]:
            def both() -> None:
                ref = register_incoming(office, form=form).ref  # type: ignore[arg-type]
                take_step(office, ref=ref, step=Step.FILE, order=StepOrder(note="tembusan"))  # type: ignore[arg-type]

            return lambda: seconds(both)

        sides = {
            "register and file, counted": deeds(ours.office),
            "without the triggers": deeds(without.office),
        }
        took = harness.medians(harness.take_turns(sides, repeats=5 * repeats, warm_up=3))
    for name, value in took.items():
        harness.say_side(name, value)
    ratio = took["register and file, counted"] / took["without the triggers"]
    harness.say_goal("writing with / without the triggers", ratio, at_most=1.25)


def _edits(file: Path, number: int) -> None:
    archive = Archive.open(url_of(file))
    chance = Random(number)
    with archive.open_unit() as unit:
        session = unit._session
        newest: int = session.value("SELECT max(id) FROM letter_fact")
        letters: int = session.value("SELECT max(id) FROM letter")
        took = seconds(lambda: [_edit(session, chance, newest, letters) for _ in range(number)])
        differing = unit.summaries.differing()
        unit.commit()
    harness.say_side(f"{number:,} random edits of facts and letters", took)
    harness.say_goal("groups that differ from a recount", float(len(differing)), at_most=0)
    archive.close()


def _edit(session: Session, chance: Random, newest: int, letters: int) -> None:
    fact, letter = chance.randint(1, newest), chance.randint(1, letters)
    day = f"{chance.randint(2016, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    match chance.randrange(6):
        case 0:
            session.run("DELETE FROM letter_fact WHERE id = ?", [fact])
        case 1:
            session.run("UPDATE letter_fact SET on_day = ? WHERE id = ?", [day, fact])
        case 2:
            what = chance.choice(list(FactKind)).value
            session.run("UPDATE letter_fact SET what = ?, working_minutes = NULL WHERE id = ?", [what, fact])
        case 3:
            session.run(
                "UPDATE letter SET kind_id = ? WHERE id = ?", [chance.choice([None, 1, 2, 3]), letter]
            )
        case 4:
            session.run(
                "UPDATE letter SET unit_id = ? WHERE id = ?", [chance.choice([None, 1, 2, 3]), letter]
            )
        case _:
            session.run(
                """INSERT INTO letter_fact (letter_id, what, on_day, at, working_minutes, direction, kind_id, unit_id)
                SELECT id, 'finished', ?, registered_at, ?, direction, kind_id, unit_id FROM letter WHERE id = ?""",
                [day, chance.randrange(5000), letter],
            )


if __name__ == "__main__":
    main()
