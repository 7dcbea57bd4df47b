"""Papers of letters on their way: written, refused, shown, saved. Light: no paper library is needed to name them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from correspondence.errors import OfficeError
from correspondence.numbering import LetterRef
from correspondence.services.printed import PrintedPaper
from ui.texts import _

MISSING = "libreoffice_missing"
"""Why there is no PDF on a desk without LibreOffice."""


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    """One letter's paper as .docx, and what its journal keeps of it once it goes to paper."""

    ref: LetterRef
    docx: bytes
    printed: PrintedPaper


@dataclass(frozen=True, slots=True)
class RefusedPaper:
    """A letter that could not be written, and why."""

    ref: LetterRef
    why: OfficeError


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of many letters, both in the order asked. `whole` is False when the run was stopped."""

    written: tuple[WrittenPaper, ...]
    refused: tuple[RefusedPaper, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """One letter's paper for the window. Without LibreOffice there is no `pdf`, and `missing` says why.

    `written` is None for a paper printed again as it was: the journal knows it already.
    """

    name: str
    docx: bytes
    pdf: bytes | None
    missing: OfficeError | None = None
    written: WrittenPaper | None = None


@dataclass(frozen=True, slots=True)
class ShownBatch:
    """Many letters' papers for the window; `pdfs` in the order of `batch.written`, empty without LibreOffice."""

    title: str
    batch: Batch
    pdfs: tuple[bytes, ...]
    missing: OfficeError | None = None


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report's file. `plain`: a PDF in the shipped form, for there is no LibreOffice to make one of the template."""

    file: Path
    plain: bool = False


def plain_note() -> str:
    """What is said with a plain PDF, in one sentence."""
    return _(
        "LibreOffice belum terpasang, jadi PDF ini memakai bentuk bawaan; "
        "templat kantor sendiri hanya menjadi PDF dengan LibreOffice."
    )


Told = Callable[[int, int], bool]
"""Called with how many are done of how many; False stops."""
Converter = Callable[[Sequence[bytes]], list[bytes]]
