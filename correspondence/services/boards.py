"""The two boards as screens show them: headings first, the lines of a person in pages, and what other desks changed.

Nothing here costs more when more waits: headings are counted by the archive on an index, lines are read by key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from correspondence.boards import (
    Board,
    BoardFilter,
    BoardLines,
    Changed,
    DispositionWait,
    LetterWait,
    Side,
    SignatureWait,
)
from correspondence.dispositions import Disposition
from correspondence.office import Office, moment
from correspondence.services.board_lines import (
    disposition_waits,
    in_unit,
    letter_waits,
    people_of,
    place_of,
    signature_waits,
)
from correspondence.services.calendar import calendar_of
from correspondence.workdays import DayReckoning

__all__ = ["place_of"]  # beside what is written here

EVERYTHING = BoardFilter()
MOST_CHANGES = 500
"""Journal entries after which an open board reads itself anew instead of letter by letter."""


def signature_board(office: Office, *, asked: BoardFilter = EVERYTHING) -> Board:
    """Who is waited for with an initial or a signature, whose oldest line is the oldest first."""
    with office.open_reading() as unit:
        now = moment(office, unit)
        people = people_of(unit, unit.boards.signers(asked, now.at), now)
        return Board(
            tuple(sorted(people, key=lambda each: (each.oldest, each.name, each.officer_id))),
            unit.boards.newest_entry(),
        )


def disposition_board(office: Office, *, asked: BoardFilter = EVERYTHING, side: Side = Side.GOT) -> Board:
    """Who has dispositions to answer (or, GAVE, who waits for answers), those with most overdue first, then the oldest."""
    with office.open_reading() as unit:
        now = moment(office, unit)
        people = people_of(unit, unit.boards.recipients(asked, now.today, side), now)
        ordered = sorted(people, key=lambda each: (-each.late, each.oldest, each.name, each.officer_id))
        return Board(tuple(ordered), unit.boards.newest_entry())


def signature_lines(
    office: Office,
    *,
    officer_id: int | None = None,
    asked: BoardFilter = EVERYTHING,
    after: SignatureWait | None = None,
    limit: int = 50,
) -> tuple[SignatureWait, ...]:
    """The lines of one officer (None: of those `asked` names, or of all), oldest first, after the one given."""
    asked = _of_officer(asked, officer_id)
    with office.open_reading() as unit:
        steps = unit.boards.signature_steps(asked, after=after.step if after else None, limit=limit)
        return signature_waits(unit, steps, moment(office, unit))


def disposition_lines(
    office: Office,
    *,
    officer_id: int | None = None,
    asked: BoardFilter = EVERYTHING,
    side: Side = Side.GOT,
    after: DispositionWait | None = None,
    limit: int = 50,
) -> tuple[DispositionWait, ...]:
    """The lines of one officer (None: of those `asked` names, or of all), overdue first, then by day and by age."""
    asked = _of_officer(asked, officer_id)
    with office.open_reading() as unit:
        last = after.disposition if after else None
        found = unit.boards.dispositions(asked, side, after=last, limit=limit)
        return disposition_waits(unit, found, moment(office, unit))


def letters_waiting(
    office: Office, *, asked: BoardFilter = EVERYTHING, after: LetterWait | None = None, limit: int = 50
) -> tuple[LetterWait, ...]:
    """Letters of which a disposition is open, the most overdue first, after the one given.

    `asked` chooses letters of which a line at hand is so; what is counted is everything open of them.
    """
    with office.open_reading() as unit:
        last = after.first if after else None
        firsts = unit.boards.first_dispositions(asked, after=last, limit=limit)
        return letter_waits(unit, firsts, moment(office, unit))


def waits_of_letters(
    office: Office, *, letter_ids: Sequence[int], asked: BoardFilter = EVERYTHING
) -> tuple[LetterWait, ...]:
    """These letters as they stand in the list of letters now; one without an open disposition has left it."""
    with office.open_reading() as unit:
        firsts: dict[int, Disposition] = {}
        for line, waits_below in sorted(
            unit.boards.dispositions_of(letter_ids), key=lambda each: place_of(each[0])
        ):
            if not waits_below and asked.keeps(line):
                firsts.setdefault(line.letter_id, line)
        found = letter_waits(unit, list(firsts.values()), moment(office, unit))
        return tuple(each for each in found if in_unit(unit, each.letter, asked.unit_id))


def lines_of_letters(office: Office, *, letter_ids: Sequence[int]) -> BoardLines:
    """Every line these letters have on either board now; a letter without one has left it."""
    with office.open_reading() as unit:
        now = moment(office, unit)
        return BoardLines(
            signature_waits(unit, unit.boards.steps_of(letter_ids), now),
            disposition_waits(unit, unit.boards.dispositions_of(letter_ids), now),
        )


def changes_since(office: Office, *, token: int) -> Changed:
    """The letters of which the journal has new entries since `token` (that of a board, or of the last answer).

    `everything` when more than MOST_CHANGES entries came, or one of the office's own lists was changed.
    """
    with office.open_reading() as unit:
        newest = unit.boards.newest_entry()
        if newest == token:
            return Changed(token, frozenset(), everything=False)
        entries = unit.boards.letters_since(token, MOST_CHANGES + 1)
        letters = frozenset(each for each in entries if each is not None)
        # A journal that is shorter than the token belongs to another registry, restored from a copy perhaps.
        much = len(entries) > MOST_CHANGES or None in entries or newest < token
        return Changed(newest, letters, everything=much)


def reckoning(office: Office, *, start: datetime, end: datetime | None = None) -> tuple[DayReckoning, ...]:
    """Which days between two aware instants (None is now) counted as working time, which did not, and why."""
    with office.open_reading() as unit:
        until = end if end is not None else moment(office, unit).at
        return calendar_of(unit).reckoning(start, until)


def _of_officer(asked: BoardFilter, officer_id: int | None) -> BoardFilter:
    if officer_id is None:
        return asked
    return replace(asked, officer_ids=frozenset({officer_id}))
