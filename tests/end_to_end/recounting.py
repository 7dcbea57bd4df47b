"""A month counted again by hand, from each letter's own page: its entries, its dispositions, its chain, its facts.

Written apart from the report: no measure, no calendar of the office and no question of the archive is used.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from correspondence.journal import JournalEntry
from correspondence.letters import Letter
from correspondence.ports import UnitOfWork

ZONE = ZoneInfo("Asia/Jakarta")
OPENS, CLOSES = time(7, 30), time(16, 0)
OPEN = frozenset(
    "registered submitted disposed draft in_review awaiting_signature needs_revision signed numbered".split()
)


def minutes_worked(start: datetime, end: datetime) -> int:
    """Monday to Friday, 07.30 to 16.00 in Jakarta, day by day."""
    begin, stop = (each.astimezone(ZONE).replace(second=0, microsecond=0) for each in (start, end))
    found, day = 0.0, begin.date()
    while day <= stop.date():
        if day.weekday() < 5:
            opens = max(begin, datetime.combine(day, OPENS, ZONE))
            closes = min(stop, datetime.combine(day, CLOSES, ZONE))
            found += max(0.0, (closes - opens).total_seconds() / 60)
        day += timedelta(days=1)
    return int(found)


@dataclass
class Page:
    """All that the register holds of one letter."""

    letter: Letter
    kind: str
    unit: str
    journal: Sequence[JournalEntry]
    dispositions: Sequence[Any]
    chain: Sequence[Any]
    entered: date
    moves: list[tuple[date, int, str, datetime]]
    """Day, change of the number of open letters, the state reached, the instant: in the order they happened."""


def pages(work: UnitOfWork, letter_ids: Iterable[int]) -> list[Page]:
    kinds = {each.id: each.name for each in work.kinds.every()}
    units = {each.id: each.name for each in work.people.units()}
    return [
        Page(
            letter := work.letters.by_id(key),
            kinds.get(letter.kind_id or 0, ""),
            units.get(letter.unit_id or 0, ""),
            journal := work.journal.of_letter(key),
            work.dispositions.of_letter(key),
            work.signatures.of_letter(key),
            letter.received_on or letter.registered_at.astimezone(ZONE).date(),
            _moves(letter, journal),
        )
        for key in letter_ids
    ]


def _moves(letter: Letter, journal: Sequence[JournalEntry]) -> list[tuple[date, int, str, datetime]]:
    """From the journal alone: what was opened, closed, struck out, and on which day."""
    found: list[tuple[date, int, str, datetime]] = []
    latest = letter.received_on or letter.registered_at.astimezone(ZONE).date()
    for entry in journal:
        if "state" not in entry.changes:
            continue
        old, new = entry.changes["state"]
        on = entry.at.astimezone(ZONE).date()
        if "on" in entry.changes:
            on = date.fromisoformat(entry.changes["on"][1])
        if entry.step == "undone":
            on = max(on, latest)
        latest = max(latest, on)
        change = (new in OPEN) - (old in OPEN)
        if change or "cancelled" in (old, new):
            found.append((on, change, f"{old}>{new}", entry.at))
    return found


def recount(pages: Sequence[Page], first: date, last: date, now: datetime) -> dict[str, Any]:
    """Every figure of the report of `first` to `last`, by names of its own."""
    start = datetime.combine(first, time(), ZONE)
    end = datetime.combine(last + timedelta(days=1), time(), ZONE)

    def within(at: datetime | None) -> bool:
        return at is not None and start <= at < end

    found: dict[str, Any] = {"open": [], "registered": 0, "finished": 0, "cancelled": 0, "opening": 0}
    found |= {"kinds": defaultdict(Counter), "units": defaultdict(Counter), "hours": defaultdict(list)}
    found |= {"officers": defaultdict(lambda: defaultdict(set)), "due": defaultdict(Counter)}
    found |= {"senders": Counter(), "corrections": 0, "voided": 0, "submitted": 0, "returned": 0}
    for page in pages:
        _balance(found, page, first, last)
        _outputs(found, page, first, last)
        _stages(found, page, (first, last), within)
        _due(found, page, within, now)
        for step in page.chain:
            if step.state == "done" and within(step.acted_at):
                what = "signed" if step.task == "sign" else "initialled"
                found["officers"][step.officer_id][what].add(page.letter.id)
            found["returned"] += step.state == "returned" and within(step.acted_at)
        rounds = defaultdict(list)
        for step in page.chain:
            if step.requested_at is not None:
                rounds[step.round].append(step.requested_at)
        found["submitted"] += sum(within(min(each)) for each in rounds.values())
        for each in page.dispositions:
            if each.lead and each.state == "done" and within(each.done_at):
                found["officers"][each.to_id]["led"].add(page.letter.id)
        found["corrections"] += sum(each.step == "corrected" and within(each.at) for each in page.journal)
    return found


def _balance(found: dict[str, Any], page: Page, first: date, last: date) -> None:
    before = (page.entered < first) + sum(change for on, change, _, _ in page.moves if on < first)
    found["opening"] += before
    now = before + (first <= page.entered <= last)
    for on, change, states, _ in page.moves:
        if not first <= on <= last:
            continue
        now += change
        if "cancelled" in states:
            found["cancelled"] -= change
            numbered = any(each.step == "give_number" for each in page.journal)
            found["voided"] -= change if numbered else 0
        else:
            found["finished"] -= change
    if now:
        found["open"].append(page.letter.id)


def _outputs(found: dict[str, Any], page: Page, first: date, last: date) -> None:
    counted = []
    if first <= page.entered <= last:
        counted += ["registered", str(page.letter.direction)]
        found["registered"] += 1
        if page.letter.direction == "incoming":
            found["senders"][page.letter.correspondent] += 1
    for entry in page.journal:
        if entry.step == "give_number":
            on = entry.changes.get("on", ("", ""))[1]
            day = date.fromisoformat(on) if on else entry.at.astimezone(ZONE).date()
            counted += ["issued"] if first <= day <= last else []
    for what in counted:
        found["kinds"][page.kind][what] += 1
        found["units"][page.unit][what] += 1


def _stages(found: dict[str, Any], page: Page, days: tuple[date, date], within: Any) -> None:
    letter, begun = page.letter, page.letter.registered_at
    given = [
        each.sent_at for each in page.dispositions if each.parent_id is None and each.state != "recalled"
    ]
    if given and within(min(given)):
        found["hours"]["registration_to_disposition"].append(minutes_worked(begun, min(given)))
    signed = [each.acted_at for each in page.chain if each.task == "sign" and each.state == "done"]
    if signed and within(signed[0]):
        found["hours"]["draft_to_signature"].append(minutes_worked(begun, signed[0]))
    ended = _stood_finished(page, *days)
    if ended is None:
        return
    incoming = letter.direction == "incoming"
    name = "registration_to_completion" if incoming else "draft_to_dispatch"
    found["hours"][name].append(minutes_worked(begun, ended))
    if not incoming and signed:
        found["hours"]["signature_to_dispatch"].append(minutes_worked(signed[0], ended))


def _stood_finished(page: Page, first: date, last: date) -> datetime | None:
    """When the letter was finished for good in the period: the last time that was not a step taken back."""
    ended: datetime | None = None
    stands = False
    taken_back = {entry.at for entry in page.journal if entry.step == "undone"}
    for on, change, states, at in page.moves:
        if not first <= on <= last or not change or "cancelled" in states:
            continue
        stands = change < 0
        if stands and at not in taken_back:
            day_over = datetime.combine(on, CLOSES if on.weekday() < 5 else time(23, 59), ZONE)
            ended = at if at.astimezone(ZONE).date() == on else day_over
    return ended if stands else None


def _due(found: dict[str, Any], page: Page, within: Any, now: datetime) -> None:
    letter = page.letter
    if letter.due_at is None or letter.state == "cancelled" or not within(letter.due_at):
        return
    counts = found["due"][str(letter.urgency)]
    counts["due"] += 1
    closing = [(on, at) for on, change, _, at in page.moves if change]
    if letter.state in OPEN:
        counts["late"] += letter.due_at < now
        return
    # Reopened by mistake and put back: in time or not was decided when it was first finished.
    undone = {entry.at for entry in page.journal if entry.step == "undone"}
    ends = [(on, at) for on, change, _, at in page.moves if change < 0 and at not in undone]
    on, at = ends[-1] if ends else closing[-1]
    due_day = letter.due_at.astimezone(ZONE).date()
    written = at.astimezone(ZONE).date()
    in_time = on <= due_day if written != on else at <= letter.due_at.astimezone(UTC)
    counts["on_time" if in_time else "late"] += 1
