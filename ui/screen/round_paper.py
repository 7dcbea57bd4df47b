"""The list one takes along to the leader's room: made on the worker, looked at and printed as the reports are."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from correspondence.office import Office
from ui.screen.board_rows import Question
from ui.screen.desk import Desk
from ui.screen.pdf_paper import show_pdf
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
        show_pdf(self._desk, self._page, title, content, paper="daftar tanda tangan")
