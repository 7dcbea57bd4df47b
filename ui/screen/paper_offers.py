"""Which papers a letter has, the likely one first: what the menu at Ctrl+P shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from correspondence.dossier import Dossier
from correspondence.services.printed import PRINTED
from correspondence.workflow import Direction, OutgoingState
from ui.texts import _, mark

COVER, SHEET, RECEIPT, LABEL = "surat-pengantar", "lembar-disposisi", "tanda-terima", "label"
_WORDS = {
    COVER: mark("Surat pengantar"),
    SHEET: mark("Lembar disposisi"),
    RECEIPT: mark("Tanda terima"),
    LABEL: mark("Label ber-QR …"),
}
_GONE = frozenset({OutgoingState.DISPATCHED, OutgoingState.DELIVERED})


@dataclass(frozen=True, slots=True)
class Offer:
    """One paper. `named`: its code. `blank`: to be filled in with the pen. `again_from`: as it was printed then."""

    named: str
    word: str
    blank: bool = False
    again_from: datetime | None = None


def paper_word(code: str) -> str:
    """What a paper is called; one that is written with a letter kind's own template by that kind's words."""
    return _(_WORDS[code]) if code in _WORDS else code.replace("-", " ").capitalize()


def offers(dossier: Dossier, own: str) -> tuple[Offer, ...]:
    """The papers of a letter; `own` is the code of its kind's own, "" where the kind has no template."""
    if dossier.letter.direction is Direction.INCOMING:
        return (*_sheets(dossier), _offer(RECEIPT), _offer(COVER), _offer(LABEL))
    papers = [_offer(COVER), _offer(RECEIPT), _offer(LABEL)]
    if dossier.letter.state in _GONE:
        papers[:2] = [_offer(RECEIPT), _offer(COVER)]
    if own and own != COVER:
        papers.insert(0, Offer(own, dossier.kind))
    return tuple(papers)


def printed_before(dossier: Dossier) -> tuple[Offer, ...]:
    """What can be printed again as it was, the latest first."""
    found: dict[str, Offer] = {}
    for entry in reversed(dossier.journal):
        if entry.step == PRINTED and entry.note not in found:
            own = "-".join(dossier.kind.casefold().split()) == entry.note
            word = dossier.kind if own else paper_word(entry.note)
            found[entry.note] = Offer(entry.note, word, again_from=entry.at)
    return tuple(found.values())


def batch_offers(direction: Direction) -> tuple[Offer, ...]:
    """What can be printed of many letters at once; "" is each letter's own kind."""
    if direction is Direction.INCOMING:
        sheet = Offer(SHEET, _("Lembar disposisi"))
        return (sheet, _offer(RECEIPT), _offer(COVER))
    return (Offer("", _("Naskah menurut jenisnya")), _offer(COVER), _offer(RECEIPT))


def _sheets(dossier: Dossier) -> tuple[Offer, ...]:
    """Before anything was disposed there is nothing to fill in: the sheet is for the leader's pen."""
    if not dossier.dispositions:
        return (Offer(SHEET, _("Lembar disposisi, diisi tangan"), blank=True),)
    return (
        Offer(SHEET, _("Lembar disposisi")),
        Offer(SHEET, _("Lembar disposisi kosong, diisi tangan"), blank=True),
    )


def _offer(code: str) -> Offer:
    return Offer(code, paper_word(code))
