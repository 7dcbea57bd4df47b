"""What each rule's "no" says to a clerk: what happened, and what to do now. Files and registries: ui/troubles.py.

Keys are the codes of `Refused.rule` and `NotFound.what`; `{names}` are filled from the error's facts by
ui/failures.py, which writes dates, codes and lists the way people read them. Every code of the program has its
sentence: tests/ui/test_failures.py looks for the codes in the source.
"""

from __future__ import annotations

from collections.abc import Mapping

from ui.account_words import ACCOUNTS
from ui.texts import mark

REFUSED: Mapping[str, str] = {
    **ACCOUNTS,
    # Books and labels
    "period_backwards": mark("Masa {first} sampai {last} terbalik; tanggal awal harus lebih dulu."),
    "book_ending_unknown": mark("Nama berkas “{name}” tidak dikenal akhirannya; pilihannya: {known}."),
    "label_start_unknown": mark("Lembar label ini bernomor 1 sampai {places}; tidak ada label ke-{start}."),
    "printing_cancelled": mark("Pencetakan dihentikan pada surat {done} dari {total}; berkas tidak ditulis."),
    # What was typed into a letter's form
    "sender_missing": mark(
        "Pengirim belum diisi; tuliskan nama instansi atau orang yang mengirim surat ini."
    ),
    "addressee_missing": mark("Tujuan surat belum diisi; tuliskan kepada siapa surat ini ditujukan."),
    "subject_missing": mark("Perihal belum diisi; tuliskan isi singkat surat."),
    "received_on_missing": mark(
        "Tanggal diterima belum diisi; tuliskan tanggal surat ini sampai di meja agenda."
    ),
    "kind_missing": mark(
        "Jenis naskah belum dipilih; pilih salah satu jenis naskah dinas untuk surat keluar."
    ),
    "kind_unknown": mark("Jenis naskah “{name}” belum ada di daftar; pilih yang ada atau tambahkan dulu."),
    "code_unknown": mark(
        "Kode klasifikasi “{code}” tidak ada di tabel kode; periksa lagi (yang dekat: {near})."
    ),
    "code_unreadable": mark(
        "“{code}” bukan kode klasifikasi; tulis kodenya, misalnya 000.1.2 atau 045.2, atau kosongkan."
    ),
    "urgency_unknown": mark("Sifat kecepatan “{typed}” tidak dikenal; pilihannya: {known}."),
    "secrecy_unknown": mark("Sifat keamanan “{typed}” tidak dikenal; pilihannya: {known}."),
    "state_unknown": mark("Status “{typed}” tidak dikenal; pilihannya: {known}."),
    "attachment_empty": mark("Berkas {name} kosong (0 byte); pindai ulang atau pilih berkas lain."),
    "attachment_too_large": mark(
        "Berkas {name} terlalu besar ({size}, paling besar {limit}); perkecil pindaiannya atau bagi dua."
    ),
    "clock_behind": mark(
        "Jam komputer ({now}) lebih lambat daripada pencatatan terakhir ({last}); betulkan jam komputer ini dulu."
    ),
    "received_after_step": mark(
        "Tanggal diterima {date} sesudah langkah pertama surat ({first}); periksa lagi tanggalnya."
    ),
    "number_given": mark(
        "Surat ini sudah bernomor {letter_number}; nomor yang sudah diberikan tidak diganti."
    ),
    "letter_locked": mark(
        "Surat {ref} sedang {state} sehingga isiannya terkunci; tarik kembali dulu bila harus diperbaiki."
    ),
    "unit_unknown": mark("Unit “{name}” belum ada di daftar ({known}); pilih yang ada atau tambahkan dulu."),
    "text_too_long": mark(
        "{field} terlalu panjang: {length} huruf, paling banyak {limit}; ringkaskan dahulu."
    ),
    "letter_number_too_long": mark(
        "Nomor surat terlalu panjang: {length} huruf, paling banyak {limit}; periksa lagi nomornya."
    ),
    "date_in_future": mark(
        "{field} {date} belum tiba (hari ini {today}); surat tidak dapat dicatat untuk hari depan."
    ),
    "nik_unreadable": mark("NIK harus 16 angka, yang tertulis {digits} angka; salin lagi dari KTP."),
    "nik_birth_impossible": mark(
        "NIK {value} memuat tanggal lahir {birth} yang tidak mungkin; salin lagi dari KTP."
    ),
    "number_unreadable": mark("“{value}” bukan bilangan; tulis angkanya saja, misalnya 1.500.000."),
    "own_field_missing": mark("{field} belum diisi, padahal kantor mewajibkannya untuk jenis naskah ini."),
    "own_choices_missing": mark("Tulis sedikitnya dua pilihan, dipisahkan tanda |, misalnya Umum | Khusus."),
    "own_row_unreadable": mark("“{value}” memuat tanda ; | atau kurung, yang dipakai sebagai pemisah."),
    "choice_unknown": mark("“{value}” tidak ada dalam pilihan {field}: {known}."),
    "date_too_old": mark("{field} {date} terlalu lampau; periksa lagi tahunnya."),
    "received_before_written": mark(
        "Tanggal diterima {received} lebih awal daripada tanggal surat {written}; periksa kedua tanggal itu."
    ),
    "date_unreadable": mark(
        "Tanggal “{typed}” tidak terbaca; tulis hari-bulan-tahun, misalnya 5-6-2026 atau 5 Juni 2026."
    ),
    "date_impossible": mark("Tanggal “{typed}” tidak ada di kalender: periksa {part}nya."),
    "moment_unreadable": mark("Waktu “{typed}” tidak terbaca; tulis misalnya “5 Juni 14.00”."),
    "hour_missing": mark("“{typed}” belum menyebut jamnya; tulis jamnya juga, misalnya “besok 14.00”."),
    "time_impossible": mark("Jam “{typed}” tidak ada; tulis antara 00.00 dan 23.59."),
    "month_unreadable": mark("Bulan “{typed}” tidak terbaca; tulis misalnya 2026-10 atau Oktober 2026."),
    "month_impossible": mark("Bulan {month} tahun {year} tidak ada; periksa lagi bulan dan tahunnya."),
    "year_out_of_range": mark(
        "Tahun {year} di luar jangkauan buku agenda (1900–2099); periksa lagi tahunnya."
    ),
    "dates_backwards": mark("Tanggal akhir {last} lebih awal daripada tanggal awal {first}; tukar keduanya."),
    "enclosures_unreadable": mark(
        "Lampiran “{typed}” tidak terbaca; tulis jumlah dan satuannya, misalnya “2 berkas”, atau “-” bila tidak ada."
    ),
    "reference_unreadable": mark(
        "“{typed}” bukan nomor rujukan surat; tulis misalnya M-2026-12 (surat masuk) atau K-2026-7 (surat keluar)."
    ),
    "code_missing": mark("Kode klasifikasi kosong; isi kodenya."),
    "code_too_long": mark("Kode klasifikasi terlalu panjang: {length} huruf, paling banyak {limit}."),
    "words_missing": mark("“{typed}” tidak memuat huruf atau angka; tulis sedikitnya satu kata yang dicari."),
    # Numbers and their patterns
    "number_part_missing": mark(
        "Nomor surat belum dapat dibuat karena {part} kosong; isi dulu bagian itu, atau ubah pola nomornya."
    ),
    "pattern_unbalanced": mark(
        "Pola nomor “{pattern}” kurang kurung kurawal di huruf ke-{position}; setiap {{ harus ditutup }}."
    ),
    "pattern_unknown_field": mark("Pola nomor tidak mengenal “{name}”; yang ada: {known}."),
    "pattern_width": mark("Lebar angka hanya dapat diberikan pada urut, 1 sampai 9, misalnya {{urut:3}}."),
    "pattern_without_urut": mark("Pola nomor “{pattern}” tidak memuat {{urut}}; tanpa itu semua nomor sama."),
    "pattern_unprintable": mark("Pola nomor memuat huruf yang tidak dapat dicetak; ketik ulang polanya."),
    # Steps
    "step_not_allowed": mark("“{step}” tidak dapat dilakukan pada {thing} berstatus {state}; {instead}."),
    "step_not_yours": mark("“{step}” hanya dapat dilakukan oleh {roles}; mintalah kepadanya."),
    "step_held_back": mark("“{step}” belum dapat dilakukan: {because}; {instead}."),
    "step_before_entry": mark(
        "Tanggal {date} lebih awal daripada tanggal surat masuk agenda ({entered_on}); periksa lagi tanggalnya."
    ),
    "step_before_last": mark(
        "Tanggal {date} lebih awal daripada langkah terakhir surat ini ({last}); periksa lagi tanggalnya."
    ),
    "step_before_disposition": mark(
        "Tanggal {date} lebih awal daripada langkah terakhir disposisi ini ({last}); periksa lagi tanggalnya."
    ),
    "note_missing": mark("“{step}” memerlukan catatan; tuliskan alasannya."),
    "recipients_missing": mark("Penerima disposisi belum dipilih; sebutkan sedikitnya satu pejabat."),
    "received_by_missing": mark("Nama penerima surat belum diisi; tuliskan siapa yang menerimanya."),
    "officer_missing": mark("Pejabat penggantinya belum disebut; pilih siapa yang menggantikan."),
    "officer_left": mark("{officer} hanya bertugas sampai {left_on}; pilih pejabat lain."),
    "one_leader": mark("Surat diajukan kepada satu pimpinan saja, bukan {to}; pilih salah satu."),
    # Dispositions
    "disposition_to_self": mark("{officer} tidak dapat mendisposisikan surat kepada dirinya sendiri."),
    "disposition_already_there": mark(
        "{officer} sudah memegang disposisi surat ini dan belum menyelesaikannya; pilih pejabat lain."
    ),
    "due_in_past": mark("Batas waktu {date} sudah lewat; pilih hari ini ({today}) atau sesudahnya."),
    "due_on_day_off": mark("Batas waktu {date} hari libur ({name}); hari kerja berikutnya {next}."),
    "not_your_disposition": mark("“{step}” disposisi ini hanya oleh {whose}, bukan {by}."),
    "circular_forward": mark("Disposisi ini datang melalui {officer}; teruskan kepada pejabat lain."),
    "letter_not_disposed": mark(
        "Surat berstatus {state}, disposisinya tidak diteruskan lagi; buka kembali suratnya dulu."
    ),
    # Signature chains
    "chain_locked": mark(
        "Rantai tanda tangan hanya disusun untuk konsep surat keluar, surat ini berstatus {state}; "
        "tarik kembali konsepnya dulu, atau alihkan satu baris."
    ),
    "chain_not_sent": mark("Surat berstatus {state} belum diajukan untuk paraf; ajukan dulu."),
    "signature_round_over": mark(
        "Baris {officer} ini dari putaran ke-{number} yang sudah berakhir; pilih barisnya di putaran yang sekarang."
    ),
    "chain_twice": mark("{officer} sudah ada di rantai tanda tangan ini; sebut tiap pejabat sekali saja."),
    "signatory_missing": mark("Penanda tangan belum disebut; pilih siapa yang menandatangani."),
    "signatory_not_skipped": mark(
        "Tanda tangan {officer} tidak dapat dilewati; alihkan kepada Plh. atau Plt."
    ),
    "not_their_turn": mark("Sekarang giliran {waiting_for}, bukan {by}; tunggu gilirannya atau alihkan."),
    "say_who_initials": mark(
        "Beberapa pejabat diminta paraf bersamaan ({waiting_for}); sebutkan siapa yang melakukan “{step}”{option}."
    ),
    "promise_in_past": mark(
        "Waktu yang dijanjikan ({promised_for}) sudah lewat; janjikan waktu sesudah {now}."
    ),
    "promise_too_late": mark("Baris ini {state}, tidak ada lagi yang ditunggu; janji tidak dapat diberikan."),
    "promise_letter_over": mark(
        "Surat berstatus {state}, tidak ada lagi yang ditunggu; janji tidak dapat diberikan."
    ),
    "stand_in_over": mark(
        "Penunjukan {officer} sebagai {capacity} {position} berakhir {last_day}; pilih pejabat yang bertugas hari ini."
    ),
    "stand_in_not_yet": mark(
        "Penunjukan {officer} sebagai {capacity} {position} baru mulai {first_day}; pilih pejabat yang bertugas hari ini."
    ),
    "not_in_that_capacity": mark("{officer} tidak ditunjuk sebagai {capacity}; catat dulu penunjukannya."),
    "signed_file_not_pdf": mark(
        "Berkas {name} bukan PDF; lampirkan PDF yang sudah ditandatangani secara elektronik, atau kosongkan "
        "bila ditandatangani di atas kertas."
    ),
    # Taking back
    "nothing_to_undo": mark("Tidak ada langkah {ref} yang dapat ditarik; bila keliru, batalkan suratnya."),
    "undo_not_allowed": mark("“{step}” tidak dapat ditarik; bila keliru, batalkan suratnya."),
    "undo_not_yours": mark("“{step}” oleh {by}; mintalah dia, sekretaris, atau pengelola menariknya."),
    "undo_too_late": mark(
        "“{step}” dari {date} tidak dapat ditarik lagi, hanya langkah hari ini; bila keliru, batalkan suratnya."
    ),
    # Working time
    "no_workdays": mark("Jam kerja kantor kosong sepanjang tahun; isi dulu jam kerja di pengaturan."),
    "not_a_workday": mark("{date} bukan hari kerja; pilih hari lain."),
    "deadline_rule_invalid": mark("Tenggat harus berupa jumlah jam atau jumlah hari kerja, 1 sampai 9999."),
    # The office's own lists
    "name_missing": mark("Nama belum diisi."),
    "officer_known": mark("Pejabat “{name}” sudah ada di daftar; gunakan yang sudah ada."),
    "unit_known": mark("Unit “{name}” sudah ada di daftar."),
    "emblem_unreadable": mark("{name} bukan gambar yang dapat dicetak; pakai berkas PNG atau JPEG."),
    "emblem_too_large": mark("Gambar {name} terlalu besar untuk kop surat; kecilkan sampai 4 MB."),
    "chain_model_known": mark("Sudah ada model lain bernama “{name}”."),
    "kind_known": mark("Jenis naskah “{name}” sudah ada di daftar."),
    "position_missing": mark("Jabatan belum diisi; tuliskan jabatan pejabat itu."),
    "appointment_known": mark("{officer} sudah diangkat sebagai {position} dengan tanggal yang sama."),
    "principal_missing": mark("Untuk a.n. dan u.b. tuliskan juga jabatan yang diatasnamakan."),
    "office_open": mark(
        "Registri ini sudah milik “{name}”; ganti namanya lewat pengaturan, atau pakai registri lain."
    ),
    "setting_unknown": mark("Pengaturan “{field}” tidak dikenal; lihat semuanya dengan office show."),
    "setting_unreadable": mark("Isi “{value}” tidak cocok untuk pengaturan {field}{choices}."),
    "hours_unreadable": mark(
        "Jam kerja “{typed}” tidak terbaca; tulis misalnya 07.30-16.00, atau kosongkan bila libur."
    ),
    "hours_out_of_order": mark("Jam kerja “{typed}” tidak berurutan; jam pulang harus sesudah jam masuk."),
    "hours_overlap": mark(
        "Tanggal ini bertumpang tindih dengan “{name}” ({first} sampai {last}); ubah tanggalnya, atau ubah yang itu dulu."
    ),
    "hours_empty": mark(
        "Tidak ada jam kerja dari {first} sampai {last}; isi jamnya, atau catat hari tanpa kerja sebagai hari libur."
    ),
    "hours_too_long": mark(
        "Jam kerja khusus ini {days} hari, paling lama {limit} hari; untuk seterusnya ubah jam kerja mingguan."
    ),
}

NOT_FOUND: Mapping[str, str] = {
    "chain_model": mark("Model rantai “{key}” tidak ada; periksa namanya."),
    "dated_hours": mark(
        "Tidak ada jam kerja khusus untuk {key}; lihat tanggalnya di daftar jam kerja khusus."
    ),
    "letter": mark("Surat {key} tidak ada di buku agenda; periksa lagi nomor rujukannya."),
    "unused_number": mark("Nomor {key} tidak dipakai di buku agenda yang lama, jadi tidak ada suratnya."),
    "officer": mark("Pejabat “{key}” tidak ada di daftar; periksa namanya atau tambahkan dulu."),
    "unit": mark("Unit “{key}” tidak ada di daftar; periksa namanya atau tambahkan dulu."),
    "kind": mark("Jenis naskah “{key}” tidak ada di daftar; periksa namanya atau tambahkan dulu."),
    "disposition": mark("Disposisi nomor {key} tidak ada; lihat nomornya pada surat."),
    "signature": mark("Baris paraf/tanda tangan nomor {key} tidak ada; lihat nomornya pada surat."),
    "appointment": mark("Penunjukan jabatan nomor {key} tidak ada; muat ulang daftar pejabat."),
    "account": mark("Akun “{key}” tidak ada; periksa namanya."),
    "attachment": mark("Lampiran {key} tidak ada di registri; muat ulang suratnya."),
    "paper": mark("Surat cetak “{key}” tidak ada; periksa namanya."),
    "printed": mark("{key} belum pernah dicetak, jadi tidak ada yang dapat dicetak ulang."),
    "template_version": mark(
        "Templat versi {key} tidak ada lagi di folder templat; kembalikan folder “versi” dari salinannya."
    ),
    "template": mark("Templat {key} tidak ada; periksa nama dan foldernya."),
    "label_sheet": mark("Lembar label “{key}” tidak dikenal."),
    "book_sheet": mark("Kertas “{key}” tidak dikenal untuk buku."),
    "queue": mark("Daftar “{key}” tidak ada di Meja Kerja."),
}
