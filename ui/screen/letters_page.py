"""Surat Masuk, Surat Keluar, Ekspedisi: a list, the letter beside it, and the form over both when one is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from correspondence.changes import Changes, Topic
from correspondence.dossier import Dossier
from correspondence.numbering import LetterRef
from correspondence.search import Count
from correspondence.workflow import Direction
from ui import formats
from ui.screen.books import ALL, DISPATCH_BOOK, INCOMING_BOOK, OUTGOING_BOOK, Book
from ui.screen.chips import FilterChips
from ui.screen.desk import Desk
from ui.screen.detail_pane import DetailPane
from ui.screen.empty_state import EmptyState
from ui.screen.filter_bar import FilterBar
from ui.screen.help_panel import Keys
from ui.screen.icons import icon
from ui.screen.letter_form import LetterFormPage
from ui.screen.letters_model import COL_AGENDA, COL_DATE
from ui.screen.letters_query import LettersQuery
from ui.screen.letters_view import LettersView
from ui.screen.plain import plain_label, push_button
from ui.texts import _, n_


@dataclass(frozen=True, slots=True)
class ShowQueue:
    """Asks a page of letters for one of its chips."""

    chip: str


@dataclass(frozen=True, slots=True)
class ShowLetter:
    """Asks a page of letters for one letter."""

    ref: LetterRef
    letter_id: int | None = None


class SearchField(QLineEdit):
    """Esc empties it, Down goes into the list."""

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        self._view = view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class LettersPage(QWidget):
    """One book. The form lies over the list while a letter is written; leaving the page keeps it there."""

    def __init__(self, desk: Desk, book: Book) -> None:
        super().__init__()
        self._desk = desk
        self._book = book
        self._form: LetterFormPage | None = None
        self._to_stand_on: int | None = None
        self.title = _(book.title)
        self.setAccessibleName(self.title)
        self._query = LettersQuery(desk, book, self)
        self._view = LettersView(self._query.model, desk, book)
        self._view.setAccessibleName(_("Daftar {page}").format(page=self.title))
        self._detail = DetailPane(desk)
        self._make()
        self._query.arrived.connect(self._arrived)
        self._query.counted.connect(self._show_counts)
        self._query.model.dataChanged.connect(lambda *_which: self._show_current())
        self._view.stood_on.connect(lambda _id: self._show_current())
        self._view.opened.connect(self._detail.take_focus)
        self._detail.acts.edit_asked.connect(self._edit)
        self._view.horizontalHeader().sectionClicked.connect(self._turn_round)
        self.setFocusProxy(self._view)
        self._query.load()

    # ---------------------------------------------------------------------------------- asked by the window

    def refresh(self) -> None:
        """Reads the list again; the row one stands on stays."""
        self._query.reload(self._view.currentIndex().row())
        self._detail.refresh()

    def on_changed(self, changes: Changes) -> None:
        """A letter was touched; another book's changes cost this page nothing but its counts."""
        mine = any(ref.book == self._book.direction.value for ref in changes.refs)
        if mine or Topic.MANY_LETTERS in changes.topics or Topic.HOLIDAYS in changes.topics:
            self.refresh()

    def receive(self, request: object) -> None:
        """ShowQueue or ShowLetter."""
        if isinstance(request, ShowQueue):
            self._show_asked(request.chip)
        elif isinstance(request, ShowLetter):
            self._to_stand_on = request.letter_id
            self._show_asked(ALL)
            self._detail.show_letter(request.ref)

    def new_letter(self) -> None:
        """An empty form; one that is open already stays as it is."""
        if self._form is None:
            self._open_form(LetterFormPage(self._desk, self._book.direction))

    def holds_typing(self) -> bool:
        """Whether something typed is not saved yet."""
        return self._form is not None and self._form.touched

    def key_actions(self) -> Mapping[str, Callable[[], None]]:
        """What this page does at the keys whose meaning is the page's own."""
        if self._form is not None:
            return {}
        actions = self._detail.acts
        return {
            "Ctrl+P": actions.print_cover,
            "Ctrl+D": actions.dispose,
            "Ctrl+T": actions.set_chain,
            "Ctrl+E": actions.edit,
        }

    def help_keys(self) -> Keys:
        """For F1."""
        common = [
            ("Ctrl+F", _("cari; Esc mengosongkan, panah bawah ke daftar")),
            ("↑ ↓", _("pindah surat")),
            ("Enter", _("ke tombol langkah berikutnya")),
            ("Ctrl+C", _("salin baris")),
            ("Ctrl+E", _("perbaiki isian")),
            ("Ctrl+P", _("cetak surat pengantar")),
        ]
        own = (
            ("Ctrl+D", _("disposisi"))
            if self._book is INCOMING_BOOK
            else ("Ctrl+T", _("paraf dan tanda tangan"))
        )
        return [*common[:-1], own, common[-1]]

    # ------------------------------------------------------------------------------------------------ making

    def _make(self) -> None:
        px = self._desk.look.px
        listing = QWidget()
        column = QVBoxLayout(listing)
        column.setContentsMargins(px(20), px(16), px(20), px(12))
        column.setSpacing(px(12))
        column.addLayout(self._make_head())
        column.addLayout(self._make_chips())
        self._bar = FilterBar(self._desk, self._book)
        self._bar.narrowed.connect(lambda chosen: self._query.change(**chosen))
        self._bar.cleared.connect(self._clear)
        self._bar.hide()
        column.addWidget(self._bar)
        column.addWidget(self._make_body(), 1)
        self._foot = plain_label("", "muted")
        column.addWidget(self._foot)
        self._layers = QStackedWidget(self)
        self._layers.addWidget(listing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._layers)

    def _make_head(self) -> QHBoxLayout:
        look = self._desk.look
        self._count = plain_label("", "muted")
        self.search = SearchField(self._view)
        self.search.setObjectName("search")
        self.search.setAccessibleName(_("Cari surat"))
        self.search.setPlaceholderText(f"{_(self._book.search)}   Ctrl+F")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(look.px(220))
        self.search.setMaximumWidth(look.px(360))
        self._glass = self.search.addAction(
            icon("search", look.colour("muted"), look.px(16)), QLineEdit.ActionPosition.LeadingPosition
        )
        look.changed.connect(lambda: self._glass.setIcon(icon("search", look.colour("muted"), look.px(16))))
        self.search.textChanged.connect(lambda text: self._query.change(at_once=False, words=text))
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(plain_label(self.title, "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.search, 2)
        if self._book.new_letter:
            keys = "Ctrl+N" if self._book.direction is Direction.INCOMING else "Ctrl+Shift+N"
            new = push_button(_(self._book.new_letter), "primary", name="new_letter", keys=keys)
            new.clicked.connect(self.new_letter)
            head.addWidget(new)
        return head

    def _make_chips(self) -> QHBoxLayout:
        px = self._desk.look.px
        self._chips = FilterChips({code: _(word) for code, word in self._book.chips.items()}, px(8))
        self._chips.chosen.connect(lambda chip: self._query.change(chip=chip))
        narrow = push_button(_("Saring"), "quiet", name="narrow")
        narrow.setCheckable(True)
        narrow.toggled.connect(self._show_bar)
        self._narrow = narrow
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._chips, 1)
        row.addWidget(narrow, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _show_bar(self, on: bool) -> None:
        self._bar.setVisible(on)

    def _make_body(self) -> QSplitter:
        px = self._desk.look.px
        self._empty = EmptyState(self._desk.look)
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
        return body

    # ----------------------------------------------------------------------------------------------- the list

    def _show_asked(self, chip: str) -> None:
        self._query.asked = type(self._query.asked)(chip=chip)
        self._chips.choose(chip)
        self._bar.show_asked(self._query.asked)
        self.search.blockSignals(True)  # noqa: FBT003 - Qt takes it by position
        self.search.clear()
        self.search.blockSignals(False)  # noqa: FBT003 - Qt takes it by position
        self._query.load()

    def _clear(self) -> None:
        self._show_asked(ALL)

    def _turn_round(self, column: int) -> None:
        if column in (COL_AGENDA, COL_DATE):
            self._query.turn_round()
            header = self._view.horizontalHeader()
            order = Qt.SortOrder.AscendingOrder if self._query.oldest_first else Qt.SortOrder.DescendingOrder
            header.setSortIndicator(column, order)
            header.setSortIndicatorShown(True)

    def _arrived(self) -> None:
        if self._query.model.rowCount() == 0:
            self._show_empty()
            self._list.setCurrentWidget(self._empty)
            self._detail.show_letter(None)
        else:
            self._list.setCurrentWidget(self._view)
        if self._to_stand_on is not None and self._view.stand_on(self._to_stand_on):
            self._to_stand_on = None
        self._say_length()

    def _show_empty(self) -> None:
        if self._query.asked.narrowed:
            self._empty.show_text(_("Tidak ada surat yang cocok."), _("Tampilkan semua"), self._clear)
        elif self._book.new_letter:
            self._empty.show_text(_(self._book.nothing_yet), _(self._book.new_letter), self.new_letter)
        else:
            self._empty.show_text(_(self._book.nothing_yet))

    def _show_current(self) -> None:
        if self._to_stand_on is not None:
            return
        line = self._query.model.line_at(self._view.currentIndex().row())
        if line is not None:
            self._detail.show_letter(line.ref)

    def _say_length(self) -> None:
        number = self._query.model.rowCount()
        order = _("terlama di atas") if self._query.oldest_first else _("terbaru di atas")
        text = n_("{count} surat", number).format(count=formats.number(number))
        self._foot.setText(f"{text} · {order}" if number else "")

    def _show_counts(self, counts: dict[str, Count]) -> None:
        self._chips.show_counts({chip: count for chip, count in counts.items() if chip != ALL})
        every = counts[ALL]
        number = formats.number(every.number) + ("" if every.exact else "+")
        self._count.setText(n_("{count} surat", every.number).format(count=number))

    # ----------------------------------------------------------------------------------------------- the form

    def _edit(self, dossier: Dossier) -> None:
        if self._form is None:
            self._open_form(LetterFormPage(self._desk, self._book.direction, dossier))

    def _open_form(self, form: LetterFormPage) -> None:
        self._form = form
        form.closed.connect(self._close_form)
        form.saved.connect(self._stand_on_saved)
        self._layers.addWidget(form)
        self._layers.setCurrentWidget(form)
        self.setFocusProxy(form)
        form.setFocus()

    def _close_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            self._layers.removeWidget(form)
            form.setParent(None)
            form.deleteLater()
        self.setFocusProxy(self._view)
        self._view.setFocus()

    def _stand_on_saved(self, changes: Changes) -> None:
        """The letter just written is the one to stand on, wherever one stood before."""
        self._to_stand_on = changes.letter_ids[0] if changes.letter_ids else None
        if self._query.asked.narrowed and changes.refs:
            self._show_asked(ALL)


def incoming_page(desk: Desk) -> LettersPage:
    """Surat Masuk."""
    return LettersPage(desk, INCOMING_BOOK)


def outgoing_page(desk: Desk) -> LettersPage:
    """Surat Keluar."""
    return LettersPage(desk, OUTGOING_BOOK)


def dispatch_page(desk: Desk) -> LettersPage:
    """Ekspedisi."""
    return LettersPage(desk, DISPATCH_BOOK)
