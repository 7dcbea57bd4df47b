"""What somebody should be reminded of today: promises that are broken or fall due, dispositions whose day is over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from correspondence.boards import SignatureWait
from correspondence.office import Office
from correspondence.services import boards
from correspondence.services.calendar import calendar_of
from correspondence.services.desk_queues import board_filter
from correspondence.services.notices import Notice, notices
from ui.reminders import ToRemind, Wait, by_officer, summary
from ui.screen.desk import Desk
from ui.screen.plain import push_button
from ui.screen.reminding import Reminding
from ui.screen.requests import ShowLetter, ShowPerson
from ui.screen.short_label import short_label
from ui.texts import _

_AT_MOST = 60
"""Lines looked at; nobody reminds of more in a morning, and the boards show them all."""
_SHOWN, _NOTICES_SHOWN = 6, 4


@dataclass(frozen=True, slots=True)
class DueToday:
    """What the panel and the tray tell of."""

    people: tuple[ToRemind, ...]
    notices: tuple[Notice, ...]

    @property
    def waits(self) -> tuple[Wait, ...]:
        return tuple(wait for each in self.people for wait in each.waits)


def due_today(office: Office) -> DueToday:
    """Read from the two boards along their indexes, the latest first."""
    now = office.clock.now()
    with office.open_reading() as unit:
        zone = calendar_of(unit).zone
    local = now.astimezone(zone)
    asked = [board_filter(code, local) for code in ("promises_broken", "promised_today")]
    promised = [line for each in asked for line in boards.signature_lines(office, asked=each, limit=_AT_MOST)]
    promised.sort(key=lambda each: (each.step.promised_for or local, each.step.id))
    overdue = [each for each in boards.disposition_lines(office, limit=_AT_MOST) if each.late]
    return DueToday(by_officer([*promised, *overdue]), notices(office))


class ReminderPanel(QFrame):
    """Quiet: a line per officer, with what can be sent to them by hand. Hidden when nobody needs reminding."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("reminders")
        self.setProperty("look", "card")
        self._desk = desk
        self.reminding = Reminding(desk)
        px = desk.look.px
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(px(4), px(4), px(4), px(4))
        self._rows.setSpacing(px(2))
        self.hide()

    def show_due(self, due: DueToday) -> None:
        """Another state of affairs."""
        while item := self._rows.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for each in due.people[:_SHOWN]:
            self._rows.addWidget(self._person(each))
        for notice in due.notices[:_NOTICES_SHOWN]:
            self._rows.addWidget(self._notice(notice))
        self.setVisible(bool(due.people or due.notices))

    def _person(self, each: ToRemind) -> QWidget:
        copy = push_button(_("Salin pengingat"), "quiet")
        copy.clicked.connect(partial(self.reminding.copy, each.waits))
        chat = push_button(_("WhatsApp"), "quiet")
        chat.clicked.connect(partial(self.reminding.open_whatsapp, each.waits))
        signatures = isinstance(each.waits[0], SignatureWait)
        page = "page_signatures" if signatures else "page_dispositions"
        first = each.waits[0]
        officer_id = first.step.officer_id if signatures else first.disposition.to_id  # type: ignore[union-attr]
        open_ = push_button(_("Buka"), "quiet")
        open_.clicked.connect(partial(self._desk.page_asked.emit, page, ShowPerson(officer_id)))
        for button, word in ((copy, _("Salin pengingat")), (chat, _("WhatsApp")), (open_, _("Buka"))):
            button.setAccessibleName(f"{word}: {each.who}")
        return self._row(
            each.who, summary(each.waits), copy, chat, open_, late=any(w.late for w in each.waits)
        )

    def _notice(self, notice: Notice) -> QWidget:
        told = _("dikembalikan {who}: {reason}").format(who=notice.returned_by, reason=notice.reason)
        if notice.initialled:
            told += " · " + _("sudah diparaf {who}").format(who=", ".join(notice.initialled))
        open_ = push_button(_("Buka"), "quiet")
        request = ShowLetter(notice.ref, notice.letter_id)
        open_.clicked.connect(partial(self._desk.page_asked.emit, "page_outgoing", request))
        return self._row(f"{notice.ref} · {notice.subject}", told, open_)

    def _row(self, text: str, second: str, *buttons: QWidget, late: bool = False) -> QWidget:
        row = QWidget()
        px = self._desk.look.px
        grid = QGridLayout(row)
        grid.setContentsMargins(px(12), px(4), px(8), px(4))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for place, (words, look) in enumerate(((text, ""), (second, "wrong" if late else "muted"))):
            label = short_label(words, look)
            label.setMinimumWidth(px(80))
            grid.addWidget(label, place, 0)
        for column, button in enumerate(buttons, start=1):
            grid.addWidget(button, 0, column, 2, 1)
        return row
