"""A round of dispatch: one label scanned after another, each letter sent on its way by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from correspondence.changes import Changes
from correspondence.errors import OfficeError, Unavailable
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services.deeds import StepOrder
from correspondence.services.stepping import letter_circumstances, take_step
from correspondence.workflow import Step, advance, table_of


@dataclass(frozen=True, slots=True)
class RefusedLetter:
    """What was scanned, and why that letter was not dispatched."""

    typed: str
    why: OfficeError


@dataclass(frozen=True, slots=True)
class RoundOutcome:
    """`dispatched` in the order scanned; `repeated` are labels scanned again, which changes nothing."""

    dispatched: tuple[LetterRef, ...]
    refused: tuple[RefusedLetter, ...]
    repeated: tuple[LetterRef, ...]
    changes: Changes


def scanned(office: Office, *, typed: str) -> Letter:
    """The letter of a label as scanned or typed, if it may be dispatched now. Nothing is written.

    Refused `reference_unreadable`, and as `workflow.advance` for a letter without a number or one that has left already;
    NotFound("letter", …).
    """
    ref = LetterRef.read(typed)
    with office.open_reading() as unit:
        letter = unit.letters.by_ref(ref)
        circumstances = letter_circumstances(unit, letter)
        advance(table_of(letter.direction), letter.state, Step.DISPATCH, circumstances, office.role)
    return letter


def dispatch_round(
    office: Office, *, refs: Sequence[str], on: date | None = None, by: str = ""
) -> RoundOutcome:
    """Takes the step `dispatch` for each reference as scanned or typed (`M-2026-12`, `m/2026/12`).

    Every letter is a transaction of its own: one that is refused holds up none of the others. Only when the archive
    itself cannot be used any more is the rest not tried, and named as refused for that reason.
    """
    changed: list[Changes] = []
    refused: list[RefusedLetter] = []
    repeated: list[LetterRef] = []
    seen: set[LetterRef] = set()
    order = StepOrder(by=by, on=on)
    for place, typed in enumerate(refs):
        try:
            ref = LetterRef.read(typed)
            if ref in seen:
                repeated.append(ref)
                continue
            seen.add(ref)
            changed.append(take_step(office, ref=ref, step=Step.DISPATCH, order=order))
        except Unavailable as error:
            refused += [RefusedLetter(each, error) for each in refs[place:]]
            break
        except OfficeError as error:
            refused.append(RefusedLetter(typed, error))
    dispatched = tuple(each.ref for each in changed)
    letter_ids = tuple(letter_id for each in changed for letter_id in each.letter_ids)
    return RoundOutcome(dispatched, tuple(refused), tuple(repeated), Changes(dispatched, letter_ids))
