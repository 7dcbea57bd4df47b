"""The first day of a registry: the office's name, and the starter lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from correspondence.accounts import Right
from correspondence.changes import Changes, Topic
from correspondence.classification import ClassificationCode
from correspondence.errors import Refused
from correspondence.letters import LetterKind
from correspondence.office import Office
from correspondence.profile import changed_profile
from correspondence.services.noting import note
from correspondence.services.signed_in import by_right
from correspondence.workdays import DayOff


@dataclass(frozen=True, slots=True)
class Starter:
    """What a new registry begins with; every row of it can be changed afterwards."""

    kinds: Sequence[LetterKind]
    codes: Sequence[ClassificationCode]
    holidays: Mapping[date, DayOff]


def open_office(office: Office, *, name: str = "", starter: Starter) -> Changes:
    """Fills the empty lists with `starter` and names the office; without a name the window asks for it later.

    Said again it adds what is missing and renames nothing. Refused: `office_open` when the office has another name.
    """
    with by_right(office, Right.SET_OFFICE) as unit:
        old = unit.profiles.read()
        if name and old.name and old.name != name.strip():
            raise Refused("office_open", "name", {"name": old.name})
        if name:
            unit.profiles.write(changed_profile(old, {"name": name}))
        known = {each.name.casefold() for each in unit.kinds.every()}
        for kind in starter.kinds:
            if kind.name.casefold() not in known:
                unit.kinds.add(replace(kind, id=0))
        unit.codes.put_many(starter.codes)
        decreed = unit.holidays.every()  # the office's own entry for a day wins over the starter's
        unit.holidays.put_many({day: off for day, off in starter.holidays.items() if day not in decreed})
        note(office, unit, "office_opened", name.strip())
        unit.commit()
    return Changes(topics=frozenset({Topic.OFFICE, Topic.KINDS, Topic.CODES, Topic.HOLIDAYS}))
