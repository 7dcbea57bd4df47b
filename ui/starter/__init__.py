"""What a new registry begins with: letter kinds, a short list of codes, the days off of the years around.

All of it is the office's own to change. The codes are general ones of the numeric scheme, in our words; a region brings its
whole table with `import codes`. Days off are decreed each year and within it: these seed the table, they are not the law.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from correspondence.letters import LetterKind
from correspondence.old_books.lists import read_codes
from correspondence.services.starting import Starter
from correspondence.workdays import DayOff, DayOffKind
from ui.sheets import read_table

YEARS_BEFORE, YEARS_AFTER = 1, 1

_HERE = Path(__file__).parent


def starter(year: int) -> Starter:
    """The lists for a registry that is opened in `year`."""
    kinds = [
        LetterKind(name=str(name), group=str(group or ""), template=str(template or ""))
        for name, group, template in (
            (*row.cells, None)[:3] for row in read_table(_HERE / "kinds.csv").rows[1:]
        )
    ]
    codes = read_codes(read_table(_HERE / "codes.csv")).codes
    return Starter(kinds=kinds, codes=codes, holidays=days_off(year))


def days_off(year: int) -> Mapping[date, DayOff]:
    """National holidays and collective leave from the year before `year` to the year after it, by day.

    A day that is estimated, because its decree is still to come, carries the estimate in its name.
    """
    # A new registry needs it once; importing it costs every other start of the program some 50 ms.
    import holidays

    years = range(year - YEARS_BEFORE, year + YEARS_AFTER + 1)
    found: dict[date, DayOff] = {}
    # In this order: where a holiday and a leave fall on one day, it is the holiday.
    for category, kind in (("government", DayOffKind.COLLECTIVE_LEAVE), ("public", DayOffKind.HOLIDAY)):
        listed = holidays.country_holidays("ID", years=years, language="id", categories=(category,))
        found |= {day: DayOff(name, kind) for day, name in listed.items()}
    return dict(sorted(found.items()))
