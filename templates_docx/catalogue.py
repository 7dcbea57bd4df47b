"""Which papers there are, and whether the office's own copy or the shipped one is used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from correspondence.errors import NotFound

SHIPPED = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One paper. `code` is what is typed at the terminal, `file` the template's name in either folder.

    `of_letter`: the paper is about one letter, which must be named, and may use `isian.*`.
    """

    code: str
    file: str
    of_letter: bool

    @property
    def shipped(self) -> Path:
        """The template that came with the program."""
        return SHIPPED / self.file


PAPERS: Mapping[str, PaperKind] = {
    each.code: each
    for each in (
        PaperKind("surat-pengantar", "surat_pengantar.docx", of_letter=True),
        PaperKind("laporan-bulanan", "laporan_bulanan.docx", of_letter=False),
        PaperKind("rekap-tahunan", "rekap_tahunan.docx", of_letter=False),
    )
}


def paper(code: str) -> PaperKind:
    """NotFound("paper", …) with the codes there are."""
    try:
        return PAPERS[code]
    except KeyError:
        raise NotFound("paper", code, tuple(PAPERS)) from None


def own_copy(folder: Path, code: str) -> Path:
    """Where the office's own copy lies or would lie."""
    return folder / paper(code).file


def template_of(folder: Path, code: str) -> Path:
    """The office's own copy when there is one, otherwise the shipped template."""
    own = own_copy(folder, code)
    return own if own.is_file() else paper(code).shipped


def lend(folder: Path, code: str) -> Path:
    """The office's own copy, begun from the shipped template when there is none yet. OSError as it comes."""
    own = own_copy(folder, code)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        # "x": a copy that somebody has meanwhile begun is never overwritten.
        with own.open("xb") as begun:
            begun.write(paper(code).shipped.read_bytes())
    except FileExistsError:
        pass
    return own


def reset(folder: Path, code: str) -> bool:
    """Back to the shipped template; the office's copy stays beside it as `.docx.lama`. Whether there was one."""
    own = own_copy(folder, code)
    if not own.is_file():
        return False
    own.replace(own.with_name(f"{own.name}.lama"))
    return True
