"""Several officers and roles push one letter about; Hypothesis looks for an order of steps that breaks a promise."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from correspondence.errors import OfficeError
from correspondence.journal import first_broken
from correspondence.numbering import LetterRef
from correspondence.services.promising import promise
from correspondence.services.signing import set_chain, signature_step
from correspondence.services.undoing import undo_last
from correspondence.signatures import SignatureTask, current_round
from correspondence.throughput import WEIGHT
from correspondence.workflow import (
    INCOMING,
    OUTGOING,
    DispositionState,
    IncomingState,
    OutgoingState,
    Role,
    SignatureState,
    Step,
    is_open,
)
from tests.builders import BUDI, EKO, RAHMA, SITI, Desk, build_desk
from tests.replaying import replay

OFFICERS = (RAHMA, BUDI, SITI, EKO)
officers = st.sampled_from(OFFICERS)
roles = st.sampled_from(
    [(Role.CLERK, "ani"), (Role.CLERK, "tono"), (Role.SECRETARY, "rini"), (Role.HEAD, "hadi")]
)
DISPOSITION_STEPS = st.sampled_from(
    [Step.READ, Step.START, Step.START, Step.DONE, Step.DONE, Step.FORWARD, Step.RETURN, Step.RECALL]
)


class Office(RuleBasedStateMachine):
    """What both books have in common."""

    desk: Desk
    ref: LetterRef

    def tried(self, act: Any, *args: Any, **named: Any) -> None:
        """A refused step leaves nothing behind."""
        kept = self.desk.archive.kept
        try:
            act(*args, **named)
        except OfficeError:
            assert self.desk.archive.kept is kept

    @rule(minutes=st.sampled_from([1, 30, 300, 1440]))
    def time_passes(self, minutes: int) -> None:
        self.desk.clock.wait(minutes=minutes)

    @rule(who=roles)
    def take_back(self, who: tuple[Role, str]) -> None:
        self.tried(undo_last, self.desk.acting_as(*who).office, ref=self.ref)

    @invariant()
    def the_letter_lies_in_exactly_one_place(self) -> None:
        letter = self.desk.letter(self.ref)
        assert (letter.held_since is not None) == is_open(letter.state)
        assert letter.holder_id is None or is_open(letter.state)
        asked = [each for each in self.desk.signatures(self.ref) if each.state is SignatureState.REQUESTED]
        under_review = letter.state in {OutgoingState.IN_REVIEW, OutgoingState.AWAITING_SIGNATURE}
        assert bool(asked) == under_review
        assert len({each.order for each in asked}) <= 1
        assert not asked or letter.holder_id in {each.officer_id for each in asked}

    @invariant()
    def nothing_is_open_under_what_is_done(self) -> None:
        family = self.desk.dispositions(self.ref)
        done = {each.id for each in family if each.state is DispositionState.DONE}
        assert not [each for each in family if each.live and each.parent_id in done]
        if self.desk.letter(self.ref).state is not IncomingState.DISPOSED:
            assert not [each for each in family if each.live]

    @invariant()
    def nothing_is_signed_after_a_send_back_without_a_new_chain(self) -> None:
        lines = self.desk.signatures(self.ref)
        for back in (each for each in lines if each.state is SignatureState.RETURNED):
            later = [
                each for each in lines if each.round == back.round and each.state is SignatureState.DONE
                and each.acted_at and back.acted_at and each.acted_at > back.acted_at
            ]  # fmt: skip
            assert not later
        if self.desk.letter(self.ref).state in {OutgoingState.SIGNED, OutgoingState.NUMBERED}:
            newest = [each for each in lines if each.round == lines[-1].round]
            assert SignatureState.RETURNED not in {each.state for each in newest}

    @invariant()
    def nobody_waits_in_a_round_that_is_over(self) -> None:
        lines = self.desk.signatures(self.ref)
        newest = max((each.round for each in lines), default=0)
        over = {each.state for each in lines if each.round < newest}
        assert not over & {SignatureState.WAITING, SignatureState.REQUESTED}
        assert sum(each.task is SignatureTask.SIGN for each in current_round(lines)) == bool(lines)

    @invariant()
    def the_journal_tells_the_same(self) -> None:
        journal = self.desk.journal(self.ref)
        told = replay(journal, str((INCOMING if self.ref.book == "incoming" else OUTGOING)[0].source))
        assert told.state == str(self.desk.letter(self.ref).state)
        assert told.dispositions == [str(each.state) for each in self.desk.dispositions(self.ref)]
        lines = [
            (each.round, each.order, self.desk.name(each.officer_id), str(each.task), str(each.state))
            for each in self.desk.signatures(self.ref)
        ]
        assert sorted(each.told() for each in told.lines) == sorted(lines)
        assert first_broken(self.desk.archive.kept.journal) is None

    @invariant()
    def the_counts_close(self) -> None:
        facts = self.desk.facts(self.ref)
        assert sum(WEIGHT[fact.what] for fact in facts) == is_open(self.desk.letter(self.ref).state)
        days = [fact.on for fact in facts]
        assert days == sorted(days)


class IncomingLetter(Office):
    @initialize()
    def registered(self) -> None:
        self.desk = build_desk()
        self.ref = self.desk.incoming()

    @rule(
        who=roles,
        step=st.sampled_from([each for each in Step if each in {line.step for line in INCOMING}]),
        to=st.lists(officers, max_size=3),
    )
    def step(self, who: tuple[Role, str], step: Step, to: list[str]) -> None:
        self.tried(self.desk.acting_as(*who).step, self.ref, step, note="catatan", to=tuple(to))

    @precondition(lambda self: self.desk.letter(self.ref).state is IncomingState.DISPOSED)
    @rule(which=st.integers(0, 20), step=DISPOSITION_STEPS, to=st.lists(officers, min_size=1, max_size=2))
    def disposition(self, which: int, step: Step, to: list[str]) -> None:
        live = [each for each in self.desk.dispositions(self.ref) if each.live]
        if live:
            line = live[which % len(live)]
            self.tried(self.desk.disposition_step, line.id, step, note="x", to=tuple(to))

    @precondition(
        lambda self: self.desk.letter(self.ref).state in {IncomingState.REGISTERED, IncomingState.SUBMITTED}
    )
    @rule(to=st.lists(officers, min_size=1, max_size=3))
    def dispose(self, to: list[str]) -> None:
        """Most of what can go wrong lies behind it."""
        self.tried(self.desk.step, self.ref, Step.DISPOSE, to=tuple(to))

    @precondition(lambda self: self.desk.letter(self.ref).state is IncomingState.DISPOSED)
    @rule(to=st.permutations(OFFICERS))
    def a_lead_hands_it_on(self, to: list[str]) -> None:
        leads = [each for each in self.desk.dispositions(self.ref) if each.live and each.lead]
        if leads:
            self.tried(self.desk.disposition_step, leads[-1].id, Step.FORWARD, to=tuple(to[:2]))

    @precondition(lambda self: self.desk.letter(self.ref).state is IncomingState.DISPOSED)
    @rule()
    def a_lead_goes_on_and_the_letter_ends(self) -> None:
        """The straight way through, one step at a time; else hardly any walk comes to the end of a tree."""
        leads = [each for each in self.desk.dispositions(self.ref) if each.live and each.lead]
        if not leads:
            self.tried(self.desk.step, self.ref, Step.COMPLETE)
            return
        line = leads[-1]
        step = {"sent": Step.READ, "read": Step.START}.get(str(line.state), Step.DONE)
        self.tried(self.desk.disposition_step, line.id, step)


class OutgoingLetter(Office):
    @initialize()
    def drafted(self) -> None:
        self.desk = build_desk()
        self.ref = self.desk.outgoing()
        set_chain(self.desk.office, ref=self.ref, initials=[EKO, [BUDI, SITI]], sign=RAHMA)

    @rule(
        who=roles,
        step=st.sampled_from([each for each in Step if each in {line.step for line in OUTGOING}]),
        by=st.sampled_from(["", *OFFICERS]),
    )
    def step(self, who: tuple[Role, str], step: Step, by: str) -> None:
        self.tried(self.desk.acting_as(*who).step, self.ref, step, note="x", by=by, received_by="Joko")

    @rule()
    def whoever_is_asked_does_it(self) -> None:
        """Else hardly any walk comes to a signature."""
        asked = [each for each in self.desk.signatures(self.ref) if each.state is SignatureState.REQUESTED]
        if asked:
            self.desk.step(self.ref, Step(str(asked[0].task)), by=self.desk.name(asked[0].officer_id))

    @rule()
    def whoever_is_asked_sends_it_back(self) -> None:
        asked = [each for each in self.desk.signatures(self.ref) if each.state is SignatureState.REQUESTED]
        if asked:
            by = self.desk.name(asked[-1].officer_id)
            self.desk.step(self.ref, Step.SEND_BACK, by=by, note="perbaiki")

    @precondition(
        lambda self: self.desk.letter(self.ref).state in {OutgoingState.DRAFT, OutgoingState.NEEDS_REVISION}
    )
    @rule()
    def it_goes_up(self) -> None:
        self.tried(self.desk.step, self.ref, Step.SEND_FOR_REVIEW)

    @rule(people=st.permutations(OFFICERS), cut=st.integers(0, 3), parallel=st.booleans())
    def chain(self, people: list[str], cut: int, parallel: bool) -> None:
        initials: list[Any] = [people[1 : 1 + cut]] if parallel else people[1 : 1 + cut]
        self.tried(set_chain, self.desk.office, ref=self.ref, initials=initials, sign=people[0])

    @rule(who=roles, which=st.integers(0, 9), step=st.sampled_from([Step.SKIP, Step.REASSIGN]), to=officers)
    def exception(self, who: tuple[Role, str], which: int, step: Step, to: str) -> None:
        lines = self.desk.signatures(self.ref)
        office = self.desk.acting_as(*who).office
        line = lines[which % len(lines)]
        self.tried(signature_step, office, signature_id=line.id, step=step, to=to, note="cuti")

    @rule(which=st.integers(0, 9), hours=st.integers(-1, 30))
    def promised(self, which: int, hours: int) -> None:
        lines = self.desk.signatures(self.ref)
        line, now = lines[which % len(lines)], self.desk.clock.at
        broken = line.promised_for is not None and line.promised_for < now
        if not broken:  # a renewed promise is a new line: tests/…/test_waiting.py
            at = now + timedelta(hours=hours)
            self.tried(promise, self.desk.office, signature_id=line.id, promised_for=at)


WALKS = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestIncomingLetter = IncomingLetter.TestCase
TestIncomingLetter.settings = WALKS
TestOutgoingLetter = OutgoingLetter.TestCase
TestOutgoingLetter.settings = WALKS
