"""The list one takes along to the leader's room: made on the worker, looked at and printed as the reports are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from correspondence.errors import Unavailable
from correspondence.office import Office
from ui.screen.board_rows import Question
from ui.screen.desk import Desk
from ui.screen.files import ask_where_to_save
from ui.screen.plain import push_button
from ui.screen.report_pages import PdfPages
from ui.screen.report_preview import PaperPreview
from ui.texts import _


class RoundPrinting(Protocol):
    """What the list asks of the printing."""

    def signature_round(
        self, office: Office, *, officer_id: int | None, unit_id: int | None, kind_id: int | None
    ) -> bytes:
        """The PDF."""
        ...


class RoundPaper(QObject):
    """Asks for the paper of what the board shows."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def preview(self, question: Question, who: str) -> None:
        """Makes the PDF and shows its pages."""
        printing = cast("RoundPrinting | None", self._desk.printing)
        if printing is None:
            return
        asked = replace(question.asked)
        officer_id = question.officer_id

        def job(office: Office) -> bytes:
            return printing.signature_round(
                office, officer_id=officer_id, unit_id=asked.unit_id, kind_id=asked.kind_id
            )

        self._desk.ask(
            job,
            lambda content: self._show(content, who),
            owner=self,
            replaces="round",
            on_error=self._desk.say_wrong,
        )

    def _show(self, content: bytes, who: str) -> None:
        title = _("Daftar tanda tangan: {who}").format(who=who) if who else _("Daftar paraf dan tanda tangan")
        save = push_button(_("Simpan …"), name="save_round")
        save.clicked.connect(
            lambda: ask_where_to_save(self._page, f"{title}.pdf", lambda path: self._save(path, content))
        )
        PaperPreview(self._desk, title, PdfPages(content), save, self._page).open()

    def _save(self, path: Path, content: bytes) -> None:
        path = path if path.suffix else path.with_suffix(".pdf")
        try:
            path.write_bytes(content)
        except OSError:
            self._desk.say_wrong(Unavailable("file_unwritable", {"file": str(path)}))
            return
        self._desk.say(_("Tersimpan: {file}").format(file=path.name))
