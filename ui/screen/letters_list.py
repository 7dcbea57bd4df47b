"""A list of one book's letters: search, chips, filters, the letter beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from correspondence.changes import Changes
from correspondence.numbering import LetterRef
from correspondence.search import Count
from correspondence.workflow import Direction
from ui import formats
from ui.screen.at_hand import Verb, at_hand
from ui.screen.beside import Beside
from ui.screen.books import ALL, DISPATCH_BOOK, Book
from ui.screen.chips import FilterChips
from ui.screen.desk import Desk
from ui.screen.detail_pane import DetailPane
from ui.screen.empty_state import EmptyState
from ui.screen.filter_bar import FilterBar
from ui.screen.letter_actions import LetterActions
from ui.screen.letters_model import COL_AGENDA, COL_DATE, COL_TICK
from ui.screen.letters_query import Asked, LettersQuery
from ui.screen.letters_view import LettersView
from ui.screen.list_printing import ListPrinting
from ui.screen.plain import plain_label, push_button
from ui.screen.reference_search import open_reference, reference_in
from ui.screen.search_field import SearchField
from ui.texts import _, n_


class LettersList(QWidget):
    """`new_asked` wants an empty form."""

    new_asked = Signal()

    def __init__(self, desk: Desk, book: Book, title: str) -> None:
        super().__init__()
        self._desk = desk
        self._book = book
        self._to_stand_on: int | None = None
        self._book_has = Count(0, exact=False)
        self._query = LettersQuery(desk, book, self)
        self._view = LettersView(self._query.model, desk, book)
        self._view.setAccessibleName(_("Daftar {page}").format(page=title))
        self._detail = DetailPane(desk)
        self._printing = ListPrinting(desk, book, self._query.model.ticks, self)
        self._make(title)
        self._query.arrived.connect(self._arrived)
        self._query.counted.connect(self._show_counts)
        self._query.model.dataChanged.connect(lambda *_which: self._show_current())
        self._view.stood_on.connect(lambda _id: self._show_current())
        self._view.opened.connect(self._open_detail)
        self._view.typed.connect(self.search.take_typed)
        self.search.entered.connect(self._enter)
        self._view.horizontalHeader().sectionClicked.connect(self._turn_round)
        self.setFocusProxy(self._view)
        self._query.load()

    @property
    def acts(self) -> LetterActions:
        """What can be done to the letter one stands on."""
        return self._detail.acts

    def refresh(self) -> None:
        """Reads the list again; the row one stands on stays."""
        self._query.reload(self._view.currentIndex().row())
        self._detail.refresh()

    def show_queue(self, chip: str) -> None:
        """The letters behind a chip, nothing else asked."""
        self._query.asked = Asked(chip=chip)
        self._chips.choose(chip)
        self._bar.show_asked(self._query.asked)
        self.search.clear()  # the load below is the one question that comes of it
        self._query.load()

    def show_letter(self, ref: LetterRef, letter_id: int | None) -> None:
        """One letter, standing in the whole book."""
        self._to_stand_on = letter_id
        self.show_queue(ALL)
        self._detail.show_letter(ref)

    def stand_on_saved(self, changes: Changes) -> None:
        """The letter just written is the one to stand on, wherever one stood before."""
        self._to_stand_on = changes.letter_ids[0] if changes.letter_ids else None
        if changes.refs:
            self._detail.show_letter(changes.ref)  # at once: the next key is meant for this letter
        if self._query.asked.narrowed:
            self.show_queue(ALL)

    def on_letter(self, verb: Verb) -> Verb:
        """The verb for the letter one stands on, once it is beside the list."""
        return at_hand(self._show_current, self._detail, verb)

    def print_(self) -> None:
        """Ctrl+P: the papers of the ticked letters, else of the one stood on."""
        if not self._printing.print_ticked():
            self.on_letter(self.acts.print_paper)()

    def open_round(self) -> None:
        """A round of dispatch by scanner, from Ekspedisi."""
        # Wanted once or twice a day.
        from ui.screen.round_dialog import RoundDialog

        RoundDialog(self._desk, self).open()

    # ------------------------------------------------------------------------------------------------ making

    def _make(self, title: str) -> None:
        px = self._desk.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(12))
        column.setSpacing(px(12))
        column.addLayout(self._make_head(title))
        column.addLayout(self._make_chips())
        self._bar = FilterBar(self._desk, self._book)
        self._bar.narrowed.connect(lambda chosen: self._query.change(**chosen))
        self._bar.cleared.connect(self._clear)
        self._bar.hide()
        column.addWidget(self._bar)
        column.addWidget(self._make_body(), 1)
        column.addWidget(self._printing.bar)
        self._foot = plain_label("", "muted")
        column.addWidget(self._foot)

    def _make_head(self, title: str) -> QHBoxLayout:
        look = self._desk.look
        self._count = plain_label("", "muted")
        self._count.setObjectName("letters_count")
        self.search = SearchField(look, _(self._book.search), self._view)
        self.search.textChanged.connect(lambda text: self._query.change(at_once=False, words=text))
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(plain_label(title, "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.search, 2)
        if self._book.new_letter:
            keys = "Ctrl+N" if self._book.direction is Direction.INCOMING else "Ctrl+Shift+N"
            new = push_button(_(self._book.new_letter), "primary", name="new_letter", keys=keys)
            new.clicked.connect(self.new_asked)
            head.addWidget(new)
        elif self._book is DISPATCH_BOOK:
            begin = push_button(_("Ekspedisi dengan pemindai"), "primary", name="round", keys="Ctrl+R")
            begin.clicked.connect(self.open_round)
            head.addWidget(begin)
        return head

    def _make_chips(self) -> QHBoxLayout:
        px = self._desk.look.px
        words = {code: _(word) for code, word in (*self._book.chips.items(), *self._book.rare.items())}
        self._chips = FilterChips(words, px(8), rare=frozenset(self._book.rare))
        self._chips.chosen.connect(lambda chip: self._query.change(chip=chip))
        narrow = push_button(_("Saring"), "quiet", name="narrow")
        narrow.setCheckable(True)
        narrow.toggled.connect(self._show_bar)
        self._narrow = narrow
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._chips, 1)
        row.addWidget(self._printing.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(narrow, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _show_bar(self, on: bool) -> None:
        self._bar.setVisible(on)

    def _make_body(self) -> QSplitter:
        self._empty = EmptyState(self._desk.look)
        self._list = QStackedWidget()
        self._list.addWidget(self._view)
        self._list.addWidget(self._empty)
        self._list.setFocusProxy(self._view)
        self._beside = Beside(self._desk.look, self._list, self._detail)
        return self._beside

    # ----------------------------------------------------------------------------------------------- showing

    def _clear(self) -> None:
        self.show_queue(ALL)

    def _enter(self, typed: str) -> None:
        ref = reference_in(typed)
        if ref is not None:
            open_reference(self._desk, ref, self)

    def _open_detail(self) -> None:
        self._show_current()
        self._beside.open_detail()
        self._detail.take_focus()

    def _turn_round(self, column: int) -> None:
        if column == COL_TICK:
            self._query.model.ticks.all()
        elif column in (COL_AGENDA, COL_DATE):
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
        found = self._to_stand_on is not None and self._view.stand_on(self._to_stand_on)
        if found or self._query.complete:
            self._to_stand_on = None
        self._say_length()

    def _show_empty(self) -> None:
        if self._query.asked.narrowed:
            self._empty.show_text(_("Tidak ada surat yang cocok."), _("Tampilkan semua"), self._clear)
        elif self._book.new_letter:
            self._empty.show_text(_(self._book.nothing_yet), _(self._book.new_letter), self.new_asked.emit)
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
        self._say_title()
        self._foot.setText(f"{text} · {order}" if number else "")

    def _show_counts(self, counts: dict[str, Count]) -> None:
        self._chips.show_counts({chip: count for chip, count in counts.items() if chip != ALL})
        self._book_has = counts[ALL]
        self._say_title()

    def _say_title(self) -> None:
        """The whole list is counted best; until it is here the register's count, which stops at a thousand, stands."""
        number, exact = self._query.model.rowCount(), self._query.complete
        narrowed = self._query.asked.narrowed
        if not exact and not narrowed:
            number, exact = max(number, self._book_has.number), self._book_has.exact
        searched = bool(self._query.asked.words.strip())
        told = n_("{count} surat ditemukan", number) if searched else n_("{count} surat", number)
        self._count.setText(told.format(count=formats.number(number) + ("" if exact else "+")))
