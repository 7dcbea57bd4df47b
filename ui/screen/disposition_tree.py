"""The whole tree of a letter's dispositions on one screen: who, since when, what for, how late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from correspondence.dispositions import Disposition
from correspondence.dossier import DispositionLine, Dossier
from correspondence.workflow import DispositionState
from ui import formats
from ui.screen.board_rows import day_and_clock, time_waited
from ui.screen.chips import state_chip
from ui.screen.desk import Desk
from ui.screen.line_texts import Reading, short_day
from ui.screen.plain import plain_label, push_button
from ui.screen.theme import Look
from ui.texts import _, n_
from ui.words import state_word

_INDENT = 34
_TONES = {
    DispositionState.SENT: "grey",
    DispositionState.READ: "blue",
    DispositionState.IN_PROGRESS: "amber",
    DispositionState.DONE: "green",
    DispositionState.RECALLED: "grey",
    DispositionState.RETURNED: "red",
}


@dataclass(frozen=True, slots=True)
class Branch:
    """One disposition in its place. `trunks` says for each one above it, from the top, whether another follows beside it.

    `last` of those beside it; `handed_on` when others stand below.
    """

    line: DispositionLine
    depth: int
    trunks: tuple[bool, ...]
    last: bool
    handed_on: bool


def branches(dossier: Dossier) -> tuple[Branch, ...]:
    """The tree from top to bottom as it is read: each disposition before those it was handed on to, leads first."""
    below: dict[int | None, list[DispositionLine]] = {}
    known = {each.disposition.id for each in dossier.dispositions}
    for each in dossier.dispositions:
        parent = each.disposition.parent_id
        below.setdefault(parent if parent in known else None, []).append(each)

    def walk(parent: int | None, depth: int, trunks: tuple[bool, ...]) -> Iterator[Branch]:
        here = sorted(
            below.get(parent, []),
            key=lambda each: (each.disposition.sent_at, not each.disposition.lead, each.disposition.id),
        )
        for number, line in enumerate(here, start=1):
            last = number == len(here)
            yield Branch(line, depth, trunks, last, line.disposition.id in below)
            yield from walk(line.disposition.id, depth + 1, (*trunks, not last))

    return tuple(walk(None, 0, ()))


def lateness(one: Disposition, reading: Reading) -> tuple[str, bool]:
    """`batas 9 Okt · lewat 3 hari`, and whether it is or was late. Done too late is told as well."""
    if one.due_on is None:
        return "", False
    due = _("batas {when}").format(when=short_day(one.due_on, reading.today))
    until = one.done_at.astimezone(reading.calendar.zone).date() if one.done_at else reading.today
    days = (until - one.due_on).days
    if days <= 0 or not (one.live or one.done_at):
        return due, False
    late = n_("lewat {days} hari", days).format(days=formats.number(days))
    return f"{due} · {late}", True


def since_text(one: Disposition, reading: Reading) -> str:
    """`sejak 7 Okt 09.00 · 3 jam kerja`, until now or until it was done."""
    until = one.done_at or reading.now
    time = time_waited(reading.calendar.working_minutes(one.sent_at, until), reading.calendar)
    since = _("sejak {when}").format(when=day_and_clock(one.sent_at, reading))
    return f"{since} · {time}" if one.live or one.done_at else since


class TreeRow(QWidget):
    """One disposition with the lines that lead to it."""

    def __init__(self, look: Look, branch: Branch, reading: Reading) -> None:
        super().__init__()
        self._look, self._branch = look, branch
        line, one = branch.line, branch.line.disposition
        grid = QGridLayout(self)
        left = look.px(16) + branch.depth * look.px(_INDENT) + look.px(40)
        grid.setContentsMargins(left, look.px(8), look.px(16), look.px(8))
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(1))
        grid.setColumnStretch(0, 1)
        who = plain_label(line.recipient_position or line.recipient, wrap=True)
        who.setFont(look.font(strong=one.lead))
        grid.addWidget(who, 0, 0)
        what = "; ".join(part for part in (*one.instructions, one.note) if part)
        told = [line.recipient if line.recipient_position else "", what]
        grid.addWidget(plain_label(" · ".join(part for part in told if part), "muted", wrap=True), 1, 0)
        if one.report:
            report = _("Laporan: {text}").format(text=one.report)
            grid.addWidget(plain_label(report, "muted", wrap=True), 2, 0)
        due, late = lateness(one, reading)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        grid.addWidget(state_chip(state_word(one.state), _TONES[one.state]), 0, 1, right)
        grid.addWidget(plain_label(since_text(one, reading), "muted"), 1, 1, right)
        if due:
            grid.addWidget(plain_label(due, "wrong" if late else "muted"), 2, 1, right)
        lead = _("penanggung jawab") if one.lead else _("tembusan kerja")
        spoken = (lead, who.text(), what, state_word(one.state), since_text(one, reading), due)
        self.setAccessibleName(", ".join(part for part in spoken if part))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, branch = self._look, self._branch
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        indent, left = look.px(_INDENT), look.px(30)
        middle = look.px(20)
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
        radius = look.px(11)
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


class DispositionTree(QDialog):
    """The tree of one letter, as it stands now."""

    def __init__(self, desk: Desk, dossier: Dossier, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("disposition_tree")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        letter, px = dossier.letter, desk.look.px
        self.setWindowTitle(_("Pohon disposisi {ref}").format(ref=letter.ref))
        reading = Reading(desk.now, desk.known.calendar)
        sheet = QFrame()
        sheet.setProperty("look", "card")
        rows = QVBoxLayout(sheet)
        rows.setContentsMargins(1, px(6), 1, px(6))
        rows.setSpacing(0)
        giver: tuple[str, object] | None = None
        for branch in branches(dossier):
            one = branch.line.disposition
            if branch.depth == 0 and (branch.line.sender, one.sent_at) != giver:
                giver = (branch.line.sender, one.sent_at)
                rows.addWidget(self._giver(desk, branch.line, reading))
            rows.addWidget(TreeRow(desk.look, branch, reading))
        rows.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        self._lay_out(desk, dossier, scroll)
        room = parent.window().size()
        self.resize(min(px(860), room.width() - 40), min(px(640), room.height() - 40))

    def _giver(self, desk: Desk, line: DispositionLine, reading: Reading) -> QWidget:
        who = line.sender or _("pimpinan")
        when = day_and_clock(line.disposition.sent_at, reading)
        label = plain_label(_("Dari {who}, {when}").format(who=who, when=when), "section")
        px = desk.look.px
        label.setContentsMargins(px(16), px(8), px(16), px(2))
        return label

    def _lay_out(self, desk: Desk, dossier: Dossier, tree: QWidget) -> None:
        px = desk.look.px
        lines = [each.disposition for each in dossier.dispositions]
        open_ = sum(each.live for each in lines)
        reading = Reading(desk.now, desk.known.calendar)
        late = sum(each.live and lateness(each, reading)[1] for each in lines)
        told = [
            f"{dossier.letter.ref} · {dossier.letter.correspondent}",
            n_("{count} disposisi", len(lines)).format(count=formats.number(len(lines))),
            n_("{count} belum selesai", open_).format(count=formats.number(open_))
            if open_
            else _("semua selesai"),
        ]
        head = QHBoxLayout()
        head.addWidget(plain_label(" · ".join(told), "muted", wrap=True), 1)
        if late:
            word = n_("{count} terlambat", late).format(count=formats.number(late))
            head.addWidget(state_chip(word, "red"))
        legend = plain_label(_("1 penanggung jawab · V ikut menerima"), "muted")
        close = push_button(_("Tutup"), name="reject", keys="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(legend, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(16))
        column.setSpacing(px(8))
        column.addWidget(plain_label(dossier.letter.subject, "heading", wrap=True))
        column.addLayout(head)
        column.addWidget(tree, 1)
        column.addLayout(foot)
