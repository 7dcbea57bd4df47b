"""Makes the shipped templates: `python -m templates_docx.drafting`. A test holds that the files are what this makes.

The files are what is printed from; this stands beside them so that a change can be read and reviewed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from docx.document import Document

from templates_docx import counter_draft as counter
from templates_docx import kind_draft as kinds
from templates_docx.catalogue import paper
from templates_docx.letter_draft import cover_letter
from templates_docx.report_draft import monthly
from templates_docx.slip_draft import disposition_sheet, receipt
from templates_docx.year_draft import yearly

DRAFTS: Mapping[str, tuple[str, Callable[[], Document]]] = {
    "surat-pengantar": ("Surat Pengantar", cover_letter),
    "lembar-disposisi": ("Lembar Disposisi", disposition_sheet),
    "tanda-terima": ("Tanda Terima", receipt),
    "surat-dinas": ("Surat Dinas", kinds.official_letter),
    "surat-undangan": ("Surat Undangan", kinds.invitation),
    "nota-dinas": ("Nota Dinas", kinds.service_note),
    "surat-tugas": ("Surat Tugas", kinds.assignment),
    "surat-perintah": ("Surat Perintah", kinds.command),
    "surat-keterangan": ("Surat Keterangan", kinds.statement),
    "surat-edaran": ("Surat Edaran", kinds.circular),
    "pengumuman": ("Pengumuman", kinds.announcement),
    "berita-acara": ("Berita Acara", kinds.minutes_of_fact),
    "pengantar-ktp": ("Pengantar KTP", counter.identity_card),
    "pengantar-kk": ("Pengantar KK", counter.family_card),
    "pengantar-pindah": ("Pengantar Pindah", counter.moving),
    "pengantar-perizinan": ("Pengantar Perizinan", counter.licence),
    "pengantar-nikah": ("Pengantar Nikah", counter.marriage),
    "pengantar-domisili": ("Pengantar Domisili", counter.domicile),
    "keterangan-tidak-mampu": ("Keterangan Tidak Mampu", counter.hardship),
    "laporan-bulanan": ("Laporan Bulanan", monthly),
    "rekap-tahunan": ("Rekap Tahunan", yearly),
}
"""Title and draft by the paper's code."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest day a zip can name: the same draft makes the same bytes."""


def draft(code: str) -> bytes:
    """The .docx of one paper, the same bytes every time."""
    title, make = DRAFTS[code]
    document = make()
    said = document.core_properties
    said.title, said.author, said.comments, said.last_modified_by = title, "Warkat", "", ""
    said.language = "id-ID"
    # Word's property has no zone.
    said.created = said.modified = datetime(2026, 1, 1)  # noqa: DTZ001
    whole = io.BytesIO()
    document.save(whole)
    return _dateless(whole)


def _dateless(whole: io.BytesIO) -> bytes:
    fixed = io.BytesIO()
    with zipfile.ZipFile(whole) as made, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as kept:
        for entry in made.infolist():
            kept.writestr(zipfile.ZipInfo(entry.filename, _EPOCH), made.read(entry), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def main() -> tuple[Path, ...]:
    """Writes every draft over the shipped template."""
    written = []
    for code in DRAFTS:
        path = paper(code).shipped
        path.write_bytes(draft(code))
        written.append(path)
    return tuple(written)


if __name__ == "__main__":
    main()
