"""The rows that a month's measures are made of, plainly read.

An object of the mapper for each of sixty thousand rows, of which nobody reads the texts, took two thirds of a report.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from correspondence.dispositions import Disposition
from correspondence.letters import Urgency
from correspondence.report_ports import DueLetter
from correspondence.signatures import SignatureStep, SignatureTask
from correspondence.workflow import DispositionState, SignatureState
from db.mapping import instant_of
from db.session import Session
from db.tables import day_of, instant_text

_TASKS = {each.value: each for each in SignatureTask}
_STEP_STATES = {each.value: each for each in SignatureState}
_DISPOSITION_STATES = {each.value: each for each in DispositionState}
_URGENCIES = {each.value: each for each in Urgency}


def due(session: Session, start: datetime, end: datetime, unit_id: int | None) -> Sequence[DueLetter]:
    """As `ReportQuestions.due`."""
    span = [instant_text(start), instant_text(end)]
    unit, more = _unit("unit_id", unit_id)
    moves = session.rows(
        """SELECT letter_id, what, on_time FROM letter_fact
        WHERE what IN ('finished', 'reopened')
            AND letter_id IN (SELECT id FROM letter WHERE due_at >= ? AND due_at < ?) ORDER BY on_day, id""",
        span,
    )
    latest = {letter_id: (what == "finished", on_time) for letter_id, what, on_time in moves}
    found = session.rows(
        f"""SELECT id, urgency, due_at FROM letter
        WHERE due_at >= ? AND due_at < ? AND state <> 'cancelled' {unit} ORDER BY due_at, id""",
        [*span, *more],
    )
    letters = []
    for letter_id, urgency, due_at in found:
        finished, on_time = latest.get(letter_id, (False, None))
        answered = None if on_time is None else bool(on_time)
        at = datetime.fromisoformat(due_at)
        letters.append(DueLetter(letter_id, _URGENCIES[urgency], at, finished, answered))
    return letters


def workload(session: Session, start: datetime, end: datetime, unit_id: int | None) -> Sequence[Disposition]:
    """As `ReportQuestions.workload`."""
    since = instant_text(start)
    unit, more = _letters_of("letter_id", unit_id)
    found = session.rows(
        f"""SELECT id, letter_id, to_id, lead, state, due_on, sent_at, done_at FROM disposition
        WHERE sent_at < ? AND (sent_at >= ? OR state IN ('sent', 'read', 'in_progress')
            OR (state = 'done' AND done_at >= ?)) {unit} ORDER BY sent_at, id""",
        [instant_text(end), since, since, *more],
    )
    return [
        Disposition(
            letter_id=letter_id,
            to_id=officer,
            lead=bool(lead),
            sent_at=datetime.fromisoformat(sent_at),
            state=_DISPOSITION_STATES[state],
            due_on=day_of(due_on),
            done_at=instant_of(done_at),
            id=key,
        )
        for key, letter_id, officer, lead, state, due_on, sent_at, done_at in found
    ]


def chains(session: Session, start: datetime, end: datetime, unit_id: int | None) -> Sequence[SignatureStep]:
    """As `ReportQuestions.chains`."""
    since, until = instant_text(start), instant_text(end)
    unit, more = _letters_of("letter_id", unit_id)
    found = session.rows(
        f"""SELECT id, letter_id, chain_round, chain_order, officer_id, task, state, requested_at, promised_for, acted_at
        FROM signature_step
        WHERE ((requested_at < ? AND (acted_at IS NULL OR acted_at >= ?)) OR (promised_for >= ? AND promised_for < ?)) {unit}
        ORDER BY requested_at NULLS LAST, id""",
        [until, since, since, until, *more],
    )
    return [
        SignatureStep(
            letter_id=letter_id,
            round=number,
            order=order,
            officer_id=officer,
            task=_TASKS[task],
            state=_STEP_STATES[state],
            requested_at=instant_of(requested),
            promised_for=instant_of(promised),
            acted_at=instant_of(acted),
            id=key,
        )
        for key, letter_id, number, order, officer, task, state, requested, promised, acted in found
    ]


def _unit(column: str, unit_id: int | None) -> tuple[str, list[object]]:
    return ("", []) if unit_id is None else (f"AND {column} = ?", [unit_id])


def _letters_of(column: str, unit_id: int | None) -> tuple[str, list[object]]:
    if unit_id is None:
        return "", []
    return f"AND {column} IN (SELECT id FROM letter WHERE unit_id = ?)", [unit_id]
