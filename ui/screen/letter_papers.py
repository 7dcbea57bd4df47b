"""The papers of one letter: a small menu with the likely one first, then the paper itself, to be printed or saved."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QMessageBox, QPushButton, QWidget

from correspondence.dossier import Dossier
from correspondence.errors import Unavailable
from correspondence.numbering import LetterRef
from correspondence.office import Office
from ui import formats
from ui.background import Progress
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.screen.files import open_content
from ui.screen.label_dialog import LabelDialog
from ui.screen.paper_offers import LABEL, Offer, offers, printed_before
from ui.screen.paper_preview import PaperPreview
from ui.screen.paper_work import PaperWork
from ui.screen.plain import button_text, push_button
from ui.screen.report_pages import PdfPages
from ui.screen.saving import WORDS, ask_for_file, save_content
from ui.texts import _
from ui.written_papers import ShownBatch, ShownPaper


class LetterPapers(QObject):
    """Of the letter one stands on, or of those that are ticked."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._work = PaperWork(desk, window)

    def open_menu(self, dossier: Dossier, at: QPoint) -> None:
        """Ctrl+P: the likely paper stands first and is chosen by Enter. `at`: the lower left corner on the screen."""
        printing = self._desk.printing
        if printing is None:
            return
        own = printing.paper_of_kind(self._desk.known.directory.kinds, dossier.kind) if dossier.kind else ""
        menu = QMenu(self._window)
        menu.setObjectName("papers_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        ref = dossier.letter.ref
        for offer in offers(dossier, own):
            menu.addAction(button_text(offer.word)).triggered.connect(partial(self.print_, ref, offer))
        before = printed_before(dossier)
        if before:
            menu.addSeparator()
            again = menu.addMenu(_("Seperti cetakan sebelumnya"))
            for offer in before:
                word = f"{offer.word} · {formats.instant(offer.again_from, self._desk.zone)}"
                again.addAction(button_text(word)).triggered.connect(partial(self.print_, ref, offer))
        menu.popup(at - QPoint(0, menu.sizeHint().height()))
        menu.setActiveAction(menu.actions()[0])

    def print_(self, ref: LetterRef, offer: Offer, _checked: bool = False) -> None:
        """Makes one paper and shows its pages; a label asks for its sheet first."""
        printing = self._desk.printing
        if printing is None:
            return
        if offer.named == LABEL:
            LabelDialog(self._desk, [ref], self._window).open()
            return

        def job(office: Office, go_on: Progress) -> ShownPaper:
            return printing.letter_papers(office).shown(
                offer.named,
                ref,
                title="" if offer.blank else offer.word,
                blank=offer.blank,
                again=offer.again_from is not None,
                told=lambda _done, _all: go_on(0, 0),
            )

        said = _("Menyusun {paper} {ref} …").format(paper=offer.word, ref=ref)
        self._work.run(job, partial(self._show, offer), said=said)

    def _show(self, offer: Offer, shown: ShownPaper) -> None:
        if shown.pdf is None:
            self._offer_word(shown)
            return
        preview = PaperPreview(
            self._desk,
            shown.name,
            PdfPages(shown.pdf),
            self._save_button(shown),
            self._window,
            paper=offer.named,
        )
        preview.printed.connect(partial(self._note, shown))
        preview.open()

    def _save_button(self, shown: ShownPaper) -> QPushButton:
        button = push_button(_("Simpan …"), name="save_paper")
        menu = QMenu(button)
        for ending, content in (("pdf", shown.pdf), ("docx", shown.docx)):
            menu.addAction(WORDS[ending]).triggered.connect(
                partial(self._save, shown, ending, content or b"", button)
            )
        button.setMenu(menu)
        return button

    def _save(
        self, shown: ShownPaper, ending: str, content: bytes, window: QWidget, _checked: bool = False
    ) -> None:
        then = partial(self._note, shown)
        ask_for_file(
            self._desk,
            window,
            f"{shown.name}.{ending}",
            lambda path: save_content(self._desk, path, content, owner=self, then=then),
        )

    def _offer_word(self, shown: ShownPaper) -> None:
        """Without LibreOffice: what is there all the same, and what there could be."""
        box = QMessageBox(self._window)
        box.setObjectName("no_libreoffice")
        box.setWindowTitle(shown.name)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(
            "\n\n".join(
                (
                    sentence(shown.missing) if shown.missing is not None else "",
                    _(
                        "Suratnya sudah jadi sebagai berkas Word: buka lalu cetak dari sana, atau simpan. "
                        "Dengan LibreOffice, surat tampil di sini dan dapat disimpan sebagai PDF."
                    ),
                )
            )
        )
        word = box.addButton(_("Buka di Word"), QMessageBox.ButtonRole.AcceptRole)
        save = box.addButton(_("Simpan .docx …"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(_("Tutup"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(word)
        word.clicked.connect(lambda: self._open_word(shown))
        save.clicked.connect(lambda: self._save(shown, "docx", shown.docx, self._window))
        box.finished.connect(box.deleteLater)
        box.open()

    def _open_word(self, shown: ShownPaper) -> None:
        try:
            open_content(f"{shown.name}.docx", shown.docx)
        except OSError as error:
            facts = {"file": f"{shown.name}.docx", "why": error.strerror or str(error)}
            self._desk.say_wrong(Unavailable("file_unwritable", facts))
            return
        self._note(shown)

    def _note(self, shown: ShownPaper) -> None:
        """It went to paper: the letter's journal says so."""
        note_papers(self._desk, shown, self)


def note_papers(desk: Desk, shown: ShownPaper | ShownBatch, owner: QObject) -> None:
    """Printed or saved: told to the journals of the letters."""
    printing = desk.printing
    if printing is None:
        return

    def write(office: Office) -> None:
        printing.letter_papers(office).note(shown)

    # The desk hears of it as of everything that enters a journal: with the next look.
    desk.ask(write, lambda _none: None, owner=owner, on_error=desk.say_wrong)
