"""What each trouble with a file, a template, a registry or a program says to a clerk: what happened, what to do now."""

from __future__ import annotations

from collections.abc import Mapping

from ui.texts import mark

TABLES: Mapping[str, str] = {
    "file_empty": mark("Berkas {name} kosong; periksa apakah berkas itu tersalin utuh."),
    "file_too_large": mark(
        "Berkas {name} terlalu besar (paling besar {limit}); bagi menjadi beberapa berkas."
    ),
    "file_kind_unknown": mark("Berkas {name} bukan tabel yang dikenal; simpan dulu sebagai {known}."),
    "workbook_unreadable": mark(
        "Buku kerja {name} rusak atau bukan .xlsx; buka lalu simpan lagi sebagai .xlsx."
    ),
    "workbook_too_large": mark(
        "Isi buku kerja {name} terlalu besar ({size}); pindahkan tabelnya ke berkas baru."
    ),
    "header_not_found": mark(
        "Judul kolom tidak ditemukan di {name}; beri baris judul seperti: {expected}. Yang terbaca: {seen}."
    ),
    "columns_missing": mark(
        "Kolom {missing} tidak ada di {name}, padahal setiap surat memerlukannya; tambahkan kolom itu. "
        "Yang terbaca: {seen}."
    ),
    "direction_unclear": mark("Tidak jelas apakah ini buku surat masuk atau surat keluar; sebutkan bukunya."),
    "import_cancelled": mark("Impor dihentikan pada baris {done} dari {total}; tidak ada yang disimpan."),
    "row_cut": mark("Baris {row} terpotong (berkas berakhir atau tanda kutip tidak ditutup)."),
    "row_too_wide": mark(
        "Baris {row} berisi {fields} kolom, seharusnya {expected}; periksa tanda pemisahnya."
    ),
    "agenda_number_invalid": mark("Nomor agenda “{typed}” tidak terbaca; tulis bilangan 1 sampai 999.999."),
    "agenda_number_taken": mark("Nomor agenda {number} sudah dipakai{where}."),
    "book_date_missing": mark("Tanggal surat tidak ada, padahal menentukan tahun buku agenda."),
    "date_missing": mark("Tanggal belum diisi."),
    "date_without_year": mark("Tanggal “{typed}” tidak menyebut tahun; lengkapi tahunnya."),
    "label_missing": mark("Uraian kode klasifikasi belum diisi."),
    "code_repeated": mark("Kode {code} sudah ada di atas dengan uraian lain ({label})."),
    "day_repeated": mark("Tanggal {date} sudah ada di atas ({name})."),
    "day_off_kind_unknown": mark("Jenis hari libur “{typed}” tidak dikenal; pilihannya: {known}."),
}
"""Refusals of an import, of a whole table or of one row of it."""

TEMPLATES: Mapping[str, str] = {
    "template_not_docx": mark("Templat {path} bukan dokumen Word .docx; simpan lagi sebagai .docx."),
    "template_too_large": mark("Templat {path} terlalu besar; hapus gambar yang tidak perlu."),
    "template_bomb": mark(
        "Isi templat {path} tidak wajar besarnya sehingga tidak dibuka; buat dari templat bawaan."
    ),
    "template_external_link": mark(
        "Templat {path} menaut ke luar ({part}); hapus tautannya lalu simpan lagi."
    ),
    "template_field_code": mark(
        "Templat {path} memuat kode bidang {code} ({part}), yang mengambil berkas, menghubungi jaringan, atau menjalankan "
        "program; hapus kode itu (Alt+F9 di Word memperlihatkannya), lalu simpan lagi."
    ),
    "template_unsafe": mark(
        "Templat {path} memuat pernyataan XML (DOCTYPE) yang tidak pernah ditulis Word ({part}); buka di Word atau "
        "LibreOffice, lalu simpan lagi sebagai .docx."
    ),
    "template_broken": mark(
        "Susunan templat {path} rusak: awal dan akhir pengulangan tidak sejajar; periksa dengan {checking}."
    ),
    "template_endless": mark("Templat {path} tidak selesai dicetak; periksa pengulangannya."),
    "template_flawed": mark(
        "Templat {path} belum dapat dipakai ({count} masalah, lihat {checking}): {problem}"
    ),
    "template_without_shipped": mark("“{name}” tidak punya templat bawaan; templatnya milik kantor sendiri."),
    "template_not_chosen": mark("Letakkan dulu templat Word jenis naskah ini, atau pilih berkasnya."),
    "template_failed": mark(
        "Templat {path} memuat perhitungan yang tidak dapat dikerjakan; periksa dengan {checking}."
    ),
    "template_not_allowed": mark(
        "Templat {path} memakai perintah yang tidak diizinkan ({what}); hapus perintah itu."
    ),
    "kind_without_template": mark("Jenis naskah “{name}” belum punya templat Word; pasang dengan {placing}."),
    "own_field_unknown": mark("Isian “{name}” tidak ada pada jenis naskah ini; yang ada: {known}."),
    "template_picture": mark("Gambar untuk templat {path} tidak terbaca; pakai PNG atau JPEG."),
    "template_syntax": mark("Penulisan isian di templat {path} salah; periksa kurung kurawalnya."),
    "template_unclosed": mark(
        "Isian di templat {path} tidak ditutup di dekat “{near}”; lengkapi kurung kurawalnya."
    ),
    "template_unknown_field": mark("Templat {path} memakai isian yang tidak dikenal: {field_name}."),
    "cancelled_not_printed": mark(
        "Surat {ref} sudah dibatalkan, jadi tidak dicetak lagi; nomor dan alasannya tetap tercantum di buku agenda."
    ),
    "paper_of_incoming": mark(
        "Lembar disposisi hanya untuk surat masuk; untuk {ref} dapat dicetak: naskahnya sendiri ({name}), surat pengantar, "
        "tanda terima."
    ),
    "paper_of_outgoing": mark(
        "Templat {name} untuk surat keluar, sedangkan {ref} surat masuk; yang dapat dicetak: lembar disposisi, surat "
        "pengantar, tanda terima."
    ),
    "paper_not_of_letter": mark("“{code}” bukan surat cetak satu surat; cetak dengan perintah report."),
    "report_kind_unknown": mark("Laporan tidak dapat disimpan sebagai {name}; pilihannya: {known}."),
}
"""Refusals of a Word template."""

UNAVAILABLE: Mapping[str, str] = {
    "file_missing": mark("Berkas {file} tidak ada; periksa nama dan foldernya."),
    "file_is_folder": mark("{file} adalah folder, bukan berkas; pilih berkas di dalamnya."),
    "file_unreadable": mark(
        "Berkas {file} tidak dapat dibaca; periksa izinnya atau salin dulu ke komputer ini."
    ),
    "file_unwritable": mark("{file} tidak dapat ditulis; periksa izin folder dan ruang disk, lalu ulangi."),
    "folder_missing": mark("Folder {folder} tidak ada; buat dulu atau pilih folder lain."),
    "folder_is_file": mark("{file} adalah berkas, bukan folder; pilih nama folder lain."),
    "template_unreadable": mark(
        "Templat {path} tidak dapat dibaca; tutup dulu di Word atau periksa izinnya."
    ),
    "registry_missing": mark("Belum ada registri di {place}; buat dengan perintah: warkat init"),
    "registry_not_one": mark("{place} bukan registri Warkat; periksa lagi letak registrinya."),
    "registry_newer": mark(
        "Registri di {place} dibuat oleh Warkat yang lebih baru; pasang Warkat terbaru di komputer ini. "
        "Isi registri tidak diubah."
    ),
    "registry_read_only": mark(
        "Registri di {place} hanya dapat dibaca; mintalah izin menulis atas berkas dan foldernya. Tidak ada yang hilang."
    ),
    "registry_busy": mark(
        "Registri di {place} sedang dipakai meja lain terlalu lama; coba lagi sebentar lagi."
    ),
    "registry_damaged": mark(
        "Registri di {place} rusak; jangan mencatat dulu, pulihkan dari salinan cadangan terakhir."
    ),
    "registry_unreachable": mark("Registri di {place} tidak dapat dibuka; periksa folder dan izinnya."),
    "registry_on_network_share": mark(
        "Registri di {place} terletak di folder jaringan, di sana datanya dapat rusak; pindahkan ke disk komputer ini "
        "atau pakai server PostgreSQL."
    ),
    "registry_url_unknown": mark(
        "Alamat registri tidak dikenal ({scheme}); tulis sqlite:///BERKAS atau postgresql://SERVER/NAMA."
    ),
    "disk_full": mark(
        "Disk tempat {place} penuh; kosongkan ruang lalu ulangi. Yang sudah tersimpan tetap aman."
    ),
    "disk_failed": mark(
        "Disk tempat {place} tidak menjawab dengan benar; periksa disk dan sambungannya, lalu ulangi."
    ),
    "driver_missing": mark("Untuk server PostgreSQL diperlukan psycopg; pasang warkat[postgresql]."),
    "server_unreachable": mark(
        "Server registri {place} tidak menjawab; periksa jaringan dan apakah server menyala, lalu ulangi."
    ),
    "server_refused": mark(
        "Server registri {place} menolak masuk; periksa nama pengguna, sandi, dan nama basis datanya."
    ),
    "server_encoding": mark("Basis data {place} tidak memakai UTF-8; buat basis data baru dengan UTF-8."),
    "interrupted": mark("Pencarian dihentikan."),
    "libreoffice_missing": mark(
        "LibreOffice belum terpasang sehingga PDF tidak dibuat; suratnya tetap disimpan sebagai .docx."
    ),
    "libreoffice_timeout": mark(
        "LibreOffice tidak selesai dalam {seconds} detik sehingga PDF tidak dibuat; coba lagi, atau buka .docx-nya."
    ),
    "libreoffice_failed": mark(
        "LibreOffice gagal membuat PDF ({said}); buka .docx-nya dengan LibreOffice atau Word."
    ),
    "libreoffice_cancelled": mark("Pembuatan PDF dihentikan."),
}
