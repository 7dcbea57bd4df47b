"""Which papers make sense for which letters: what comes in has a disposition sheet, what goes out is written here."""

from __future__ import annotations

from correspondence.dossier import Dossier
from correspondence.errors import Refused
from correspondence.workflow import Direction

SHEET, COVER = "lembar-disposisi", "surat-pengantar"


def check_fits(code: str, of_kind: str, dossier: Dossier) -> None:
    """The paper `code`, which is written for letters of the kind `of_kind` ("": a slip), about this letter.

    Refuses `paper_of_incoming` and `paper_of_outgoing` (facts ref, name). A cover letter goes with every letter.
    """
    letter = dossier.letter
    incoming = letter.direction is Direction.INCOMING
    if code == SHEET and not incoming:
        raise Refused("paper_of_incoming", "kind", {"ref": letter.ref, "name": dossier.kind})
    if of_kind and code != COVER and incoming:
        raise Refused("paper_of_outgoing", "kind", {"ref": letter.ref, "name": of_kind})


def is_of_another_kind(code: str, of_kind: str, kind: str) -> bool:
    """Whether a letter of `kind` is written with the template of another: allowed, and hardly ever meant."""
    return bool(of_kind) and code != COVER and of_kind.casefold() != kind.casefold()
