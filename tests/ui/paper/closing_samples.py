"""A closed month and corrections of closed ones, as a report holds them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from correspondence.closing_rows import Change, Closed, Correction
from correspondence.dates import Month
from correspondence.numbering import LetterRef
from correspondence.workflow import Direction

AT = datetime(2026, 11, 2, 8, 10, tzinfo=ZoneInfo("Asia/Makassar"))
CLOSED = Closed(10, 2026, "Dra. Rahma Wulandari, M.Si.", AT, "3f2a91c0d4e5f607" + "0" * 48, verified=True)


def corrections(number: int = 6) -> tuple[Correction, ...]:
    """One of each sort, and as many more as asked for."""
    sorts = (
        (Change.ADDED, "", ""),
        (Change.MOVED, "2026-09-05", "2026-09-09"),
        (Change.KIND, "Surat Dinas", ""),
        (Change.UNIT, "", "Bagian Umum"),
        (Change.REMOVED, "", ""),
    )
    return tuple(
        Correction(
            letter_id=place + 1,
            ref=LetterRef(Direction.INCOMING, 2026, place + 1),
            subject="" if place == 1 else "Permohonan <data> & 'pegawai'",
            change=sorts[place % 5][0],
            facts=("registered", "finished"),
            month=Month(2026, 9),
            on=date(2026, 9, 30),
            was=sorts[place % 5][1],
            now=sorts[place % 5][2],
            at=AT,
            by="petugas",
            secret=place == 1,
        )
        for place in range(number)
    )
