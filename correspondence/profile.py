"""The office's own settings: identity, letterhead, numbering, deadlines, hours.

All of it editable, none of it law.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from correspondence.errors import Refused
from correspondence.hours import WEEKDAY_CODES, read_day_hours
from correspondence.letters import NAME_LIMIT
from correspondence.numbering import CounterScope, NumberPattern
from correspondence.own_tables import read_table
from correspondence.workdays import ZONES

DISPOSITION_INSTRUCTIONS: tuple[str, ...] = (
    "Tanggapan dan Saran",
    "Proses lebih lanjut",
    "Koordinasi/konfirmasikan",
)


SHEETS: tuple[str, ...] = ("a4", "f4", "a5")
"""Paper of letters and reports; F4 is 21.5 × 33 cm."""
MARGINS = (5, 60)
"""Millimetres a margin may have."""
SIGNING_LINES = (2, 8)
"""Empty lines a signature block may have between the position and the name."""
SLIP_SHEETS: tuple[str, ...] = ("a5", "half_folio")
"""Paper of the disposition sheet and the receipt."""


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """One office. Texts as they stand on paper.

    `parent` is the line over the office's name in the letterhead (PEMERINTAH KOTA …), `place` stands before
    the date of a letter. `number_scope` is one of CounterScope, `zone` an IANA name. `deadline_*`: hours
    after receipt for the urgent ones, working days for biasa [a rule of 2011, unconfirmed since: hence a
    setting]. `paper` is one of SHEETS, `slip_paper` one of SLIP_SHEETS, `margin_*` are millimetres of a letter's
    page, `signature_lines` empty lines to sign on. `own_fields` says what the naming rule cannot: "jalur: Umum | Khusus; mulai: tanggal". `hours` maps monday … sunday to "07.30-12.00, 12.30-16.00" ("" is a day off). `report_signatory`
    is an officer's name.
    """

    name: str = ""
    parent: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    postcode: str = ""
    place: str = ""
    opd_code: str = ""
    zone: str = "Asia/Jakarta"
    number_pattern: str = "{urut}/{unit}/{bulan_romawi}/{tahun}"
    number_scope: str = "office"
    default_unit_code: str = "UM"
    deadline_sangat_segera_hours: int = 24
    deadline_segera_hours: int = 48
    deadline_biasa_workdays: int = 5
    report_signatory: str = ""
    paper: str = "a4"
    slip_paper: str = "a5"
    margin_top: int = 20
    margin_bottom: int = 25
    margin_left: int = 30
    margin_right: int = 20
    signature_lines: int = 4
    own_fields: str = ""
    instructions: tuple[str, ...] = DISPOSITION_INSTRUCTIONS
    hours: Mapping[str, str] = field(
        default_factory=lambda: {
            "monday": "07.30-16.00",
            "tuesday": "07.30-16.00",
            "wednesday": "07.30-16.00",
            "thursday": "07.30-16.00",
            "friday": "07.30-16.00",
            "saturday": "",
            "sunday": "",
        }
    )


def profile_texts(profile: OfficeProfile) -> dict[str, str]:
    """Every setting as the text that `changed_profile` reads back; days of the week stand as `hours.monday`."""
    texts: dict[str, str] = {}
    for each in fields(OfficeProfile):
        value = getattr(profile, each.name)
        if each.name == "hours":
            texts.update({f"hours.{day}": value.get(day, "") for day in WEEKDAY_CODES})
        elif each.name == "instructions":
            texts[each.name] = "; ".join(value)
        else:
            texts[each.name] = str(value)
    return texts


def changed_profile(old: OfficeProfile, values: Mapping[str, str]) -> OfficeProfile:
    """`old` with the given settings, each read from its text.

    Refused, with the setting as field: `setting_unknown` (facts `known`), `setting_unreadable` (facts `value`,
    `known` where there is a choice, `least` and `most` of a number), `name_missing`, and what NumberPattern and read_day_hours refuse.
    """
    known = profile_texts(old)
    hours = dict(old.hours)
    read: dict[str, Any] = {}
    for key, text in values.items():
        if key not in known:
            raise Refused("setting_unknown", key, {"known": tuple(known)})
        value = text.strip()
        if key.startswith("hours."):
            day = key.removeprefix("hours.")
            read_day_hours(value, field=key)
            hours[day] = value
        else:
            read[key] = _READERS.get(key, _as_text)(key, value)
    return replace(old, **read, hours=hours)


def _as_text(key: str, value: str) -> str:
    if len(value) > NAME_LIMIT:
        raise Refused("text_too_long", key, {"length": len(value), "limit": NAME_LIMIT})
    return " ".join(value.split())


def _as_name(key: str, value: str) -> str:
    if not value:
        raise Refused("name_missing", key)
    return _as_text(key, value)


def _as_count(key: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 999):
        raise Refused("setting_unreadable", key, {"value": value, "least": 1, "most": 999})
    return int(value)


def _as_pattern(_key: str, value: str) -> str:
    return NumberPattern.read(value).text


def _as_scope(key: str, value: str) -> str:
    if value not in set(CounterScope):
        raise Refused("setting_unreadable", key, {"value": value, "known": tuple(map(str, CounterScope))})
    return value


def _as_zone(key: str, value: str) -> str:
    if value not in ZONES:
        raise Refused("setting_unreadable", key, {"value": value, "known": tuple(ZONES)})
    return value


def _as_margin(key: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and MARGINS[0] <= int(value) <= MARGINS[1]):
        raise Refused("setting_unreadable", key, {"value": value, "least": MARGINS[0], "most": MARGINS[1]})
    return int(value)


def _as_signing_lines(key: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and SIGNING_LINES[0] <= int(value) <= SIGNING_LINES[1]):
        raise Refused(
            "setting_unreadable", key, {"value": value, "least": SIGNING_LINES[0], "most": SIGNING_LINES[1]}
        )
    return int(value)


def _one_of(choices: tuple[str, ...]) -> Callable[[str, str], str]:
    def read(key: str, value: str) -> str:
        chosen = value.casefold()
        if chosen not in choices:
            raise Refused("setting_unreadable", key, {"value": value, "known": choices})
        return chosen

    return read


def _as_own_fields(_key: str, value: str) -> str:
    return read_table(value).text


def _as_instructions(_key: str, value: str) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in value.split(";") if each.strip())


_READERS: Mapping[str, Callable[[str, str], object]] = {
    "name": _as_name,
    "zone": _as_zone,
    "number_pattern": _as_pattern,
    "number_scope": _as_scope,
    "deadline_sangat_segera_hours": _as_count,
    "deadline_segera_hours": _as_count,
    "deadline_biasa_workdays": _as_count,
    "paper": _one_of(SHEETS),
    "slip_paper": _one_of(SLIP_SHEETS),
    **dict.fromkeys(("margin_top", "margin_bottom", "margin_left", "margin_right"), _as_margin),
    "signature_lines": _as_signing_lines,
    "own_fields": _as_own_fields,
    "instructions": _as_instructions,
}
