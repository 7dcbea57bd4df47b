"""What a clerk fills in about a letter, the same for registering, correcting and importing.

And its checks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from correspondence.classification import LONGEST_CODE
from correspondence.errors import Refused
from correspondence.letters import NAME_LIMIT, SUBJECT_LIMIT, Secrecy, Urgency
from correspondence.numbering import LETTER_NUMBER_LIMIT, LetterRef
from correspondence.own_fields import OwnField, wrong_fields
from correspondence.workflow import Direction


@dataclass(frozen=True, slots=True)
class LetterForm:
    """One letter as typed. `kind` and `unit` are names; `received_on` is asked of incoming letters only.

    `fields` are the entries of a kind's own form (`isian`); `own_fields` says what those are, where it is known: they
    are checked, others are kept as typed.
    """

    correspondent: str = ""
    subject: str = ""
    letter_number: str = ""
    letter_date: date | None = None
    received_on: date | None = None
    correspondent_address: str = ""
    kind: str = ""
    urgency: Urgency = Urgency.BIASA
    secrecy: Secrecy = Secrecy.BIASA
    classification: str = ""
    unit: str = ""
    enclosures: str = ""
    external_reference: str = ""
    reply_to: LetterRef | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    own_fields: tuple[OwnField, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class NewAttachment:
    """A file on its way into the register, whole in memory (25 MB at most by default)."""

    name: str
    content: bytes = field(repr=False)


_TURNS_THE_LINE = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""Marks that let the rest of a line run the other way: a name that reads otherwise than it is. Letters of scripts that
run to the left need none of them (U+200E and U+200F, which turn nothing else, stay)."""


def clean(text: str) -> str:
    """`text` on one line, without control characters and outer blanks, in composed Unicode form.

    Everything else is kept as typed: `<`, `&`, `=` are characters of a subject like others.
    """
    if text.isascii() and text.isprintable():  # nearly every field: nothing to do but the blanks
        return text.strip()
    spaced = "".join(" " if each in "\t\r\n\v\f\x85\u2028\u2029" else each for each in text)
    # Cs: half a character, as the terminal hands over bytes that are no UTF-8; no archive could store it.
    kept = (each for each in spaced if each not in _TURNS_THE_LINE)
    bare = "".join(each for each in kept if unicodedata.category(each) not in {"Cc", "Cs"})
    return unicodedata.normalize(
        "NFC", bare
    ).strip()  # last: what stood between a letter and its accent is gone


def clean_lines(text: str) -> str:
    """As `clean`, line by line: the long texts of a kind's own form are paragraphs. No empty lines at the ends."""
    return "\n".join(clean(line) for line in text.splitlines()).strip("\n")


def check(
    form: LetterForm, direction: Direction, *, today: date, imported: bool = False
) -> tuple[Refused, ...]:
    """Every reason why `form` cannot be registered on `today`, each with its field; empty when it can.

    An incoming letter needs a sender, a subject and a received date; an outgoing one an addressee, a subject
    and, unless imported, a kind. Entries of the kind's own form hold what their type asks for. No received date and no letter date lies in the future.
    """
    incoming = direction is Direction.INCOMING
    correspondent = "sender" if incoming else "correspondent"
    wrong: list[Refused] = []

    def demand(holds: bool, rule: str, name: str, **facts: object) -> None:
        if not holds:
            wrong.append(Refused(rule, name, facts))

    demand(bool(form.correspondent), "sender_missing" if incoming else "addressee_missing", correspondent)
    demand(bool(form.subject), "subject_missing", "subject")
    if incoming:
        demand(form.received_on is not None, "received_on_missing", "received_on")
    elif not imported:
        demand(bool(form.kind), "kind_missing", "kind")
    for name, value, limit in (
        (correspondent, form.correspondent, NAME_LIMIT),
        ("subject", form.subject, SUBJECT_LIMIT),
        ("letter_number", form.letter_number, LETTER_NUMBER_LIMIT),
        ("correspondent_address", form.correspondent_address, SUBJECT_LIMIT),
        ("external_reference", form.external_reference, NAME_LIMIT),
        ("enclosures", form.enclosures, NAME_LIMIT),
        ("classification", form.classification, LONGEST_CODE),
    ):
        demand(len(value) <= limit, "text_too_long", name, length=len(value), limit=limit)
    for name, day in (("received_on", form.received_on), ("letter_date", form.letter_date)):
        demand(day is None or day <= today, "date_in_future", name, date=day, today=today)
        demand(day is None or day.year >= 1945, "date_too_old", name, date=day)
    if incoming and form.received_on and form.letter_date:
        fits = form.letter_date <= form.received_on
        demand(
            fits,
            "received_before_written",
            "received_on",
            received=form.received_on,
            written=form.letter_date,
        )
    wrong += wrong_fields(form.fields, form.own_fields, today=today)
    return tuple(wrong)
