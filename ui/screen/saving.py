"""Saving what the window made: asked for once, written whole or not at all, and the folder is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from correspondence.office import Office
from ui.files import write_whole
from ui.screen.desk import Desk
from ui.screen.files import file_dialog, open_file, safe_name
from ui.texts import _

_REMEMBERED = "folders"
WORDS = {"docx": "Word (.docx)", "pdf": "PDF (.pdf)", "xlsx": "Excel (.xlsx)"}


def ask_for_file(desk: Desk, parent: QWidget, name: str, then: Callable[[Path], object]) -> QFileDialog:
    """Where a file called `name` goes, beginning in the folder the last one went to."""
    ending = Path(name).suffix

    def chosen(paths: list[Path]) -> None:
        path = paths[0]
        path = path if path.suffix.lower() == ending.lower() else path.with_name(path.name + ending)
        remember_folder(desk, path.parent)
        then(path)

    dialog = file_dialog(parent, _("Simpan"), chosen, save=True)
    dialog.setObjectName("save_dialog")
    if ending:
        dialog.setNameFilter(f"{WORDS.get(ending[1:], ending)} (*{ending})")
    folder = remembered_folder(desk)
    if folder is not None:
        dialog.setDirectory(str(folder))
    dialog.selectFile(safe_name(name))
    dialog.open()
    return dialog


def ask_for_folder(desk: Desk, parent: QWidget, then: Callable[[Path], object]) -> QFileDialog:
    """A folder for many files."""

    def chosen(paths: list[Path]) -> None:
        remember_folder(desk, paths[0])
        then(paths[0])

    dialog = file_dialog(parent, _("Pilih folder"), chosen)
    dialog.setObjectName("folder_dialog")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    folder = remembered_folder(desk)
    if folder is not None:
        dialog.setDirectory(str(folder))
    dialog.open()
    return dialog


def save_content(
    desk: Desk,
    path: Path,
    content: bytes,
    *,
    owner: QObject,
    then: Callable[[], object] = lambda: None,
) -> None:
    """Writes on the worker, for a slow disk holds up no window; an old file stays when the new one cannot be whole."""

    def job(_office: Office) -> Path:
        write_whole(path, content)
        return path

    def done(saved: Path) -> None:
        then()
        say_saved(desk, saved)

    desk.ask(job, done, owner=owner, on_error=desk.say_wrong)


def say_saved(desk: Desk, path: Path, note: str = "") -> None:
    """Where it is, and the way to it; `note` is a sentence that goes with it."""
    text = _("Tersimpan: {file}").format(file=path.name)
    text = f"{text}. {note}" if note else text
    desk.say(text, action=_("Buka"), then=lambda: _open(path))


def remembered_folder(desk: Desk) -> Path | None:
    """The folder the last file went to, if it is still there: a stick may have been pulled out."""
    kept = desk.memory.recall(_REMEMBERED).get("papers")
    folder = Path(kept) if isinstance(kept, str) and kept else None
    return folder if folder is not None and folder.is_dir() else None


def remember_folder(desk: Desk, folder: Path) -> None:
    desk.memory.keep(_REMEMBERED, {"papers": str(folder)})


def _open(path: Path) -> None:
    open_file(path)
