"""A template shown with a real letter: which one, and its paper on the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from correspondence.errors import OfficeError
from correspondence.numbering import LetterRef
from correspondence.office import Office
from ui.background import Progress
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.screen.files import open_content
from ui.screen.paper_work import PaperWork
from ui.screen.pdf_paper import show_pdf
from ui.screen.template_printing import templates_of
from ui.template_lines import CareLine
from ui.template_words import line_word
from ui.texts import _
from ui.written_papers import ShownPaper


class SampleLetter(QLineEdit):
    """Where the letter is named; empty is the newest one. `say` tells what is wrong beside the list."""

    def __init__(self, desk: Desk, window: QWidget, say: Callable[[str], object]) -> None:
        super().__init__()
        self.setObjectName("sample_letter")
        self.setAccessibleName(_("Surat contoh"))
        self.setPlaceholderText(_("surat terbaru"))
        self.setToolTip(_("Nomor rujukan surat yang dipakai sebagai contoh, mis. K-2026-7"))
        self.setMaximumWidth(desk.look.px(168))
        self._desk = desk
        self._window = window
        self._say = say
        self._work = PaperWork(desk, window)

    def show_with(self, line: CareLine) -> None:
        """The paper as that letter would be printed; nothing is noted in its journal."""
        printing, typed = templates_of(self._desk), self.text().strip()
        if printing is None:
            return
        try:
            ref = LetterRef.read(typed) if typed else None
        except OfficeError as error:
            self._say(sentence(error))
            return

        def job(office: Office, go_on: Progress) -> ShownPaper:
            return printing.office_templates(office).showing.shown(
                line.code, ref, told=lambda _done, _all: go_on(0, 0)
            )

        said = _("Menyusun {paper} …").format(paper=line_word(line))
        self._work.run(job, partial(self._show, line), said=said)

    def _show(self, line: CareLine, shown: ShownPaper) -> None:
        word = line_word(line)
        title = _("{paper} dengan {what}").format(paper=word, what=shown.name) if shown.name else word
        if shown.pdf is not None:
            show_pdf(self._desk, self._window, title, shown.pdf, paper=line.code)
            return
        if shown.missing is not None:
            self._say(sentence(shown.missing))
        open_content(f"{title}.docx", shown.docx)
