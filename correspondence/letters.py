"""What a letter is: one line of the agenda book and what hangs on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from correspondence.numbering import LetterRef
from correspondence.workflow import Direction, IncomingState, OutgoingState

LetterState = IncomingState | OutgoingState

SUBJECT_LIMIT = 1000
NAME_LIMIT = 300
ATTACHMENT_LIMIT = 25 * 1024 * 1024


class Urgency(StrEnum):
    """Sifat: kecepatan."""

    BIASA = "biasa"
    SEGERA = "segera"
    SANGAT_SEGERA = "sangat_segera"


class Secrecy(StrEnum):
    """Sifat: keamanan, its own field: registries that merged the two lose information."""

    BIASA = "biasa"
    TERBATAS = "terbatas"
    RAHASIA = "rahasia"
    SANGAT_RAHASIA = "sangat_rahasia"


SECRET: frozenset[Secrecy] = frozenset({Secrecy.RAHASIA, Secrecy.SANGAT_RAHASIA})
"""What lists that travel tell without subject and correspondent."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A registered letter. `id` is 0 until the archive has given one; `version` rises with every save.

    `entered_on` is the day the letter belongs to when counted: the day it was received (incoming), the day of
    its entry (outgoing), the book's own date (imported). `correspondent` is the sender or the addressee as
    written on the paper; `classification` is the code as it was on the day, so that a new code table changes
    no old letter. `signed_electronically`: an electronically signed file hangs on it in place of wet ink.
    """

    direction: Direction
    book_year: int
    agenda_number: int
    state: LetterState
    entered_on: date
    registered_at: datetime
    correspondent: str
    subject: str
    id: int = 0
    version: int = 1
    letter_number: str = ""
    letter_date: date | None = None
    received_on: date | None = None
    correspondent_address: str = ""
    kind_id: int | None = None
    urgency: Urgency = Urgency.BIASA
    secrecy: Secrecy = Secrecy.BIASA
    classification: str = ""
    unit_id: int | None = None
    enclosures: str = ""
    due_at: datetime | None = None
    external_reference: str = ""
    reply_to_id: int | None = None
    holder_id: int | None = None
    held_since: datetime | None = None
    dispatched_on: date | None = None
    received_by: str = ""
    delivered_on: date | None = None
    imported: bool = False
    signed_electronically: bool = False
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def ref(self) -> LetterRef:
        """`M-2026-12` or `K-2026-7`."""
        return LetterRef(self.direction, self.book_year, self.agenda_number)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that hangs on a letter: found by the hash of its content, named only in the register.

    `disposition_id` is that of the disposition whose report it came with.
    """

    name: str
    sha256: str
    size: int
    added_at: datetime
    id: int = 0
    letter_id: int = 0
    disposition_id: int | None = None


@dataclass(frozen=True, slots=True)
class Correspondent:
    """A sender or addressee met before, offered while typing."""

    name: str
    address: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class LetterKind:
    """Jenis naskah dinas. `template` names the Word template of this kind, if it has one of its own."""

    name: str
    group: str = ""
    template: str = ""
    active: bool = True
    id: int = 0
