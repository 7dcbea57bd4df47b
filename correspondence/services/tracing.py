"""What one step changed, kept as text so that it can be put back: the values before it, and what it added."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from correspondence.dispositions import Disposition
from correspondence.letters import Letter
from correspondence.ports import UnitOfWork
from correspondence.signatures import SignatureStep
from correspondence.workflow import Direction, DispositionState, SignatureState, state_of

Values = Mapping[str, Any]

# A version rises with every save; what was never changed by a step needs no way back.
_NEVER = frozenset({"id", "version", "letter_id", "instructions", "fields"})
_INSTANTS = frozenset(
    {"held_since", "read_at", "done_at", "requested_at", "acted_at", "promised_for", "due_at"}
)
_DAYS = frozenset({"dispatched_on", "delivered_on", "letter_date", "due_on", "received_on"})


@dataclass(frozen=True, slots=True)
class Picture:
    """A letter, its dispositions and its chain at one moment."""

    letter: Letter
    dispositions: Mapping[int, Disposition]
    signatures: Mapping[int, SignatureStep]


@dataclass(frozen=True, slots=True)
class Trace:
    """What stood there before a step: only what it changed, by id, and the ids it added.

    `earlier` is the trace of the step before, as text, where both are of one handful; "" for none.
    """

    step: str
    letter: Values
    dispositions: Mapping[int, Values]
    signatures: Mapping[int, Values]
    added_dispositions: tuple[int, ...]
    added_signatures: tuple[int, ...]
    earlier: str = ""


def picture(unit: UnitOfWork, letter: Letter) -> Picture:
    """`letter` with what hangs on it in the archive now; each book has only one of the two."""
    incoming = letter.direction is Direction.INCOMING
    family = unit.dispositions.of_letter(letter.id) if incoming else ()
    chain = () if incoming else unit.signatures.of_letter(letter.id)
    return Picture(letter, {each.id: each for each in family}, {each.id: each for each in chain})


def keep_trace(unit: UnitOfWork, step: str, before: Picture, *, onto: bool = False) -> None:
    """Keeps how to take back `step`, of which the newest journal entry is the last line. Called at its very end.

    `onto` keeps the trace before it as well, unless anything was written in between.
    """
    now = picture(unit, unit.letters.by_id(before.letter.id))
    trace = {
        "step": step,
        "letter": _changed(before.letter, now.letter),
        "dispositions": _all_changed(before.dispositions, now.dispositions),
        "signatures": _all_changed(before.signatures, now.signatures),
        "added_dispositions": [key for key in now.dispositions if key not in before.dispositions],
        "added_signatures": [key for key in now.signatures if key not in before.signatures],
        "earlier": _earlier(unit, before.letter.id) if onto else "",
    }
    text = json.dumps(trace, ensure_ascii=False, default=_plain)
    unit.traces.keep(before.letter.id, unit.boards.newest_entry(), text)


def read_trace(text: str, letter: Letter) -> Trace:
    """What `keep_trace` wrote, its values as the fields hold them."""
    stored = json.loads(text)

    def lines(name: str, state: Callable[[str], Any]) -> dict[int, Values]:
        return {int(key): _values(values, state) for key, values in stored[name].items()}

    return Trace(
        step=stored["step"],
        letter=_values(stored["letter"], lambda code: state_of(letter.direction, code)),
        dispositions=lines("dispositions", DispositionState),
        signatures=lines("signatures", SignatureState),
        added_dispositions=tuple(stored["added_dispositions"]),
        added_signatures=tuple(stored["added_signatures"]),
        earlier=stored.get("earlier", ""),  # traces kept by earlier versions have none
    )


def _earlier(unit: UnitOfWork, letter_id: int) -> str:
    """The trace that stands, if all that was written since is of the step that is being taken: one person, one instant."""
    kept = unit.traces.of_letter(letter_id)
    if kept is None:
        return ""
    since = [each for each in unit.journal.of_letter(letter_id) if each.id >= kept[0]]
    own = {(each.by, each.at) for each in since[1:]}
    mine = since and since[0].id == kept[0] and {each.by for each in since} == {since[0].by}
    return kept[1] if mine and len(own) == 1 else ""


def _changed(before: Any, now: Any) -> dict[str, Any]:
    names: Iterable[str] = (each.name for each in fields(before) if each.name not in _NEVER)
    return {name: getattr(before, name) for name in names if getattr(before, name) != getattr(now, name)}


def _all_changed(before: Mapping[int, Any], now: Mapping[int, Any]) -> dict[int, dict[str, Any]]:
    changed = {key: _changed(line, now[key]) for key, line in before.items() if key in now}
    return {key: values for key, values in changed.items() if values}


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in a trace")


def _values(stored: Values, state: Callable[[str], Any]) -> dict[str, Any]:
    values = dict(stored)
    for name, value in stored.items():
        if name == "state":
            values[name] = state(value)
        elif value is not None and name in _INSTANTS:
            values[name] = datetime.fromisoformat(value)
        elif value is not None and name in _DAYS:
            values[name] = date.fromisoformat(value)
    return values
