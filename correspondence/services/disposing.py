"""What the recipient of a disposition does with it, and what the sender may take back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from correspondence.changes import Changes
from correspondence.dispositions import Disposition, circumstances_of
from correspondence.errors import Refused
from correspondence.forms import clean
from correspondence.letters import Letter
from correspondence.office import Moment, Office, moment
from correspondence.people import find_officer
from correspondence.ports import UnitOfWork
from correspondence.services.chains import name_of
from correspondence.services.closing import close_below
from correspondence.services.deeds import StepOrder, check_needs, check_version, touched, write_down
from correspondence.services.handing_out import Sending, due_day, hand_out, names, recipients
from correspondence.services.hanging import checked, hang
from correspondence.services.holding import held
from correspondence.services.tracing import keep_trace, picture
from correspondence.workflow import DISPOSITION, DispositionState, IncomingState, Step, advance


@dataclass(frozen=True, slots=True)
class _Act:
    """A step on one disposition on its way; `line` is in its new state already."""

    unit: UnitOfWork
    now: Moment
    letter: Letter
    line: Disposition
    order: StepOrder


def dispose_step(office: Office, *, disposition_id: int, step: Step, order: StepOrder) -> Changes:
    """read, start, done (with a report as note), forward, return, recall of one disposition.

    Its recipient takes them, its sender recalls (anybody does when nobody was named as sender). Refuses as
    `workflow.advance`, as `deeds.check_needs`, `not_your_disposition`, `circular_forward`, `letter_not_disposed`, as
    `handing_out.hand_out`, `due_days.check_due` and `hanging.checked`; NotFound, ChangedElsewhere. Files hang on the letter as
    this disposition's. What is still open beside the leads below ends with what is done.
    """
    files = [checked(each) for each in order.attachments]
    with office.open_unit() as unit:
        now = moment(office, unit)
        before = unit.dispositions.by_id(disposition_id)
        letter = unit.letters.by_id(before.letter_id)
        check_version(unit, letter, order, f"disposition_{step}")
        seen = picture(unit, letter)
        family = unit.dispositions.of_letter(letter.id)
        move = advance(DISPOSITION, before.state, step, circumstances_of(family, before.id), office.role)
        check_needs(move, order)
        _check_whose(unit, before, step, order)
        moved = replace(before, state=DispositionState(str(move.target)))
        effect = _EFFECTS.get(step, _nothing_else)
        line, to = effect(_Act(unit, now, letter, moved, order))
        unit.dispositions.save(line)
        hung = hang(unit, letter.id, files, now, line.id)
        said = {
            "officer": ("", _doer(unit, before, step)),
            "to": ("", to),
            "disposition": ("", str(line.id)),
            "attachments": ("", "; ".join(hung)),
        }
        write_down(
            office, unit, now, letter_id=letter.id, step=f"disposition_{step}", note=order.note, changes=said
        )
        if line.state is DispositionState.DONE:
            close_below(office, unit, now, letter.id, line.id)
            _finish_parents(office, unit, now, line)
        after = held(unit, letter, letter, now.at)
        if after != letter:
            unit.letters.save(after)
        keep_trace(unit, f"disposition_{step}", seen)
        unit.commit()
        return touched(after)


def _read(act: _Act) -> tuple[Disposition, str]:
    return replace(act.line, read_at=act.now.at), ""


def _start(act: _Act) -> tuple[Disposition, str]:
    return replace(act.line, read_at=act.line.read_at or act.now.at), ""


def _done(act: _Act) -> tuple[Disposition, str]:
    return replace(act.line, done_at=act.now.at, report=clean(act.order.note)), ""


def _return(act: _Act) -> tuple[Disposition, str]:
    return replace(act.line, report=clean(act.order.note)), ""


def _forward(act: _Act) -> tuple[Disposition, str]:
    """Hands it on below: who forwards has read it, and stays answerable until the lead below is done."""
    unit, line = act.unit, act.line
    if act.letter.state is not IncomingState.DISPOSED:
        raise Refused("letter_not_disposed", facts={"state": str(act.letter.state)})
    above = _above(unit, line)
    for officer in recipients(unit, act.order, act.now.today):
        if officer.id in above:
            raise Refused("circular_forward", "to", {"officer": officer.name})
    due = due_day(unit, act.order, act.now.today) or line.due_on
    sending = Sending(act.letter.id, line.to_id, act.now.at, line.id)
    sent = hand_out(unit, act.order, sending, due, act.now.today)
    return replace(line, read_at=line.read_at or act.now.at), names(unit, sent)


def _nothing_else(act: _Act) -> tuple[Disposition, str]:
    return act.line, ""


_EFFECTS: Mapping[Step, Callable[[_Act], tuple[Disposition, str]]] = {
    Step.READ: _read,
    Step.START: _start,
    Step.DONE: _done,
    Step.RETURN: _return,
    Step.FORWARD: _forward,
}


def _check_whose(unit: UnitOfWork, line: Disposition, step: Step, order: StepOrder) -> None:
    """Without a name it is taken for the right officer's: the clerk writes down what came back on paper."""
    if not order.by:
        return
    owner = line.from_id if step is Step.RECALL else line.to_id
    officer = find_officer(order.by, unit.people.officers())
    if owner is not None and officer.id != owner:
        facts = {"whose": name_of(unit, owner), "by": officer.name, "step": str(step)}
        raise Refused("not_your_disposition", "by", facts)


def _doer(unit: UnitOfWork, line: Disposition, step: Step) -> str:
    return name_of(unit, line.from_id if step is Step.RECALL else line.to_id)


def _above(unit: UnitOfWork, line: Disposition) -> frozenset[int]:
    """Everybody this disposition has come through, its first sender included, its own recipient not."""
    seen: set[int] = set()
    here: Disposition | None = line
    while here is not None:
        seen |= {here.to_id} | ({here.from_id} if here.from_id is not None else set())
        here = unit.dispositions.by_id(here.parent_id) if here.parent_id is not None else None
    return frozenset(seen - {line.to_id})


def _finish_parents(office: Office, unit: UnitOfWork, now: Moment, line: Disposition) -> None:
    """Up the tree: who forwarded is done when every lead below is. The letter itself is completed by a person."""
    while line.parent_id is not None:
        parent = unit.dispositions.by_id(line.parent_id)
        below = circumstances_of(unit.dispositions.of_letter(line.letter_id), parent.id)
        if parent.state is not DispositionState.IN_PROGRESS or below.open_leads or not below.done_leads:
            return
        finished = advance(DISPOSITION, parent.state, Step.DONE, below)
        parent = replace(
            parent, state=DispositionState(str(finished.target)), done_at=now.at, report=line.report
        )
        unit.dispositions.save(parent)
        said = {"officer": ("", name_of(unit, parent.to_id)), "disposition": ("", str(parent.id))}
        step = "disposition_done_below"
        write_down(office, unit, now, letter_id=line.letter_id, step=step, changes=said)
        close_below(office, unit, now, line.letter_id, parent.id)
        line = parent
