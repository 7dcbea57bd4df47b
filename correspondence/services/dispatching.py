"""After the signature: the number with its date, the way out of the house, the receipt."""

from __future__ import annotations

from dataclasses import replace

from correspondence.forms import clean
from correspondence.letters import Letter
from correspondence.numbering import CounterScope, NumberParts, NumberPattern, counter_key
from correspondence.profile import OfficeProfile
from correspondence.services.deeds import Deed, Outcome
from correspondence.throughput import Fact, FactKind


def give_number(deed: Deed) -> Outcome:
    """Our number by the office's pattern, from the counter its scope names, and the date if the letter has none.

    Year and month of the number are those of the day it is given (the mail unit numbers and dates in one go), so that
    what is printed and the counter it was taken from can never be of two years. A letter that has a number (imported,
    or written in by hand) keeps it and takes none. Refuses `number_part_missing` with the field to fill.
    """
    letter = deed.letter
    deed.unit.facts.add(Fact(letter.id, FactKind.ISSUED, deed.on, deed.now.at))
    dated = letter.letter_date or deed.on
    if letter.letter_number:
        return Outcome(replace(letter, letter_date=dated), {"letter_number": letter.letter_number})
    profile = deed.unit.profiles.read()
    parts = _parts(deed, profile)
    counter = counter_key(
        CounterScope(profile.number_scope),
        book=letter.direction,
        year=deed.on.year,
        kind=str(letter.kind_id or ""),
        classification=letter.classification,
        # By what is printed: two units that print the same code must share a sequence.
        unit=parts.unit,
    )
    taken = replace(parts, number=deed.unit.numbers.take(counter))
    number = NumberPattern.read(profile.number_pattern).write(taken)
    return Outcome(replace(letter, letter_number=number, letter_date=dated), {"letter_number": number})


def dispatch(deed: Deed) -> Outcome:
    """The letter left the house on the day of the step."""
    return Outcome(replace(deed.letter, dispatched_on=deed.on))


def confirm_delivery(deed: Deed) -> Outcome:
    """Somebody received it: who, and when. The proof is hung on the letter as an attachment."""
    received_by = clean(deed.order.received_by)
    letter = replace(deed.letter, received_by=received_by, delivered_on=deed.on)
    return Outcome(letter, {"received_by": received_by})


def _parts(deed: Deed, profile: OfficeProfile) -> NumberParts:
    letter = deed.letter
    return NumberParts(
        number=1,  # the first stands for any until one is taken
        on=deed.on,
        classification=letter.classification,
        unit=_unit_code(deed, letter) or profile.default_unit_code,
        office_code=profile.opd_code,
        secrecy=letter.secrecy.value,
        kind=next((each.name for each in deed.unit.kinds.every() if each.id == letter.kind_id), ""),
    )


def _unit_code(deed: Deed, letter: Letter) -> str:
    return next((each.code for each in deed.unit.people.units() if each.id == letter.unit_id), "")
