"""Disposisi and Tanda Tangan: who is waited for, since when in working time, promised for when; oldest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from correspondence.changes import Changes, Topic
from correspondence.dossier import Dossier, Pending
from correspondence.hours import minutes_of
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services import looking_up
from ui import formats
from ui.screen.desk import Desk
from ui.screen.detail_pane import DetailPane
from ui.screen.empty_state import EmptyState
from ui.screen.help_panel import Keys
from ui.screen.letters_delegate import LettersDelegate
from ui.screen.letters_model import ACCESSIBLE, ALIGNMENT, CELL, DISPLAY, ROOT, TOOLTIP
from ui.screen.letters_page import ShowLetter
from ui.screen.line_texts import NONE, Cell
from ui.screen.plain import plain_label, plain_tooltip
from ui.texts import _, mark, n_
from ui.words import task_word

COL_WHO, COL_LETTER, COL_WAITED, COL_PROMISED = range(4)
_WIDTHS = {COL_WHO: 220, COL_WAITED: 140, COL_PROMISED: 150}
Index = QModelIndex | QPersistentModelIndex


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


class WaitingModel(QAbstractTableModel):
    """Holds what is pending and formats it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: tuple[Pending, ...] = ()
        self._cells: list[tuple[Cell, ...]] = []

    def set_rows(self, rows: Sequence[Pending]) -> None:
        """Another state of affairs."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._cells = [self._format(each) for each in rows]
        self.endResetModel()

    def pending_at(self, row: int) -> Pending | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, item_id: int) -> int:
        """The row of a disposition or a line of a chain, -1 when it does not wait any more."""
        return next((row for row, each in enumerate(self._rows) if each.item_id == item_id), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else COL_PROMISED + 1

    def data(self, index: Index, role: int = DISPLAY) -> object:
        cell = self._cells[index.row()][index.column()]
        if role == CELL:
            return cell
        if role == DISPLAY:
            return cell.text
        if role == TOOLTIP:
            return plain_tooltip(cell.whole)
        return cell.whole if role == ACCESSIBLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == ALIGNMENT:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        headings = (_("Ditunggu dari"), _("Surat"), _("Menunggu"), _("Dijanjikan"))
        return headings[section] if role == DISPLAY else None

    def _format(self, each: Pending) -> tuple[Cell, ...]:
        calendar = self._desk.known.calendar
        day = minutes_of(calendar.hours[0]) or formats.USUAL_DAY
        who = Cell(each.position or each.officer, each.officer if each.position else "")
        task = task_word(each.task) if each.task is not None else ""
        letter = Cell(each.subject, " · ".join(text for text in (str(each.ref), each.unit) if text), task)
        zone = calendar.zone
        waited = Cell(formats.duration(each.waiting_minutes, day), formats.instant(each.requested_at, zone))
        if each.promised_for is None:
            return who, letter, waited, Cell(NONE)
        promised = formats.instant(each.promised_for, zone)
        late = each.promise_broken
        return who, letter, waited, Cell(promised, _("lewat") if late else "", tone="red" if late else "")


class WaitingView(QTableView):
    """`stood_on` carries the row one stands on."""

    stood_on = Signal(int)
    opened = Signal()

    def __init__(self, model: WaitingModel, desk: Desk, name: str) -> None:
        super().__init__()
        self._saying = QTimer(self, singleShot=True, interval=0)
        self._saying.timeout.connect(lambda: self.stood_on.emit(self.currentIndex().row()))
        self.setObjectName(name)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        delegate = LettersDelegate(desk.look, self)
        self.setItemDelegate(delegate)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(delegate.row_height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(COL_LETTER, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, desk.look.px(width))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        self._saying.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


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
        self._view.opened.connect(self._detail.take_focus)
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
        card = QFrame()
        inner = QVBoxLayout(card)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._list)
        body = QSplitter(Qt.Orientation.Horizontal)
        body.setChildrenCollapsible(False)
        body.setHandleWidth(px(12))
        body.addWidget(card)
        body.addWidget(self._detail)
        body.setStretchFactor(0, 1)
        body.setStretchFactor(1, 0)
        body.setSizes([px(820), px(296)])
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(20))
        column.setSpacing(px(12))
        column.addLayout(head)
        column.addWidget(body, 1)

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
