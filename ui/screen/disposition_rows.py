"""One letter's dispositions below each other, two lines each: who, what for, since when, how late, with their reports' files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from correspondence.dossier import DispositionLine, Dossier
from correspondence.letters import Attachment
from correspondence.workflow import DispositionState, Step
from ui.screen.board_rows import day_and_clock
from ui.screen.chips import state_chip
from ui.screen.desk import Desk
from ui.screen.disposition_branches import Branch, branches, lateness, since_text
from ui.screen.explained_time import explain_time
from ui.screen.files import file_line
from ui.screen.letter_sections import menu_button
from ui.screen.line_texts import Reading
from ui.screen.plain import plain_label, push_button
from ui.screen.short_label import short_label
from ui.screen.steps import disposition_steps
from ui.screen.theme import Look
from ui.texts import _
from ui.words import state_word, step_word

_INDENT = 26
_MIDDLE = 19
_ROOM_FOR_WORDS = 860
_TONES = {
    DispositionState.SENT: "grey",
    DispositionState.READ: "blue",
    DispositionState.IN_PROGRESS: "amber",
    DispositionState.DONE: "green",
    DispositionState.RECALLED: "grey",
    DispositionState.RETURNED: "red",
}


@dataclass(frozen=True, slots=True)
class TreeActs:
    """What a tree can do: open a report's file, take a step of one disposition; `take` is None where it is only read."""

    open_file: Callable[[Attachment], None]
    take: Callable[[int, Step], None] | None = None


class TreeRow(QWidget):
    """One disposition with the lines that lead to it."""

    def __init__(self, look: Look, branch: Branch, reading: Reading) -> None:
        super().__init__()
        self._look, self._branch = look, branch
        line, one = branch.line, branch.line.disposition
        self._grid = grid = QGridLayout(self)
        left = look.px(16) + branch.depth * look.px(_INDENT) + look.px(36)
        grid.setContentsMargins(left, look.px(3), look.px(12), look.px(3))
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        who = short_label(line.recipient_position or line.recipient)
        who.setFont(look.font(strong=one.lead))
        grid.addWidget(who, 0, 0)
        what = "; ".join(part for part in (*one.instructions, one.note) if part)
        report = _("Laporan: {text}").format(text=one.report) if one.report else ""
        told = [line.recipient if line.recipient_position else "", report or what]
        grid.addWidget(short_label(" · ".join(part for part in told if part), "muted"), 1, 0)
        due, late = lateness(one, reading)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(state_chip(state_word(one.state), _TONES[one.state]), 0, 2, right)
        if due:
            grid.addWidget(plain_label(due, "wrong" if late else "muted"), 0, 1, right)
        self.since = plain_label(since_text(one, reading), "muted")
        grid.addWidget(self.since, 1, 1, 1, 2, right)
        lead = _("penanggung jawab") if one.lead else _("tembusan kerja")
        name = line.recipient_position or line.recipient
        state = state_word(one.state)
        spoken = (lead, name, what, report, state, since_text(one, reading), due)
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.setToolTip("")

    def add_buttons(self, files: Sequence[QPushButton], steps: QPushButton | None) -> None:
        """The report's files below, the steps at the right."""
        for place, button in enumerate(files):
            self._grid.addWidget(button, 2 + place, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        if steps is not None:
            self._grid.addWidget(steps, 0, 3, 2, 1, Qt.AlignmentFlag.AlignVCenter)

    def keep_room_for_steps(self, width: int) -> None:
        """As wide as the menu of steps, there or not."""
        gap = 0 if self._grid.itemAtPosition(0, 3) is not None else self._grid.horizontalSpacing()
        self._grid.setColumnMinimumWidth(3, width + gap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, branch = self._look, self._branch
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        indent, left = look.px(_INDENT), look.px(30)
        middle = look.px(_MIDDLE)
        painter.setPen(QPen(look.colour("control"), max(1, look.px(2))))
        # Those at the top hang on nothing: the line of a level is that of the ones below it.
        for level, goes_on in enumerate(branch.trunks[1:]):
            if goes_on:
                x = left + level * indent
                painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        x = left + branch.depth * indent
        above = left + (branch.depth - 1) * indent
        if branch.depth:
            painter.drawLine(QPointF(above, 0), QPointF(above, middle))
            painter.drawLine(QPointF(above, middle), QPointF(x, middle))
            if not branch.last:
                painter.drawLine(QPointF(above, 0), QPointF(above, self.height()))
        if branch.handed_on:
            painter.drawLine(QPointF(x, middle), QPointF(x, self.height()))
        self._paint_mark(painter, QPointF(x, middle))
        painter.end()

    def _paint_mark(self, painter: QPainter, centre: QPointF) -> None:
        """The "1" of the lead and the "V" of the others, as on the sheet."""
        look, lead = self._look, self._branch.line.disposition.lead
        radius = look.px(10)
        painter.setPen(QPen(look.colour("accent" if lead else "control"), max(1, look.px(2))))
        painter.setBrush(look.colour("accent" if lead else "paper"))
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(look.colour("accent_ink" if lead else "ink"))
        painter.setFont(look.font(12, strong=True))
        room = self.rect()
        room.setRect(
            round(centre.x() - radius), round(centre.y() - radius), round(2 * radius), round(2 * radius)
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), "1" if lead else "V")


class TreeSheet(QScrollArea):
    """The whole tree of a letter; made anew for every letter and after every step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._menus: dict[int, QPushButton] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Pohon disposisi"))

    def show_dossier(self, dossier: Dossier | None, acts: TreeActs) -> None:
        """Another letter's tree, or the same one as it stands now; where one has scrolled to stays."""
        desk = self._desk
        reading = Reading(desk.now, desk.known.calendar)
        sheet = QWidget()
        sheet.setProperty("look", "sheet")
        rows = QVBoxLayout(sheet)
        rows.setContentsMargins(0, desk.look.px(4), 0, desk.look.px(4))
        rows.setSpacing(0)
        giver: tuple[str, object] | None = None
        brief = self.window().width() < desk.look.px(_ROOM_FOR_WORDS)
        made: list[TreeRow] = []
        menus: dict[int, QPushButton] = {}
        for branch in branches(dossier) if dossier is not None else ():
            one = branch.line.disposition
            if branch.depth == 0 and (branch.line.sender, one.sent_at) != giver:
                giver = (branch.line.sender, one.sent_at)
                rows.addWidget(self._giver(branch.line, reading))
            row = TreeRow(desk.look, branch, reading)
            if dossier is not None:
                menu = _steps(dossier, one.id, acts, brief=brief)
                if menu is not None:
                    menus[one.id] = menu
                row.add_buttons(_files(dossier, one.id, acts), menu)
                if one.live or one.done_at:
                    who = branch.line.recipient_position or branch.line.recipient
                    what = f"{who}: {dossier.letter.subject}"
                    explain_time(row.since, desk, what, one.sent_at, one.done_at)
            made.append(row)
            rows.addWidget(row)
        rows.addStretch()
        at, held = self.verticalScrollBar().value(), self._held()
        self.setWidget(sheet)
        # Where some rows have a menu, those without one keep its room: states stand below each other.
        width = max((each.sizeHint().width() for each in menus.values()), default=0)
        for row in made:
            row.keep_room_for_steps(width)
        self.verticalScrollBar().setValue(at)
        if held is not None:
            again: QWidget = menus[held] if held in menus else self._list_beside()
            again.setFocus()
        self._menus = menus

    def leave(self) -> None:
        """Nothing is shown any more: the keyboard goes to the letters beside, if it was here."""
        if self._held() is not None:
            self._list_beside().setFocus()

    def _held(self) -> int | None:
        """The disposition whose button has the keyboard, 0 for any other button; None when it is elsewhere."""
        here, sheet = self.window().focusWidget(), self.widget()
        if sheet is None or here not in sheet.findChildren(QPushButton):
            return None
        return next((key for key, menu in self._menus.items() if menu is here), 0)

    def _list_beside(self) -> QWidget:
        """Where the keyboard goes when its button is gone: to the letters beside the tree, else it stays in the tree."""
        above = self.parentWidget()
        while above is not None and above.focusProxy() is None:
            above = above.parentWidget()
        return above if above is not None else self

    def _giver(self, line: DispositionLine, reading: Reading) -> QWidget:
        who = line.sender or _("pimpinan")
        when = day_and_clock(line.disposition.sent_at, reading)
        label = plain_label(_("Dari {who}, {when}").format(who=who, when=when), "section")
        px = self._desk.look.px
        label.setContentsMargins(px(16), px(6), px(16), 0)
        return label


def _files(dossier: Dossier, disposition_id: int, acts: TreeActs) -> list[QPushButton]:
    made = []
    for each in dossier.attachments:
        if each.disposition_id == disposition_id:
            button = push_button(file_line(each.name, each.size), "quiet", name="report_file")
            button.setAccessibleName(_("Buka {name}").format(name=each.name))
            button.clicked.connect(partial(acts.open_file, each))
            made.append(button)
    return made


def _steps(dossier: Dossier, disposition_id: int, acts: TreeActs, *, brief: bool) -> QPushButton | None:
    take = acts.take
    entries = [
        (step_word(step), partial(take, disposition_id, step))
        for step in disposition_steps(dossier, disposition_id)
        if take is not None
    ]
    if not entries:
        return None
    button = menu_button("▾" if brief else _("Langkah ▾"), entries)
    button.setAccessibleName(_("Langkah"))
    return button
