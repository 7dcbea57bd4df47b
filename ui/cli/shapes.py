"""The JSON of a letter and of lists of letters: English field names, ISO 8601, null for what is not there.

Scripts rely on these names: add, never rename. Instants carry the offset of the office's own clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from correspondence.dossier import DispositionLine, Dossier, Holder, Pending, SignatureLine
from correspondence.journal import JournalEntry
from correspondence.search import LetterLine
from correspondence.workflow import is_open

Document = dict[str, Any]

MAIL_DESK = "mail desk"


@dataclass(frozen=True, slots=True)
class Shapes:
    """Writes things as JSON on the clock of `zone`."""

    zone: ZoneInfo

    def instant(self, value: datetime | None) -> str | None:
        return None if value is None else value.astimezone(self.zone).isoformat(timespec="seconds")

    def letter(self, dossier: Dossier) -> Document:
        """What `show` answers, and every command that changes a letter."""
        letter = dossier.letter
        return {
            "ref": str(letter.ref),
            "direction": str(letter.direction),
            "book_year": letter.book_year,
            "agenda_number": letter.agenda_number,
            "state": str(letter.state),
            "letter_number": _text(letter.letter_number),
            "letter_date": _day(letter.letter_date),
            "received_on": _day(letter.received_on),
            "entered_on": _day(letter.entered_on),
            "registered_at": self.instant(letter.registered_at),
            "correspondent": letter.correspondent,
            "correspondent_address": _text(letter.correspondent_address),
            "subject": letter.subject,
            "kind": _text(dossier.kind),
            "urgency": str(letter.urgency),
            "secrecy": str(letter.secrecy),
            "classification": _text(letter.classification),
            "unit": _text(dossier.unit),
            "enclosures": _text(letter.enclosures),
            "due_at": self.instant(letter.due_at),
            "overdue": dossier.overdue,
            "holder": self._holder(dossier.holder),
            "external_reference": _text(letter.external_reference),
            "reply_to": None if dossier.reply_to is None else str(dossier.reply_to),
            "cancelled": None
            if dossier.cancelled is None
            else {
                "by": dossier.cancelled.by,
                "at": self.instant(dossier.cancelled.at),
                "why": dossier.cancelled.why,
            },
            "dispatched_on": _day(letter.dispatched_on),
            "delivered_on": _day(letter.delivered_on),
            "received_by": _text(letter.received_by),
            "imported": letter.imported,
            "signed_electronically": letter.signed_electronically,
            "fields": dict(letter.fields),
            "attachments": [
                {"name": each.name, "sha256": each.sha256, "size": each.size} for each in dossier.attachments
            ],
            "dispositions": [self._disposition(each, dossier) for each in dossier.dispositions],
            "signature_steps": [self._signature(each) for each in dossier.signatures],
            "journal": [self._entry(each) for each in dossier.journal],
            "steps": [str(each) for each in dossier.steps],
            "version": letter.version,
        }

    def lines(self, lines: Iterable[LetterLine], more: bool, now: datetime) -> Document:
        """What `list` and `search` answer."""
        return {"letters": [self._line(each, now) for each in lines], "more": more}

    def pending(self, pending: Iterable[Pending]) -> Document:
        """What `pending` answers."""
        return {
            "pending": [
                {
                    "ref": str(each.ref),
                    "id": each.item_id,
                    "subject": each.subject,
                    "officer": each.officer,
                    "position": _text(each.position),
                    "capacity": str(each.capacity),
                    "task": None if each.task is None else str(each.task),
                    "requested_at": self.instant(each.requested_at),
                    "waiting_working_hours": in_hours(each.waiting_minutes),
                    "promised_for": self.instant(each.promised_for),
                    "promise_broken": each.promise_broken,
                    "signature_promised_for": self.instant(each.signature_promised_for),
                    "signature_promise_broken": each.signature_promise_broken,
                    "round": each.round,
                    "unit": _text(each.unit),
                    "kind": _text(each.kind),
                    "correspondent": _text(each.correspondent),
                    **_disposition_waited_for(each),
                }
                for each in pending
            ]
        }

    def _holder(self, holder: Holder | None) -> Document | None:
        if holder is None:
            return None
        return {
            "who": holder.officer or MAIL_DESK,
            "position": _text(holder.position),
            "capacity": str(holder.capacity) if holder.position else None,
            "since": self.instant(holder.since),
            "waiting_working_hours": in_hours(holder.waiting_minutes),
        }

    def _disposition(self, line: DispositionLine, dossier: Dossier) -> Document:
        each = line.disposition
        return {
            "id": each.id,
            "parent": each.parent_id,
            "from": _text(line.sender),
            "to": line.recipient,
            "position": _text(line.recipient_position),
            "lead": each.lead,
            "state": str(each.state),
            "instructions": list(each.instructions),
            "note": _text(each.note),
            "due_on": _day(each.due_on),
            "sent_at": self.instant(each.sent_at),
            "read_at": self.instant(each.read_at),
            "done_at": self.instant(each.done_at),
            "report": _text(each.report),
            "attachments": [file.name for file in dossier.attachments if file.disposition_id == each.id],
        }

    def _signature(self, line: SignatureLine) -> Document:
        each = line.step
        return {
            "id": each.id,
            "round": each.round,
            "order": each.order,
            "officer": line.officer,
            "position": _text(each.position),
            "capacity": str(each.capacity),
            "task": str(each.task),
            "column": str(each.kind),
            "state": str(each.state),
            "requested_at": self.instant(each.requested_at),
            "promised_for": self.instant(each.promised_for),
            "acted_at": self.instant(each.acted_at),
            "note": _text(each.note),
        }

    def _entry(self, entry: JournalEntry) -> Document:
        return {
            "at": self.instant(entry.at),
            "by": entry.by,
            "step": entry.step,
            "note": _text(entry.note),
            "changes": {name: {"old": old, "new": new} for name, (old, new) in sorted(entry.changes.items())},
        }

    def _line(self, line: LetterLine, now: datetime) -> Document:
        return {
            "ref": str(line.ref),
            "direction": str(line.ref.book),
            "book_year": line.ref.year,
            "agenda_number": line.ref.number,
            "state": str(line.state),
            "letter_number": _text(line.letter_number),
            "letter_date": _day(line.letter_date),
            "received_on": _day(line.received_on),
            "entered_on": _day(line.entered_on),
            "registered_at": self.instant(line.registered_at),
            "correspondent": line.correspondent,
            "subject": line.subject,
            "kind": _text(line.kind),
            "unit": _text(line.unit),
            "urgency": str(line.urgency),
            "secrecy": str(line.secrecy),
            "classification": _text(line.classification),
            "holder": {
                "who": line.holder or MAIL_DESK,
                "position": _text(line.holder_position),
                "since": self.instant(line.held_since),
            }
            if line.held_since is not None
            else None,
            "due_at": self.instant(line.due_at),
            "overdue": line.due_at is not None and line.due_at < now and is_open(line.state),
            "version": line.version,
        }


def in_hours(minutes: int) -> float:
    """Working minutes as working hours."""
    return round(minutes / 60, 2)


def _text(value: str) -> str | None:
    return value or None


def _disposition_waited_for(pending: Pending) -> Document:
    """Named as in `show`; nothing for a line of a chain. `sender` is the letter's, as in `register incoming`."""
    one = pending.disposition
    if one is None:
        return {}
    return {
        "parent": one.parent_id,
        "from": _text(pending.giver),
        "to": pending.officer,
        "sender": _text(pending.correspondent),
        "lead": one.lead,
        "state": str(one.state),
        "instructions": list(one.instructions),
        "due_on": _day(one.due_on),
        "overdue": pending.late,
    }


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
