"""Cells of a text table that a spreadsheet would take for a formula: guarded with an apostrophe, and freed again.

`'` before `=`, `+`, `-`, `@` keeps a subject such as `=HYPERLINK(…)` a text. A dash alone and a plain number are left as they
are: no spreadsheet reckons with them. What begins with an apostrophe already gets one more, so that freeing gives it back.
"""

from __future__ import annotations

import re
import unicodedata

_DANGEROUS = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")
_HARMLESS = re.compile(r"-+|[+-]?[0-9]+(?:[.,][0-9]+)*")


def guarded(text: str) -> str:
    """`text` as it may be written into a CSV cell."""
    if _DANGEROUS.match(text) and not _HARMLESS.fullmatch(text):
        return f"'{text}"
    return text


def freed(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if text[:1] == "'" and _GUARDED.match(text) else text


def printable(text: str) -> str:
    """`text` without control characters, half characters and what no file of a spreadsheet may hold; line breaks stay."""
    if text.isprintable():
        return text
    kept = (each for each in text if each in "\n\t" or unicodedata.category(each) not in {"Cc", "Cs"})
    return "".join(kept).replace("\ufffe", "").replace("\uffff", "")
