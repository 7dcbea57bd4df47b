"""Home and End in a list of rows. Qt's own go to the first and the last column, where a row is one thing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView


def goes_to_an_end(view: QTableView, event: QKeyEvent) -> bool:
    """Takes Home and End to the first and the last row; False for every other key."""
    last = view.model().rowCount() - 1
    row = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(Qt.Key(event.key()), -1)
    if event.modifiers() or row < 0:
        return False
    seen = [column for column in range(view.model().columnCount()) if not view.isColumnHidden(column)]
    here = view.currentIndex().column()
    view.setCurrentIndex(view.model().index(row, here if here in seen else seen[0]))
    return True
