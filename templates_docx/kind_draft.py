"""The letters an office writes itself, as shipped: one draft a kind, the pieces shared. `isian.…` are the kind's own form."""

from __future__ import annotations

from docx.document import Document

from templates_docx.layout import CENTRE, blank, line
from templates_docx.letter_pieces import (
    addressee,
    begin,
    labelled,
    long_text,
    paragraph,
    people,
    place_and_day,
    signed,
    title,
)

_HEAD = (
    ("Nomor", "{{ surat.nomor }}"),
    ("Sifat", "{{ surat.sifat }}"),
    ("Lampiran", "{{ surat.lampiran|default('-') }}"),
    ("Hal", "{{ surat.hal }}"),
)


def official_letter() -> Document:
    """Surat dinas."""
    paper = blank()
    begin(paper, "Surat")
    place_and_day(paper)
    labelled(paper, _HEAD)
    addressee(paper)
    long_text(paper, "isi")
    signed(paper)
    return paper


def invitation() -> Document:
    """Surat undangan."""
    paper = blank()
    begin(paper, "Undangan")
    place_and_day(paper)
    labelled(paper, _HEAD)
    addressee(paper)
    line(paper, "{%p if isian.isi %}")
    long_text(paper, "isi")
    line(paper, "{%p else %}")
    paragraph(paper, "Dengan hormat, kami mengundang Saudara untuk hadir pada:", keep=True)
    line(paper, "{%p endif %}")
    rows = (
        ("Hari, tanggal", "{{ isian.tanggal_acara }}"),
        ("Waktu", "{{ isian.waktu }}"),
        ("Tempat", "{{ isian.tempat }}"),
        ("Acara", "{{ isian.acara }}"),
        ("?isian.pakaian Pakaian", "{{ isian.pakaian }}"),
    )
    labelled(paper, rows, label=30, indent=12.5, keep=True)
    line(paper, "", size=6)
    paragraph(paper, "Atas perhatian dan kehadiran Saudara, kami sampaikan terima kasih.", keep=True)
    signed(paper)
    return paper


def service_note() -> Document:
    """Nota dinas: from one officer of the office to another."""
    paper = blank()
    begin(paper, "Nota Dinas")
    line(paper, "")
    title(paper, "NOTA DINAS")
    rows = (
        ("Kepada", "Yth. {{ tujuan.nama }}"),
        ("Dari", "{{ isian.dari|default(penandatangan.nama_jabatan) }}"),
        ("Tanggal", "{{ surat.tanggal }}"),
        ("Sifat", "{{ surat.sifat }}"),
        ("Lampiran", "{{ surat.lampiran|default('-') }}"),
        ("Hal", "{{ surat.hal }}"),
    )
    labelled(paper, rows)
    line(paper, "", size=10)
    long_text(paper, "isi")
    signed(paper)
    return paper


def assignment() -> Document:
    """Surat tugas."""
    return _order("SURAT TUGAS", "MENUGASKAN:", "Surat Tugas")


def command() -> Document:
    """Surat perintah."""
    return _order("SURAT PERINTAH", "MEMERINTAHKAN:", "Surat Perintah")


def _order(words: str, verb: str, what: str) -> Document:
    paper = blank()
    begin(paper, what)
    title(paper, words)
    line(paper, "{%p if isian.dasar %}")
    labelled(paper, (("Dasar", "{{ isian.dasar }}"),))
    line(paper, "{%p endif %}")
    line(paper, verb, bold=True, align=CENTRE, before=8, after=6, keep=True)
    line(paper, "Kepada:", after=3, keep=True)
    people(paper, "daftar_petugas", "tujuan.nama")
    rows = (
        ("Untuk", "{{ isian.uraian_tugas|default(surat.hal) }}"),
        ("?isian.tempat_tugas Tempat", "{{ isian.tempat_tugas }}"),
        ("?isian.tanggal_mulai Mulai", "{{ isian.tanggal_mulai }}"),
        ("?isian.tanggal_selesai Sampai", "{{ isian.tanggal_selesai }}"),
    )
    labelled(paper, rows)
    line(paper, "", size=6)
    paragraph(paper, "Demikian untuk dilaksanakan dengan penuh tanggung jawab.", keep=True)
    signed(paper, decided=True)
    return paper


def circular() -> Document:
    """Surat edaran."""
    paper = blank()
    begin(paper, "Surat Edaran")
    place_and_day(paper)
    addressee(paper)
    title(paper, "SURAT EDARAN", about=True)
    long_text(paper, "isi")
    signed(paper)
    return paper


def announcement() -> Document:
    """Pengumuman."""
    paper = blank()
    begin(paper, "Pengumuman")
    title(paper, "PENGUMUMAN", about=True)
    long_text(paper, "isi")
    signed(paper, decided=True)
    return paper


def minutes_of_fact() -> Document:
    """Berita acara: two parties, what happened, both sign."""
    paper = blank()
    begin(paper, "Berita Acara")
    title(paper, "BERITA ACARA", about=True)
    paragraph(paper, "Pada hari ini, {{ isian.tanggal_kejadian }}, kami yang bertanda tangan di bawah ini:")
    parties = (
        ("Pihak pertama", "{{ penandatangan.nama }}"),
        ("Pihak kedua", "{{ isian.nama }}"),
        ("?isian.jabatan_pihak_kedua Jabatan", "{{ isian.jabatan_pihak_kedua }}"),
    )
    labelled(paper, parties, label=32, indent=12.5)
    line(paper, "", size=6)
    long_text(paper, "isi")
    paragraph(
        paper, "Berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.", keep=True
    )
    signed(paper, beside="PIHAK KEDUA,", dated=True)
    return paper


def statement() -> Document:
    """Surat keterangan about a person."""
    paper = blank()
    begin(paper, "Surat Keterangan")
    title(paper, "SURAT KETERANGAN")
    paragraph(paper, "Yang bertanda tangan di bawah ini menerangkan bahwa:", keep=True)
    rows = (
        ("Nama", "{{ isian.nama|default(tujuan.nama) }}"),
        ("?isian.nik NIK", "{{ isian.nik }}"),
        ("?isian.nip NIP", "{{ isian.nip }}"),
        ("?isian.jabatan Jabatan", "{{ isian.jabatan }}"),
        ("?isian.alamat Alamat", "{{ isian.alamat }}"),
    )
    labelled(paper, rows, label=34, indent=12.5)
    line(paper, "", size=6)
    long_text(paper, "isi")
    paragraph(paper, "Surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya.", keep=True)
    signed(paper, dated=True)
    return paper
