"""The pages of the window, in the order of the day. A page is a QWidget with a title, made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

from ui.texts import _, mark

if TYPE_CHECKING:
    from correspondence.changes import Changes
    from ui.screen.desk import Desk


class Page(Protocol):
    """What the window asks of a page, which is a QWidget besides."""

    title: str

    def refresh(self) -> None:
        """Reads again what it shows."""
        ...

    def on_changed(self, changes: Changes) -> None:
        """Something was touched, here or on another page."""
        ...


class Entry(NamedTuple):
    """A row of the table: the page's name, its word, where its class stands, and what F1 says of it."""

    name: str
    word: str
    module: str
    maker: str
    purpose: str
    below: bool = False

    @property
    def title(self) -> str:
        """The page's word in the reader's language."""
        return _(self.word)

    def make(self, desk: Desk) -> QWidget:
        """Imported here and not above: the first window shows one page, not eight."""
        maker: Callable[[Desk], QWidget] = getattr(import_module(self.module), self.maker)
        page = maker(desk)
        page.setObjectName(self.name)
        return page


PAGES: tuple[Entry, ...] = (
    Entry(
        "page_desk",
        mark("Meja Kerja"),
        "ui.screen.desk_page",
        "DeskPage",
        mark(
            "Apa yang menunggu hari ini. Setiap angka membuka daftar suratnya: pilih dengan panah, buka dengan Enter."
        ),
    ),
    Entry(
        "page_incoming",
        mark("Surat Masuk"),
        "ui.screen.letters_page",
        "incoming_page",
        mark(
            "Buku agenda surat masuk. Catat surat yang tiba, lihat di meja siapa surat itu sekarang, dan jalankan "
            "langkah berikutnya dengan tombol di kanan."
        ),
    ),
    Entry(
        "page_outgoing",
        mark("Surat Keluar"),
        "ui.screen.letters_page",
        "outgoing_page",
        mark(
            "Buku agenda surat keluar. Buat konsep, ajukan paraf dan tanda tangan, beri nomor, lalu kirim. "
            "Nomor surat diberikan sesudah ditandatangani."
        ),
    ),
    Entry(
        "page_dispositions",
        mark("Disposisi"),
        "ui.screen.board_page",
        "dispositions_page",
        mark(
            "Disposisi yang belum selesai, yang terlambat di atas: siapa, dari siapa, untuk apa, sampai kapan. "
            "Centang beberapa baris untuk mencatat satu langkah bagi semuanya."
        ),
    ),
    Entry(
        "page_signatures",
        mark("Tanda Tangan"),
        "ui.screen.board_page",
        "signatures_page",
        mark(
            "Surat yang menunggu paraf atau tanda tangan, dikelompokkan menurut pejabat, yang paling lama menunggu di "
            "atas, dengan jam yang dijanjikan. Sekembali dari ruang pimpinan: centang yang sudah ditandatangani, lalu "
            "Ctrl+T."
        ),
    ),
    Entry(
        "page_dispatch",
        mark("Ekspedisi"),
        "ui.screen.letters_page",
        "dispatch_page",
        mark(
            "Surat bernomor yang belum dikirim, dan surat terkirim yang tanda terimanya belum kembali. Dengan Ctrl+R label "
            "surat yang akan diantar dipindai satu per satu, lalu lembar ekspedisinya dicetak untuk ditandatangani."
        ),
    ),
    Entry(
        "page_reports",
        mark("Laporan"),
        "ui.screen.reports_page",
        "ReportsPage",
        mark("Hitungan bulanan dan tahunan. Setiap angka dapat dibuka sampai ke suratnya."),
    ),
    Entry(
        "page_settings",
        mark("Pengaturan"),
        "ui.screen.settings_page",
        "SettingsPage",
        mark(
            "Identitas kantor, kop surat, pejabat, jenis naskah, kode klasifikasi, pola nomor, dan hari libur."
        ),
        below=True,
    ),
)


def key_of(entry: Entry) -> str:
    """Ctrl+1 … Ctrl+8."""
    return f"Ctrl+{PAGES.index(entry) + 1}"
