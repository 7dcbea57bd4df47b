"""One row of an agenda book as a letter, or every reason against it.

Built for books of a hundred thousand rows: each day and word is looked up once, and `forms.check` is asked for its reasons
only where a quick look does not settle that there are none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from correspondence.classification import LONGEST_CODE
from correspondence.errors import Refused
from correspondence.forms import LetterForm, check
from correspondence.letters import NAME_LIMIT, SUBJECT_LIMIT, LetterState, Secrecy, Urgency
from correspondence.numbering import LETTER_NUMBER_LIMIT
from correspondence.old_books.cells import DayReader, running_number, said, said_all, text_of
from correspondence.old_books.columns import BookColumns
from correspondence.old_books.headings import plain
from correspondence.old_books.words import STATES, is_closing, natures
from correspondence.sheets import Cell, SheetRow
from correspondence.workflow import Direction, IncomingState, OutgoingState

REMARK = "keterangan"
"""Under this name the remarks of a book are kept among a letter's own fields."""

_OLDEST = date(1945, 1, 1)
_PLAIN_NATURE = (Urgency.BIASA, Secrecy.BIASA)
_NO_FIELDS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class BookLine:
    """A row that can be registered. `number` is its agenda number, None when the book gives none.

    `on` is the book's own date: the day of receipt, or the day of entry, the letter's date, the day of dispatch, whichever
    the book has first.
    `key` stands for the content, so that the same book read twice is known again.
    """

    row: SheetRow
    direction: Direction
    form: LetterForm
    number: int | None
    on: date
    state: LetterState
    dispatched_on: date | None
    key: str
    delivered_on: date | None = None
    received_by: str = ""


class RowReader:
    """Reads rows of one direction. A cell that a row or a book does not have counts as blank."""

    def __init__(self, columns: BookColumns, *, width: int, widest: int, today: date) -> None:
        self._columns = columns
        self._width = width
        self._widest = widest or 1 << 30
        self._padding: tuple[Cell, ...] = (None,) * (width + 1)
        self._blanks = [""] * (width + 1)
        self._today = today
        self._days = DayReader(today)
        self._incoming = columns.direction is Direction.INCOMING
        self._book = columns.direction.value
        self._booked_name = "received_on" if self._incoming else "dispatched_on"
        self._filed: LetterState = IncomingState.FILED if self._incoming else OutgoingState.FILED
        self._natures: dict[tuple[Cell, ...], tuple[Urgency, Secrecy, tuple[Refused, ...]]] = {}
        self._has_more = max(columns.entered_on, columns.delivered_on) >= 0
        self._has_nature = max(columns.urgency, columns.secrecy, columns.nature) >= 0

    def read(self, row: SheetRow) -> BookLine | tuple[Refused, ...]:
        """The row as a letter, or every reason against it."""
        if row.cut:
            return (Refused("row_cut", None, {"row": row.number}),)
        columns, cells = self._columns, self._padded(row.cells)
        wrong: list[Refused] = []
        letter_date = self._day(cells[columns.letter_date], "letter_date", wrong)
        booked = self._day(cells[columns.booked], self._booked_name, wrong)
        entered, delivered = self._more_days(cells, wrong) if self._has_more else (None, None)
        booked = booked or entered if self._incoming else booked
        number = running_number(cells[columns.agenda_number])
        if isinstance(number, Refused):
            wrong.append(number)
            number = None
        state = self._state(cells[columns.state], wrong) if columns.state >= 0 else self._filed
        urgency, secrecy = self._nature(cells, wrong) if self._has_nature else _PLAIN_NATURE
        texts = self._texts(row.cells)
        remark = texts[columns.remark]
        form = LetterForm(
            correspondent=texts[columns.correspondent],
            subject=texts[columns.subject],
            letter_number=texts[columns.letter_number],
            letter_date=letter_date,
            received_on=booked if self._incoming else None,
            correspondent_address=texts[columns.address],
            kind=texts[columns.kind],
            urgency=urgency,
            secrecy=secrecy,
            classification=texts[columns.classification],
            unit=texts[columns.unit],
            enclosures=texts[columns.enclosures],
            external_reference=texts[columns.external_reference],
            fields={REMARK: remark} if remark else _NO_FIELDS,
        )
        on = booked if self._incoming else entered or letter_date or booked
        if wrong or on is None or len(row.cells) > self._widest or not self._is_sound(form, booked):
            wrong += self._reasons(row, form, (on, booked), wrong)
            if wrong or on is None:
                return tuple(wrong)
        dispatched_on = None if self._incoming else booked
        key = _key(self._book, number, form, on, dispatched_on)
        line = BookLine(row, columns.direction, form, number, on, state, dispatched_on, key)
        if delivered is None and columns.received_by < 0:
            return line
        return replace(line, delivered_on=delivered, received_by=texts[columns.received_by])

    def is_meant_as_letter(self, row: SheetRow) -> bool:
        """Whether somebody meant a letter here, though it cannot be registered as it stands."""
        columns, cells = self._columns, self._padded(row.cells)
        texts = [text for text in map(text_of, row.cells) if text]
        numbered = len(texts) > 1 and isinstance(running_number(cells[columns.agenda_number]), int)
        if row.cut or numbered or (said(cells[columns.correspondent]) and said(cells[columns.subject])):
            return True
        dated = any(
            isinstance(self._days.read(cells[at]), date) for at in (columns.letter_date, columns.booked)
        )
        return (dated or len(texts) > 3) and not is_closing(texts)

    def _padded(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """As many cells as headings, and a blank one at the end: column -1."""
        if len(cells) >= self._width:
            return (*cells[: self._width], None)
        return cells + self._padding[len(cells) :]

    def _texts(self, cells: tuple[Cell, ...]) -> list[str]:
        """What `said` makes of the padded cells."""
        texts = said_all(cells[: self._width])
        return texts + self._blanks[len(texts) :]

    def _day(self, cell: Cell, name: str, wrong: list[Refused]) -> date | None:
        if cell is None:
            return None
        found = self._days.read(cell)
        if isinstance(found, Refused):
            wrong.append(Refused(found.rule, name, found.facts))
            return None
        return found

    def _more_days(self, cells: tuple[Cell, ...], wrong: list[Refused]) -> tuple[date | None, date | None]:
        """The day of entry, and that of delivery of a letter that went out; columns that few books have."""
        found = []
        for name, column in (
            ("entered_on", self._columns.entered_on),
            ("delivered_on", -1 if self._incoming else self._columns.delivered_on),
        ):
            day = self._day(cells[column], name, wrong)
            if day is not None and not _OLDEST <= day <= self._today:
                late = day > self._today
                facts = {"date": day, "today": self._today} if late else {"date": day}
                wrong.append(Refused("date_in_future" if late else "date_too_old", name, facts))
            found.append(day)
        return found[0], found[1]

    def _state(self, cell: Cell, wrong: list[Refused]) -> LetterState:
        text = said(cell)
        if not text:
            return self._filed
        states = STATES[self._columns.direction]
        state = states.get(plain(text))
        if state is None:
            known = tuple(dict.fromkeys(each.value for each in states.values()))
            wrong.append(Refused("state_unknown", "state", {"typed": text, "known": known}))
        return state or self._filed

    def _nature(self, cells: tuple[Cell, ...], wrong: list[Refused]) -> tuple[Urgency, Secrecy]:
        """Kecepatan and keamanan from their own columns, or from one column `Sifat` that holds either or both."""
        columns = self._columns
        asked = (cells[columns.urgency], cells[columns.secrecy], cells[columns.nature])
        found = self._natures.get(asked)
        if found is None:
            found = self._natures[asked] = natures(*map(said, asked))
        urgency, secrecy, unknown = found
        wrong += unknown
        return urgency, secrecy

    def _is_sound(self, form: LetterForm, booked: date | None) -> bool:
        """Surely nothing to refuse; the same limits as `forms.check`, which is asked when this says no."""
        written, today = form.letter_date, self._today
        return bool(
            form.correspondent
            and form.subject
            and (written is None or _OLDEST <= written <= today)
            and (booked is None or _OLDEST <= booked <= today)
            and (not self._incoming or (booked is not None and (written is None or written <= booked)))
            and len(form.correspondent) <= NAME_LIMIT
            and len(form.subject) <= SUBJECT_LIMIT
            and len(form.letter_number) <= LETTER_NUMBER_LIMIT
            and len(form.classification) <= LONGEST_CODE
            and len(form.kind) + len(form.unit) <= NAME_LIMIT
            and len(form.correspondent_address) + len(form.enclosures) + len(form.external_reference)
            <= NAME_LIMIT
            and (not form.fields or len(form.fields[REMARK]) <= SUBJECT_LIMIT)
        )

    def _reasons(
        self, row: SheetRow, form: LetterForm, days: tuple[date | None, date | None], wrong: list[Refused]
    ) -> list[Refused]:
        """What a close look finds beside `wrong`; of an input that could not be read nothing more is said."""
        on, booked = days
        found: list[Refused] = []
        if len(row.cells) > self._widest:
            facts = {"row": row.number, "fields": len(row.cells), "expected": self._widest}
            found.append(Refused("row_too_wide", None, facts))
        found += check(form, self._columns.direction, today=self._today, imported=True)
        if not self._incoming:
            if on is None:
                found.append(Refused("book_date_missing", "letter_date"))
            if booked is not None and booked > self._today:
                ahead = {"date": booked, "today": self._today}
                found.append(Refused("date_in_future", "dispatched_on", ahead))
            if booked is not None and booked < _OLDEST:
                found.append(Refused("date_too_old", "dispatched_on", {"date": booked}))
        remark = form.fields.get(REMARK, "")
        for name, value, limit in (
            ("kind", form.kind, NAME_LIMIT),
            ("unit", form.unit, NAME_LIMIT),
            ("remark", remark, SUBJECT_LIMIT),
        ):
            if len(value) > limit:
                found.append(Refused("text_too_long", name, {"length": len(value), "limit": limit}))
        unread = {each.field for each in wrong}
        if unread & {"letter_date", "dispatched_on", "entered_on"}:
            unread |= {"letter_date"}
        return [each for each in found if each.field is None or each.field not in unread]


def _key(book: str, number: int | None, form: LetterForm, on: date, dispatched_on: date | None) -> str:
    """SHA-256 of what the row says, whatever its case, blanks and columns."""
    said_there = (
        f"{book}\0{on.year}\0{number}\0{form.letter_number}\0{form.letter_date!s}\0{form.received_on or dispatched_on!s}"
        f"\0{form.correspondent}\0{form.subject}\0{form.kind}"
    )
    return sha256(" ".join(said_there.casefold().split()).encode()).hexdigest()
