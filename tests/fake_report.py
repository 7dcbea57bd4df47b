"""What a month's report asks, answered by the archive in memory (tests/fakes.py) from the things themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from correspondence.dispositions import Disposition
from correspondence.report_ports import DeedKind, DueLetter, Ending, OfficersDeed, OpenLine, Stretch
from correspondence.signatures import SignatureStep, SignatureTask
from correspondence.throughput import FactKind
from correspondence.workflow import Direction, DispositionState, SignatureState
from tests.fake_counts import FakeFacts
from tests.fake_letters import FakeSignatures
from tests.fake_shelves import FakeStore

_ENDINGS = frozenset({FactKind.FINISHED, FactKind.REOPENED})


class FakeReportQuestions(FakeStore):
    def first_day(self) -> date | None:
        return min((each.on for each in self._kept.facts), default=None)

    def due(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[DueLetter]:
        return [
            DueLetter(
                letter.id, letter.urgency, letter.due_at, fact is not None, fact.on_time if fact else None
            )
            for letter, fact in FakeFacts(self._kept).due_between(start, end, unit_id)
            if letter.due_at is not None
        ]

    def workload(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[Disposition]:
        def counts(each: Disposition) -> bool:
            if unit_id is not None and self._kept.letters[each.letter_id].unit_id != unit_id:
                return False
            done_since = (
                each.state is DispositionState.DONE and each.done_at is not None and each.done_at >= start
            )
            return each.sent_at < end and (each.sent_at >= start or each.live or done_since)

        return [each for each in self._kept.dispositions.values() if counts(each)]

    def chains(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[SignatureStep]:
        return FakeSignatures(self._kept).between(start, end, unit_id)

    def endings(self, first: date, last: date, unit_id: int | None = None) -> Sequence[Ending]:
        facts = sorted(self._kept.facts, key=lambda each: (each.on, each.id))
        return [
            Ending(
                each.letter_id,
                self._kept.letters[each.letter_id].direction,
                each.what,
                each.on,
                each.at,
                each.working_minutes,
            )
            for each in facts
            if each.what in _ENDINGS and first <= each.on <= last and self._of(each.letter_id, unit_id)
        ]

    def first_dispositions(
        self, start: datetime, end: datetime, unit_id: int | None = None
    ) -> Sequence[Stretch]:
        given: dict[int, datetime] = {}
        for each in self._kept.dispositions.values():
            if each.parent_id is None and each.state is not DispositionState.RECALLED:
                given[each.letter_id] = min(each.sent_at, given.get(each.letter_id, each.sent_at))
        return self._stretches(given, start, end, unit_id)

    def signatures(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[Stretch]:
        return self._stretches(self._signed(), start, end, unit_id)

    def signed_at(self, first: date, last: date) -> Sequence[tuple[int, datetime]]:
        finished = {
            each.letter_id
            for each in self._kept.facts
            if each.what is FactKind.FINISHED and first <= each.on <= last
        }
        letters = self._kept.letters
        return [
            (key, at)
            for key, at in self._signed().items()
            if key in finished and letters[key].direction is Direction.OUTGOING
        ]

    def deeds(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[OfficersDeed]:
        kinds = {SignatureTask.SIGN: DeedKind.SIGNED, SignatureTask.INITIAL: DeedKind.INITIALLED}
        signed = [
            OfficersDeed(each.officer_id, kinds[each.task], each.letter_id)
            for each in self._kept.signatures.values()
            if each.state is SignatureState.DONE and each.acted_at and start <= each.acted_at < end
        ]
        led = [
            OfficersDeed(each.to_id, DeedKind.LED, each.letter_id)
            for each in self._kept.dispositions.values()
            if each.lead
            and each.state is DispositionState.DONE
            and each.done_at
            and start <= each.done_at < end
        ]
        return [each for each in (*signed, *led) if self._of(each.letter_id, unit_id)]

    def corrections(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[int]:
        return [
            each.letter_id
            for each in self._kept.journal
            if each.step == "corrected"
            and each.letter_id is not None
            and start <= each.at < end
            and self._of(each.letter_id, unit_id)
        ]

    def voided(self, first: date, last: date, unit_id: int | None = None) -> Sequence[tuple[int, int]]:
        issued = {each.letter_id for each in self._kept.facts if each.what is FactKind.ISSUED}
        weight = {FactKind.CANCELLED: 1, FactKind.RESTORED: -1}
        return [
            (each.letter_id, weight[each.what])
            for each in sorted(self._kept.facts, key=lambda each: (each.on, each.id))
            if each.what in weight
            and first <= each.on <= last
            and each.letter_id in issued
            and self._kept.letters[each.letter_id].direction is Direction.OUTGOING
            and self._of(each.letter_id, unit_id)
        ]

    def senders(self, first: date, last: date, unit_id: int | None = None) -> Sequence[tuple[str, int]]:
        return [
            (letter.correspondent, letter.id)
            for each in sorted(self._kept.facts, key=lambda each: (each.on, each.letter_id))
            if each.what is FactKind.REGISTERED
            and first <= each.on <= last
            and (letter := self._kept.letters[each.letter_id]).direction is Direction.INCOMING
            and self._of(each.letter_id, unit_id)
        ]

    def open_lines(self, letter_ids: Sequence[int]) -> Sequence[OpenLine]:
        wanted = [self._kept.letters[each] for each in letter_ids]
        return [
            OpenLine(
                letter.id,
                letter.ref,
                letter.subject,
                letter.correspondent,
                letter.entered_on,
                letter.state,
                letter.due_at,
                self._kept.officers[letter.holder_id].name if letter.holder_id else "",
                letter.secrecy,
            )
            for letter in sorted(wanted, key=lambda each: (each.entered_on, each.id))
        ]

    def _signed(self) -> dict[int, datetime]:
        return {
            each.letter_id: each.acted_at
            for each in self._kept.signatures.values()
            if each.task is SignatureTask.SIGN and each.state is SignatureState.DONE and each.acted_at
        }

    def _stretches(
        self, ends: dict[int, datetime], start: datetime, end: datetime, unit_id: int | None
    ) -> list[Stretch]:
        return [
            Stretch(key, letter.registered_at, ends[key])
            for key in sorted(ends)
            if start <= ends[key] < end
            and not (letter := self._kept.letters[key]).imported
            and self._of(key, unit_id)
        ]

    def _of(self, letter_id: int, unit_id: int | None) -> bool:
        return unit_id in (None, self._kept.letters[letter_id].unit_id)
