"""One paper of many letters: one run with a bar, then all as one PDF or a file each; what could not be written is listed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services import looking_up
from ui import formats
from ui.background import Progress
from ui.failures import sentence
from ui.pdf_joining import joined
from ui.screen.desk import Desk
from ui.screen.files import open_file
from ui.screen.letter_papers import note_papers
from ui.screen.paper_offers import Offer
from ui.screen.paper_work import PaperWork
from ui.screen.pdf_paper import show_pdf
from ui.screen.plain import plain_label, push_button
from ui.screen.saving import ask_for_folder
from ui.texts import _, n_
from ui.written_papers import ShownBatch


class LetterBatch(QObject):
    """Of one list."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._work = PaperWork(desk, window)

    def print_(self, letter_ids: Sequence[int], offer: Offer) -> None:
        """Writes the paper of each letter, in their order, and shows what came of it."""
        printing = self._desk.printing
        if printing is None:
            return
        ids = list(letter_ids)

        def job(office: Office, go_on: Progress) -> ShownBatch:
            refs = refs_of(office, ids)
            return printing.letter_papers(office).batch(offer.named, refs, told=go_on)

        count = len(ids)
        said = n_("Menyusun {count} surat …", count).format(count=formats.number(count))
        self._work.run(job, self._show, said=said)

    def _show(self, shown: ShownBatch) -> None:
        BatchDialog(self._desk, shown, self._window).open()


class BatchDialog(QDialog):
    """What was written, what was not and why, and what to do with it."""

    def __init__(self, desk: Desk, shown: ShownBatch, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("batch_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._shown = shown
        self._window = window
        self._work = PaperWork(desk, self)
        self._lay_out()

    def look(self) -> None:
        """All of them as one paper."""
        pdfs = self._shown.pdfs
        self._work.run(lambda _office, _go_on: joined(pdfs), self._show_whole, said=_("Menyatukan halaman …"))

    def save_each(self) -> None:
        """A file a letter, in a folder that is asked for."""
        ask_for_folder(self._desk, self, self.save_into)

    def save_into(self, folder: Path) -> None:
        """A file a letter."""
        printing = self._desk.printing
        if printing is None:
            return
        shown = self._shown

        def job(office: Office, go_on: Progress) -> list[Path]:
            return printing.letter_papers(office).save_each(shown, folder, told=go_on)

        self._work.run(job, self._saved, said=_("Menyimpan …"))

    def _show_whole(self, content: bytes) -> None:
        written = len(self._shown.batch.written)
        title = f"{self._shown.title} ({formats.number(written)})"
        show_pdf(
            self._desk,
            self._window,
            title,
            content,
            paper=f"banyak {self._shown.title}",
            on_paper=lambda: note_papers(self._desk, self._shown, self._desk),
        )
        self.accept()

    def _saved(self, files: list[Path]) -> None:
        if files:
            folder = files[0].parent
            count = formats.number(len(files))
            text = n_("{count} berkas tersimpan di {folder}", len(files))
            self._desk.say(
                text.format(count=count, folder=folder.name),
                action=_("Buka folder"),
                then=lambda: _open(folder),
            )
            note_papers(self._desk, self._shown, self._desk)
        self.accept()

    def _lay_out(self) -> None:
        px = self._desk.look.px
        written, refused = self._shown.batch.written, self._shown.batch.refused
        title = n_("{count} surat disusun", len(written)).format(count=formats.number(len(written)))
        if refused:
            title += " · " + _("{count} tidak dapat disusun").format(count=formats.number(len(refused)))
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(plain_label(title, "heading", wrap=True))
        if self._shown.missing is not None and written:
            said = _(
                "Suratnya sudah jadi sebagai berkas Word; dengan LibreOffice ada juga PDF untuk dicetak dari sini."
            )
            column.addWidget(plain_label(f"{sentence(self._shown.missing)} {said}", wrap=True))
        if refused:
            lines = QPlainTextEdit("\n".join(f"{each.ref}: {sentence(each.why)}" for each in refused))
            lines.setObjectName("refused_papers")
            lines.setAccessibleName(_("Yang tidak dapat disusun"))
            lines.setReadOnly(True)
            lines.setTabChangesFocus(True)
            column.addWidget(lines, 1)
        column.addStretch()
        column.addLayout(self._buttons())
        self.resize(px(560), px(340 if refused else 180))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        close = push_button(_("Tutup"), name="reject", keys="Esc")
        close.clicked.connect(self.reject)
        made: list[QPushButton] = [close]
        if self._shown.batch.written:
            word = _("Simpan tiap surat …") if self._shown.pdfs else _("Simpan tiap surat (.docx) …")
            each = push_button(word, "" if self._shown.pdfs else "primary", name="save_each")
            each.clicked.connect(self.save_each)
            made.append(each)
        if self._shown.pdfs:
            look = push_button(_("Lihat dan cetak"), "primary", name="look")
            look.clicked.connect(self.look)
            made.append(look)
        made[-1].setDefault(True)
        for button in made:
            row.addWidget(button)
        made[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        return row


def refs_of(office: Office, letter_ids: Sequence[int]) -> list[LetterRef]:
    """The references of letters, in their order."""
    return [line.ref for line in looking_up.lines(office, letter_ids=letter_ids)]


def _open(folder: Path) -> None:
    open_file(folder)
