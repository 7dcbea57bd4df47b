"""Fields of a letter kind's own form (`isian.nik` in its template): what they hold, and their checks."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from correspondence.dates import read_date
from correspondence.errors import Refused

TEXT_LIMIT = 500
LONG_LIMIT = 20_000
_LARGEST = 15
"""Digits of the largest number."""

_OF_PAPERS = re.compile(r"(naskah|tembusan)(_[0-9]{1,3})?|keterangan")
"""Fields that a cover letter and the copies below any letter are made of."""


class OwnType(StrEnum):
    """What a field holds. Kept as text: dates as 2026-09-07, numbers and money as digits."""

    TEXT = "text"
    LONG = "long"
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    CHOICE = "choice"
    NIK = "nik"


@dataclass(frozen=True, slots=True)
class OwnField:
    """One field of a kind's own form. `optional`: the template does without it (it asks `if isian.…`).

    `required`: the office wants it filled in before the letter is kept. `label`: what the office calls it, "" for the
    name itself in words.
    """

    name: str
    type: OwnType = OwnType.TEXT
    optional: bool = False
    choices: tuple[str, ...] = ()
    label: str = ""
    required: bool = False


def wrong_fields(typed: Mapping[str, str], known: Sequence[OwnField], *, today: date) -> list[Refused]:
    """What is wrong with the entries in `known`, each with `fields.NAME` as its field: `own_field_missing` for a required
    one that is empty, else what `read_field` refuses.
    """
    wrong = []
    for asked in known:
        text = typed.get(asked.name, "")
        if asked.required and not text.strip():
            told = {"label": asked.label} if asked.label else {}
            wrong.append(Refused("own_field_missing", f"fields.{asked.name}", told))
            continue
        try:
            read_field(asked, text, today=today)
        except Refused as error:
            wrong.append(error)
    return wrong


def check_names(typed: Mapping[str, str], known: Sequence[OwnField]) -> None:
    """Refuses `own_field_unknown` (facts name, known) for a name that is none of the form's: most likely it is misspelt.

    What any paper may use whatever its form (`naskah_1`, `tembusan`) is always known; nothing is said where no form is.
    """
    names = tuple(each.name for each in known)
    wrong = next((each for each in typed if each not in names and not _OF_PAPERS.fullmatch(each)), None)
    if known and wrong is not None:
        # The one that was meant first: a long form is not told to its end.
        near = difflib.get_close_matches(wrong, names, n=3)
        told = tuple(dict.fromkeys((*near, *names)))
        raise Refused("own_field_unknown", f"fields.{wrong}", {"name": wrong, "known": told})


def kept_fields(typed: Mapping[str, str], known: Sequence[OwnField], *, today: date) -> dict[str, str]:
    """`typed` as it is kept: the fields in `known` in the form their type has, others as they are. Refused as `read_field`."""
    fields = {each.name: each for each in known}
    return {
        name: read_field(fields[name], text, today=today) if name in fields else text
        for name, text in typed.items()
    }


def read_field(asked: OwnField, typed: str, *, today: date) -> str:
    """One entry as it is kept; nothing stays nothing.

    Refused with `fields.NAME` as field and, where the office calls it otherwise, its label: `nik_unreadable`, `nik_birth_impossible`, `number_unreadable`, `choice_unknown`
    (facts known), `text_too_long`, and what `read_date` refuses.
    """
    try:
        return _read(asked, typed, today)
    except Refused as error:
        if not asked.label:
            raise
        raise Refused(error.rule, error.field, {**error.facts, "label": asked.label}) from error


def _read(asked: OwnField, typed: str, today: date) -> str:
    key, text = f"fields.{asked.name}", typed.strip()
    limit = LONG_LIMIT if asked.type is OwnType.LONG else TEXT_LIMIT
    if len(text) > limit:
        raise Refused("text_too_long", key, {"length": len(text), "limit": limit})
    if not text:
        return ""
    match asked.type:
        case OwnType.NIK:
            return _nik(text, key)
        case OwnType.DATE:
            return read_date(text, today=today, field=key).isoformat()
        case OwnType.NUMBER | OwnType.MONEY:
            return _number(text, key)
        case OwnType.CHOICE:
            chosen = next((each for each in asked.choices if each.casefold() == text.casefold()), None)
            if chosen is None:
                raise Refused("choice_unknown", key, {"value": text, "known": asked.choices})
            return chosen
        case _:
            return text


def _nik(text: str, key: str) -> str:
    """Sixteen digits; the seventh to twelfth are the birth date, a woman's day is raised by 40."""
    digits = re.sub(r"[ .-]", "", text)
    if not (len(digits) == 16 and digits.isascii() and digits.isdigit()):
        raise Refused("nik_unreadable", key, {"value": text, "digits": sum(each.isdigit() for each in text)})
    day, month, year = int(digits[6:8]) % 40, int(digits[8:10]), int(digits[10:12])
    if int(digits[6:8]) > 71 or not any(_is_day(century + year, month, day) for century in (1900, 2000)):
        raise Refused("nik_birth_impossible", key, {"value": digits, "birth": digits[6:12]})
    return digits


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _number(text: str, key: str) -> str:
    """`Rp 1.500.000,00` → `1500000`: whole numbers, dots between thousands, the sen of nothing dropped."""
    plain = re.sub(r"^rp\.? ?", "", text.casefold()).replace(" ", "")
    plain = re.sub(r",(00|-)$", "", plain)
    if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+|[0-9]+", plain) or len(plain.replace(".", "")) > _LARGEST:
        raise Refused("number_unreadable", key, {"value": text})
    return str(int(plain.replace(".", "")))
