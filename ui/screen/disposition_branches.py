"""The dispositions of a letter as a tree: in which order they are read, how late each is, since when it waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from correspondence.dispositions import Disposition
from correspondence.dossier import DispositionLine, Dossier
from ui import formats
from ui.screen.board_rows import day_and_clock, time_waited
from ui.screen.line_texts import Reading, late_words, short_day
from ui.texts import _, n_


@dataclass(frozen=True, slots=True)
class Branch:
    """One disposition in its place. `trunks` says for each one above it, from the top, whether another follows beside it.

    `last` of those beside it; `handed_on` when others stand below.
    """

    line: DispositionLine
    depth: int
    trunks: tuple[bool, ...]
    last: bool
    handed_on: bool


def branches(dossier: Dossier) -> tuple[Branch, ...]:
    """The tree from top to bottom as it is read: each disposition before those it was handed on to, leads first."""
    below: dict[int | None, list[DispositionLine]] = {}
    known = {each.disposition.id for each in dossier.dispositions}
    for each in dossier.dispositions:
        parent = each.disposition.parent_id
        below.setdefault(parent if parent in known else None, []).append(each)

    def walk(parent: int | None, depth: int, trunks: tuple[bool, ...]) -> Iterator[Branch]:
        here = sorted(
            below.get(parent, []),
            key=lambda each: (each.disposition.sent_at, not each.disposition.lead, each.disposition.id),
        )
        for number, line in enumerate(here, start=1):
            last = number == len(here)
            yield Branch(line, depth, trunks, last, line.disposition.id in below)
            yield from walk(line.disposition.id, depth + 1, (*trunks, not last))

    return tuple(walk(None, 0, ()))


def lateness(one: Disposition, reading: Reading) -> tuple[str, bool]:
    """`batas 9 Okt · lewat 3 hari`, and whether it is or was late. Done too late is told as well."""
    if one.due_on is None:
        return "", False
    due = _("batas {when}").format(when=short_day(one.due_on, reading.today))
    until = one.done_at.astimezone(reading.calendar.zone).date() if one.done_at else reading.today
    days = (until - one.due_on).days
    if days <= 0 or not (one.live or one.done_at):
        return due, False
    late = late_words(days)
    return f"{due} · {late}", True


def since_text(one: Disposition, reading: Reading) -> str:
    """`sejak 7 Okt 09.00 · 3 jam kerja`, until now or until it was done."""
    until = one.done_at or reading.now
    time = time_waited(reading.calendar.working_minutes(one.sent_at, until), reading.calendar)
    since = _("sejak {when}").format(when=day_and_clock(one.sent_at, reading))
    return f"{since} · {time}" if one.live or one.done_at else since


def summary(dossier: Dossier, reading: Reading) -> tuple[str, str]:
    """`12 disposisi · 7 belum selesai`, and how many are late; "" when none is."""
    lines = [each.disposition for each in dossier.dispositions]
    open_ = sum(each.live for each in lines)
    late = sum(each.live and lateness(each, reading)[1] for each in lines)
    told = [n_("{count} disposisi", len(lines)).format(count=formats.number(len(lines)))]
    told.append(
        n_("{count} belum selesai", open_).format(count=formats.number(open_))
        if open_
        else _("semua selesai")
    )
    word = n_("{count} terlambat", late).format(count=formats.number(late)) if late else ""
    return " · ".join(told), word
