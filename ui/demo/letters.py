"""The letters of the sample office: senders, subjects and papers as a general affairs section really gets them.

People, numbers and the city are made up. `{bulan}` and `{tahun}` are those of the letter's own day, `{n}` a running
number; `unit` is the code of the unit that answers for the letter.
"""

from __future__ import annotations

from dataclasses import dataclass

from correspondence.letters import Secrecy, Urgency

B, S, SS = Urgency.BIASA, Urgency.SEGERA, Urgency.SANGAT_SEGERA


@dataclass(frozen=True, slots=True)
class Came:
    """A letter that comes in."""

    sender: str
    address: str
    number: str
    subject: str
    kind: str
    code: str
    unit: str
    urgency: Urgency = B
    secrecy: Secrecy = Secrecy.BIASA
    enclosures: str = ""


@dataclass(frozen=True, slots=True)
class Wrote:
    """A letter that the office writes."""

    to: str
    address: str
    subject: str
    kind: str
    code: str
    unit: str
    urgency: Urgency = B
    enclosures: str = ""
    fields: tuple[tuple[str, str], ...] = ()


_CITY = "Jl. Merdeka No. 1, Tirta Kencana"

INCOMING: tuple[Came, ...] = (
    Came("Badan Kepegawaian dan Pengembangan SDM", _CITY, "800.1.3.2/{n}/BKPSDM", "Usulan kenaikan pangkat periode {bulan} {tahun}", "Surat Dinas", "800.1.3.2", "TU", S, enclosures="1 berkas"),
    Came("Dinas Komunikasi dan Informatika", _CITY, "500.12/{n}/Kominfo", "Permohonan data pengelola situs web perangkat daerah", "Surat Dinas", "500.12", "TU"),
    Came("Kementerian Dalam Negeri", "Jl. Medan Merdeka Utara No. 7, Jakarta", "000.5/{n}/SJ", "Undangan rapat koordinasi nasional tata naskah dinas", "Surat Undangan", "000.5", "TU", S),
    Came("Kecamatan Tirta Utara", "Jl. Pelita No. 12, Tirta Utara", "400.10/{n}/TU", "Permohonan peminjaman kursi dan tenda untuk musrenbang kecamatan", "Surat Dinas", "000.2", "PLK"),
    Came("Inspektorat Daerah", _CITY, "700.1.2/{n}/INSP", "Pemeriksaan reguler pengelolaan barang milik daerah", "Surat Dinas", "700.1.2", "PLK", SS, Secrecy.TERBATAS, "1 lembar"),
    Came("Badan Keuangan dan Aset Daerah", _CITY, "900.1/{n}/BKAD", "Penyampaian laporan realisasi anggaran bulan {bulan} {tahun}", "Surat Dinas", "900.1", "KEU", S, enclosures="2 berkas"),
    Came("PT Sinar Abadi Elektrindo", "Jl. Industri Raya No. 88, Tirta Kencana", "{n}/SAE/PNW", "Penawaran pemeliharaan pendingin ruangan gedung sekretariat", "Surat Dinas", "000.2.3", "PLK", enclosures="1 (satu) berkas"),
    Came("Dinas Pendidikan", _CITY, "400.3/{n}/Disdik", "Permohonan penggunaan aula untuk pelepasan kontingen olimpiade sains", "Surat Dinas", "000.2", "RT"),
    Came("DPRD Kota Tirta Kencana", "Jl. Wakil Rakyat No. 2, Tirta Kencana", "100.1.4/{n}/DPRD", "Undangan rapat paripurna penyampaian nota keuangan", "Surat Undangan", "100.1.4", "TU", S),
    Came("Universitas Tirta Bhakti", "Jl. Pendidikan No. 45, Tirta Kencana", "{n}/UN-TB/PP", "Permohonan izin penelitian mahasiswa a.n. Fitriani", "Surat Dinas", "000.9.2", "TU", enclosures="1 proposal"),
    Came("Dinas Kesehatan", _CITY, "400.7/{n}/Dinkes", "Jadwal vaksinasi influenza bagi pegawai sekretariat daerah", "Surat Dinas", "400.7", "RT"),
    Came("Badan Penanggulangan Bencana Daerah", _CITY, "300.2/{n}/BPBD", "Kesiapsiagaan menghadapi banjir dan tanah longsor", "Surat Edaran", "300.2", "RT", SS),
    Came("Dinas Perumahan dan Kawasan Permukiman", _CITY, "600.2/{n}/Perkim", "Hasil pengecekan instalasi listrik gedung kantor wali kota", "Laporan", "600.2", "RT", enclosures="3 lembar"),
    Came("Kantor Arsip dan Perpustakaan", _CITY, "000.5.6/{n}/Arpus", "Pemindahan arsip inaktif semester II", "Surat Dinas", "000.5.6", "TU", enclosures="1 daftar"),
    Came("Satuan Polisi Pamong Praja", _CITY, "300.1/{n}/Satpol", "Pengamanan kunjungan kerja gubernur", "Surat Dinas", "300.1", "RT", SS, Secrecy.RAHASIA),
    Came("Ikatan Pensiunan Pegawai Kota", "Jl. Kenanga No. 5, Tirta Kencana", "{n}/IPPK", "Permohonan bantuan konsumsi kegiatan bakti sosial", "Surat Dinas", "400.9", "RT"),
    Came("Kelurahan Tanjung Sari", "Jl. Nelayan No. 3, Tanjung Sari", "140/{n}/KTS", "Laporan kerusakan kendaraan dinas operasional kelurahan", "Laporan", "000.2.4", "PLK"),
    Came("Dinas Lingkungan Hidup", _CITY, "600.4/{n}/DLH", "Pengelolaan sampah terpilah di lingkungan perkantoran", "Surat Edaran", "600.4", "RT"),
    Came("Bagian Hukum Sekretariat Daerah", _CITY, "100.3/{n}/Huk", "Permintaan tanggapan atas rancangan peraturan wali kota tentang tata naskah dinas", "Nota Dinas", "100.3", "TU", S, enclosures="1 rancangan"),
    Came("PT Bank Pembangunan Tirta", "Jl. Niaga No. 10, Tirta Kencana", "{n}/DIR/BPT", "Pemberitahuan perubahan layanan pembayaran gaji pegawai", "Surat Dinas", "900.1.3", "KEU"),
    Came("Dinas Perhubungan", _CITY, "500.11/{n}/Dishub", "Pengaturan parkir halaman kantor wali kota pada hari jadi kota", "Surat Dinas", "500.11", "RT", S),
    Came("Badan Perencanaan Pembangunan Daerah", _CITY, "000.7/{n}/Bappeda", "Penyusunan rencana kerja perangkat daerah tahun depan", "Surat Dinas", "000.7", "KEU", S, enclosures="1 berkas"),
    Came("CV Karya Mandiri", "Jl. Anggrek No. 21, Tirta Kencana", "{n}/KM/TGH", "Tagihan pengadaan alat tulis kantor triwulan berjalan", "Surat Dinas", "900.1.4", "KEU", S, enclosures="1 kuitansi"),
    Came("Pengadilan Negeri Tirta Kencana", "Jl. Keadilan No. 9, Tirta Kencana", "W10/{n}/HK.02", "Panggilan saksi a.n. pejabat pembuat komitmen", "Surat Panggilan", "100.3.11", "TU", SS, Secrecy.RAHASIA),
)  # fmt: skip

OUTGOING: tuple[Wrote, ...] = (
    Wrote("Kepala Badan Kepegawaian dan Pengembangan SDM", _CITY, "Penyampaian berkas usulan kenaikan pangkat", "Surat Pengantar", "800.1.3.2", "TU", enclosures="1 berkas", fields=(("naskah_1", "Berkas usulan kenaikan pangkat 4 pegawai | 4 (empat) berkas | Untuk diproses lebih lanjut"), ("naskah_2", "Daftar nominatif pegawai | 1 (satu) lembar | "), ("tembusan_1", "Asisten Administrasi Umum"))),
    Wrote("Seluruh Kepala Perangkat Daerah", "di Tempat", "Undangan rapat persiapan hari jadi kota", "Surat Undangan", "000.5", "TU", S),
    Wrote("Camat Tirta Utara", "Jl. Pelita No. 12, Tirta Utara", "Persetujuan peminjaman kursi dan tenda", "Surat Dinas", "000.2", "PLK"),
    Wrote("Inspektur Daerah", _CITY, "Penyampaian tindak lanjut hasil pemeriksaan barang milik daerah", "Surat Pengantar", "700.1.2", "PLK", S, "2 berkas", (("naskah_1", "Laporan tindak lanjut temuan pemeriksaan | 1 (satu) berkas | "), ("naskah_2", "Bukti pendukung tindak lanjut | 1 (satu) berkas | "))),
    Wrote("Kepala Badan Keuangan dan Aset Daerah", _CITY, "Permohonan pencairan uang persediaan", "Surat Dinas", "900.1", "KEU", S, "1 berkas"),
    Wrote("Seluruh Pegawai Sekretariat Daerah", "di Tempat", "Penghematan listrik dan air di lingkungan kantor", "Surat Edaran", "600.4", "RT"),
    Wrote("Muhammad Fadli, A.Md.", "di Tempat", "Mengikuti bimbingan teknis kearsipan di ibu kota provinsi", "Surat Tugas", "000.5.6", "TU"),
    Wrote("Direktur PT Sinar Abadi Elektrindo", "Jl. Industri Raya No. 88, Tirta Kencana", "Permintaan perbaikan pendingin ruangan ruang rapat utama", "Surat Dinas", "000.2.3", "PLK"),
    Wrote("Asisten Administrasi Umum", _CITY, "Laporan pemakaian kendaraan dinas bulan {bulan}", "Nota Dinas", "000.2.4", "PLK", enclosures="1 lembar"),
    Wrote("Sekretaris DPRD Kota Tirta Kencana", "Jl. Wakil Rakyat No. 2, Tirta Kencana", "Konfirmasi kehadiran pada rapat paripurna", "Surat Dinas", "100.1.4", "TU", S),
    Wrote("Kepala Dinas Pendidikan", _CITY, "Izin penggunaan aula sekretariat daerah", "Surat Izin", "000.2", "RT"),
    Wrote("Fitriani", "Universitas Tirta Bhakti", "Keterangan telah melaksanakan penelitian", "Surat Keterangan", "000.9.2", "TU"),
    Wrote("Kepala Kantor Arsip dan Perpustakaan", _CITY, "Penyampaian daftar arsip inaktif yang dipindahkan", "Surat Pengantar", "000.5.6", "TU", enclosures="1 daftar", fields=(("naskah_1", "Daftar arsip inaktif semester II | 2 (dua) rangkap | Satu rangkap dikembalikan setelah ditandatangani"),)),
    Wrote("Kepala Bagian Hukum Sekretariat Daerah", _CITY, "Tanggapan atas rancangan peraturan wali kota tentang tata naskah dinas", "Nota Dinas", "100.3", "TU", S),
    Wrote("Direktur CV Karya Mandiri", "Jl. Anggrek No. 21, Tirta Kencana", "Berita acara serah terima alat tulis kantor", "Berita Acara", "900.1.4", "KEU", enclosures="1 berkas"),
    Wrote("Kepala Dinas Perhubungan", _CITY, "Permohonan pengaturan lalu lintas pada upacara hari jadi kota", "Surat Dinas", "500.11", "RT", S),
    Wrote("Rina Kartika", "Jl. Melati No. 17, Tirta Kencana", "Surat kuasa pengambilan barang inventaris", "Surat Kuasa", "000.2", "PLK"),
    Wrote("Kepala Badan Perencanaan Pembangunan Daerah", _CITY, "Penyampaian rencana kerja Bagian Umum", "Surat Pengantar", "000.7", "KEU", S, "1 berkas", (("naskah_1", "Rencana kerja Bagian Umum tahun depan | 1 (satu) berkas | "), ("naskah_2", "Salinan digital dalam flash disk | 1 (satu) buah | "))),
)  # fmt: skip
