"""The labels of a dispatch round in the order scanned: what will be sent, and what was wrong with the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from correspondence.letters import Letter
from ui.screen.letters_model import ALIGNMENT, DISPLAY, ROOT, Index, answer
from ui.screen.line_texts import Cell
from ui.texts import _

COL_NUMBER, COL_LETTER, COL_SAID = range(3)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Scan(StrEnum):
    """How a label was taken."""

    LOOKED_UP = "looked_up"
    READY = "ready"
    TWICE = "twice"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One label. `typed` as the scanner sent it; `why` says what is wrong, in a sentence."""

    typed: str
    state: Scan = Scan.LOOKED_UP
    letter: Letter | None = None
    why: str = ""

    @property
    def cells(self) -> tuple[Cell, Cell]:
        """The letter, or what was typed with what is wrong; and the state as a chip."""
        chips = {
            Scan.LOOKED_UP: (_("dicari …"), ""),
            Scan.READY: (_("siap dikirim"), "green"),
            Scan.TWICE: (_("dua kali"), "amber"),
            Scan.REFUSED: (_("ditolak"), "red"),
        }
        word, tone = chips[self.state]
        chip = Cell(word, tone=tone, kind="chip")
        if self.letter is None or self.why:
            return Cell(self.typed, second=self.why or " ", tone="red" if self.why else ""), chip
        told = (str(self.letter.ref), self.letter.letter_number, self.letter.correspondent)
        return Cell(self.letter.subject, second=" · ".join(each for each in told if each)), chip


class RoundModel(QAbstractTableModel):
    """The newest label stands below, as in the book that will be signed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RoundRow] = []

    @property
    def rows(self) -> Sequence[RoundRow]:
        return tuple(self._rows)

    def ready(self) -> list[str]:
        """The references that will be sent, in the order scanned."""
        return [
            str(row.letter.ref) for row in self._rows if row.state is Scan.READY and row.letter is not None
        ]

    def add(self, row: RoundRow) -> int:
        """Puts a label below the others and says where it stands."""
        place = len(self._rows)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.append(row)
        self.endInsertRows()
        return place

    def change(self, place: int, **what: object) -> None:
        """What was found of a label; nothing when it was taken back meanwhile."""
        if place < len(self._rows):
            self._rows[place] = replace(self._rows[place], **what)  # type: ignore[arg-type]
            self.dataChanged.emit(self.index(place, 0), self.index(place, COL_SAID))

    def take_last(self) -> RoundRow | None:
        """Takes the last label back."""
        if not self._rows:
            return None
        place = len(self._rows) - 1
        self.beginRemoveRows(QModelIndex(), place, place)
        row = self._rows.pop()
        self.endRemoveRows()
        return row

    def keep(self, rows: Sequence[RoundRow]) -> None:
        """Only these are left."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    # ------------------------------------------------------------------------------------------------ for Qt

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else COL_SAID + 1

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if role == ALIGNMENT:
            return _RIGHT if index.column() == COL_NUMBER else _LEFT
        return answer(self._cell(index.row(), index.column()), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == ALIGNMENT:
            return _RIGHT if section == COL_NUMBER else _LEFT
        return (_("No."), _("Surat"), _("Label"))[section] if role == DISPLAY else None

    def _cell(self, row: int, column: int) -> Cell:
        if column == COL_NUMBER:
            return Cell(str(row + 1), kind="number")
        letter, chip = self._rows[row].cells
        return letter if column == COL_LETTER else chip
