"""What is said beside a change among the people: work left behind, a position that nobody here holds."""

from __future__ import annotations

from collections.abc import Sequence

from correspondence.directory import OfficerLine
from correspondence.search import Count
from correspondence.services.leaving import LeftBehind
from ui import formats
from ui.phrases import listed, one_stop, quoted
from ui.texts import _, n_


def left_behind_words(left: LeftBehind) -> Sequence[str]:
    """One sentence on open work, one on deeds after the last day; none where there is nothing to tell."""
    told = []
    waiting = [
        *_counted(left.steps, n_("{count} paraf atau tanda tangan", left.steps.number)),
        *_counted(left.dispositions, n_("{count} disposisi", left.dispositions.number)),
    ]
    if waiting:
        told.append(
            _(
                "{work} masih menunggu {officer}; alihkan paraf dan tanda tangannya, tarik atau teruskan disposisinya."
            ).format(work=_(" dan ").join(waiting), officer=left.officer)
        )
    if left.later:
        told.append(
            n_(
                "{officer} masih tercatat bekerja pada {count} surat sesudah {day}; periksa lagi tanggal berhentinya.",
                left.later,
            ).format(officer=left.officer, count=formats.number(left.later), day=formats.day(left.on))
        )
    return [one_stop(each) for each in told]


def _counted(count: Count, words: str) -> list[str]:
    number = formats.number(count.number)
    return [words.format(count=number if count.exact else f"{number}+")] if count.number else []


def unheld_words(principal: str, officers: Sequence[OfficerLine]) -> str:
    """A position on whose behalf somebody acts and that nobody here holds: a higher office's, or misspelled. "" else."""
    positions = dict.fromkeys(held.position for line in officers for held in line.appointments)
    wanted = " ".join(principal.split())
    if not wanted or wanted.casefold() in {each.casefold() for each in positions}:
        return ""
    return _(
        "Jabatan “{principal}” tidak dipegang siapa pun di daftar ({known}); biarkan bila itu jabatan di luar kantor ini."
    ).format(principal=quoted(wanted), known=listed(positions))
