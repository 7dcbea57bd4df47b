"""The letter's way as a line of stops, newest last, the open one hollow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from correspondence.dossier import Dossier
from correspondence.journal import JournalEntry
from correspondence.services.promising import PROMISED
from correspondence.signatures import OPEN_STEPS, SignatureTask, current_round
from correspondence.workflow import IncomingState, OutgoingState, SignatureState, is_open
from ui import formats
from ui.screen.board_rows import day_and_clock
from ui.screen.line_texts import Reading, deadline, short_day, waited
from ui.screen.plain import plain_label, plain_tooltip
from ui.screen.theme import Look
from ui.texts import _, mark
from ui.words import done_word, position_word

# Entries that tell of the letter's way; corrections and attachments stand in the journal below.
_ASIDE = frozenset({"corrected", "attached", "chain_set", "field_added", "deadline_moved"})
# Steps that hand something to somebody: to whom it went says more than who sent it.
_HANDED = frozenset({"submit", "dispose", "send_for_review", "disposition_forward"})
_WAITS = {
    IncomingState.REGISTERED: mark("Menunggu diajukan"),
    OutgoingState.DRAFT: mark("Konsep di meja agenda"),
    OutgoingState.NEEDS_REVISION: mark("Menunggu perbaikan"),
    OutgoingState.SIGNED: mark("Menunggu nomor"),
    OutgoingState.NUMBERED: mark("Menunggu dikirim"),
}


@dataclass(frozen=True, slots=True)
class Stop:
    """`text` above, `second` below; `open_` is where the letter is now, `late` when its deadline has passed.

    `since` is when the time began that `second` tells; None where it tells none.
    """

    text: str
    second: str
    open_: bool = False
    late: bool = False
    since: datetime | None = None


Explain = Callable[[QWidget, datetime], None]


def stops(dossier: Dossier, reading: Reading) -> tuple[Stop, ...]:
    """What was done, oldest first, and where the letter waits now."""
    done = [_done(entry, dossier, reading) for entry in dossier.journal if entry.step not in _ASIDE]
    return (*done, *_waiting(dossier, reading))


def _done(entry: JournalEntry, dossier: Dossier, reading: Reading) -> Stop:
    text = done_word(entry.step)
    people = [
        ("1 " if each.disposition.lead else "V ") + (each.recipient_position or each.recipient)
        for each in dossier.dispositions
        if each.disposition.sent_at == entry.at
    ]
    told = ", ".join(people) if people else _promise_told(entry, reading) or _told(entry)
    text = f"{text}: {told}" if told else text
    local = entry.at.astimezone(reading.calendar.zone)
    when = f"{short_day(local.date(), reading.today)} {formats.clock(entry.at, reading.calendar.zone)}"
    return Stop(text, " · ".join(part for part in (entry.by, when, entry.note) if part))


def _promise_told(entry: JournalEntry, reading: Reading) -> str:
    """`hari ini 14.00 (Budi Santoso, S.Sos.)`, whoever it was promised of; "" for an entry that promises nothing."""
    if entry.step != PROMISED:
        return ""
    promised, who = (entry.changes.get(name, ("", ""))[1] for name in ("promised_for", "officer"))
    when = day_and_clock(datetime.fromisoformat(promised), reading) if promised else _("ditarik")
    return f"{when} ({who})" if who else when


def _told(entry: JournalEntry) -> str:
    """What the journal says of a step beside its note: under which number, by whom; of what was handed on, to whom.

    After an initial `to` is who was asked next, not who gave it. Of what was taken back, which step that was.
    """
    if "undone" in entry.changes:
        return done_word(entry.changes["undone"][1])
    people = ("to", "officer") if entry.step in _HANDED else ("officer", "to")
    said = (entry.changes.get(name, ("", ""))[1] for name in ("letter_number", "received_by", *people))
    return next((text for text in said if text), "")


def _waiting(dossier: Dossier, reading: Reading) -> tuple[Stop, ...]:
    letter = dossier.letter
    if not is_open(letter.state):
        return ()
    holder = dossier.holder
    who = (position_word(holder.position, holder.capacity) or holder.officer) if holder else ""
    text = _("Di meja {who}").format(who=who) if who else _(_WAITS.get(letter.state, "Di meja agenda"))
    since = holder.since if holder else letter.registered_at
    time = waited(since, reading)
    told = [time if time == _("baru saja") else _("menunggu {time}").format(time=time)]
    due = deadline(letter.due_at, reading)
    if letter.due_at is not None:
        told.append(_("batas {when}").format(when=due.text))
    promised, broken = _promised(dossier, reading)
    told += promised
    return (Stop(text, " · ".join(told), open_=True, late=dossier.overdue or broken, since=since),)


def _promised(dossier: Dossier, reading: Reading) -> tuple[list[str], bool]:
    """`paraf dijanjikan hari ini 11.00`, `TTD dijanjikan hari ini 14.00`, whoever is asked now; and whether one is broken."""
    lines = current_round(line.step for line in dossier.signatures)
    asked = [each for each in lines if each.promised_for and each.state in OPEN_STEPS]
    told = []
    for each in asked:
        signs = each.task is SignatureTask.SIGN
        if each.promised_for is None or not (signs or each.state is SignatureState.REQUESTED):
            continue
        said = _("TTD dijanjikan {when}") if signs else _("paraf dijanjikan {when}")
        when = day_and_clock(each.promised_for, reading)
        over = each.promised_for < reading.now
        told.append(said.format(when=_("{when}, lewat").format(when=when) if over else when))
    broken = any(each.promised_for is not None and each.promised_for < reading.now for each in asked)
    return told, broken and bool(told)


class _StopRow(QWidget):
    """A dot on the line, two texts beside it."""

    def __init__(self, stop: Stop, look: Look, *, first: bool, last: bool) -> None:
        super().__init__()
        self._stop, self._look, self._first, self._last = stop, look, first, last
        text = plain_label(stop.text, wrap=True)
        self.second = second = plain_label(stop.second, "wrong" if stop.late else "muted", wrap=True)
        second.setToolTip(plain_tooltip(stop.second))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(22), look.px(2), 0, look.px(8))
        column.setSpacing(0)
        column.addWidget(text)
        column.addWidget(second)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y, radius = look.px(7), look.px(11), look.px(4.5)
        line = QPen(look.colour("control"), max(1, look.px(2)))
        painter.setPen(line)
        if not self._first:
            painter.drawLine(QPointF(x, 0), QPointF(x, y - radius))
        if not self._last:
            painter.drawLine(QPointF(x, y + radius), QPointF(x, self.height()))
        colour = look.colour("red_text" if self._stop.late else "accent")
        painter.setPen(QPen(colour, max(1.5, look.px(2))))
        painter.setBrush(look.colour("paper") if self._stop.open_ else colour)
        painter.drawEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
        painter.end()


class Journey(QWidget):
    """The stops below each other."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journey")
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_stops(self, way: tuple[Stop, ...], explain: Explain | None = None) -> None:
        """Shows another letter's way; `explain` is called with each time told and since when it runs."""
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for number, stop in enumerate(way):
            row = _StopRow(stop, self._look, first=number == 0, last=number == len(way) - 1)
            self._column.addWidget(row)
            if stop.since is not None and explain is not None:
                explain(row.second, stop.since)
        self.setAccessibleName("; ".join(f"{stop.text}, {stop.second}" for stop in way))
