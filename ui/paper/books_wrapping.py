"""Texts cut into lines of a column's width, by the widths of the font's own glyphs: no paragraph objects, no guessing.

A line breaks at spaces; a word that is wider than its column breaks behind `/`, `-` and the like, and between any two
letters when there is nothing of that sort. Nothing is ever dropped and nothing is cut off.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from reportlab.pdfbase import pdfmetrics

_BREAKABLE = re.compile(r"[^/\-–—.,:;_@\\|]*[/\-–—.,:;_@\\|]+|[^/\-–—.,:;_@\\|]+")
_MISSING = "□"
"""Stands for a sign the font does not have (an emoji, Arabic): visible, so that nobody thinks nothing was written."""
_KNOWN_WORDS = 20_000
"""Widths kept: words come back again and again, numbers do not."""


class Pen:
    """One cut of one font in one size: measures and wraps what is written with it."""

    def __init__(self, font: str, size: float) -> None:
        self.font = font
        self.size = size
        face = pdfmetrics.getFont(font).face
        self._glyphs: dict[int, int] = face.charToGlyph
        scale = size / 1000
        self._letters = {code: width * scale for code, width in face.charWidths.items()}
        self._usual = face.defaultWidth * scale
        self._words: dict[str, float] = {}
        self.space = self.width(" ")

    def width(self, text: str) -> float:
        """Points."""
        known = self._words.get(text)
        if known is None:
            letters, usual = self._letters, self._usual
            known = sum([letters.get(ord(each), usual) for each in text])
            if len(self._words) >= _KNOWN_WORDS:
                self._words.clear()
            self._words[text] = known
        return known

    def writable(self, text: str) -> str:
        """The text with what the font has; control characters are spaces, joiners and marks of direction are nothing."""
        if text.isascii() and text.isprintable():
            return text
        return "".join(self._sign(each) for each in text)

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """The text in lines of at most `width` points; "" has no line. Line breaks of the text are kept."""
        if not text:
            return ()
        if "\n" in text:
            return tuple(line for part in text.splitlines() for line in self.lines(part, width))
        return tuple(self._broken(self.writable(text).split(), width))

    def _broken(self, words: Sequence[str], width: float) -> Iterator[str]:
        measure, space = self.width, self.space
        line: list[str] = []
        filled = 0.0
        for word in words:
            wide = measure(word)
            if line and filled + space + wide <= width:
                line.append(word)
                filled += space + wide
                continue
            if line:
                yield " ".join(line)
            if wide > width:
                *whole, word = self._pieces(word, width)
                yield from whole
                wide = measure(word)
            line, filled = [word], wide
        if line:
            yield " ".join(line)

    def _pieces(self, word: str, width: float) -> Iterator[str]:
        """A word wider than its column, in pieces that fit."""
        piece = ""
        for part in _BREAKABLE.findall(word):
            if self.width(piece + part) <= width:
                piece += part
                continue
            if piece:
                yield piece
            piece = ""
            for letter in part:
                if piece and self.width(piece + letter) > width:
                    yield piece
                    piece = ""
                piece += letter
        yield piece

    def _sign(self, letter: str) -> str:
        category = unicodedata.category(letter)
        if category == "Cf" or 0xFE00 <= ord(letter) <= 0xFE0F:
            return ""
        if category in {"Cc", "Zs", "Zl", "Zp"}:
            return " "
        if ord(letter) in self._glyphs:
            return letter
        return _MISSING if ord(_MISSING) in self._glyphs else "?"


@cache
def pen(font: str, size: float) -> Pen:
    """The pens of this process: their words are measured once."""
    return Pen(font, size)
