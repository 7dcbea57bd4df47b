"""What `template check` says, and what a template that cannot be used says when a paper is printed with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ui.paper.printed_lines import ProblemLine
from ui.texts import _, mark

PROBLEMS: Mapping[str, str] = {
    "unknown": mark("Tidak dikenal: tidak ada isian bernama “{field}”."),
    "missing": mark("Belum ada dalam templat, padahal diperlukan."),
    "kind_unclear": mark(
        "Tidak jelas ini templat untuk surat cetak apa; ulangi dengan --kind dan jenisnya, lihat template list."
    ),
    "split": mark("Terpecah oleh Word; hapus seluruhnya, lalu ketik ulang sekali jadi."),
    "unclosed": mark(
        "Kurung tidak lengkap; setiap {{{{ harus ditutup }}}} dan setiap {{% ditutup %}} dalam alinea yang sama."
    ),
    "unbalanced": mark("Tidak berpasangan; setiap for memerlukan endfor dan setiap if memerlukan endif."),
    "syntax": mark("Salah tulis; di antara kurung hanya boleh ada nama isian."),
    "not_allowed": mark("Tidak diizinkan dalam templat; pakai nama isian, for, dan if saja."),
    "list_text": mark("Ini daftar; tulis dengan for, atau tambahkan |join(', ')."),
    "template_not_docx": mark("Ini bukan berkas Word (.docx), atau berkasnya rusak."),
    "template_too_large": mark("Berkas ini terlalu besar untuk sebuah templat."),
    "template_bomb": mark("Isi berkas ini jauh lebih besar daripada templat yang wajar."),
    "template_unsafe": mark(
        "Berkas ini memuat pernyataan XML (DOCTYPE) yang tidak pernah ditulis Word; buka lalu simpan lagi."
    ),
    "template_external_link": mark(
        "Berkas ini mengambil gambar atau templat dari luar; sisipkan gambarnya ke dalam berkas."
    ),
    "template_field_code": mark(
        "Kode bidang {field} mengambil berkas, menghubungi jaringan, atau menjalankan program; hapus kode itu (Alt+F9 di "
        "Word memperlihatkannya)."
    ),
    "template_unknown_field": mark("Tidak dikenal: tidak ada isian bernama “{field}”."),
    "template_syntax": mark("Ada tanda kurung yang salah tulis."),
    "template_not_allowed": mark(
        "Ada yang tidak diizinkan dalam templat; pakai nama isian, for, dan if saja."
    ),
    "template_endless": mark("Pengulangan dalam templat ini tidak ada habisnya."),
    "template_unclosed": mark("Ada kurung yang tidak ditutup."),
    "template_broken": mark(
        "Ada for atau if yang memotong tabel atau alinea; letakkan pembuka dan penutupnya di tempat yang setara."
    ),
    "template_failed": mark("Ada perhitungan dalam templat yang tidak dapat dikerjakan."),
    "template_picture": mark("Gambarnya tidak dapat dibaca; pakai PNG atau JPEG."),
}
"""By the code of the problem; `{field}` is the placeholder."""

_MEANT = mark("Mungkin maksudnya “{suggestion}”.")
_REGIONS: Mapping[str, str] = {
    "body": "",
    "header": mark("kepala halaman"),
    "footer": mark("kaki halaman"),
    "footnotes": mark("catatan kaki"),
}


def problem_sentence(problem: str, field: str, suggestion: str = "") -> str:
    """One flaw in a sentence or two."""
    said = _(PROBLEMS[problem]).format(field=field)
    return f"{said} {_(_MEANT).format(suggestion=suggestion)}" if suggestion else said


def problem_line(problem: Any) -> ProblemLine:
    """One flaw with its place, in words; `problem` is a Problem of the typing pool, which has no door to this room."""
    place = problem.where
    where = (
        place_words(str(place.region), place.text, table=place.table, row=place.row, column=place.column)
        if place
        else ""
    )
    said = problem_sentence(problem.problem, problem.field, problem.suggestion)
    return ProblemLine(problem.field, where, said, problem.problem)


def place_words(region: str, text: str, *, table: int = 0, row: int = 0, column: int = 0) -> str:
    """`tabel 2, baris 3, kolom 1: “Nomor {{ surat.nmor }}”`."""
    parts = [_(_REGIONS[region])] if _REGIONS[region] else []
    if table:
        parts.append(
            _("tabel {table}, baris {row}, kolom {column}").format(table=table, row=row, column=column)
        )
    where = ", ".join(parts)
    quoted = f"“{text}”" if text else ""
    return ": ".join(part for part in (where, quoted) if part)
