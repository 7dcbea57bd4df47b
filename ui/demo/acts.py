"""What happens to the letters that wait today, as words to write their stories with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from correspondence.numbering import LetterRef
from correspondence.services import disposing, looking_up, signing
from correspondence.services.deeds import StepOrder
from correspondence.services.promising import promise
from correspondence.signatures import Asked, InitialKind, SignatureTask, requested
from correspondence.workflow import Step
from ui.demo.people import HEAD
from ui.demo.scans import report_of
from ui.demo.stage import Story

Act = Callable[[Story, LetterRef], None]


def submit(story: Story, ref: LetterRef) -> None:
    story.step(ref, Step.SUBMIT, to=(HEAD,))


def give(*to: str, asks: Sequence[str] = ("Proses lebih lanjut",), note: str = "") -> Act:
    """The head disposes, the first one leads."""

    def act(story: Story, ref: LetterRef) -> None:
        story.step(ref, Step.DISPOSE, by=HEAD, to=to, lead=to[0], instructions=tuple(asks), note=note)

    return act


def does(who: str, *steps: Step, note: str = "", to: Sequence[str] = (), asks: Sequence[str] = ()) -> Act:
    """An officer takes steps on what he or she has of the letter; a report comes with the paper it tells of."""

    def act(story: Story, ref: LetterRef) -> None:
        lines = looking_up.dossier(story.office, ref=ref).dispositions
        own = next(each.disposition for each in lines if each.recipient == who and each.disposition.live)
        for step in steps:
            order = StepOrder()
            if step is Step.FORWARD:
                order = StepOrder(to=tuple(to), instructions=tuple(asks))
            elif step is Step.RETURN:
                order = StepOrder(note=note)
            elif step is Step.DONE:
                order = StepOrder(note=note, attachments=(report_of(ref, note),))
            disposing.dispose_step(story.desk(), disposition_id=own.id, step=step, order=order)

    return act


def chain(sign: str, *initials: str | tuple[str, ...]) -> Act:
    """Initials in order, those in brackets side by side; then it is sent up."""

    def act(story: Story, ref: LetterRef) -> None:
        groups: list[str | Sequence[str | Asked]] = [
            each
            if isinstance(each, str)
            else [each[0], *(Asked(one, kind=InitialKind.COORDINATION) for one in each[1:])]
            for each in initials
        ]
        signing.set_chain(story.desk(), ref=ref, initials=groups, sign=sign)
        story.step(ref, Step.SEND_FOR_REVIEW)

    return act


def initialled(*who: str) -> Act:
    def act(story: Story, ref: LetterRef) -> None:
        for name in who:
            story.step(ref, Step.INITIAL, by=name)

    return act


def promised(hours: float) -> Act:
    """Whoever is asked now says when: so many working hours from this step on."""

    def act(story: Story, ref: LetterRef) -> None:
        lines = looking_up.dossier(story.office, ref=ref).signatures
        for line in requested(each.step for each in lines):
            at = story.later(story.clock.at, round(hours * 60))
            promise(story.desk(), signature_id=line.id, promised_for=_on_the_hour(at))

    return act


def _on_the_hour(at: datetime) -> datetime:
    """Nobody promises for 14.07."""
    return at.replace(minute=30 if at.minute >= 30 else 0, second=0, microsecond=0)


def back(who: str, note: str) -> Act:
    return lambda story, ref: story.step(ref, Step.SEND_BACK, by=who, note=note)


def stands_in(name: str, by: str, note: str) -> Act:
    """The signature goes to whoever stands in these days."""

    def act(story: Story, ref: LetterRef) -> None:
        lines = looking_up.dossier(story.office, ref=ref).signatures
        line = next(
            each.step for each in lines if each.officer == name and each.step.task is SignatureTask.SIGN
        )
        order = {"by": name, "to": by, "note": note}
        signing.signature_step(story.desk(), signature_id=line.id, step=Step.REASSIGN, **order)

    return act


def takes(*steps: Step, **order: str) -> Act:
    def act(story: Story, ref: LetterRef) -> None:
        for step in steps:
            story.step(ref, step, **order)

    return act
