"""What was printed, so that it can be printed again as it was: the journal keeps the values and the template's version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from correspondence.errors import NotFound
from correspondence.journal import JournalEntry
from correspondence.numbering import LetterRef
from correspondence.office import Office, moment

PRINTED = "printed"
"""The journal's word. It is no step: nothing about the letter is different afterwards."""


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """One paper as printed. `template` and `emblem` are the SHA-256 of those files ("" for no emblem), `values` is JSON."""

    paper: str
    template: str
    emblem: str
    values: str


def note_printed(office: Office, *, papers: Sequence[tuple[LetterRef, PrintedPaper]]) -> None:
    """Notes each paper in its letter's journal, unless it was last printed just so; all of them or none."""
    with office.open_unit() as unit:
        at = moment(office, unit).at
        for ref, paper in papers:
            letter = unit.letters.by_ref(ref)
            if _last(unit.journal.of_letter(letter.id), paper.paper) != paper:
                changes = {
                    "template": ("", paper.template),
                    "emblem": ("", paper.emblem),
                    "values": ("", paper.values),
                }
                unit.journal.append(
                    JournalEntry(
                        at, office.actor, PRINTED, letter_id=letter.id, note=paper.paper, changes=changes
                    )
                )
        unit.commit()


def last_printed(office: Office, *, ref: LetterRef, paper: str) -> PrintedPaper:
    """As it was printed last; NotFound("printed", …) with the papers that were."""
    with office.open_reading() as unit:
        journal = unit.journal.of_letter(unit.letters.by_ref(ref).id)
    found = _last(journal, paper)
    if found is None:
        known = dict.fromkeys(each.note for each in journal if each.step == PRINTED)
        raise NotFound("printed", f"{ref} {paper}", tuple(known))
    return found


def _last(journal: Sequence[JournalEntry], paper: str) -> PrintedPaper | None:
    for entry in reversed(journal):
        if entry.step == PRINTED and entry.note == paper:
            return PrintedPaper(
                paper, *(_said(entry.changes, name) for name in ("template", "emblem", "values"))
            )
    return None


def _said(changes: Mapping[str, tuple[str, str]], name: str) -> str:
    return changes.get(name, ("", ""))[1]
