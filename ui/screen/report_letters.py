"""Beside a report: what a figure means, and the letters it was counted from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QVBoxLayout

from correspondence.errors import OfficeError
from correspondence.office import Office
from correspondence.search import LetterLine
from correspondence.services import looking_up
from correspondence.services.reporting import Figure, letters_behind
from correspondence.throughput import FactKind
from ui import formats
from ui.screen.desk import Desk
from ui.screen.letters_delegate import LettersDelegate
from ui.screen.letters_model import COL_AGENDA, COL_LETTER, LINE, PAGE, LettersModel
from ui.screen.line_texts import Reading
from ui.screen.list_dress import dress_list
from ui.screen.plain import plain_label
from ui.screen.report_figures import Cell
from ui.screen.row_keys import goes_to_an_end
from ui.texts import _, n_

Behind = tuple[Sequence[int], Sequence[LetterLine]]


def behind(office: Office, figures: Sequence[Figure]) -> Behind:
    """The ids of every letter behind `figures`, each once, and the first lines of them."""
    found = dict.fromkeys(each for figure in figures for each in letters_behind(office, figure=figure))
    ids = list(found)
    return ids, looking_up.lines(office, letter_ids=ids[:PAGE])


class BehindView(QTableView):
    """A narrow list of letters: agenda number and what the letter says. Enter opens one on its page."""

    opened = Signal(object)

    def __init__(self, model: LettersModel, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("behind_view")
        self.setAccessibleName(_("Surat di balik angka"))
        self.setModel(model)
        dress_list(self)
        self.horizontalHeader().hide()
        for column in range(model.columnCount()):
            self.setColumnHidden(column, column not in {COL_AGENDA, COL_LETTER})
        self.horizontalHeader().setSectionResizeMode(COL_LETTER, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().resizeSection(COL_AGENDA, desk.look.px(44))
        delegate = LettersDelegate(desk.look, self)
        self.setItemDelegate(delegate)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(delegate.row_height)
        self.doubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        if not goes_to_an_end(self, event):
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if line is not None:
            self.opened.emit(line)


class LettersBehind(QFrame):
    """The pane at the right of a report."""

    opened = Signal(object)

    def __init__(self, desk: Desk, explain: Callable[[str], str]) -> None:
        super().__init__()
        self.setObjectName("behind_pane")
        self.setProperty("look", "card")
        self._desk = desk
        self._explain = explain
        self._asked: tuple[Figure, ...] = ()
        self._name = plain_label("", "section", wrap=True)
        self._number = plain_label("", "big")
        self._number.setObjectName("behind_number")
        self._meaning = plain_label("", "muted", wrap=True)
        self._meaning.setObjectName("behind_meaning")
        self._note = plain_label("", "hint", wrap=True)
        self._note.setObjectName("behind_note")
        self._model = LettersModel(self._reading(), self)
        self._model.wanted.connect(self._fetch)
        self.view = BehindView(self._model, desk)
        self.view.opened.connect(self.opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[desk.look.px(12)] * 4)
        layout.setSpacing(desk.look.px(8))
        for label in (self._name, self._number, self._meaning, self._note):
            layout.addWidget(label)
        layout.addWidget(self.view, 1)
        # Keeps the words at the top as long as no list stands below them.
        layout.addStretch(0)
        self.clear()

    @property
    def ids(self) -> list[int]:
        """The letters listed now."""
        return [
            found for row in range(self._model.rowCount()) if (found := self._model.id_at(row)) is not None
        ]

    def clear(self) -> None:
        """Says what the pane is for."""
        self._asked = ()
        self._name.setText(_("Arti angka"))
        self._number.setText("")
        self._number.hide()
        self._meaning.setText(_("Pilih sebuah angka untuk membaca artinya."))
        self._note.setText(_("Tekan Enter atau klik pada angka untuk melihat surat-suratnya."))
        self._model.set_first((), self._reading())
        self.view.hide()

    def explain(self, cell: Cell) -> None:
        """Shows what a figure means; its letters only when asked."""
        if cell.figures and cell.figures == self._asked:
            return
        self._asked = ()
        meaning = self._explain(cell.meaning)
        self._name.setText(cell.name or cell.text)
        self._number.setText(cell.text if cell.name else "")
        self._number.setVisible(bool(cell.name))
        self._meaning.setText(meaning)
        self._meaning.setVisible(bool(meaning))
        self._note.setText(_("Tekan Enter atau klik untuk melihat surat-suratnya.") if cell.figures else "")
        self._model.set_first((), self._reading())
        self.view.hide()

    def open_cell(self, cell: Cell) -> None:
        """Lists the letters behind a figure."""
        self.explain(cell)
        figures = cell.figures
        if not figures:
            return
        self._asked = figures
        self._note.setText(_("memuat …"))
        self._desk.ask(lambda office: behind(office, figures), self._show, owner=self, replaces="behind")

    def _show(self, found: Behind) -> None:
        if not self._asked:
            return
        ids, lines = found
        self._model.set_first(lines, self._reading())
        self._model.set_ids(ids)
        self.view.setVisible(bool(ids))
        note = n_("{count} surat · Enter membuka surat", len(ids)).format(count=formats.number(len(ids)))
        if any(each.what == FactKind.FINISHED for each in self._asked):
            note += " · " + _("yang dibuka kembali mengurangi angka ini dan ada di akhir daftar")
        self._note.setText(note if ids else _("Tidak ada surat di balik angka ini."))

    def _fetch(self, ids: Sequence[int]) -> None:
        wanted = list(ids)

        def wrong(error: OfficeError) -> None:
            self._model.asking_failed()
            self._desk.say_wrong(error)

        self._desk.ask(
            lambda office: looking_up.lines(office, letter_ids=wanted),
            self._model.put_lines,
            owner=self,
            on_error=wrong,
        )

    def _reading(self) -> Reading:
        return Reading(self._desk.now, self._desk.known.calendar)
