"""The letters behind each measure of a report, by the name of the measure: a table, read by `letters_behind`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from correspondence import depth, measures
from correspondence.letters import Urgency
from correspondence.measures import Letters
from correspondence.report_rows import Stage
from correspondence.services.report_asked import Asked

Behind = Callable[[Asked, str, str], Sequence[int]]
"""Of a period, the figure's own name and the part it is asked of."""


def _timeliness(asked: Asked, name: str, _part: str) -> Sequence[int]:
    found = measures.due_letters(asked.due, asked.span.now)
    return _with_running(found)[name]


def _urgency(asked: Asked, name: str, part: str) -> Sequence[int]:
    found = depth.urgency_letters(asked.due, asked.span.now)
    return _with_running(found[Urgency(part)])[name]


def _with_running(found: Letters) -> Letters:
    settled = {*found["on_time"], *found["late"]}
    return {**found, "running": [each for each in found["due"] if each not in settled]}


def _quality(asked: Asked, name: str, _part: str) -> Sequence[int]:
    if name == "corrections":
        return asked.corrections
    if name == "voided_numbers":
        # What was restored stands at the end: it lowers the figure.
        return [each for each, _ in sorted(asked.voided, key=lambda pair: -pair[1])]
    return measures.quality_letters(asked.signature_steps, asked.span)[name]


def _stage(asked: Asked, _name: str, part: str) -> Sequence[int]:
    return list(asked.stages[Stage(part)])


def _sender(asked: Asked, name: str, part: str) -> Sequence[int]:
    found = depth.sender_letters(asked.senders)
    if name == "others":
        rest = list(found)[depth.TOP_SENDERS :]
        return [letter_id for sender in rest for letter_id in found[sender]]
    return found.get(part, [])


def _open(asked: Asked, name: str, part: str) -> Sequence[int]:
    if name == "one":
        return [int(part)]
    ids = asked.work.facts.open_at_end_of(asked.last, unit=asked.unit_name)
    lines = asked.work.report_questions.open_lines(ids)
    end = min(asked.span.end, asked.now.at)
    return [each.letter_id for each in depth.open_letters(lines, end, asked.calendar) if each.late]


BEHIND: Mapping[str, Behind] = {
    "timeliness": _timeliness,
    "urgency": _urgency,
    "quality": _quality,
    "stage": _stage,
    "sender": _sender,
    "open": _open,
}

BY_OFFICER: Mapping[str, Callable[[Asked], Mapping[int, Letters]]] = {
    "signatures": lambda asked: measures.signature_letters(asked.signature_steps, asked.span),
    "workload": lambda asked: measures.workload_letters(asked.dispositions, asked.span, asked.last_day),
    "officers": lambda asked: depth.officer_letters(asked.deeds),
}
