"""Qt's own words in Indonesian, for which Qt ships no catalogue: file dialogues, menus of inputs, plain buttons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QTranslator

from ui.screen.print_words import PRINT_WORDS
from ui.texts import language

_COMMON: Mapping[str, str] = {
    # Buttons
    "OK": "OK",
    "Open": "Buka",
    "&Open": "&Buka",
    "Save": "Simpan",
    "&Save": "&Simpan",
    "Cancel": "Batal",
    "&Cancel": "&Batal",
    "Close": "Tutup",
    "&Close": "&Tutup",
    "&Choose": "&Pilih",
    "&Yes": "&Ya",
    "&No": "&Tidak",
    "Yes": "Ya",
    "No": "Tidak",
    # The menu of an input
    "&Undo": "&Urungkan",
    "&Redo": "&Ulangi",
    "Cu&t": "Po&tong",
    "&Copy": "&Salin",
    "&Paste": "&Tempel",
    "Delete": "Hapus",
    "Select All": "Pilih semua",
    # The file dialogue
    "Look in:": "Cari di:",
    "File &name:": "&Nama berkas:",
    "Files of type:": "Jenis berkas:",
    "Directory:": "Folder:",
    "All Files (*)": "Semua berkas (*)",
    "Back": "Kembali",
    "Go back": "Kembali",
    "Alt+Left": "Alt+Left",
    "Forward": "Maju",
    "Go forward": "Maju",
    "Alt+Right": "Alt+Right",
    "Parent Directory": "Folder di atasnya",
    "Go to the parent directory": "Ke folder di atasnya",
    "Alt+Up": "Alt+Up",
    "Create New Folder": "Buat folder baru",
    "Create a New Folder": "Buat folder baru",
    "&New Folder": "Folder &baru",
    "New Folder": "Folder baru",
    "List View": "Daftar",
    "Change to list view mode": "Tampilkan sebagai daftar",
    "Detail View": "Rincian",
    "Change to detail view mode": "Tampilkan dengan rincian",
    "Sidebar": "Tempat",
    "List of places and bookmarks": "Daftar tempat",
    "Files": "Berkas",
    "Computer": "Komputer",
    "My Computer": "Komputer ini",
    "Recent Places": "Tempat terakhir",
    "Name": "Nama",
    "Size": "Ukuran",
    "Type": "Jenis",
    "Kind": "Jenis",
    "Date Modified": "Diubah",
    "Folder": "Folder",
    "Drive": "Diska",
    "File": "Berkas",
    "%1 File": "Berkas %1",
    "&Rename": "&Ganti nama",
    "&Delete": "&Hapus",
    "Show &hidden files": "Tampilkan berkas &tersembunyi",
    "Show ": "Tampilkan ",
    "Remove": "Lepas",
    "%1 already exists.\nDo you want to replace it?": "%1 sudah ada.\nGanti dengan yang baru?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nBerkas tidak ditemukan.\nPeriksa lagi nama berkasnya."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nFolder tidak ditemukan.\nPeriksa lagi nama foldernya."
    ),
    "'%1' is write protected.\nDo you want to delete it anyway?": (
        "“%1” dilindungi dari penulisan.\nTetap hapus?"
    ),
    "Are you sure you want to delete '%1'?": "Hapus “%1”?",
    "Could not delete directory.": "Folder tidak dapat dihapus.",
}


class QtWords(QTranslator):
    """Answers by the English sentence; what it does not know stays as Qt has it."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False  # Qt installs no empty one

    def translate(
        self,
        _context: str,
        source: str,
        _disambiguation: str | None = None,
        _number: int = -1,
    ) -> str | None:
        # None and not "": an empty sentence would be shown.
        return _COMMON.get(source) or PRINT_WORDS.get(source)


def speak_indonesian() -> None:
    """Once per program, before the first dialogue of Qt's own; nothing where another language is read."""
    app = QCoreApplication.instance()
    if app is None or language() != "id" or app.findChild(QtWords) is not None:
        return
    app.installTranslator(QtWords(app))
