"""Surat Masuk, Surat Keluar, Ekspedisi: a list, the letter beside it, and the form over both when one is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from correspondence.changes import Changes, Topic
from correspondence.dossier import Dossier
from ui.screen.books import DISPATCH_BOOK, INCOMING_BOOK, OUTGOING_BOOK, Book
from ui.screen.desk import Desk
from ui.screen.help_panel import Keys
from ui.screen.letter_form import LetterFormPage
from ui.screen.letters_list import LettersList
from ui.screen.requests import ShowLetter, ShowQueue
from ui.texts import _

__all__ = ["LettersPage", "ShowLetter", "ShowQueue", "dispatch_page", "incoming_page", "outgoing_page"]


class LettersPage(QWidget):
    """One book. The form lies over the list while a letter is written; leaving the page keeps it there."""

    def __init__(self, desk: Desk, book: Book) -> None:
        super().__init__()
        self._desk = desk
        self._book = book
        self._form: LetterFormPage | None = None
        self.title = _(book.title)
        self.setAccessibleName(self.title)
        self._list = LettersList(desk, book, self.title)
        self._list.new_asked.connect(self.new_letter)
        self._list.acts.edit_asked.connect(self._edit)
        self._layers = QStackedWidget(self)
        self._layers.addWidget(self._list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._layers)
        self.setFocusProxy(self._list)

    def refresh(self) -> None:
        """Reads the list again."""
        self._list.refresh()

    def on_changed(self, changes: Changes) -> None:
        """A letter was touched; another book's changes cost this page nothing."""
        mine = any(ref.book == self._book.direction.value for ref in changes.refs)
        if mine or Topic.MANY_LETTERS in changes.topics or Topic.HOLIDAYS in changes.topics:
            self.refresh()

    def receive(self, request: object) -> None:
        """ShowQueue or ShowLetter."""
        if isinstance(request, ShowQueue):
            self._list.show_queue(request.chip)
        elif isinstance(request, ShowLetter):
            self._list.show_letter(request.ref, request.letter_id)

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
        actions, on_letter = self._list.acts, self._list.on_letter
        own = {"Ctrl+R": self._list.open_round} if self._book is DISPATCH_BOOK else {}
        return own | {
            "Ctrl+P": self._list.print_,
            "Ctrl+D": on_letter(actions.dispose),
            "Ctrl+T": on_letter(actions.set_chain),
            "Ctrl+E": on_letter(actions.edit),
        }

    def help_keys(self) -> Keys:
        """For F1."""
        common = [
            ("Ctrl+F", _("cari; Esc mengosongkan, panah bawah ke daftar")),
            ("↑ ↓", _("pindah surat")),
            ("Enter", _("ke tombol langkah berikutnya")),
            ("Ctrl+C", _("salin baris")),
            (_("Spasi"), _("centang; Shift+Spasi sampai di sini, Ctrl+A semua, Esc hapus centang")),
            ("Ctrl+E", _("perbaiki isian")),
            ("Ctrl+Z", _("urungkan langkah terakhir")),
            ("Ctrl+P", _("cetak: pengantar, disposisi, tanda terima, label, suratnya")),
        ]
        own = (
            ("Ctrl+D", _("disposisi"))
            if self._book is INCOMING_BOOK
            else ("Ctrl+T", _("paraf dan tanda tangan"))
        )
        scan = [("Ctrl+R", _("ekspedisi dengan pemindai"))] if self._book is DISPATCH_BOOK else []
        return [*common[:-1], own, *scan, common[-1]]

    def _edit(self, dossier: Dossier) -> None:
        if self._form is None:
            self._open_form(LetterFormPage(self._desk, self._book.direction, dossier))

    def _open_form(self, form: LetterFormPage) -> None:
        self._form = form
        form.closed.connect(self._close_form)
        form.saved.connect(self._list.stand_on_saved)
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
        self.setFocusProxy(self._list)
        self._list.setFocus()


def incoming_page(desk: Desk) -> LettersPage:
    """Surat Masuk."""
    return LettersPage(desk, INCOMING_BOOK)


def outgoing_page(desk: Desk) -> LettersPage:
    """Surat Keluar."""
    return LettersPage(desk, OUTGOING_BOOK)


def dispatch_page(desk: Desk) -> LettersPage:
    """Ekspedisi."""
    return LettersPage(desk, DISPATCH_BOOK)
