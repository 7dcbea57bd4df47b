"""The seven letters of the service counter, as shipped: one citizen's data once, what each asks for beside it."""

from __future__ import annotations

from docx.document import Document

from templates_docx.layout import blank, line
from templates_docx.letter_pieces import Rows, begin, labelled, long_text, paragraph, signed, title

CITIZEN: Rows = (
    ("Nama lengkap", "{{ isian.nama }}"),
    ("NIK", "{{ isian.nik }}"),
    ("Tempat, tanggal lahir", "{{ isian.tempat_lahir }}, {{ isian.tanggal_lahir }}"),
    ("Jenis kelamin", "{{ isian.jenis_kelamin }}"),
    ("Agama", "{{ isian.agama }}"),
    ("Status perkawinan", "{{ isian.status_perkawinan }}"),
    ("Pekerjaan", "{{ isian.pekerjaan }}"),
    ("Alamat", "{{ isian.alamat }}"),
)
_FAMILY = (("Nomor Kartu Keluarga", "{{ isian.nomor_kk }}"),)
_RESIDENT = "Orang tersebut benar penduduk dalam wilayah kerja kami dan diberi pengantar untuk"
_PURPOSE = (("Keperluan", "{{ isian.keperluan }}"),)


def _letter(words: str, what: str, more: Rows, closing: str) -> Document:
    paper = blank()
    begin(paper, what)
    title(paper, words)
    paragraph(paper, "Yang bertanda tangan di bawah ini menerangkan dengan sebenarnya bahwa:", keep=True)
    labelled(paper, (*CITIZEN, *more), label=46, indent=12.5)
    line(paper, "", size=6)
    long_text(paper, "uraian_tambahan", optional=True)
    paragraph(paper, closing)
    paragraph(paper, "Surat ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.", keep=True)
    signed(paper, beside="Pemohon,", dated=True)
    return paper


def identity_card() -> Document:
    """Pengantar KTP."""
    more = (*_FAMILY, ("Permohonan", "{{ isian.jenis_permohonan }}"))
    return _letter(
        "SURAT PENGANTAR KTP", "Pengantar KTP", more, _RESIDENT + " mengurus Kartu Tanda Penduduk."
    )


def family_card() -> Document:
    """Pengantar KK."""
    more = (
        *_FAMILY,
        ("Permohonan", "{{ isian.jenis_permohonan }}"),
        ("Anggota keluarga", "{{ isian.jumlah_anggota }} orang"),
    )
    return _letter("SURAT PENGANTAR KK", "Pengantar KK", more, _RESIDENT + " mengurus Kartu Keluarga.")


def moving() -> Document:
    """Pengantar pindah."""
    more = (
        *_FAMILY,
        ("Alamat tujuan", "{{ isian.alamat_tujuan }}"),
        ("Alasan pindah", "{{ isian.alasan }}"),
        ("Jumlah yang pindah", "{{ isian.jumlah_pindah }} orang"),
        ("?isian.tanggal_pindah Tanggal pindah", "{{ isian.tanggal_pindah }}"),
    )
    return _letter("SURAT PENGANTAR PINDAH", "Pengantar Pindah", more, _RESIDENT + " mengurus kepindahan.")


def licence() -> Document:
    """Pengantar perizinan."""
    more = (
        ("Nama usaha", "{{ isian.nama_usaha }}"),
        ("Jenis usaha", "{{ isian.jenis_usaha }}"),
        ("Alamat usaha", "{{ isian.alamat_usaha }}"),
    )
    return _letter(
        "SURAT PENGANTAR PERIZINAN",
        "Pengantar Perizinan",
        more,
        _RESIDENT + " mengurus perizinan usaha tersebut.",
    )


def marriage() -> Document:
    """Pengantar nikah."""
    more = (
        ("Nama ayah", "{{ isian.nama_ayah }}"),
        ("Nama ibu", "{{ isian.nama_ibu }}"),
        ("Nama calon", "{{ isian.nama_calon }}"),
        ("Alamat calon", "{{ isian.alamat_calon }}"),
    )
    return _letter("SURAT PENGANTAR NIKAH", "Pengantar Nikah", more, _RESIDENT + " mengurus pernikahan.")


def domicile() -> Document:
    """Pengantar domisili."""
    more = (
        ("Alamat domisili", "{{ isian.alamat_domisili }}"),
        ("?isian.tanggal_menetap Menetap sejak", "{{ isian.tanggal_menetap }}"),
        *_PURPOSE,
    )
    closing = "Orang tersebut berdomisili pada alamat di atas dalam wilayah kerja kami."
    return _letter("SURAT PENGANTAR DOMISILI", "Pengantar Domisili", more, closing)


def hardship() -> Document:
    """Keterangan tidak mampu."""
    more = (
        ("?isian.penghasilan_bulanan Penghasilan sebulan", "Rp {{ isian.penghasilan_bulanan }}"),
        ("?isian.jumlah_tanggungan Tanggungan", "{{ isian.jumlah_tanggungan }} orang"),
        *_PURPOSE,
    )
    closing = (
        "Menurut catatan kami dan pernyataan yang bersangkutan, keluarga tersebut tergolong tidak mampu."
    )
    return _letter("SURAT KETERANGAN TIDAK MAMPU", "Keterangan Tidak Mampu", more, closing)
