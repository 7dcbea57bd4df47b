"""How a line of a board reads: its cells, its place among the others, whose it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from correspondence.boards import (
    BoardFilter,
    DispositionWait,
    Side,
    SignatureWait,
)
from correspondence.dispositions import Disposition
from correspondence.hours import minutes_of
from correspondence.people import Capacity
from correspondence.services.boards import EVERYTHING
from correspondence.signatures import SignatureStep
from correspondence.workdays import WorkCalendar
from ui import formats
from ui.screen.line_texts import NONE, Cell, Reading, short_day, urgency_mark
from ui.texts import _, n_
from ui.words import position_word, state_word, task_word

Wait = SignatureWait | DispositionWait
COL_TICK, COL_LETTER, COL_WAITED, COL_PROMISED = range(4)
ALL = "all"
AT_ONCE = 50
"""Lines read of one officer at a time."""
_EVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class BoardCell(Cell):
    """With the officer between the two texts where a list shows everybody's lines."""

    whose: str = ""

    @property
    def whole(self) -> str:
        """Everything that stands in the cell."""
        return ", ".join(
            part for part in (self.text, self.whose, self.mark, self.second) if part and part != NONE
        )


@dataclass(frozen=True, slots=True)
class Question:
    """Whose lines a board shows: `officer_id` None is everybody's."""

    officer_id: int | None = None
    asked: BoardFilter = EVERYTHING
    side: Side = Side.GOT


def key_of(wait: Wait) -> int:
    """The id of the line of a chain, or of the disposition."""
    return wait.step.id if isinstance(wait, SignatureWait) else wait.disposition.id


def officer_of(wait: Wait, side: Side) -> int | None:
    """Whose line it is: who is waited for, or, of what was given, who gave it."""
    if isinstance(wait, SignatureWait):
        return wait.step.officer_id
    return wait.disposition.to_id if side is Side.GOT else wait.disposition.from_id


def order_of(wait: Wait) -> tuple[date, datetime, int]:
    """The place of a line among the others, as the archive orders them."""
    if isinstance(wait, SignatureWait):
        return date.min, wait.step.requested_at or _EVER, wait.step.id
    one = wait.disposition
    return one.due_on or date.max, one.sent_at, one.id


def belongs(wait: Wait, question: Question) -> bool:
    """Whether a fresh line is one of those the question asks for. Unit and kind are the archive's to compare."""
    hidden = isinstance(wait, DispositionWait) and question.side is Side.GOT and wait.waits_below
    mine = question.officer_id is None or officer_of(wait, question.side) == question.officer_id
    return mine and not hidden and question.asked.keeps(line_of(wait))


def line_of(wait: Wait) -> SignatureStep | Disposition:
    """The line of a chain, or the disposition itself."""
    return wait.step if isinstance(wait, SignatureWait) else wait.disposition


def time_waited(minutes: int, calendar: WorkCalendar) -> str:
    """`2 hari 3 jam kerja`, in days as long as the office's own."""
    if minutes < 1:
        return _("baru saja")
    return formats.duration(minutes, minutes_of(calendar.hours[0]) or formats.USUAL_DAY)


def since_of(wait: Wait) -> datetime | None:
    """Since when it is waited."""
    return wait.step.requested_at if isinstance(wait, SignatureWait) else wait.disposition.sent_at


def cells_of(wait: Wait, reading: Reading, question: Question) -> tuple[Cell, ...]:
    """The cells of a line, the tick left to the model."""
    if isinstance(wait, SignatureWait):
        return _signature_cells(wait, reading, question)
    return _disposition_cells(wait, reading, question)


def signatory(wait: SignatureWait) -> str:
    """`Plt. Camat`: the position with the capacity in which it is held, the name where there is none."""
    return position_word(wait.step.position, wait.step.capacity) or wait.officer


def day_and_clock(instant: datetime, reading: Reading) -> str:
    """`hari ini 14.00`, `3 Nov 14.00`."""
    zone = reading.calendar.zone
    day = instant.astimezone(zone).date()
    word = _("hari ini") if day == reading.today else short_day(day, reading.today)
    return f"{word} {formats.clock(instant, zone)}"


def _signature_cells(wait: SignatureWait, reading: Reading, question: Question) -> tuple[Cell, ...]:
    letter, step = wait.letter, wait.step
    task = task_word(step.task)
    since = step.requested_at or reading.now
    waited = time_waited(wait.waiting_minutes, reading.calendar)
    began = _("sejak {when}").format(when=day_and_clock(since, reading))
    if question.officer_id is None:
        # Of everybody's lines a third row says whose it is: nothing of the officer's title is left out.
        told = f"{letter.ref} · {task}"
        first = BoardCell(letter.subject, told, urgency_mark(letter), whose=signatory(wait))
    else:
        if step.capacity is not Capacity.DEFINITIVE:
            task = _("{task} selaku {position}").format(task=task, position=signatory(wait))
        told = " · ".join(text for text in (str(letter.ref), task, letter.unit) if text)
        first = BoardCell(letter.subject, told, urgency_mark(letter))
    return (Cell("", kind="tick"), first, Cell(waited, began), _promise(wait, reading))


def _promise(wait: SignatureWait, reading: Reading) -> Cell:
    """Of an initial also when the signature after it is promised, for it holds that one up."""
    own, after = wait.step.promised_for, wait.signature_promised_for
    if after is None:
        return _promised(own, reading)
    if own is None:
        cell = _promised(after, reading)
        return replace(cell, second=_("TTD {word}").format(word=cell.second))
    cell = _promised(own, reading)
    signed = _("TTD {when}").format(when=day_and_clock(after, reading))
    return replace(cell, second=f"{cell.second} · {signed}")


def _promised(promised: datetime | None, reading: Reading) -> Cell:
    if promised is None:
        return Cell(NONE)
    if promised < reading.now:
        return Cell(day_and_clock(promised, reading), _("lewat janji"), tone="red")
    today = promised.astimezone(reading.calendar.zone).date() == reading.today
    return Cell(
        day_and_clock(promised, reading),
        _("jatuh hari ini") if today else _("belum jatuh"),
        tone="amber" if today else "",
    )


def _disposition_cells(wait: DispositionWait, reading: Reading, question: Question) -> tuple[Cell, ...]:
    letter, one = wait.letter, wait.disposition
    lead = "1" if one.lead else "V"
    asked = "; ".join(one.instructions) or one.note
    state = _("menunggu bawahan") if wait.waits_below else state_word(one.state)
    if question.officer_id is None:
        told = " · ".join(text for text in (str(letter.ref), asked) if text)
        whose = f"{lead}  {wait.recipient_position or wait.recipient}"
        first = BoardCell(letter.subject, told, urgency_mark(letter), whose=whose)
    else:
        got = question.side is Side.GOT
        other = wait.sender or _("pimpinan") if got else wait.recipient_position or wait.recipient
        who = _("dari {who}").format(who=other) if got else other
        told = " · ".join(text for text in (str(letter.ref), f"{lead} {who}", asked) if text)
        first = BoardCell(letter.subject, told, urgency_mark(letter))
    waited = time_waited(wait.waiting_minutes, reading.calendar)
    return (Cell("", kind="tick"), first, Cell(waited, state), _due(one.due_on, reading))


def _due(due: date | None, reading: Reading) -> Cell:
    if due is None:
        return Cell(_("tanpa batas"), tone="muted")
    late = (reading.today - due).days
    if late > 0:
        words = n_("lewat {days} hari", late).format(days=formats.number(late))
        return Cell(short_day(due, reading.today), words, tone="red")
    if late == 0:
        return Cell(short_day(due, reading.today), _("hari ini"), tone="amber")
    return Cell(short_day(due, reading.today), _("besok") if late == -1 else "")
