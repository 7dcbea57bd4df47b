"""Ticks in a list of letters: any number of them, kept by the letter while the list is filtered and read again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal

TICKED = int(Qt.ItemDataRole.CheckStateRole)
MOST = 2000
"""More than a day's, a month's or a sheet's: who ticks a whole archive of a million did not mean it."""


class Rows(Protocol):
    """The rows the ticks stand in."""

    def rowCount(self) -> int: ...

    def id_at(self, row: int) -> int | None: ...

    def row_of(self, letter_id: int) -> int: ...


class LetterTicks(QObject):
    """`changed` when other letters are ticked."""

    changed = Signal()

    def __init__(self, rows: Rows, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self._ids: dict[int, None] = {}
        self._last: int | None = None

    def __contains__(self, letter_id: int) -> bool:
        return letter_id in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> Sequence[int]:
        """In the order they were ticked: what is scanned or chosen first is printed first."""
        return list(self._ids)

    def toggle(self, row: int, *, through: bool = False) -> None:
        """Ticks a row or takes its tick away; `through`: from the row ticked last to this one."""
        letter_id = self._rows.id_at(row)
        if letter_id is None:
            return
        first = self._rows.row_of(self._last) if through and self._last is not None else -1
        self._last = letter_id
        if first >= 0:
            step = 1 if row >= first else -1
            self._add(range(first, row + step, step))
        elif letter_id in self._ids:
            del self._ids[letter_id]
        else:
            self._ids[letter_id] = None
        self.changed.emit()

    def all(self) -> None:
        """Every letter of the list, as many as may be; when they are ticked already, none."""
        rows = min(self._rows.rowCount(), MOST)
        every = [self._rows.id_at(row) for row in range(rows)]
        if rows and all(each in self._ids for each in every):
            self._ids.clear()
        else:
            self._add(range(rows))
        self.changed.emit()

    def clear(self) -> None:
        self._ids.clear()
        self._last = None
        self.changed.emit()

    def _add(self, rows: Sequence[int]) -> None:
        for row in rows:
            letter_id = self._rows.id_at(row)
            if letter_id is not None and len(self._ids) < MOST:
                self._ids[letter_id] = None
