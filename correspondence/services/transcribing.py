"""From a form to what the register keeps of it: names become keys, texts are tidied, unknown ones refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from correspondence.classification import looks_like_a_code
from correspondence.errors import Refused
from correspondence.forms import LetterForm, check, clean, clean_lines
from correspondence.letters import SECRET, Correspondent, Letter, LetterKind, Secrecy, Urgency
from correspondence.numbering import LetterRef
from correspondence.own_fields import kept_fields
from correspondence.people import Unit
from correspondence.ports import UnitOfWork
from correspondence.workflow import Direction

WHOLE_TABLE = 500
"""From so many classification codes on, the table is taken for the region's whole one and its word is final."""

_NEAR = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form says of a letter, in the register's own fields."""

    correspondent: str
    subject: str
    letter_number: str
    letter_date: date | None
    received_on: date | None
    correspondent_address: str
    kind_id: int | None
    urgency: Urgency
    secrecy: Secrecy
    classification: str
    unit_id: int | None
    enclosures: str
    external_reference: str
    reply_to_id: int | None
    fields: Mapping[str, str] = field(default_factory=dict)

    def onto(self, letter: Letter) -> Letter:
        """`letter` with these fields instead of its own."""
        return replace(letter, **{each.name: getattr(self, each.name) for each in fields(self)})


def tidied(form: LetterForm) -> LetterForm:
    """The form with every text on one line, without control characters and outer blanks; own fields keep their lines."""
    texts: dict[str, Any] = {
        each.name: clean(getattr(form, each.name))
        for each in fields(form)
        if type(getattr(form, each.name))
        is str  # urgency and secrecy are strings too, and stay what they are
    }
    filled = {clean(name): clean_lines(value) for name, value in form.fields.items()}
    return replace(form, **texts, fields=filled)


def transcribe(
    unit: UnitOfWork,
    form: LetterForm,
    direction: Direction,
    *,
    today: date,
    before: Letter | None = None,
    imported: bool = False,
) -> Entry:
    """The fields of a tidied form. `before` is the letter as it stood: what is not changed is not asked again.

    Refuses the first thing `forms.check` finds, `kind_unknown`, `unit_unknown`, `code_unknown`, `code_unreadable`; NotFound
    for the letter replied to.
    """
    wrong = check(form, direction, today=today, imported=imported)
    if wrong:
        raise wrong[0]
    if before is None or before.classification != form.classification:
        check_code(unit, form.classification)
    return Entry(
        correspondent=form.correspondent,
        subject=form.subject,
        letter_number=form.letter_number,
        letter_date=form.letter_date,
        received_on=form.received_on if direction is Direction.INCOMING else None,
        correspondent_address=form.correspondent_address,
        kind_id=kind_called(unit, form.kind, before.kind_id if before else None),
        urgency=form.urgency,
        secrecy=form.secrecy,
        classification=form.classification,
        unit_id=unit_called(unit, form.unit, before.unit_id if before else None),
        enclosures=form.enclosures,
        external_reference=form.external_reference,
        reply_to_id=_answered(unit, form.reply_to, before.reply_to_id if before else None),
        fields=kept_fields(form.fields, form.own_fields, today=today),
    )


def remember(unit: UnitOfWork, letter: Letter) -> None:
    """Offers the sender or addressee the next time; not that of a secret letter: suggestions are read by everybody."""
    if letter.secrecy not in SECRET:
        known = Correspondent(letter.correspondent, letter.correspondent_address)
        unit.people.remember_correspondent(known)


def _answered(unit: UnitOfWork, ref: LetterRef | None, kept: int | None) -> int | None:
    """The key of the letter answered; one that was written down before is `kept`, whoever may read it."""
    if ref is None:
        return None
    before = unit.searches.lines((kept,)) if kept is not None else ()
    return before[0].id if before and before[0].ref == ref else unit.letters.by_ref(ref).id


def kind_called(unit: UnitOfWork, name: str, kept: int | None = None) -> int | None:
    """The key of the kind; None for "". A kind out of use is known only to the letter that has it (`kept`)."""
    if not name:
        return None
    kinds: list[LetterKind] = [each for each in unit.kinds.every() if each.active or each.id == kept]
    for kind in kinds:
        if kind.name.casefold() == name.casefold():
            return kind.id
    known = tuple(each.name for each in kinds)
    raise Refused("kind_unknown", "kind", {"name": name, "known": known})


def unit_called(unit: UnitOfWork, name: str, kept: int | None = None, *, retired: bool = False) -> int | None:
    """The key of the responsible unit, by name or code; None for "". `retired` ones serve looking back."""
    if not name:
        return None
    every = unit.people.units()
    units: list[Unit] = [each for each in every if each.active or each.id == kept or retired]
    wanted = " ".join(name.split()).casefold()
    named = [each for each in units if each.name.casefold() == wanted]
    for each in named or [each for each in units if each.code.casefold() == wanted]:
        return each.id
    raise Refused("unit_unknown", "unit", {"name": name, "known": tuple(each.name for each in units)})


def check_code(unit: UnitOfWork, code: str) -> None:
    """Refuses `code_unknown`, naming near ones, once the office has its region's whole table.

    Before that (a starter list of some dozen codes) whatever looks like a code is taken: the clerk has the decree on the
    desk and the program has not, and a letter at the counter cannot wait for an import. Otherwise `code_unreadable`.
    """
    if not code or unit.codes.named(code):
        return
    if len(unit.codes.find("", limit=WHOLE_TABLE)) < WHOLE_TABLE:
        if not looks_like_a_code(code):
            raise Refused("code_unreadable", "classification", {"code": code})
        return
    near: tuple[str, ...] = ()
    beginning = code
    while beginning and not near:
        beginning = beginning[:-1].rstrip(".")
        near = tuple(each.code for each in unit.codes.find(beginning, limit=_NEAR)) if beginning else ()
    raise Refused("code_unknown", "classification", {"code": code, "near": near})
