"""Disposisi and Tanda Tangan: who is waited for, since when in working time, promised for when; oldest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from correspondence.changes import Changes, Topic
from correspondence.dossier import Dossier, Pending
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services import looking_up
from ui import formats
from ui.screen.beside import Beside
from ui.screen.desk import Desk
from ui.screen.detail_pane import DetailPane
from ui.screen.empty_state import EmptyState
from ui.screen.help_panel import Keys
from ui.screen.plain import plain_label
from ui.screen.requests import ShowLetter
from ui.screen.waiting_list import COL_PROMISED, COL_WHO, WaitingModel, WaitingView
from ui.texts import _, mark, n_


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page of what waits."""

    view: str
    title: str
    nothing: str
    fetch: Callable[[Office], Sequence[Pending]]
    promised: bool


DISPOSITIONS = Waiting(
    "dispositions_view",
    mark("Disposisi"),
    mark("Tidak ada disposisi yang menunggu. Surat yang didisposisikan muncul di sini sampai selesai."),
    looking_up.pending_dispositions,
    promised=False,
)
SIGNATURES = Waiting(
    "signatures_view",
    mark("Tanda Tangan"),
    mark(
        "Tidak ada yang menunggu paraf atau tanda tangan. Konsep yang diajukan muncul di sini sampai ditandatangani."
    ),
    looking_up.pending_signatures,
    promised=True,
)


class WaitingPage(QWidget):
    """A list of what waits, and the letter beside it with its steps."""

    def __init__(self, desk: Desk, what: Waiting) -> None:
        super().__init__()
        self._desk = desk
        self._what = what
        self.title = _(what.title)
        self.setAccessibleName(self.title)
        self._model = WaitingModel(desk, self)
        self._view = WaitingView(self._model, desk, what.view)
        self._view.setAccessibleName(_("Daftar {page}").format(page=self.title))
        self._view.setColumnHidden(COL_PROMISED, not what.promised)
        self._detail = DetailPane(desk)
        self._detail.acts.edit_asked.connect(self._edit)
        self._view.stood_on.connect(self._show_row)
        self._view.opened.connect(self._open_detail)
        self._make()
        self.setFocusProxy(self._view)

    def refresh(self) -> None:
        """Reads again who is waited for."""
        self._desk.ask(self._what.fetch, self._show, owner=self, replaces="waiting")
        self._detail.refresh()

    def on_changed(self, changes: Changes) -> None:
        """A step on any letter may take a line away or bring one."""
        if changes.refs or Topic.MANY_LETTERS in changes.topics or Topic.PEOPLE in changes.topics:
            self.refresh()

    def key_actions(self) -> dict[str, Callable[[], None]]:
        """As on the pages of letters."""
        actions = self._detail.acts
        return {"Ctrl+P": actions.print_cover, "Ctrl+D": actions.dispose, "Ctrl+T": actions.set_chain}

    def help_keys(self) -> Keys:
        """For F1."""
        return (("↑ ↓", _("pindah baris")), ("Enter", _("ke tombol langkah berikutnya")))

    def _make(self) -> None:
        px = self._desk.look.px
        self._count = plain_label("", "muted")
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(plain_label(self.title, "title"))
        head.addWidget(self._count)
        head.addStretch()
        self._empty = EmptyState(self._desk.look, "done")
        self._empty.show_text(_(self._what.nothing))
        self._list = QStackedWidget()
        self._list.addWidget(self._view)
        self._list.addWidget(self._empty)
        self._list.setFocusProxy(self._view)
        self._beside = Beside(self._desk.look, self._list, self._detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(20))
        column.setSpacing(px(12))
        column.addLayout(head)
        column.addWidget(self._beside, 1)

    def _show(self, rows: Sequence[Pending]) -> None:
        here = self._model.pending_at(self._view.currentIndex().row())
        at = self._view.verticalScrollBar().value()
        row = self._view.currentIndex().row()
        self._model.set_rows(rows)
        self._count.setText(n_("{count} menunggu", len(rows)).format(count=formats.number(len(rows))))
        self._list.setCurrentWidget(self._view if rows else self._empty)
        if not rows:
            self._detail.show_letter(None)
            return
        found = self._model.row_of(here.item_id) if here is not None else -1
        # What was dealt with is gone: its neighbour is the next one to deal with.
        stand = found if found >= 0 else min(max(row, 0), len(rows) - 1)
        self._view.verticalScrollBar().setValue(at)
        self._view.setCurrentIndex(self._model.index(stand, COL_WHO))
        self._show_row(stand)

    def _open_detail(self) -> None:
        self._beside.open_detail()
        self._detail.take_focus()

    def _show_row(self, row: int) -> None:
        pending = self._model.pending_at(row)
        if pending is not None:
            self._detail.show_letter(pending.ref)

    def _edit(self, dossier: Dossier) -> None:
        self._go(dossier.letter.ref, dossier.letter.id)

    def _go(self, ref: LetterRef, letter_id: int) -> None:
        page = "page_incoming" if ref.book == "incoming" else "page_outgoing"
        self._desk.page_asked.emit(page, ShowLetter(ref, letter_id))


def dispositions_page(desk: Desk) -> WaitingPage:
    """Disposisi."""
    return WaitingPage(desk, DISPOSITIONS)


def signatures_page(desk: Desk) -> WaitingPage:
    """Tanda Tangan."""
    return WaitingPage(desk, SIGNATURES)
