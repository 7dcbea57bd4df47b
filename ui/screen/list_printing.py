"""What a list of letters prints: its books from a menu, and the papers of the ticked letters from a bar below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from correspondence.book_ports import BookKind
from correspondence.numbering import LetterRef
from correspondence.workflow import Direction
from ui import formats
from ui.screen.books import DISPATCH_BOOK, Book
from ui.screen.desk import Desk
from ui.screen.letters_ticks import LetterTicks
from ui.screen.paper_offers import Offer, batch_offers
from ui.screen.plain import button_text, plain_label, push_button
from ui.texts import _, n_

_BOOKS = {
    Direction.INCOMING: (BookKind.INCOMING, BookKind.CONTROL),
    Direction.OUTGOING: (BookKind.OUTGOING, BookKind.DISPATCH),
}


class ListPrinting(QObject):
    """`button` stands above the list, `bar` below it while letters are ticked."""

    def __init__(self, desk: Desk, book: Book, ticks: LetterTicks, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._book = book
        self._ticks = ticks
        self._window = window
        self._batch: QObject | None = None
        self.button = self._make_button()
        self.bar = self._make_bar()
        ticks.changed.connect(self._show_ticked)
        self._show_ticked()

    def print_ticked(self) -> bool:
        """Ctrl+P while letters are ticked: the menu of papers of them all. False when none is."""
        if not len(self._ticks) or self._desk.printing is None:
            return False
        menu = self._papers_menu()
        at = self._print_button.mapToGlobal(self._print_button.rect().topRight())
        size = menu.sizeHint()
        menu.popup(at - QPoint(size.width(), size.height()))
        menu.setActiveAction(menu.actions()[0])
        return True

    def open_book(self, kind: BookKind) -> None:
        """Asks for the period of a book."""
        # Wanted when a book is printed, not when a list is read.
        from ui.screen.book_dialog import BookDialog

        BookDialog(self._desk, kind, self._window).open()

    def _make_button(self) -> QPushButton:
        # The words of the books stand with their dialogue, which is not loaded for them.
        words = {
            BookKind.INCOMING: _("Buku agenda surat masuk …"),
            BookKind.OUTGOING: _("Buku agenda surat keluar …"),
            BookKind.DISPATCH: _("Buku ekspedisi …"),
            BookKind.CONTROL: _("Kartu kendali …"),
        }
        button = push_button(_("Cetak buku ▾"), "quiet", name="print_book")
        menu = QMenu(button)
        kinds = _BOOKS[self._book.direction]
        for kind in kinds[::-1] if self._book is DISPATCH_BOOK else kinds:
            menu.addAction(words[kind]).triggered.connect(partial(self._open_book, kind))
        button.setMenu(menu)
        button.setVisible(self._desk.printing is not None)
        return button

    def _open_book(self, kind: BookKind, _checked: bool = False) -> None:
        self.open_book(kind)

    def _make_bar(self) -> QFrame:
        px = self._desk.look.px
        bar = QFrame()
        bar.setObjectName("ticked_bar")
        bar.setProperty("look", "card")
        self._said = plain_label("", "muted")
        self._said.setObjectName("ticked")
        printing = push_button(_("Cetak …"), "primary", name="print_ticked", keys="Ctrl+P")
        self._print_button = printing
        printing.clicked.connect(self.print_ticked)
        labels = push_button(_("Label …"), name="label_ticked")
        labels.clicked.connect(self._labels)
        clear = push_button(_("Hapus centang"), "quiet", keys="Esc")
        clear.clicked.connect(self._ticks.clear)
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(12), px(8), px(8), px(8))
        row.setSpacing(px(8))
        row.addWidget(self._said, 1)
        row.addWidget(clear)
        if self._desk.printing is not None:
            row.addWidget(labels)
            row.addWidget(printing)
        return bar

    def _show_ticked(self) -> None:
        count = len(self._ticks)
        self.bar.setVisible(count > 0)
        self._said.setText(n_("{count} surat dicentang", count).format(count=formats.number(count)))

    def _papers_menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.setObjectName("batch_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        entries: list[tuple[str, Callable[[], None]]] = [
            (offer.word, partial(self._print, offer)) for offer in batch_offers(self._book.direction)
        ]
        entries.append((_("Label ber-QR …"), self._labels))
        if self._book is DISPATCH_BOOK:
            entries.insert(0, (_("Lembar ekspedisi untuk ditandatangani"), self._sheet))
        for word, action in entries:
            menu.addAction(button_text(word)).triggered.connect(lambda _on=False, act=action: act())
        return menu

    def _print(self, offer: Offer) -> None:
        # Wanted with the first batch.
        from ui.screen.letter_batch import LetterBatch

        if not isinstance(self._batch, LetterBatch):
            self._batch = LetterBatch(self._desk, self._window)
        self._batch.print_(self._ticks.ids, offer)

    def _sheet(self) -> None:
        # Wanted when letters leave the house.
        from ui.screen.dispatch_sheet import print_sheet
        from ui.screen.paper_work import PaperWork

        print_sheet(self._desk, PaperWork(self._desk, self._window), self._ticks.ids, self._window)

    def _labels(self) -> None:
        # Wanted with the first labels.
        from ui.screen.label_dialog import LabelDialog
        from ui.screen.letter_batch import refs_of

        ids = self._ticks.ids

        def found(refs: Sequence[LetterRef]) -> None:
            LabelDialog(self._desk, refs, self._window).open()

        self._desk.ask(lambda office: refs_of(office, ids), found, owner=self, replaces="labels")
