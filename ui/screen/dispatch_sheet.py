"""The page of the dispatch book with just the letters that go along, to be signed on the way."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services import looking_up
from ui import formats
from ui.background import Progress
from ui.screen.desk import Desk
from ui.screen.paper_work import PaperWork
from ui.screen.pdf_paper import show_pdf
from ui.texts import _


class Rounds(Protocol):
    """What a round asks of the office's books."""

    def round(self, refs: Sequence[LetterRef], on: date, out: Path) -> object: ...


class RoundPrinting(Protocol):
    def books(self, office: Office) -> Rounds: ...


def sheet_of(printing: RoundPrinting, office: Office, refs: Sequence[LetterRef], on: date) -> bytes:
    """The PDF; on the worker."""
    with tempfile.TemporaryDirectory(prefix="warkat-") as folder:
        out = Path(folder) / "ekspedisi.pdf"
        printing.books(office).round(refs, on, out)
        return out.read_bytes()


def show_sheet(desk: Desk, content: bytes, on: date, window: QWidget) -> None:
    """Its page, to be printed."""
    title = _("Lembar ekspedisi {day}").format(day=formats.day(on))
    show_pdf(desk, window, title, content, paper="ekspedisi")


def print_sheet(desk: Desk, work: PaperWork, letter_ids: Sequence[int], window: QWidget) -> None:
    """Of the ticked letters, in their order: again when the printer ate the first, or before they go."""
    printing = cast("RoundPrinting | None", desk.printing)
    if printing is None:
        return
    ids, today = list(letter_ids), desk.today

    def job(office: Office, _go_on: Progress) -> bytes:
        refs = [line.ref for line in looking_up.lines(office, letter_ids=ids)]
        return sheet_of(printing, office, refs, today)

    said = _("Menyusun lembar ekspedisi …")
    work.run(job, lambda content: show_sheet(desk, content, today, window), said=said)
