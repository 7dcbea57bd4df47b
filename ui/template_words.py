"""Template care in words, for the screen and the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ui.template_lines import CareLine
from ui.texts import _, mark, n_

TURNS: Mapping[str, str] = {
    "added": mark("dipasang"),
    "changed": mark("diubah"),
    "restored": mark("dipakai lagi"),
    "reset": mark("kembali ke bawaan"),
    "shipped": mark("bawaan Warkat"),
}
"""How a version came into use."""

DIFFERENCES: Mapping[str, str] = {
    "added": mark("ditambah"),
    "removed": mark("dihapus"),
    "changed": mark("diubah"),
}
"""What became of a paragraph."""

_PAPERS: Mapping[str, str] = {
    "surat-pengantar": mark("Surat pengantar"),
    "lembar-disposisi": mark("Lembar disposisi"),
    "tanda-terima": mark("Tanda terima"),
    "laporan-bulanan": mark("Laporan bulanan"),
    "rekap-tahunan": mark("Rekap tahunan"),
}
_INITIALS = frozenset({"ktp", "kk"})


def turn_word(turn: str) -> str:
    return _(TURNS[turn])


def difference_word(what: str) -> str:
    return _(DIFFERENCES[what])


def paper_word(code: str) -> str:
    """A paper's name; the papers of letter kinds are called like their kind, whose name is not translated."""
    if code in _PAPERS:
        return _(_PAPERS[code])
    words = (word.upper() if word in _INITIALS else word for word in code.split("-"))
    name = " ".join(words)
    return name[:1].upper() + name[1:]


def line_word(line: CareLine) -> str:
    """What the paper is called: a letter kind with a template of its own by its own name."""
    return line.name or paper_word(line.code)


def state_word(line: CareLine, flaws: Sequence[object] | None) -> str:
    """Whether letters can be written with it; `flaws` is None while an own template is looked over."""
    if line.editing is not None:
        return _("salinan diubah, belum dipakai")
    if not line.version:
        return _("berkasnya tidak ada di meja ini")
    if line.own and flaws is None:
        return _("diperiksa …")
    return n_("{count} hal perlu diperbaiki", len(flaws)).format(count=len(flaws)) if flaws else _("baik")
