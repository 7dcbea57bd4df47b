"""The letters that wait in the sample office this very day; made up as those of ui/demo/letters.py."""

from __future__ import annotations

from correspondence.letters import Secrecy, Urgency
from ui.demo.letters import Came, Wrote

B, S, SS = Urgency.BIASA, Urgency.SEGERA, Urgency.SANGAT_SEGERA
_CITY = "Jl. Merdeka No. 1, Tirta Kencana"
_ALL = "di Tempat"

CAME: dict[str, Came] = {
    "warga": Came("Forum RT/RW Kelurahan Tanjung Sari", "Jl. Nelayan No. 3, Tanjung Sari", "{n}/FRT-TS", "Permohonan audiensi mengenai banjir di Kelurahan Tanjung Sari", "Surat Dinas", "100.1", "TU"),
    "hotel": Came("Hotel Tirta Indah", "Jl. Pantai No. 18, Tirta Kencana", "{n}/HTI/INV", "Tagihan akomodasi tamu kunjungan kerja", "Surat Dinas", "900.1.4", "KEU", S, enclosures="1 kuitansi"),
    "sekolah": Came("SMP Negeri 4 Tirta Kencana", "Jl. Pelajar No. 4, Tirta Kencana", "421/{n}/SMPN4", "Permohonan kunjungan belajar ke kantor wali kota", "Surat Dinas", "400.3", "RT"),
    "wali": Came("Wali Kota Tirta Kencana", _CITY, "000.1/{n}/WK", "Persiapan penilaian Adipura tingkat provinsi", "Nota Dinas", "600.4", "RT", SS),
    "ombudsman": Came("Ombudsman RI Perwakilan Provinsi", "Jl. Pahlawan No. 11", "T/{n}/LM.11/PW", "Permintaan klarifikasi atas laporan layanan loket terpadu", "Surat Dinas", "700.1", "TU", S, Secrecy.TERBATAS, "1 berkas"),
    "bpk": Came("BPK Perwakilan Provinsi", "Jl. Veteran No. 2", "{n}/S/XIX.TK/BPK", "Permintaan data aset dan persediaan untuk pemeriksaan interim", "Surat Dinas", "700.1.2", "PLK", SS, Secrecy.RAHASIA, "1 daftar"),
    "salah": Came("Dinas Sosial", _CITY, "400.9/{n}/Dinsos", "Permintaan data penerima bantuan pegawai non-ASN", "Surat Dinas", "400.9", "KEU", S),
    "hut": Came("Panitia Hari Jadi Kota", _CITY, "005/{n}/PAN-HJK", "Rencana kegiatan dan pembagian tugas Hari Jadi Kota ke-78", "Surat Dinas", "000.5", "TU", S, enclosures="1 berkas"),
    "listrik": Came("PT PLN (Persero) UP3 Tirta Kencana", "Jl. Listrik No. 9", "{n}/AGA.01/UP3TK", "Pemberitahuan pemadaman terencana gedung sekretariat", "Surat Dinas", "600.2", "RT", SS),
    "kendaraan": Came("Dinas Pekerjaan Umum", _CITY, "000.2/{n}/PU", "Permintaan pinjam pakai dua unit kendaraan operasional", "Surat Dinas", "000.2.4", "PLK"),
    "gaji": Came("Badan Keuangan dan Aset Daerah", _CITY, "900.1.3/{n}/BKAD", "Rekonsiliasi gaji dan tunjangan pegawai bulan {bulan}", "Surat Dinas", "900.1.3", "KEU", S, enclosures="1 daftar"),
    "arsip": Came("Arsip Nasional Republik Indonesia", "Jl. Ampera Raya No. 7, Jakarta", "B-AK.02.00/{n}", "Pengawasan kearsipan eksternal tahun {tahun}", "Surat Dinas", "000.5.6", "TU", enclosures="1 instrumen"),
    "magang": Came("Politeknik Tirta Kencana", "Jl. Kampus No. 1", "{n}/PL-TK/KM", "Permohonan magang mahasiswa administrasi publik", "Surat Dinas", "000.9.2", "TU", enclosures="1 proposal"),
    "sampah": Came("Dinas Lingkungan Hidup", _CITY, "600.4.15/{n}/DLH", "Jadwal pengangkutan sampah gedung perkantoran", "Surat Edaran", "600.4", "RT"),
}  # fmt: skip

WROTE: dict[str, Wrote] = {
    "rapat": Wrote("Seluruh Kepala Perangkat Daerah", _ALL, "Undangan rapat koordinasi penilaian Adipura", "Surat Undangan", "000.5", "RT", SS),
    "klarifikasi": Wrote("Kepala Ombudsman RI Perwakilan Provinsi", "Jl. Pahlawan No. 11", "Klarifikasi atas laporan layanan loket terpadu", "Surat Dinas", "700.1", "TU", S, "1 berkas"),
    "aset": Wrote("Kepala BPK Perwakilan Provinsi", "Jl. Veteran No. 2", "Penyampaian data aset dan persediaan", "Surat Pengantar", "700.1.2", "PLK", SS, "1 daftar", (("naskah_1", "Daftar aset tetap dan persediaan | 1 (satu) berkas | Untuk pemeriksaan interim"),)),
    "tugas": Wrote("Dewi Anggraini, S.STP. dan 4 orang lainnya", _ALL, "Menjadi petugas upacara Hari Jadi Kota ke-78", "Surat Tugas", "000.5", "RT", S),
    "edaran": Wrote("Seluruh Pegawai Sekretariat Daerah", _ALL, "Jam kerja dan pakaian dinas pada Hari Jadi Kota", "Surat Edaran", "800.1.6", "TU"),
    "pinjam": Wrote("Kepala Dinas Pekerjaan Umum", _CITY, "Persetujuan pinjam pakai kendaraan operasional", "Surat Dinas", "000.2.4", "PLK"),
    "cair": Wrote("Kepala Badan Keuangan dan Aset Daerah", _CITY, "Permohonan pencairan ganti uang persediaan", "Surat Dinas", "900.1", "KEU", S, "1 berkas"),
    "magang": Wrote("Direktur Politeknik Tirta Kencana", "Jl. Kampus No. 1", "Persetujuan magang mahasiswa administrasi publik", "Surat Izin", "000.9.2", "TU"),
    "keterangan": Wrote("Budi Prasetyo", "Jl. Mawar No. 8, Tirta Kencana", "Keterangan pernah bekerja sebagai tenaga kontrak", "Surat Keterangan", "800.1.11", "TU"),
    "telaah": Wrote("Sekretaris Daerah", _CITY, "Telaahan pengadaan genset cadangan gedung sekretariat", "Nota Dinas", "000.2.3", "PLK", S),
    "laporan": Wrote("Asisten Administrasi Umum", _CITY, "Laporan pelaksanaan anggaran Bagian Umum bulan {bulan}", "Nota Dinas", "900.1", "KEU"),
    "pln": Wrote("Manajer PT PLN UP3 Tirta Kencana", "Jl. Listrik No. 9", "Permintaan penjadwalan ulang pemadaman gedung sekretariat", "Surat Dinas", "600.2", "RT", SS),
    "kuasa": Wrote("Yohanes Lado, S.T.", _ALL, "Kuasa pengambilan kendaraan dinas hasil perbaikan", "Surat Kuasa", "000.2.4", "PLK"),
    "sekolah": Wrote("Kepala SMP Negeri 4 Tirta Kencana", "Jl. Pelajar No. 4, Tirta Kencana", "Penerimaan kunjungan belajar", "Surat Dinas", "400.3", "RT"),
    "arsip": Wrote("Kepala Arsip Nasional Republik Indonesia", "Jl. Ampera Raya No. 7, Jakarta", "Penyampaian isian instrumen pengawasan kearsipan", "Surat Pengantar", "000.5.6", "TU", enclosures="1 berkas", fields=(("naskah_1", "Instrumen pengawasan kearsipan | 1 (satu) berkas | "),)),
    "bank": Wrote("Direktur PT Bank Pembangunan Tirta", "Jl. Niaga No. 10, Tirta Kencana", "Perubahan pejabat penanda tangan rekening", "Surat Dinas", "900.1.3", "KEU", S),
    "berita": Wrote("Direktur CV Karya Mandiri", "Jl. Anggrek No. 21, Tirta Kencana", "Berita acara pemeriksaan barang alat tulis kantor", "Berita Acara", "900.1.4", "KEU", enclosures="1 berkas"),
    "dprd": Wrote("Sekretaris DPRD Kota Tirta Kencana", "Jl. Wakil Rakyat No. 2, Tirta Kencana", "Jadwal kehadiran wali kota pada rapat paripurna", "Surat Dinas", "100.1.4", "TU", S),
}  # fmt: skip
