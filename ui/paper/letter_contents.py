"""The contents of any paper about one letter: the letter itself, its signatory and initials, its dispositions, a receipt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast
from zoneinfo import ZoneInfo

from correspondence.dates import format_date
from correspondence.dossier import DispositionLine, Dossier
from correspondence.letters import Letter, Secrecy, Urgency
from correspondence.own_tables import read_table
from correspondence.people import SignatureBlock
from correspondence.profile import OfficeProfile
from correspondence.workflow import Direction
from ui.paper.contents import BLANK, SHORT_BLANK, Context, signer
from ui.paper.cover_letter import URGENCY, cover_letter_context
from ui.paper.own_values import printed_fields

ROWS = 10
"""Lines of boxes on a disposition sheet, empty ones for the pen included; more when recipients or instructions are."""
LEAD, OTHER = "1", "V"
"""How the leading recipient and the others are marked."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the office knows beside the letter.

    `signatory` signs the paper, `disposer` the disposition; `positions` are those that a disposition may go to, in the
    office's order; `coordinating` and `hierarchy` the positions of the initials of a letter that is still a draft.
    `blank`: a disposition sheet to be filled in by hand, whatever was said already.
    """

    profile: OfficeProfile
    today: date
    zone: ZoneInfo
    signatory: SignatureBlock | None = None
    disposer: SignatureBlock | None = None
    positions: Sequence[str] = ()
    coordinating: Sequence[str] = ()
    hierarchy: Sequence[str] = ()
    addressee: str = ""
    blank: bool = False


def letter_context(dossier: Dossier, around: Around) -> Context:
    """The values of every field a paper about one letter may use."""
    letter, profile = dossier.letter, around.profile
    context = cover_letter_context(
        dossier, profile, sender=around.signatory, today=around.today, addressee=around.addressee
    )
    surat = cast("Context", context["surat"])
    more = {
        "kecepatan": URGENCY[letter.urgency],
        "jenis": dossier.kind,
        "unit": dossier.unit,
    }
    return {
        **context,
        "surat": {**surat, **more},
        "penandatangan": context["pengirim"],
        "paraf": _initials(around),
        "asal": _registered(letter),
        "tanda": _marks(letter),
        **_disposition(dossier, around),
        "tanda_terima": _receipt(letter, profile, around),
        "isian": printed_fields(letter.fields, read_table(profile.own_fields), dossier.kind),
    }


def newest_dispositions(dossier: Dossier) -> tuple[DispositionLine, ...]:
    """What the leader said last: the lines of the newest sheet, without those that were taken back."""
    first = [each for each in dossier.dispositions if each.disposition.parent_id is None]
    newest = max((each.disposition.sent_at for each in first), default=None)
    return tuple(
        each
        for each in first
        if each.disposition.sent_at == newest and each.disposition.state.value != "recalled"
    )


def _registered(letter: Letter) -> Context:
    outgoing = letter.direction is Direction.OUTGOING
    return {
        "pengirim": "" if outgoing else letter.correspondent,
        "nomor": letter.letter_number,
        "tanggal": format_date(letter.letter_date) if letter.letter_date else "",
        "diterima": format_date(letter.received_on) if letter.received_on else "",
        "agenda": str(letter.agenda_number),
        "hal": letter.subject,
    }


def _marks(letter: Letter) -> Context:
    """Urgency and secrecy are two fields; the form has three boxes for both."""
    secret = letter.secrecy in {Secrecy.RAHASIA, Secrecy.SANGAT_RAHASIA}
    return {
        "sangat_segera": OTHER if letter.urgency is Urgency.SANGAT_SEGERA else "",
        "segera": OTHER if letter.urgency is Urgency.SEGERA else "",
        "rahasia": OTHER if secret else "",
    }


def _initials(around: Around) -> list[Context]:
    count = max(len(around.coordinating), len(around.hierarchy))
    return [
        {"koordinasi": _at(around.coordinating, number), "hierarki": _at(around.hierarchy, number)}
        for number in range(count)
    ]


def _disposition(dossier: Dossier, around: Around) -> Context:
    lines = () if around.blank else newest_dispositions(dossier)
    said = [each.disposition for each in lines]
    to = {_recipient(each): LEAD if each.disposition.lead else OTHER for each in lines}
    positions = [*to, *(each for each in around.positions if each not in to)]
    asked = tuple(dict.fromkeys(text for each in said for text in each.instructions))
    instructions = [*dict.fromkeys((*around.profile.instructions, *asked))]
    # Recipients that are named always stand; an office's whole list only as far as there are lines.
    count = max(ROWS, len(to), len(instructions))
    due = min((each.due_on for each in said if each.due_on), default=None)
    day = max((each.sent_at for each in said), default=None)
    return {
        "disposisi": [
            {
                "tanda": to.get(_at(positions, number), ""),
                "kepada": _at(positions, number),
                "tanda_petunjuk": OTHER if _at(instructions, number) in asked else "",
                "petunjuk": _at(instructions, number),
            }
            for number in range(count)
        ],
        "catatan_disposisi": "\n".join(dict.fromkeys(each.note for each in said if each.note)),
        "batas_disposisi": format_date(due) if due else "",
        "tanggal_disposisi": format_date(day.astimezone(around.zone).date()) if day else "",
        "pendisposisi": signer(around.disposer),
    }


def _recipient(line: DispositionLine) -> str:
    return line.recipient_position or line.recipient


def _receipt(letter: Letter, profile: OfficeProfile, around: Around) -> Context:
    """An incoming letter is received by the office, an outgoing one by its addressee."""
    if letter.direction is Direction.INCOMING:
        taken = letter.received_on or around.today
        return {
            "nomor": str(letter.ref),
            "dari": letter.correspondent,
            "untuk": profile.name or SHORT_BLANK,
            "tanggal": format_date(taken),
            "penyerah": BLANK,
            "penerima": BLANK,
        }
    return {
        "nomor": str(letter.ref),
        "dari": profile.name or SHORT_BLANK,
        "untuk": letter.correspondent,
        "tanggal": format_date(letter.delivered_on) if letter.delivered_on else BLANK,
        "penyerah": BLANK,
        "penerima": letter.received_by or BLANK,
    }


def _at(texts: Sequence[str], place: int) -> str:
    return texts[place] if place < len(texts) else ""
