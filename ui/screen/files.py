"""Files on their way in and out of the register: chosen, dropped, opened with the desk's own programs, saved."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QWidget

from correspondence.errors import Unavailable
from correspondence.forms import NewAttachment
from correspondence.letters import ATTACHMENT_LIMIT
from ui import formats
from ui.screen.desk import Desk
from ui.screen.plain import plain_label, push_button, set_look
from ui.screen.qt_words import speak_indonesian
from ui.texts import _

_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"}
)


def read_files(paths: Sequence[Path]) -> tuple[NewAttachment, ...]:
    """The files whole; Unavailable `file_unreadable` for one that cannot be read or is no file."""
    read = []
    for path in paths:
        try:
            # One octet more than allowed is enough for the register to refuse it; a disk image is not swallowed.
            with path.open("rb") as file:
                read.append(NewAttachment(path.name, file.read(ATTACHMENT_LIMIT + 1)))
        except OSError as error:
            raise Unavailable("file_unreadable", {"file": path.name}) from error
    return tuple(read)


def safe_name(name: str) -> str:
    """A name that every file system takes and that leaves no folder: the register keeps what was given."""
    kept = "".join(each if each.isprintable() and each not in _FORBIDDEN else "_" for each in name)
    stem, dot, endings = kept.strip(" .")[-120:].strip(" .").partition(".")
    # Windows takes what stands before the first dot for a device, whatever follows it.
    stem = "lampiran" if not stem or stem.strip().casefold() in _DEVICES else stem
    return f"{stem}{dot}{endings}"


def open_file(path: Path) -> bool:
    """Opens a file with the desk's own program; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_content(name: str, content: bytes) -> Path:
    """Puts a copy into a folder of its own and opens it; the register's own stays where it is."""
    path = Path(tempfile.mkdtemp(prefix="warkat-")) / safe_name(name)
    path.write_bytes(content)
    open_file(path)
    return path


def file_dialog(
    parent: QWidget, title: str, then: Callable[[list[Path]], object], *, save: bool = False
) -> QFileDialog:
    """The system's own file dialogue where it has one, else Qt's; `then` gets what was chosen. Opened by the caller."""
    speak_indonesian()
    dialog = QFileDialog(parent, title)
    if save:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    words = QFileDialog.DialogLabel
    for label, word in (
        (words.LookIn, _("Cari di:")),
        (words.FileName, _("Nama berkas:")),
        (words.FileType, _("Jenis berkas:")),
        (words.Accept, _("Simpan") if save else _("Buka")),
        (words.Reject, _("Batal", "button")),
    ):
        dialog.setLabelText(label, word)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def ask_for_files(parent: QWidget, then: Callable[[list[Path]], None]) -> None:
    """Asks without holding up the window."""
    dialog = file_dialog(parent, _("Pilih berkas lampiran"), then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.open()


def ask_for_table(parent: QWidget, then: Callable[[Path], object]) -> None:
    """One file with rows in it."""
    dialog = file_dialog(parent, _("Pilih berkas"), lambda chosen: then(chosen[0]))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Tabel (*.csv *.xlsx)"), _("Semua berkas (*)")])
    dialog.open()


class DropZone(QFrame):
    """Takes dropped files, or asks for them; `added` is told of each batch."""

    def __init__(self, desk: Desk, added: Callable[[list[Path]], None], *, small: bool = False) -> None:
        super().__init__()
        self.setObjectName("drop_zone")
        self.setAccessibleName(_("Lampiran berkas"))
        self.setAcceptDrops(True)
        self._added = added
        choose = push_button(_("Pilih berkas …"), "quiet", name="choose_files")
        choose.clicked.connect(lambda: ask_for_files(self, self._added))
        self.setFocusProxy(choose)
        row = QHBoxLayout(self)
        edge = desk.look.px(4 if small else 12)
        row.setContentsMargins(desk.look.px(12), edge, edge, edge)
        row.addWidget(plain_label(_("Letakkan berkas di sini"), "muted"), 1)
        row.addWidget(choose)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event):
            set_look(self, "over", "true")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        set_look(self, "over", "false")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        set_look(self, "over", "false")
        event.acceptProposedAction()
        self._added(dropped(event))


def dropped(event: QDropEvent) -> list[Path]:
    """The local files of a drop."""
    urls = (url for url in event.mimeData().urls() if url.isLocalFile())
    return [Path(url.toLocalFile()) for url in urls]


def file_line(name: str, size: int) -> str:
    """`pindaian.pdf · 1,4 MB`."""
    return f"{name} · {formats.size(size)}"
