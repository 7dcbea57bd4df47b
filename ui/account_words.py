"""What is said of accounts: refusals, rights, and the lines of the journal about them."""

from __future__ import annotations

from collections.abc import Mapping

from correspondence.accounts import Right
from ui.texts import mark

VEIL = mark("(rahasia)")
"""In place of what an account is not cleared to read."""

ACCOUNTS: Mapping[str, str] = {
    "sign_in_needed": mark("Registri ini memakai akun; masuk dulu dengan nama akun Anda{option}."),
    "sign_in_refused": mark("Nama akun atau kata sandinya salah; periksa keduanya, lalu coba lagi."),
    "account_disabled": mark("Akun “{name}” sedang dinonaktifkan; mintalah pengelola mengaktifkannya lagi."),
    "account_changed": mark("Peran atau hak akun “{name}” baru saja diubah; masuk lagi untuk melanjutkan."),
    "account_known": mark("Akun “{name}” sudah ada; pakai nama lain."),
    "last_administrator": mark("“{name}” pengelola terakhir yang aktif; tambahkan pengelola lain dahulu."),
    "last_account": mark(
        "“{name}” akun terakhir yang aktif; tanpa akun itu tidak ada yang dapat masuk. Tambahkan akun lain dahulu."
    ),
    "letter_secret": mark(
        "Surat {ref} bersifat {secrecy}, di atas kewenangan baca akun Anda; mintalah sekretaris atau pimpinan membukanya."
    ),
    "right_missing": mark("{right} hanya dapat dilakukan oleh {roles}; mintalah kepadanya."),
    "password_missing": mark("Kata sandi belum diisi."),
    "password_too_short": mark("Kata sandi terlalu pendek; paling sedikit {limit} huruf atau angka."),
    "password_too_long": mark("Kata sandi terlalu panjang; paling banyak {limit} huruf."),
    "passwords_differ": mark("Kedua kata sandi tidak sama; ketik lagi keduanya."),
    "password_wrong": mark("Kata sandi lama salah."),
    "password_unchanged": mark("Kata sandi baru sama dengan yang lama; pilih yang lain."),
}

RIGHTS: Mapping[str, str] = {
    Right.MANAGE_ACCOUNTS: mark("Mengatur akun pengguna"),
    Right.SET_OFFICE: mark("Mengubah pengaturan kantor"),
    Right.KEEP_LISTS: mark("Mengubah daftar kantor (pejabat, unit, jenis naskah, hari libur)"),
    Right.IMPORT: mark("Mengimpor buku atau daftar"),
    Right.CLOSE_MONTH: mark("Menutup bulan"),
    Right.UNDO_OTHERS: mark("Menarik langkah orang lain"),
}

DEEDS: Mapping[str, str] = {
    "account_added": mark("Akun ditambahkan"),
    "account_changed": mark("Akun diubah"),
    "account_disabled": mark("Akun dinonaktifkan"),
    "account_enabled": mark("Akun diaktifkan lagi"),
    "account_password_set": mark("Kata sandi akun diganti"),
}
