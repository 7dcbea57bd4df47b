"""The sheets labels are printed on. Apart from the labels themselves: the window names them without a PDF library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from correspondence.errors import NotFound


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet of labels, in millimetres: `left` and `top` are those of the first label, `across` and `down` the steps
    from one label to the next. A thermal label is a sheet with one."""

    code: str
    sheet: tuple[float, float]
    columns: int
    rows: int
    label: tuple[float, float]
    left: float = 0.0
    top: float = 0.0
    across: float = 0.0
    down: float = 0.0

    @property
    def places(self) -> int:
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """The left and the top of a place from 0, row by row, from the sheet's upper left corner."""
        row, column = divmod(place, self.columns)
        return self.left + column * self.across, self.top + row * self.down


_A4 = (210.0, 297.0)
LAYOUTS: Mapping[str, Layout] = {
    each.code: each
    for each in (
        Layout("3x7", _A4, 3, 7, (63.5, 38.1), 7.25, 15.15, 66.0, 38.1),
        Layout("3x8", _A4, 3, 8, (63.5, 33.9), 7.25, 12.9, 66.0, 33.9),
        Layout("2x7", _A4, 2, 7, (99.1, 38.1), 4.65, 15.15, 101.6, 38.1),
        Layout("2x8", _A4, 2, 8, (99.1, 33.9), 4.65, 12.9, 101.6, 33.9),
        Layout("58x40", (58.0, 40.0), 1, 1, (58.0, 40.0)),
        Layout("50x30", (50.0, 30.0), 1, 1, (50.0, 30.0)),
    )
}
"""Sheets that shops sell everywhere (columns × rows on A4), and single labels of thermal printers (width × height)."""
USUAL = "3x7"


def layout_called(code: str) -> Layout:
    """NotFound("label_sheet", …) with the layouts there are."""
    try:
        return LAYOUTS[code.strip().casefold().replace("×", "x")]
    except KeyError:
        raise NotFound("label_sheet", code, tuple(LAYOUTS)) from None
