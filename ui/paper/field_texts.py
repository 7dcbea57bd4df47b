"""What each placeholder of a template is, in one line for the person who types it into Word.

Keyed by the names of templates_docx/fields.py; a test holds that none is missing. A column is keyed without its list
where it means the same in all of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from ui.paper.definitions import DEFINITIONS
from ui.paper.reports import MEANINGS
from ui.texts import _, mark

_TEXTS: Mapping[str, str] = {
    "kop.lambang": mark("Lambang daerah: berkas lambang.png dalam folder templat kantor."),
    "kop.pemerintah": mark("Baris pertama kop, misalnya PEMERINTAH KOTA …"),
    "kop.nama": mark("Nama kantor."),
    "kop.alamat": mark("Alamat kantor."),
    "kop.telepon": mark("Nomor telepon kantor."),
    "kop.surel": mark("Alamat surel kantor."),
    "kop.laman": mark("Laman kantor."),
    "kop.kode_pos": mark("Kode pos kantor."),
    "kop.baris_alamat": mark("Alamat, kode pos, telepon, surel, dan laman yang terisi, siap dicetak."),
    "surat.tempat": mark("Tempat surat dibuat."),
    "surat.tanggal": mark("Tanggal surat, misalnya 7 September 2026."),
    "surat.nomor": mark("Nomor surat; titik-titik bila belum diberi nomor."),
    "surat.hal": mark("Perihal surat."),
    "surat.lampiran": mark("Lampiran, misalnya 2 (dua) berkas."),
    "surat.sifat": mark("Sifat keamanan: Biasa, Terbatas, Rahasia, atau Sangat Rahasia."),
    "surat.kecepatan": mark("Sifat kecepatan: Biasa, Segera, atau Sangat Segera."),
    "surat.jenis": mark("Jenis naskah dinas surat ini."),
    "surat.unit": mark("Unit pengolah surat ini."),
    "surat.elektronik": mark(
        "Keterangan tanda tangan elektronik; kosong bila ditandatangani di atas kertas."
    ),
    "surat.kode_klasifikasi": mark("Kode klasifikasi surat."),
    "surat.nomor_agenda": mark("Nomor agenda dalam buku."),
    "tujuan.nama": mark("Kepada siapa surat ditujukan."),
    "tujuan.alamat": mark("Alamat tujuan; kosong bila tidak dicatat."),
    "naskah": mark("Daftar naskah dinas yang dikirimkan."),
    "naskah[].naskah": mark("Nama naskah dinas yang dikirimkan."),
    "naskah[].banyaknya": mark("Banyaknya, misalnya 1 (satu) berkas."),
    "naskah[].keterangan": mark("Keterangan baris ini."),
    "keterangan": mark("Catatan di bawah daftar naskah, dari isian “catatan” surat."),
    "penerima.tanggal": mark("Tanggal diterima; titik-titik bila belum diketahui."),
    "penerima.jabatan": mark("Jabatan penerima, diisi dengan tangan."),
    "penerima.nama": mark("Nama penerima; titik-titik bila belum diketahui."),
    "penerima.nip": mark("NIP penerima, diisi dengan tangan."),
    "penerima.telepon": mark("Nomor telepon penerima, diisi dengan tangan."),
    "pengirim.jabatan": mark("Jabatan pengirim, beserta Plt., Plh., a.n., atau u.b."),
    "pengirim.nama": mark("Nama pengirim."),
    "pengirim.pangkat": mark("Pangkat pengirim; kosong bagi Plt. dan Plh."),
    "pengirim.nip": mark("NIP pengirim; kosong bagi Plt. dan Plh."),
    "tembusan": mark("Daftar tembusan."),
    "paraf": mark("Tabel paraf konsep yang sedang diedarkan; kosong setelah surat ditandatangani."),
    "paraf[].koordinasi": mark("Jabatan pemberi paraf koordinasi."),
    "paraf[].hierarki": mark("Jabatan pemberi paraf hierarki."),
    "asal.pengirim": mark("Pengirim surat masuk."),
    "asal.nomor": mark("Nomor surat seperti tercatat."),
    "asal.tanggal": mark("Tanggal surat seperti tercatat."),
    "asal.diterima": mark("Tanggal surat masuk diterima."),
    "asal.agenda": mark("Nomor agenda surat."),
    "asal.hal": mark("Perihal surat seperti tercatat."),
    "tanda.sangat_segera": mark("V bila surat sangat segera."),
    "tanda.segera": mark("V bila surat segera."),
    "tanda.rahasia": mark("V bila surat rahasia atau sangat rahasia."),
    "disposisi": mark("Baris kotak lembar disposisi: penerima di kiri, petunjuk di kanan."),
    "disposisi[].tanda": mark("1 bagi penanggung jawab, V bagi penerima lain."),
    "disposisi[].kepada": mark("Jabatan yang dapat menerima disposisi."),
    "disposisi[].tanda_petunjuk": mark("V bila petunjuk ini dipilih."),
    "disposisi[].petunjuk": mark("Petunjuk disposisi."),
    "catatan_disposisi": mark("Catatan pemberi disposisi."),
    "batas_disposisi": mark("Batas waktu disposisi."),
    "tanggal_disposisi": mark("Tanggal disposisi diberikan."),
    "pendisposisi.jabatan": mark("Jabatan pemberi disposisi."),
    "pendisposisi.nama": mark("Nama pemberi disposisi."),
    "pendisposisi.pangkat": mark("Pangkat pemberi disposisi; kosong bagi Plt. dan Plh."),
    "pendisposisi.nip": mark("NIP pemberi disposisi; kosong bagi Plt. dan Plh."),
    "tanda_terima.nomor": mark("Nomor tanda terima: nomor rujukan surat."),
    "tanda_terima.dari": mark("Dari siapa surat diterima."),
    "tanda_terima.untuk": mark("Untuk siapa surat itu."),
    "tanda_terima.tanggal": mark("Tanggal diterima; titik-titik bila belum diketahui."),
    "tanda_terima.penyerah": mark("Nama yang menyerahkan, diisi dengan tangan."),
    "tanda_terima.penerima": mark("Nama yang menerima; titik-titik bila belum diketahui."),
    "periode.nama": mark("Bulan laporan, misalnya Oktober 2026."),
    "periode.mulai": mark("Hari pertama periode."),
    "periode.sampai": mark("Hari terakhir periode."),
    "unit": mark("Unit yang dilaporkan; kosong bila seluruh kantor."),
    "tahun": mark("Tahun rekap."),
    "tempat": mark("Tempat laporan dibuat."),
    "tanggal": mark("Tanggal laporan dicetak."),
    "penandatangan.jabatan": mark("Jabatan penanda tangan, beserta Plt., Plh., a.n., atau u.b."),
    "penandatangan.nama": mark("Nama penanda tangan."),
    "penandatangan.pangkat": mark("Pangkat penanda tangan; kosong bagi Plt. dan Plh."),
    "penandatangan.nip": mark("NIP penanda tangan; kosong bagi Plt. dan Plh."),
    "grafik": mark("Grafik jumlah surat."),
    "per_jenis": mark("Daftar jenis naskah dinas dengan angkanya."),
    "per_unit": mark("Daftar unit pengolah dengan angkanya."),
    "per_hari": mark("Daftar hari dalam bulan dengan angkanya."),
    "per_hari_berdampingan": mark("Hari dalam bulan, dua paruh berdampingan: kiri dan kanan."),
    "tanda_tangan": mark("Daftar penanda tangan dengan angkanya."),
    "beban": mark("Daftar pelaksana disposisi dengan angkanya."),
    "ketepatan.berjalan": mark("Surat yang tenggatnya belum lewat dan belum selesai."),
    "neraca.dibuka_kembali": DEFINITIONS["reopened"],
}
_COLUMNS: Mapping[str, str] = {
    "nomor": mark("Nomor urut."),
    "jenis": mark("Jenis naskah dinas."),
    "unit": mark("Unit pengolah."),
    "arah": mark("Masuk atau Keluar."),
    "nama": mark("Nama pejabat."),
    "tanggal": mark("Tanggal lengkap."),
    "hari": mark("Tanggal dan nama hari."),
    "total": mark("Jumlah satu tahun."),
    **dict.fromkeys("jan feb mar apr mei jun jul agu sep okt nov des".split(), mark("Jumlah bulan ini.")),
    **{name: DEFINITIONS[key] for name, key in MEANINGS.items()},
}
_MEANING = mark("Arti angka “{name}” dalam satu kalimat.")


def field_text(name: str) -> str:
    """The explanation of one placeholder in the reader's language."""
    group, _dot, last = name.rpartition(".")
    if group == "arti":
        return _(_MEANING).format(name=last)
    return _(_TEXTS.get(name) or _COLUMNS[last])
