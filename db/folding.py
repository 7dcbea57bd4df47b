"""Texts made comparable: small letters, no accents, words divided by single spaces. For short lists without an index."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """`PT. Maju-Jaya, Tbk` → `pt maju jaya tbk`; the same whatever engine stores it."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return " ".join("".join(each if each.isalnum() else " " for each in plain.casefold()).split())


def like(text: str) -> str:
    """`text` as a literal part of a LIKE pattern with ESCAPE '!'."""
    return "".join(f"!{each}" if each in "!%_" else each for each in text)
