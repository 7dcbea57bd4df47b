"""Files chosen for a letter that is not in the book yet."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.screen.desk import Desk
from ui.screen.files import DropZone, file_line
from ui.screen.plain import plain_label, push_button
from ui.texts import _


class PickedFiles(QWidget):
    """A place to drop files, and the names of those that lie there."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.paths: tuple[Path, ...] = ()
        self._rows = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(DropZone(desk, self.add))
        column.addLayout(self._rows)

    def add(self, paths: list[Path]) -> None:
        """More files; one that lies here already is not added again."""
        self._show((*self.paths, *(path for path in paths if path not in self.paths)))

    def clear(self) -> None:
        """None any more."""
        self._show(())

    def _take_off(self, path: Path) -> None:
        self._show(tuple(each for each in self.paths if each != path))

    def _show(self, paths: tuple[Path, ...]) -> None:
        self.paths = paths
        while item := self._rows.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for path in paths:
            self._rows.addWidget(self._row(path))
        self.changed.emit()

    def _row(self, path: Path) -> QWidget:
        size = path.stat().st_size if path.is_file() else 0
        remove = push_button(_("Lepas"), "quiet")
        remove.setAccessibleName(_("Lepas {name}").format(name=path.name))
        remove.clicked.connect(partial(self._take_off, path))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(plain_label(file_line(path.name, size)), 1)
        line.addWidget(remove)
        return row
