"""Bringing in what an office already has: its old agenda books, its classification codes, its days off.

A table goes in whole in one transaction, or not at all; rows that cannot be taken are told one by one and keep nobody out.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from correspondence.accounts import Right, check_right
from correspondence.changes import Changes, Topic
from correspondence.errors import Refused
from correspondence.office import Office, moment
from correspondence.old_books.agenda_book import BookReading, Progress, read_book
from correspondence.old_books.lists import read_codes, read_days_off
from correspondence.ports import UnitOfWork
from correspondence.services.entering_books import NewNames, enter, holes_of, new_names
from correspondence.services.moved_deadlines import change_calendar
from correspondence.services.noting import note
from correspondence.services.signed_in import by_right
from correspondence.services.sorting_out import SortedOut, sort_out
from correspondence.sheets import ImportOutcome, RejectedRow, Table
from correspondence.workflow import Direction

_NOTHING = Changes()


def import_letters(
    office: Office,
    *,
    rows: Table,
    direction: Direction | None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportOutcome:
    """Enters the letters of an old agenda book under their own dates and, where it gives them, their own numbers.

    The year of a letter's reference is that of the book's date: the day of receipt, or the letter's date for outgoing ones.
    Letters come in as `filed` unless the book has a column for their state. Numbers the book does not give follow after
    all that it gives. Kinds and units nobody knows yet are added. The same book again adds nothing. With `dry_run` all is
    checked and nothing written; `progress` (rows done, rows in all) answers False to give up, and nothing is kept.

    Refused `right_missing` and as `agenda_book.read_book`; a row that cannot be taken is in the outcome with its reasons instead.
    """
    check_right(office.role, Right.IMPORT)
    with office.open_reading() as unit:
        today = moment(office, unit).today
    with _everything_kept():
        # Read before anything is locked: other desks go on registering meanwhile.
        book = read_book(rows, direction=direction, today=today, progress=progress)
        if dry_run:
            with office.open_reading() as unit:
                found = sort_out(unit, book.lines)
                return _outcome(book, found, new_names(unit, found.lines), _NOTHING)
        with office.open_unit() as unit:
            found = sort_out(unit, book.lines)
            names = new_names(unit, found.lines)
            if found.lines:
                enter(office, unit, found, names, source=rows.name)
            if progress is not None and not progress(len(rows.rows), len(rows.rows)):
                raise Refused("import_cancelled", None, {"done": len(rows.rows), "total": len(rows.rows)})
            unit.commit()
        return _outcome(book, found, names, _changes(names) if found.lines else _NOTHING)


def import_codes(office: Office, *, rows: Table) -> ImportOutcome:
    """Adds classification codes, or renews those of the same code and regime; old letters keep their codes.

    `imported` counts what is new or other than before, so the same table again imports nothing.
    """
    table = read_codes(rows)
    with by_right(office, Right.IMPORT) as unit:
        new, changed = unit.codes.put_many(table.codes)
        counted = _Counted(new + changed, len(table.codes) + table.repeated, table.rejected, table.labels)
        return _listed(office, unit, rows, counted, Topic.CODES)


def import_holidays(office: Office, *, rows: Table) -> ImportOutcome:
    """Adds holidays and collective leave, or renews those of the same day. Counts as `import_codes`."""
    with by_right(office, Right.IMPORT) as unit:
        today = moment(office, unit).today
        table = read_days_off(rows, today=today)
        entered: list[int] = []  # new ones, renewed ones
        first = min(table.days, default=today)
        change_calendar(office, unit, first, lambda: entered.extend(unit.holidays.put_many(table.days)))
        counted = _Counted(sum(entered), len(table.days) + table.repeated, table.rejected, table.labels)
        return _listed(office, unit, rows, counted, Topic.HOLIDAYS)


@contextmanager
def _everything_kept() -> Iterator[None]:
    """Python's search for garbage in circles rests: of the million objects of a large book every one is still needed.

    It went through all of them again and again, a quarter of the time at a hundred thousand rows.
    """
    searches = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searches:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Counted:
    """Rows of a list: entered, read in all, rejected; and the headings."""

    entered: int
    read: int
    rejected: tuple[RejectedRow, ...]
    labels: tuple[str, ...]


def _listed(office: Office, unit: UnitOfWork, rows: Table, counted: _Counted, topic: Topic) -> ImportOutcome:
    """Commits a list with its line in the journal, if it brought anything."""
    if counted.entered:
        note(office, unit, f"{topic.value}_imported", f"{rows.name}: {counted.entered}")
        unit.commit()
    return ImportOutcome(
        imported=counted.entered,
        skipped=counted.read - counted.entered,
        rejected=counted.rejected,
        header=counted.labels,
        changes=Changes(topics=frozenset({topic})) if counted.entered else _NOTHING,
    )


def _outcome(book: BookReading, found: SortedOut, names: NewNames, changes: Changes) -> ImportOutcome:
    rejected = sorted((*book.rejected, *found.rejected), key=lambda each: each.row)
    return ImportOutcome(
        imported=len(found.lines),
        skipped=found.skipped,
        rejected=tuple(rejected),
        header=book.labels,
        changes=changes,
        new_kinds=names.kinds,
        new_units=names.units,
        inherited_holes=holes_of(found),
    )


def _changes(names: NewNames) -> Changes:
    topics = {Topic.MANY_LETTERS}
    topics |= {Topic.KINDS} if names.kinds else set()
    topics |= {Topic.PEOPLE} if names.units else set()
    return Changes(topics=frozenset(topics))
