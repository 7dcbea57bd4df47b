"""Papers of letters for the window: made to be looked at, noted when they go to paper, many in one run.

Every call runs on the worker with the office given to it. Light to import: Word and picture libraries take longer to
load than the window, and come with the first paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from correspondence.errors import Unavailable
from correspondence.numbering import LetterRef
from correspondence.office import Office
from ui.files import make_folder, write_whole
from ui.written_papers import Converter, ShownBatch, ShownPaper, Told

if TYPE_CHECKING:
    from ui.printing import Printing


def _always(_done: int, _all: int) -> bool:
    return True


def file_title(named: str) -> str:
    """What a paper's file is called: `surat-pengantar` → `Surat pengantar`; only what every file system takes."""
    kept = "".join(each if each.isalnum() or each in " -_" else " " for each in named)
    words = " ".join(kept.replace("-", " ").split())
    return words[:1].upper() + words[1:] or "Surat"


class LetterPapers:
    """`templates`: the folder of the office's own templates. `to_pdf` turns .docx into PDF, LibreOffice by default;
    handed in so that a desk without it can be tried anywhere.
    """

    def __init__(self, office: Office, templates: Path, to_pdf: Converter | None = None) -> None:
        self._office = office
        self._templates = templates
        self._to_pdf = to_pdf

    def shown(
        self,
        named: str,
        ref: LetterRef,
        *,
        title: str = "",
        blank: bool = False,
        again: bool = False,
        told: Told = _always,
    ) -> ShownPaper:
        """One paper of a letter, nothing noted yet. `named`: a paper's code or a letter kind; `title`: what people call
        it; `again`: as it was printed last. `told` is asked while LibreOffice works: False stops it, Unavailable `libreoffice_cancelled`.

        Without LibreOffice the .docx alone comes back. Raises as `Printing.letter` and `Printing.reprint`.
        """
        printing = self._printing()
        written = None if again else printing.written(named, [ref], blank=blank)[0]
        docx = written.docx if written is not None else printing.reprint(named, ref)
        name = f"{file_title(title or named)} {ref}"
        pdfs, missing = self._turned(printing, [docx], told)
        return ShownPaper(name, docx, pdfs[0] if pdfs else None, missing, written)

    def note(self, shown: ShownPaper | ShownBatch) -> None:
        """It went to paper: printed, or saved to be printed. The journal of each letter says so, once."""
        written = shown.batch.written if isinstance(shown, ShownBatch) else (shown.written,)
        papers = [each for each in written if each is not None]
        if papers:
            self._printing().note(papers)

    def batch(self, named: str, refs: Sequence[LetterRef], *, told: Told = _always) -> ShownBatch:
        """A paper of each of many letters; `named` "" is each letter's own kind. What one letter refuses holds up none
        of the others.

        `told(done, all)` counts both halves of the way, writing and turning into PDF; False stops: `libreoffice_cancelled`.
        """
        printing, every = self._printing(), 2 * len(refs)
        made = printing.batch(named, refs, told=lambda done, _all: told(done, every))
        if not made.whole:
            raise Unavailable("libreoffice_cancelled")
        begun = len(refs)
        pdfs, missing = self._turned(
            printing,
            [each.docx for each in made.written],
            lambda done, _all: told(begun + done, every),
        )
        return ShownBatch(file_title(named) if named else "Naskah", made, tuple(pdfs), missing)

    def save_each(self, shown: ShownBatch, folder: Path, *, told: Told = _always) -> list[Path]:
        """A file a letter in `folder`, PDF where there is one; False from `told` leaves it at those that are there.

        Unavailable `folder_is_file`, `file_unwritable`.
        """
        make_folder(folder)
        files = []
        for place, each in enumerate(shown.batch.written):
            ending, content = (".pdf", shown.pdfs[place]) if shown.pdfs else (".docx", each.docx)
            file = folder / f"{shown.title} {each.ref}{ending}"
            write_whole(file, content)
            files.append(file)
            if not told(len(files), len(shown.batch.written)):
                break
        return files

    def _turned(
        self, printing: Printing, papers: Sequence[bytes], told: Told
    ) -> tuple[list[bytes], Unavailable | None]:
        try:
            return (self._to_pdf or partial(printing.pdf, told=told))(papers), None
        except Unavailable as error:
            if error.reason == "libreoffice_cancelled" or not error.reason.startswith("libreoffice"):
                raise
            return [], error

    def _printing(self) -> Printing:
        # The heavy libraries: see the head of this file.
        from ui.printing import Printing

        return Printing(self._office, self._templates)
