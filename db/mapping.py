"""Row ↔ dataclass. Rows come as dictionaries by column name, and no row leaves the room."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields as dataclass_fields
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Any

from correspondence.dispositions import Disposition
from correspondence.journal import JournalEntry
from correspondence.letters import Letter, LetterState, Secrecy, Urgency
from correspondence.numbering import LetterRef
from correspondence.people import Appointment, Capacity
from correspondence.search import LetterLine
from correspondence.signatures import InitialKind, SignatureStep, SignatureTask
from correspondence.throughput import Fact, FactKind
from correspondence.workflow import (
    Direction,
    DispositionState,
    IncomingState,
    OutgoingState,
    SignatureState,
    state_of,
)
from db.tables import day_of, instant_text

Values = dict[str, Any]

LETTER_COLUMNS: tuple[str, ...] = tuple(each.name for each in dataclass_fields(Letter) if each.name != "id")
"""The columns of a letter are called as its fields; id and request key come on top."""

STORED_COLUMNS = (*LETTER_COLUMNS, "entries")
"""With what is only stored to be searched: the values of `fields` as one text."""

_INSTANTS = frozenset({"registered_at", "due_at", "held_since"})
_DAYS = frozenset({"entered_on", "letter_date", "received_on", "dispatched_on", "delivered_on"})
_CODES = frozenset({"direction", "state", "urgency", "secrecy"})

_TEXTS: Mapping[object, str] = {
    code: code.value
    for codes in (Direction, IncomingState, OutgoingState, Urgency, Secrecy)
    for code in codes
}


def plain(entity: Any, **other: object) -> Values:
    """A flat dataclass as column values, without its id; `other` replaces or adds."""
    values = {each.name: getattr(entity, each.name) for each in dataclass_fields(entity) if each.name != "id"}
    return values | other


def row_maker(columns: Sequence[str]) -> Callable[[Letter], list[object]]:
    """What makes the values of these columns, and of `entries`, as the driver takes them: for a hundred thousand letters.

    Of LETTER_COLUMNS some may be left out, but not `fields`.
    """
    listed = attrgetter(*columns)
    instants, days, codes = (
        tuple(place for place, name in enumerate(columns) if name in names)
        for names in (_INSTANTS, _DAYS, _CODES)
    )
    fields = columns.index("fields")

    def row_of(letter: Letter) -> list[object]:
        row = list(listed(letter))
        for place in instants:
            if row[place] is not None:
                row[place] = instant_text(row[place])
        # Plain texts: what is no `str` itself goes through the driver's adapters, which takes as long as storing it.
        for place in days:
            if row[place] is not None:
                row[place] = row[place].isoformat()
        for place in codes:
            row[place] = _TEXTS[row[place]]
        row[fields] = as_json(letter.fields) if letter.fields else "{}"
        row.append(" ".join(letter.fields.values()) if letter.fields else "")
        return row

    return row_of


letter_row = row_maker(LETTER_COLUMNS)
"""The values of STORED_COLUMNS."""


def letter_of(row: Values) -> Letter:
    """A row of `letter`, by the names of its columns."""
    del row["request_key"], row["entries"]
    direction = Direction(row.pop("direction"))
    return Letter(
        **row
        | {
            "direction": direction,
            "state": state_of(direction, row["state"]),
            "urgency": Urgency(row["urgency"]),
            "secrecy": Secrecy(row["secrecy"]),
            "fields": json.loads(row["fields"]),
        }
    )


LINE_COLUMNS = """letter.id, letter.direction, letter.book_year, letter.agenda_number, letter.state,
    letter.letter_number, letter.letter_date, letter.received_on, letter.entered_on, letter.registered_at,
    letter.correspondent, letter.subject, letter_kind.name, unit.name, letter.urgency, letter.secrecy,
    letter.classification, officer.name, letter.held_since, letter.due_at, letter.version, letter.holder_id"""


def line_of(row: tuple[Any, ...], held: Appointment | None) -> LetterLine:
    """A row of LINE_COLUMNS, and the office in which the holder has it."""
    direction = Direction(row[1])
    return LetterLine(
        id=row[0],
        ref=LetterRef(direction, row[2], row[3]),
        state=state_of(direction, row[4]),
        letter_number=row[5],
        letter_date=day_of(row[6]),
        received_on=day_of(row[7]),
        entered_on=day_of(row[8]) or date.min,
        registered_at=instant_of(row[9]) or datetime.min.replace(tzinfo=UTC),
        correspondent=row[10],
        subject=row[11],
        kind=row[12] or "",
        unit=row[13] or "",
        urgency=Urgency(row[14]),
        secrecy=Secrecy(row[15]),
        classification=row[16],
        holder=row[17] or "",
        holder_position=held.position if held else "",
        held_since=instant_of(row[18]),
        due_at=instant_of(row[19]),
        version=row[20],
        holder_capacity=held.capacity if held else Capacity.DEFINITIVE,
    )


def disposition_values(disposition: Disposition) -> Values:
    """Columns of a disposition."""
    return plain(disposition, instructions=as_json(disposition.instructions))


def disposition_of(row: Values) -> Disposition:
    """A row of `disposition`, without what a trigger keeps for the boards."""
    row.pop("waits_below")
    changed = {
        "state": DispositionState(row["state"]),
        "instructions": tuple(json.loads(row["instructions"])),
    }
    return Disposition(**row | changed)


def signature_values(step: SignatureStep) -> Values:
    """Columns of a line of a signature chain."""
    values = plain(step)
    return values | {"chain_round": values.pop("round"), "chain_order": values.pop("order")}


def signature_of(row: Values) -> SignatureStep:
    """A row of `signature_step`."""
    changed = {
        "round": row.pop("chain_round"),
        "order": row.pop("chain_order"),
        "task": SignatureTask(row["task"]),
        "capacity": Capacity(row["capacity"]),
        "state": SignatureState(row["state"]),
        "kind": InitialKind(row["kind"]),
    }
    return SignatureStep(**row | changed)


def journal_row(entry: JournalEntry) -> tuple[object, ...]:
    """id, at, actor, step, letter_id, note, changes, previous, seal."""
    changes = as_json({name: list(pair) for name, pair in entry.changes.items()}) if entry.changes else "{}"
    at = instant_text(entry.at)
    return (
        entry.id,
        at,
        entry.by,
        entry.step,
        entry.letter_id,
        entry.note,
        changes,
        entry.previous,
        entry.seal,
    )


def journal_of(row: Values) -> JournalEntry:
    """A row of `journal`."""
    changes = {name: (old, new) for name, (old, new) in json.loads(row["changes"]).items()}
    return JournalEntry(by=row.pop("actor"), **row | {"changes": changes})


def fact_of(row: Values) -> Fact:
    """A row of `letter_fact`, without what was copied from the letter."""
    return Fact(
        letter_id=row["letter_id"],
        what=FactKind(row["what"]),
        on=row["on_day"],
        at=row["at"],
        working_minutes=row["working_minutes"],
        on_time=row["on_time"],
        id=row["id"],
    )


def appointment_of(row: Values) -> Appointment:
    """A row of `appointment`."""
    return Appointment(**row | {"capacity": Capacity(row["capacity"])})


def as_json(value: object) -> str:
    """Texts as they are, in the order given."""
    if isinstance(value, Mapping):
        return json.dumps(dict(value), ensure_ascii=False) if value else "{}"
    return json.dumps(value, ensure_ascii=False)


def instant_of(text: str | None) -> datetime | None:
    """The stored form of an instant, read back."""
    return None if text is None else datetime.fromisoformat(text)


def states_text(states: frozenset[LetterState]) -> list[str]:
    """The codes of states in a stable order."""
    return sorted(state.value for state in states)
