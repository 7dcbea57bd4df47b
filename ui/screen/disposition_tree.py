"""The whole tree of a letter's dispositions on one screen: who, since when, what for, how late."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from correspondence.dossier import Dossier
from ui.screen.chips import state_chip
from ui.screen.desk import Desk
from ui.screen.disposition_branches import branches, lateness, since_text, summary
from ui.screen.disposition_rows import TreeActs, TreeRow, TreeSheet
from ui.screen.line_texts import Reading
from ui.screen.plain import push_button
from ui.screen.short_label import short_label
from ui.texts import _

__all__ = ["DispositionTree", "TreeRow", "branches", "lateness", "since_text"]


class DispositionTree(QDialog):
    """The tree of one letter, as it stands now."""

    def __init__(self, desk: Desk, dossier: Dossier, parent: QWidget, acts: TreeActs) -> None:
        super().__init__(parent)
        self.setObjectName("disposition_tree")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Pohon disposisi {ref}").format(ref=dossier.letter.ref))
        px = desk.look.px
        tree = TreeSheet(desk)
        tree.show_dossier(dossier, acts)
        card = QFrame()
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(tree)
        self._lay_out(desk, dossier, card)
        room = parent.window().size()
        self.resize(min(px(900), room.width() - 24), min(px(728), room.height() - 24))

    def _lay_out(self, desk: Desk, dossier: Dossier, tree: QWidget) -> None:
        px = desk.look.px
        told, late = summary(dossier, Reading(desk.now, desk.known.calendar))
        head = QHBoxLayout()
        who = f"{dossier.letter.ref} · {told} · {dossier.letter.correspondent}"
        head.addWidget(short_label(who, "muted"), 1)
        if late:
            head.addWidget(state_chip(late, "red"))
        legend = short_label(_("1 penanggung jawab · V ikut menerima"), "muted")
        close = push_button(_("Tutup"), name="reject", keys="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(legend, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(6))
        column.addWidget(short_label(dossier.letter.subject, "heading"))
        column.addLayout(head)
        column.addWidget(tree, 1)
        column.addLayout(foot)
