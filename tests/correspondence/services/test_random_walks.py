"""Thousands of random ways through both letter machines: what must hold after every step, taken or refused."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from correspondence.errors import OfficeError
from correspondence.journal import first_broken
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.services.looking_up import dossier
from correspondence.services.signing import signature_step
from correspondence.throughput import WEIGHT
from correspondence.workflow import (
    DISPOSITION,
    LIVE_DISPOSITIONS,
    Direction,
    DispositionState,
    IncomingState,
    OutgoingState,
    Role,
    SignatureState,
    Step,
    is_open,
    steps_from,
    table_of,
)
from tests.builders import BUDI, EKO, RAHMA, SITI, Desk, build_desk

OFFICERS = (RAHMA, BUDI, SITI, EKO)
DISPOSITION_STEPS = (Step.READ, Step.START, Step.DONE, Step.FORWARD, Step.RETURN, Step.RECALL)
ON_THE_WAY = (Step.READ, Step.START, Step.DONE)
ENDS = (Step.CANCEL, Step.RETURN_TO_SENDER)
WALKS = settings(max_examples=100, deadline=None)


class Walk:
    """One letter, pushed about by somebody who knows no rule. Choices come from a seeded generator: one number of
    Hypothesis makes a whole walk, which keeps a walk cheap and a failing one repeatable."""

    def __init__(self, desk: Desk, ref: LetterRef, seed: int) -> None:
        self.desk, self.ref, self.dice = desk, ref, random.Random(seed)

    def go(self, steps: int) -> None:
        for _ in range(steps):
            if not steps_from(table_of(self.ref.book), self.desk.letter(self.ref).state):
                return
            self.desk.clock.wait(hours=self.dice.choice((0, 0, 1, 5, 26)))
            kept = self.desk.archive.kept
            try:
                self._act()
            except OfficeError:
                assert self.desk.archive.kept is kept, "a refused step left something behind"
            check(self.desk, self.ref)

    def _act(self) -> None:
        letter = self.desk.letter(self.ref)
        if letter.direction is Direction.INCOMING:
            acts = [self._letter_step] + [self._disposition] * 3
        else:
            acts = [self._letter_step] * 4 + [self._exception, self._chain]
        self.dice.choice(acts)()

    def _letter_step(self) -> None:
        known = dossier(self.desk.office, ref=self.ref).steps
        step = self.dice.choice(known) if known and self.dice.random() < 0.9 else self.dice.choice(list(Step))
        if step in ENDS and self.dice.random() < 0.8:
            return  # else most walks would be over before they are anywhere
        today = self.desk.clock.at.date()
        on = today if self.dice.random() < 0.8 else None
        to = tuple(self.dice.sample(OFFICERS, self.dice.randint(0, 2)))
        note = self.dice.choice(("", "catatan"))
        self.desk.step(self.ref, step, note=note, on=on, to=to, received_by="Joko")

    def _disposition(self) -> None:
        live = [line for line in self.desk.dispositions(self.ref) if line.state in LIVE_DISPOSITIONS]
        if live:
            line = self.dice.choice(live)
            drawn = [each for each in ON_THE_WAY if each in steps_from(DISPOSITION, line.state)]
            step = self.dice.choice(drawn if drawn and self.dice.random() < 0.8 else DISPOSITION_STEPS)
            self.desk.disposition_step(line.id, step, note="x", to=(self.dice.choice(OFFICERS),))

    def _exception(self) -> None:
        lines = self.desk.signatures(self.ref)
        if lines:
            line, step = self.dice.choice(lines), self.dice.choice((Step.SKIP, Step.REASSIGN))
            to = self.dice.choice(OFFICERS)
            signature_step(self.desk.office, signature_id=line.id, step=step, to=to, note="x")

    def _chain(self) -> None:
        people = self.dice.sample(OFFICERS, self.dice.randint(1, 4))
        self.desk.chain(self.ref, *people[1:], sign=people[0])


def check(desk: Desk, ref: LetterRef) -> None:
    """Everything that must hold of one letter at any time."""
    letter = desk.letter(ref)
    assert replayed(desk, ref) == letter.state
    facts = desk.facts(ref)
    assert sum(WEIGHT[fact.what] for fact in facts) == is_open(letter.state)
    days = [fact.on for fact in facts]
    assert days == sorted(days), "facts went back in time"
    running = 0
    for fact in facts:
        running += WEIGHT[fact.what]
        assert running in {0, 1}
    assert (letter.held_since is not None) == is_open(letter.state)
    assert letter.holder_id is None or is_open(letter.state)
    assert first_broken(desk.archive.kept.journal) is None
    check_holder(desk, letter, ref)


def check_holder(desk: Desk, letter: Letter, ref: LetterRef) -> None:
    asked = [each for each in desk.signatures(ref) if each.state is SignatureState.REQUESTED]
    under_review = letter.state in {OutgoingState.IN_REVIEW, OutgoingState.AWAITING_SIGNATURE}
    assert len(asked) == under_review, "exactly one is asked while a letter is under review, else nobody"
    if asked:
        assert (letter.holder_id, letter.held_since) == (asked[0].officer_id, asked[0].requested_at)
    if letter.state is IncomingState.DISPOSED:
        leads = [each for each in desk.dispositions(ref) if each.lead]
        live = {each.to_id for each in leads if each.live}
        top = [each for each in leads if each.parent_id is None]
        if any(each.live for each in top):
            assert letter.holder_id in live
        elif any(each.state is DispositionState.DONE for each in top):
            assert letter.holder_id is None
        else:
            assert letter.holder_id in {each.from_id for each in top}, "with who gave what came back"
    for line in desk.dispositions(ref):
        below = [each for each in desk.dispositions(ref) if each.parent_id == line.id and each.lead]
        if line.state is DispositionState.DONE:
            assert not any(each.live for each in below), "done before a lead below"


def replayed(desk: Desk, ref: LetterRef) -> IncomingState | OutgoingState:
    """The state as the journal alone tells it; every move must be a line of the table."""
    table = table_of(ref.book)
    state: str = str(table[0].source)
    for entry in desk.journal(ref):
        moved = entry.changes.get("state")
        step = Step.INITIAL if entry.step == "signature_skip" else entry.step
        if moved is not None:
            assert moved[0] == state
            assert any((line.source, line.step, line.target) == (state, step, moved[1]) for line in table)
            state = moved[1]
    return IncomingState(state) if table[0].source in IncomingState else OutgoingState(state)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CLERK])
@WALKS
@given(seed=st.integers(0, 2**32))
def test_an_incoming_letter_on_any_way(role: Role, seed: int) -> None:
    desk = build_desk(role=role)
    Walk(desk, desk.incoming(), seed).go(40)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CLERK])
@WALKS
@given(seed=st.integers(0, 2**32))
def test_an_outgoing_letter_on_any_way(role: Role, seed: int) -> None:
    desk = build_desk(role=role)
    ref = desk.outgoing()
    desk.chain(ref, BUDI, sign=RAHMA)
    Walk(desk, ref, seed).go(40)


def test_the_walks_reach_every_state() -> None:
    """A walk that never gets anywhere proves nothing."""
    reached: set[str] = set()
    for seed in range(60):
        desk = build_desk()
        refs = desk.incoming(), desk.outgoing()
        desk.chain(refs[1], BUDI, sign=RAHMA)
        for ref in refs:
            walk = Walk(desk, ref, seed)
            for _ in range(60):
                walk.go(1)
                reached.add(f"{ref.book} {desk.letter(ref).state}")
    assert reached == {
        *(f"incoming {state}" for state in IncomingState),
        *(f"outgoing {state}" for state in OutgoingState),
    }
