"""Which papers there are, and whether the office's own copy or the shipped one is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from correspondence.errors import NotFound, Refused
from correspondence.letters import LetterKind

SHIPPED = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One paper. `code` is what is typed at the terminal, `file` the template's name in either folder.

    `of_letter`: the paper is about one letter, which must be named, and may use `isian.*`. `kind`: the starter letter
    kind that is written with it, "" for slips and reports.
    """

    code: str
    file: str
    of_letter: bool = True
    kind: str = ""

    @property
    def shipped(self) -> Path:
        """The template that came with the program."""
        return SHIPPED / self.file


LETTER_TEMPLATES: Mapping[str, str] = {
    "surat-dinas": "Surat Dinas",
    "surat-undangan": "Surat Undangan",
    "nota-dinas": "Nota Dinas",
    "surat-tugas": "Surat Tugas",
    "surat-perintah": "Surat Perintah",
    "surat-keterangan": "Surat Keterangan",
    "surat-edaran": "Surat Edaran",
    "pengumuman": "Pengumuman",
    "berita-acara": "Berita Acara",
    "pengantar-ktp": "Pengantar KTP",
    "pengantar-kk": "Pengantar KK",
    "pengantar-pindah": "Pengantar Pindah",
    "pengantar-perizinan": "Pengantar Perizinan",
    "pengantar-nikah": "Pengantar Nikah",
    "pengantar-domisili": "Pengantar Domisili",
    "keterangan-tidak-mampu": "Keterangan Tidak Mampu",
}
"""Starter letter kinds that an office writes itself, by the code of their template."""


def _file(code: str) -> str:
    return f"{code.replace('-', '_')}.docx"


PAPERS: Mapping[str, PaperKind] = {
    each.code: each
    for each in (
        PaperKind("surat-pengantar", "surat_pengantar.docx", kind="Surat Pengantar"),
        PaperKind("lembar-disposisi", "lembar_disposisi.docx"),
        PaperKind("tanda-terima", "tanda_terima.docx"),
        *(PaperKind(code, _file(code), kind=kind) for code, kind in LETTER_TEMPLATES.items()),
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


def paper_named(named: str, kinds: Iterable[LetterKind] = ()) -> PaperKind:
    """The paper of that code, or of the letter kind of that name (`Surat Undangan`, `surat-undangan`, in any case).

    A kind is written with the template it names, else with the one shipped for a kind of its name. NotFound("paper", …);
    Refused `kind_without_template`.
    """
    if named in PAPERS:
        return PAPERS[named]
    every = tuple(kinds)
    wanted = _code_of(named)
    kind = next((each for each in every if _code_of(each.name) == wanted), None)
    if kind is None:
        known = next((each for each in PAPERS.values() if each.kind and _code_of(each.kind) == wanted), None)
        if known is not None:
            return known
        own = (_code_of(each.name) for each in every if each.template)
        raise NotFound("paper", named, tuple(dict.fromkeys((*PAPERS, *own))))
    # Only a name: a template lies in one of the two folders and nowhere else.
    file = Path(kind.template.replace("\\", "/")).name
    named_so = (each for each in PAPERS.values() if each.kind and _code_of(each.kind) == wanted)
    shipped = next((each for each in PAPERS.values() if file and each.file == file), None)
    found = shipped if file else next(named_so, None)
    if found is not None:
        return found
    if not file:
        raise Refused("kind_without_template", "kind", {"name": kind.name})
    return PaperKind(wanted, file, kind=kind.name)


def _code_of(name: str) -> str:
    return "-".join(re.findall(r"\w+", name.casefold().replace("_", " ")))


def file_for(kind: str) -> str:
    """What the template of a letter kind is called: as the shipped one where there is one, else after the kind."""
    code = _code_of(kind)
    shipped = next((each for each in PAPERS.values() if each.kind and _code_of(each.kind) == code), None)
    return shipped.file if shipped else f"{code.replace('-', '_') or 'templat'}.docx"


def own_copy(folder: Path, meant: str | PaperKind) -> Path:
    """Where the office's own copy lies or would lie: `surat_pengantar.docx`, or `surat-pengantar.docx` where only that is
    there."""
    own, other = folder / _meant(meant).file, other_spelling(folder, meant)
    return other if other.is_file() and not own.is_file() else own


def other_spelling(folder: Path, meant: str | PaperKind) -> Path:
    """The same file with dashes: the paper's code is written so, and people name the file after it."""
    return folder / _meant(meant).file.replace("_", "-")


def template_of(folder: Path, meant: str | PaperKind) -> Path:
    """The office's own copy when there is one, otherwise the shipped template."""
    kind = _meant(meant)
    own = own_copy(folder, kind)
    return own if own.is_file() or kind.code not in PAPERS else kind.shipped


def reset(folder: Path, code: str) -> bool:
    """Back to the shipped template; the office's copy stays beside it as `.docx.lama`. Whether there was one."""
    own = own_copy(folder, code)
    if not own.is_file():
        return False
    own.replace(own.with_name(f"{own.name}.lama"))
    return True


def _meant(meant: str | PaperKind) -> PaperKind:
    return meant if isinstance(meant, PaperKind) else paper(meant)
