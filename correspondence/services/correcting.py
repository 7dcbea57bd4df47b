"""Correcting what was entered: nothing is overwritten unseen, neither in the book nor between two desks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from correspondence.changes import Changes
from correspondence.dossier import Dossier
from correspondence.errors import ChangedElsewhere, Refused
from correspondence.forms import LetterForm
from correspondence.journal import JournalEntry
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.office import Moment, Office, moment
from correspondence.ports import UnitOfWork
from correspondence.services.calendar import due_at
from correspondence.services.deeds import first_step_day, touched, write_down
from correspondence.services.transcribing import Entry, remember, tidied, transcribe
from correspondence.throughput import FactKind
from correspondence.workflow import EDITABLE_STATES, Direction, Step

CORRECTED = "corrected"


def correct(office: Office, *, ref: LetterRef, form: LetterForm, read: LetterForm, version: int) -> Changes:
    """The letter with the fields of `form` instead of its own; old and new of each stay in the journal.

    `version` is that of the letter the form was filled from, `read` what it was filled with (`form_of`). A form that says
    what the register says already changes nothing. Where another desk saved meanwhile, only what was typed here is saved,
    unless both typed into one field. Refuses `letter_locked` (under review, returned or cancelled), what `forms.check` finds, unknown names,
    `number_given`, `received_after_step`; ChangedElsewhere with what was read, what stands there now and what was typed, of
    each field the other desk changed.
    """
    with office.open_unit() as unit:
        now = moment(office, unit)
        before = unit.letters.by_ref(ref)
        if before.state not in EDITABLE_STATES:
            raise Refused("letter_locked", facts={"ref": str(ref), "state": str(before.state)})
        journal = unit.journal.of_letter(before.id)
        form = _as_asked(tidied(form), before.direction)
        there = _form(unit, before)
        if form == there:
            return touched(before)
        if version != before.version:
            form = _merged(ref, journal, _Desks(_as_asked(tidied(read), before.direction), there, form))
            if form == there:
                return touched(before)
        entry = transcribe(
            unit, form, before.direction, today=now.today, before=before, imported=before.imported
        )
        after = _after(unit, before, entry, journal, now)
        if after == before:
            return touched(before)  # the same kind or unit in other letters, say
        unit.letters.save(after)
        if after.correspondent != before.correspondent:
            remember(unit, after)
        changes = _differences(there, _form(unit, after))
        if after.due_at != before.due_at:
            changes["due_at"] = (_text(before.due_at), _text(after.due_at))
        write_down(office, unit, now, letter_id=before.id, step=CORRECTED, changes=changes)
        unit.commit()
        return touched(after)


def form_of(dossier: Dossier) -> LetterForm:
    """What an edit form starts from."""
    return _filled(dossier.letter, dossier.kind, dossier.unit, dossier.reply_to)


def _after(
    unit: UnitOfWork, before: Letter, entry: Entry, journal: Sequence[JournalEntry], now: Moment
) -> Letter:
    """The corrected letter, with the day it is counted on and its deadline moved where they follow from it."""
    numbered = any(each.step == Step.GIVE_NUMBER for each in journal)
    if before.direction is Direction.OUTGOING and numbered and entry.letter_number != before.letter_number:
        raise Refused("number_given", "letter_number", {"letter_number": before.letter_number})
    after = entry.onto(before)
    if after.received_on is None:
        return after
    if after.received_on != before.received_on:
        later = [each.on for each in unit.facts.of_letter(before.id) if each.what is not FactKind.REGISTERED]
        first = first_step_day(journal, later, now)
        if first is not None and after.received_on > first:
            raise Refused("received_after_step", "received_on", {"date": after.received_on, "first": first})
        after = replace(after, entered_on=after.received_on)
        unit.facts.move_registered(before.id, after.entered_on)
    if before.imported and before.due_at is None:
        return after  # an old book's letters are not overdue today because a typing error was mended
    if (after.entered_on, after.urgency) != (before.entered_on, before.urgency):
        due = due_at(unit, after.urgency, after.entered_on, before.registered_at)
        after = replace(after, due_at=due)
    return after


def _form(unit: UnitOfWork, letter: Letter) -> LetterForm:
    kinds = {each.id: each.name for each in unit.kinds.every()} if letter.kind_id else {}
    units = {each.id: each.name for each in unit.people.units()} if letter.unit_id else {}
    answered = unit.searches.lines((letter.reply_to_id,)) if letter.reply_to_id else ()
    reply_to = answered[0].ref if answered else None
    return _filled(letter, kinds.get(letter.kind_id or 0, ""), units.get(letter.unit_id or 0, ""), reply_to)


def _filled(letter: Letter, kind: str, unit: str, reply_to: LetterRef | None) -> LetterForm:
    same: dict[str, Any] = {
        each.name: getattr(letter, each.name) for each in fields(LetterForm) if hasattr(letter, each.name)
    }
    return LetterForm(**{**same, "kind": kind, "unit": unit, "reply_to": reply_to})


def _as_asked(form: LetterForm, direction: Direction) -> LetterForm:
    """An outgoing letter has no received date, whatever a form says."""
    return form if direction is Direction.INCOMING else replace(form, received_on=None)


def _differences(old: LetterForm, new: LetterForm) -> dict[str, tuple[str, str]]:
    """Each field that differs with its old and new value as text; the entries of a kind's own form one by one."""
    pairs = {
        each.name: (_text(getattr(old, each.name)), _text(getattr(new, each.name)))
        for each in fields(LetterForm)
        if each.compare and each.name != "fields" and getattr(old, each.name) != getattr(new, each.name)
    }
    for name in dict.fromkeys((*old.fields, *new.fields)):
        pair = (old.fields.get(name, ""), new.fields.get(name, ""))
        if pair[0] != pair[1]:
            pairs[f"fields.{name}"] = pair
    return pairs


@dataclass(frozen=True, slots=True)
class _Desks:
    """A letter as it was read, as it stands there now, and as it was typed here."""

    read: LetterForm
    there: LetterForm
    typed: LetterForm


def _merged(ref: LetterRef, journal: Sequence[JournalEntry], desks: _Desks) -> LetterForm:
    """What stands there with what was typed here."""
    theirs, ours = _differences(desks.read, desks.there), _differences(desks.read, desks.typed)
    left = _differences(desks.there, desks.typed)
    told = {name: (*theirs[name], left[name][1]) for name in left if name in theirs}
    if any(name in ours for name in told):
        by = next((each.by for each in reversed(journal) if each.step == CORRECTED), "")
        raise ChangedElsewhere(str(ref), by or (journal[-1].by if journal else ""), told)
    kept = {name: value for name, value in desks.there.fields.items() if f"fields.{name}" not in ours}
    own = {name: value for name, value in desks.typed.fields.items() if f"fields.{name}" in ours}
    said: dict[str, Any] = {name: getattr(desks.typed, name) for name in ours if "." not in name}
    return replace(desks.there, **said, fields={**kept, **own}, own_fields=desks.typed.own_fields)


def _text(value: date | datetime | LetterRef | str | None) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
