"""How a line of the register reads in a list: two short texts per column, and a tone that always has a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from correspondence.hours import minutes_of
from correspondence.letters import Secrecy, Urgency
from correspondence.search import LetterLine
from correspondence.workdays import WorkCalendar
from correspondence.workflow import IncomingState, OutgoingState, State, is_open
from ui import formats
from ui.texts import _, n_
from ui.words import position_word, secrecy_word, state_word, urgency_word

NONE = "—"


@dataclass(frozen=True, slots=True)
class Reading:
    """The instant a list is read at, and the calendar waiting is counted by."""

    now: datetime
    calendar: WorkCalendar

    @property
    def today(self) -> date:
        return self.now.astimezone(self.calendar.zone).date()


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` above, `second` below with `mark` in amber before it; `tone` colours the text.

    `kind` is "chip" for a state, "number" for figures that stand at the right.
    """

    text: str
    second: str = ""
    mark: str = ""
    tone: str = ""
    kind: str = ""

    @property
    def whole(self) -> str:
        """Everything that stands in the cell, for a tooltip, a copy or a screen reader."""
        return ", ".join(part for part in (self.text, self.mark, self.second) if part and part != NONE)


_TONES: dict[State, str] = {
    IncomingState.REGISTERED: "grey",
    IncomingState.SUBMITTED: "amber",
    IncomingState.DISPOSED: "blue",
    IncomingState.COMPLETED: "green",
    IncomingState.FILED: "grey",
    IncomingState.RETURNED: "grey",
    IncomingState.CANCELLED: "grey",
}
_OUTGOING_TONES: dict[State, str] = {
    OutgoingState.DRAFT: "grey",
    OutgoingState.IN_REVIEW: "blue",
    OutgoingState.AWAITING_SIGNATURE: "amber",
    OutgoingState.NEEDS_REVISION: "red",
    OutgoingState.SIGNED: "blue",
    OutgoingState.NUMBERED: "blue",
    OutgoingState.DISPATCHED: "green",
    OutgoingState.DELIVERED: "green",
    OutgoingState.FILED: "grey",
    OutgoingState.CANCELLED: "grey",
}


def state_tone(state: State) -> str:
    """The colour of a state's chip; its word stands in it."""
    return (_TONES if isinstance(state, IncomingState) else _OUTGOING_TONES)[state]


def full_day(day: date) -> str:
    """`Jumat, 5 Juni 2026`: how a typed date is shown back."""
    words = (_("Senin"), _("Selasa"), _("Rabu"), _("Kamis"), _("Jumat"), _("Sabtu"), _("Minggu"))
    return f"{words[day.weekday()]}, {formats.day(day)}"


def short_day(day: date | None, today: date) -> str:
    """`20 Nov`, with the year when it is another one."""
    if day is None:
        return NONE
    number, month, year = formats.day(day).split()
    short = f"{number} {month[:3]}"
    return short if day.year == today.year else f"{short} {year}"


def column_day(day: date | None, today: date) -> str:
    """`20 Nov`, `29 Des 25` of another year: as short as a narrow column wants it."""
    if day is None or day.year == today.year:
        return short_day(day, today)
    return f"{short_day(day, day)} {day.year % 100:02}"


def waited(since: datetime, reading: Reading) -> str:
    """`3 jam kerja`: working time until now, in days as long as the office's own."""
    minutes = reading.calendar.working_minutes(since, reading.now)
    if minutes < 1:
        return _("baru saja")
    return formats.duration(minutes, minutes_of(reading.calendar.hours[0]) or formats.USUAL_DAY)


def late_words(days: int) -> str:
    """`lewat 3 hari kalender`: said so, because what waits is told in working days beside it."""
    return n_("lewat {days} hari kalender", days).format(days=formats.number(days))


def deadline(due: datetime | None, reading: Reading, *, open_: bool = True) -> Cell:
    """`lewat 2 hari` in red, `hari ini`, `besok`, or the day."""
    if due is None or not open_:
        return Cell(NONE)
    day = due.astimezone(reading.calendar.zone).date()
    late = (reading.today - day).days
    clock = formats.clock(due, reading.calendar.zone)
    if due < reading.now:
        if late == 0:
            return Cell(_("lewat {clock}").format(clock=clock), tone="red")
        # Under it: what waits is told in working days in the same row.
        told = n_("lewat {days} hari", late).format(days=formats.number(late))
        return Cell(told, _("kalender"), tone="red")
    if late == 0:
        return Cell(_("hari ini"), clock, tone="amber")
    return Cell(_("besok"), clock) if late == -1 else Cell(short_day(day, reading.today))


def urgency_mark(line: LetterLine) -> str:
    """`Segera · Rahasia`; "" for what is ordinary in both."""
    words = [urgency_word(line.urgency)] if line.urgency is not Urgency.BIASA else []
    words += [secrecy_word(line.secrecy)] if line.secrecy is not Secrecy.BIASA else []
    return " · ".join(words)


def holder(line: LetterLine, reading: Reading) -> Cell:
    """On whose desk, since when; letters that are through lie nowhere."""
    if not is_open(line.state):
        return Cell(NONE)
    name = position_word(line.holder_position, line.holder_capacity) or line.holder or _("Meja agenda")
    since = line.held_since or line.registered_at
    time = waited(since, reading)
    return Cell(name, time if time == _("baru saja") else _("sudah {time}").format(time=time))


def cells(line: LetterLine, reading: Reading) -> tuple[Cell, ...]:
    """The six columns of a list: Agenda, Tanggal, Surat, Status, Ada di, Batas."""
    return (
        Cell(str(line.ref.number), kind="number"),
        Cell(column_day(line.entered_on, reading.today), tone="muted"),
        Cell(line.subject, line.correspondent, urgency_mark(line)),
        Cell(state_word(line.state), tone=state_tone(line.state), kind="chip"),
        holder(line, reading),
        deadline(line.due_at, reading, open_=is_open(line.state)),
    )
