"""What the recipient of a disposition does with it, and what the sender may take back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from correspondence.changes import Changes
from correspondence.dispositions import Disposition, circumstances_of
from correspondence.errors import Refused
from correspondence.forms import clean
from correspondence.letters import Letter
from correspondence.office import Moment, Office, moment
from correspondence.ports import UnitOfWork
from correspondence.services.calendar import calendar_of, end_of
from correspondence.services.chains import name_of
from correspondence.services.closing import close_below
from correspondence.services.deeds import StepOrder, check_needs, check_version, touched, write_down
from correspondence.services.handing_out import Sending, due_day, hand_out, names
from correspondence.services.hanging import checked, hang
from correspondence.services.holding import held
from correspondence.services.serving import doer, in_own_name
from correspondence.services.tracing import keep_trace, picture
from correspondence.workflow import DISPOSITION, DispositionState, IncomingState, Step, Transition, advance


@dataclass(frozen=True, slots=True)
class _Act:
    """A step on one disposition on its way; `line` is in its new state already, `on` and `at` are as a Deed's."""

    unit: UnitOfWork
    on: date
    at: datetime
    letter: Letter
    line: Disposition
    order: StepOrder


def dispose_step(office: Office, *, disposition_id: int, step: Step, order: StepOrder) -> Changes:
    """read, start, done (with a report as note), forward, return, recall of one disposition.

    Its recipient takes them, its sender recalls (anybody does when nobody was named as sender). Refuses as
    `workflow.advance`, as `deeds.check_needs`, as `serving.in_own_name` and `serving.doer`, `letter_not_disposed`, as
    `handing_out.hand_out`, `due_days.check_due` and `hanging.checked`, `date_in_future`, `step_before_disposition` (a day before
    it was sent or before its last step); NotFound, ChangedElsewhere. Files hang on the letter as this disposition's. What is
    still open beside the leads below ends with what is done.
    """
    files = [checked(each) for each in order.attachments]
    with office.open_unit() as unit:
        now = moment(office, unit)
        before = unit.dispositions.by_id(disposition_id)
        letter = unit.letters.by_id(before.letter_id)
        check_version(unit, letter, order, f"disposition_{step}", now)
        order = in_own_name(office, unit, order)
        seen = picture(unit, letter)
        family = unit.dispositions.of_letter(letter.id)
        move = _move(office, unit, family, before, step)
        check_needs(move, order)
        on, at = _when(unit, family, before, order, now)
        officer = doer(unit, before, step, by=order.by, on=on, role=office.role)
        moved = replace(before, state=DispositionState(str(move.target)))
        effect = _EFFECTS.get(step, _nothing_else)
        line, to = effect(_Act(unit, on, at, letter, moved, order))
        unit.dispositions.save(line)
        hung = hang(unit, letter.id, files, now, line.id)
        said = {
            "officer": ("", officer),
            "to": ("", to),
            "disposition": ("", str(line.id)),
            "attachments": ("", "; ".join(hung)),
            "on": ("", on.isoformat() if on != now.today else ""),
        }
        write_down(
            office, unit, now, letter_id=letter.id, step=f"disposition_{step}", note=order.note, changes=said
        )
        if line.state is DispositionState.DONE:
            close_below(office, unit, now, letter.id, line.id)
            _finish_parents(office, unit, now, line)
        after = held(unit, letter, letter, at)
        if after != letter:
            unit.letters.save(after)
        keep_trace(unit, f"disposition_{step}", seen, onto=order.continues)
        unit.commit()
        return touched(after)


def _move(
    office: Office, unit: UnitOfWork, family: Sequence[Disposition], line: Disposition, step: Step
) -> Transition:
    """As `workflow.advance`; its refusal says besides who took the disposition's last step, and when: perhaps another desk
    was quicker (`last_step`, `last_by`, `last_at` on the office's clock).
    """
    try:
        return advance(DISPOSITION, line.state, step, circumstances_of(family, line.id), office.role)
    except Refused as refused:
        own = ("", str(line.id))
        journal = unit.journal.of_letter(line.letter_id)
        last = next((each for each in reversed(journal) if each.changes.get("disposition") == own), None)
        if last is None:
            raise
        told = {
            "last_step": last.step,
            "last_by": last.by,
            "last_at": last.at.astimezone(moment(office, unit).zone),
        }
        raise Refused(refused.rule, refused.field, {**refused.facts, **told}) from refused


def _when(
    unit: UnitOfWork, family: Sequence[Disposition], line: Disposition, order: StepOrder, now: Moment
) -> tuple[date, datetime]:
    """The day a step counts on and its instant: the clock's, or the close of the earlier day that was said.

    What is known of the line and of those below it goes forward in time: nothing is read before it was sent, nor done
    before it was read or before those below were done.
    """
    if order.on is None or order.on == now.today:
        return now.today, now.at
    if order.on > now.today:
        raise Refused("date_in_future", "on", {"date": order.on, "today": now.today})
    below = (each.done_at for each in family if each.parent_id == line.id)
    last = max(each for each in (line.sent_at, line.read_at, *below) if each is not None)
    last_day = last.astimezone(now.zone).date()
    if order.on < last_day:
        raise Refused("step_before_disposition", "on", {"date": order.on, "last": last_day})
    return order.on, max(last, end_of(calendar_of(unit), order.on))


def _read(act: _Act) -> tuple[Disposition, str]:
    return replace(act.line, read_at=act.at), ""


def _start(act: _Act) -> tuple[Disposition, str]:
    return replace(act.line, read_at=act.line.read_at or act.at), ""


def _done(act: _Act) -> tuple[Disposition, str]:
    return replace(act.line, done_at=act.at, report=clean(act.order.note)), ""


def _return(act: _Act) -> tuple[Disposition, str]:
    return replace(act.line, report=clean(act.order.note)), ""


def _forward(act: _Act) -> tuple[Disposition, str]:
    """Hands it on below: who forwards has read it, and stays answerable until the lead below is done."""
    unit, line = act.unit, act.line
    if act.letter.state is not IncomingState.DISPOSED:
        raise Refused("letter_not_disposed", facts={"state": str(act.letter.state)})
    due = due_day(unit, act.order, act.on) or line.due_on
    sending = Sending(act.letter.id, line.to_id, act.at, line.id)
    sent = hand_out(unit, act.order, sending, due, act.on)
    return replace(line, read_at=line.read_at or act.at), names(unit, sent)


def _nothing_else(act: _Act) -> tuple[Disposition, str]:
    return act.line, ""


_EFFECTS: Mapping[Step, Callable[[_Act], tuple[Disposition, str]]] = {
    Step.READ: _read,
    Step.START: _start,
    Step.DONE: _done,
    Step.RETURN: _return,
    Step.FORWARD: _forward,
}


def _finish_parents(office: Office, unit: UnitOfWork, now: Moment, line: Disposition) -> None:
    """Up the tree: who forwarded is done when every lead below is. The letter itself is completed by a person."""
    while line.parent_id is not None:
        parent = unit.dispositions.by_id(line.parent_id)
        family = unit.dispositions.of_letter(line.letter_id)
        below = circumstances_of(family, parent.id)
        if parent.state is not DispositionState.IN_PROGRESS or below.open_leads or not below.done_leads:
            return
        finished = advance(DISPOSITION, parent.state, Step.DONE, below)
        # Who was written down last need not have been the last: days may have been said.
        leads = (each.done_at for each in family if each.lead and each.parent_id == parent.id)
        done_at = max((each for each in leads if each is not None), default=now.at)
        parent = replace(
            parent, state=DispositionState(str(finished.target)), done_at=done_at, report=line.report
        )
        unit.dispositions.save(parent)
        said = {"officer": ("", name_of(unit, parent.to_id)), "disposition": ("", str(parent.id))}
        step = "disposition_done_below"
        write_down(office, unit, now, letter_id=line.letter_id, step=step, changes=said)
        close_below(office, unit, now, line.letter_id, parent.id)
        line = parent
