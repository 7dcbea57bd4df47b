"""The close of a book: MENGETAHUI and the official at the left, place, date and the signer at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from correspondence.people import SignatureBlock
from ui.paper.books_wrapping import pen
from ui.paper.contents import BLANK
from ui.paper.fonts import typeface

SIZE, LEADING = 9.5, 12.0
ROOM_TO_SIGN = 44.0
ABOVE = 10.0
_KNOWS = "MENGETAHUI"
_CLERK = "Petugas Agenda,"
_WIDTH = 230.0


@dataclass(frozen=True, slots=True)
class Signing:
    """None is somebody nobody named: a blank to be filled by hand."""

    official: SignatureBlock | None
    signer: SignatureBlock | None
    place_and_date: str


@dataclass(frozen=True, slots=True)
class _Side:
    above: tuple[str, ...]
    name: tuple[str, ...]
    below: tuple[str, ...]
    known: bool


def signing_height(signing: Signing) -> float:
    """Points from the table down to the last line."""
    sides = _sides(signing)
    above = max(len(each.above) for each in sides)
    below = max(len(each.name) + len(each.below) for each in sides)
    return ABOVE + (above + below) * LEADING + ROOM_TO_SIGN


def draw_signing(canvas: Any, signing: Signing, span: tuple[float, float], top: float) -> None:
    """Draws from `top` down: both signatures stand at one height."""
    sides = _sides(signing)
    above = max(len(each.above) for each in sides)
    left, right = span
    for side, middle in zip(sides, (left + _WIDTH / 2, right - _WIDTH / 2), strict=True):
        y = top - ABOVE - SIZE
        _write(canvas, typeface().plain, side.above, middle, y)
        y -= above * LEADING + ROOM_TO_SIGN
        _write(canvas, typeface().bold if side.known else typeface().plain, side.name, middle, y)
        _write(canvas, typeface().plain, side.below, middle, y - len(side.name) * LEADING)


def _write(canvas: Any, font: str, lines: tuple[str, ...], middle: float, y: float) -> None:
    canvas.setFont(font, SIZE)
    for line in lines:
        canvas.drawCentredString(middle, y, line)
        y -= LEADING


def _sides(signing: Signing) -> tuple[_Side, _Side]:
    return (
        _side((_KNOWS,), signing.official, ""),
        _side((signing.place_and_date,), signing.signer, _CLERK),
    )


def _side(first: tuple[str, ...], block: SignatureBlock | None, usual: str) -> _Side:
    plain, bold = pen(typeface().plain, SIZE), pen(typeface().bold, SIZE)
    heads = block.heads if block else (usual or BLANK,)
    above = [line for text in (*first, *heads) for line in plain.lines(text, _WIDTH)]
    name = bold.lines(block.name, _WIDTH) if block and block.name else (BLANK * 2,)
    below: list[str] = []
    if block:
        below += plain.lines(block.rank, _WIDTH)
        below += [f"NIP {block.nip}"] if block.nip else []
    else:
        below.append(f"NIP {BLANK}")
    return _Side(tuple(above), tuple(name), tuple(below), block is not None)
