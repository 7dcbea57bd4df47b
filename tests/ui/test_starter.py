"""What a new registry begins with."""

from __future__ import annotations

import unicodedata
from datetime import date

from correspondence.workdays import DayOffKind
from ui.starter import starter


def test_the_starter_lists() -> None:
    begun = starter(2026)
    groups = {each.name: each.group for each in begun.kinds}
    assert groups["Surat Pengantar"] == "Khusus"
    assert groups["Pengantar KTP"] == "Layanan Loket"
    assert len(groups) == 29
    codes = {each.code: each for each in begun.codes}
    assert 35 <= len(codes) <= 60
    assert codes["400.12.2"].parent == "400.12"
    assert all(each.parent is None or each.parent in codes for each in begun.codes)
    assert begun.holidays[date(2026, 8, 17)].kind is DayOffKind.HOLIDAY
    assert begun.holidays[date(2025, 8, 18)].kind is DayOffKind.COLLECTIVE_LEAVE
    assert {day.year for day in begun.holidays} == {2025, 2026, 2027}
    assert all(unicodedata.normalize("NFC", each.name) == each.name for each in begun.holidays.values())
