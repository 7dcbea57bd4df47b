"""The archive in memory and the real one, side by side: the same verbs must give the same answers on both.

What the office's rules were proven with (tests/fakes.py) is only worth something while it behaves as the archive does.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from correspondence.accounts import NOBODY
from correspondence.boards import Side
from correspondence.dates import Month
from correspondence.dossier import Dossier
from correspondence.errors import NotFound, OfficeError, Refused
from correspondence.forms import NewAttachment
from correspondence.letters import Secrecy
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.search import LetterFilter
from correspondence.services import accounts, boards, looking_up, other_hours, proposing, reporting
from correspondence.services.correcting import correct, form_of
from correspondence.services.disposing import dispose_step
from correspondence.services.notices import notices
from correspondence.services.promising import promise
from correspondence.services.registering import register_incoming, register_outgoing
from correspondence.services.signing import set_chain, signature_step
from correspondence.services.stepping import StepOrder, take_step
from correspondence.services.undoing import undo_last, undoable_step
from correspondence.signatures import Asked, InitialKind
from correspondence.workflow import Role, Step
from db.connection import Archive
from tests.builders import (
    BUDI,
    EKO,
    RAHMA,
    SITI,
    WEDNESDAY,
    StandingClock,
    furnish,
    incoming_form,
    outgoing_form,
)
from tests.fakes import FakeArchive

_COORDINATION = InitialKind.COORDINATION
Verb = Callable[[Office], Any]

READINGS: tuple[Verb, ...] = (
    looking_up.pending_signatures,
    looking_up.pending_dispositions,
    looking_up.desk_counts,
    boards.signature_board,
    boards.signature_lines,
    boards.disposition_board,
    boards.disposition_lines,
    partial(boards.disposition_board, side=Side.GAVE),
    partial(boards.disposition_lines, side=Side.GAVE, limit=7),
    notices,
)
OFFICERS = (RAHMA, BUDI, SITI, EKO)
DISPOSITION_STEPS = (Step.READ, Step.START, Step.DONE, Step.FORWARD, Step.RETURN, Step.RECALL)
# An engine gives ids as it likes (after a rollback PostgreSQL leaves a gap), and seals are made over them.
OWN_AFFAIRS = frozenset({"id", "letter_id", "item_id", "parent_id", "previous", "seal"})


@dataclass
class Twins:
    """Two offices with one clock, told the same."""

    offices: tuple[Office, Office]
    clock: StandingClock

    def both(self, verb: Verb) -> Any:
        """Does it in both and holds the answers, or the refusals, to be alike; returns the answer."""
        answers = [self._answer(verb, office) for office in self.offices]
        assert plain(answers[0]) == plain(answers[1])
        return answers[0]

    def _answer(self, verb: Verb, office: Office) -> Any:
        try:
            return verb(office)
        except OfficeError as error:
            name = (
                error.rule
                if isinstance(error, Refused)
                else error.what
                if isinstance(error, NotFound)
                else ""
            )
            return type(error).__name__, name


def plain(value: Any) -> Any:
    """The value without what is an engine's own affair."""
    if is_dataclass(value):
        kept = [each.name for each in fields(value) if each.name not in OWN_AFFAIRS]
        return {name: plain(getattr(value, name)) for name in kept}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items() if name != "disposition"}
    return value


@pytest.fixture
def twins(engine_url: str) -> Iterator[Twins]:
    fake, real, clock = FakeArchive(), Archive.open(engine_url, create=True), StandingClock()
    offices = tuple(Office(each.open_unit, each.open_reading, clock, "petugas") for each in (fake, real))
    for office in offices:
        with office.open_unit() as unit:
            furnish(unit)
            unit.commit()
    yield Twins((offices[0], offices[1]), clock)
    real.close()


@pytest.mark.parametrize("seed", range(3))
def test_the_same_verbs_give_the_same_answers(twins: Twins, seed: int) -> None:
    dice = random.Random(seed)
    refs = [_registered(twins, number) for number in range(6)]
    for turn in range(90):
        twins.clock.wait(hours=dice.choice((0, 0, 1, 5, 26)))
        ref = dice.choice(refs)
        letter = twins.both(partial(looking_up.dossier, ref=ref))
        ways = (
            _step,
            _step,
            _step,
            _disposition,
            _disposition,
            _signature,
            _chain,
            _correction,
            _promise,
            _undo,
        )
        dice.choice(ways)(twins, dice, letter, turn)
        for ask in READINGS:
            twins.both(ask)
    for ref in refs:
        twins.both(partial(looking_up.dossier, ref=ref))
    twins.both(looking_up.directory)
    for asked in (LetterFilter(), LetterFilter(words="hal"), LetterFilter(overdue_at=twins.clock.at)):
        twins.both(partial(looking_up.page, asked=asked))
    for month in (Month(2026, 10), Month(2026, 11)):
        twins.both(partial(reporting.monthly_report, month=month))
    twins.both(partial(reporting.yearly_report, year=2026))


def _registered(twins: Twins, number: int) -> LetterRef:
    scan, key = NewAttachment(f"pindaian {number}.pdf", b"%d" % number), f"kunci {number}"
    verb, form = (register_incoming, incoming_form()) if number % 2 else (register_outgoing, outgoing_form())
    ref: LetterRef = twins.both(
        lambda office: verb(office, form=form, attachments=[scan], request_key=key)
    ).ref
    if not number % 2:
        twins.both(lambda office: set_chain(office, ref=ref, initials=[BUDI], sign=RAHMA))
    return ref


def _step(twins: Twins, dice: random.Random, letter: Dossier, turn: int) -> None:
    known = letter.steps if letter.steps and dice.random() < 0.9 else tuple(Step)
    step = dice.choice(known)
    if step in {Step.CANCEL, Step.RETURN_TO_SENDER} and dice.random() < 0.8:
        return
    order = StepOrder(
        note=dice.choice(("", "catatan")),
        on=dice.choice((None, twins.clock.at.date())),
        to=tuple(dice.sample(OFFICERS, dice.randint(0, 2))),
        by=dice.choice(("", "", *OFFICERS)),
        received_by="Joko",
    )
    twins.both(lambda office: take_step(office, ref=letter.letter.ref, step=step, order=order))


def _disposition(twins: Twins, dice: random.Random, letter: Dossier, turn: int) -> None:
    if letter.dispositions:
        place, step = dice.randrange(len(letter.dispositions)), dice.choice(DISPOSITION_STEPS)
        order = StepOrder(note="catatan", to=(dice.choice(OFFICERS),))

        def verb(office: Office) -> Any:
            line = looking_up.dossier(office, ref=letter.letter.ref).dispositions[place].disposition
            return dispose_step(office, disposition_id=line.id, step=step, order=order)

        twins.both(verb)


def _signature(twins: Twins, dice: random.Random, letter: Dossier, turn: int) -> None:
    if letter.signatures:
        place, step = dice.randrange(len(letter.signatures)), dice.choice((Step.SKIP, Step.REASSIGN))
        to = dice.choice(OFFICERS)

        def verb(office: Office) -> Any:
            line = looking_up.dossier(office, ref=letter.letter.ref).signatures[place].step
            return signature_step(office, signature_id=line.id, step=step, to=to, note="cuti")

        twins.both(verb)


def _chain(twins: Twins, dice: random.Random, letter: Dossier, turn: int) -> None:
    people = dice.sample(OFFICERS, dice.randint(1, 4))
    initials = [people[1:]] if dice.random() < 0.4 else people[1:]
    twins.both(lambda office: set_chain(office, ref=letter.letter.ref, initials=initials, sign=people[0]))


def _promise(twins: Twins, dice: random.Random, letter: Dossier, turn: int) -> None:
    if letter.signatures:
        place, at = (
            dice.randrange(len(letter.signatures)),
            twins.clock.at + timedelta(hours=dice.randint(-1, 9)),
        )

        def verb(office: Office) -> Any:
            line = looking_up.dossier(office, ref=letter.letter.ref).signatures[place].step
            return promise(office, signature_id=line.id, promised_for=at)

        twins.both(verb)


def _undo(twins: Twins, dice: random.Random, letter: Dossier, turn: int) -> None:
    ref = letter.letter.ref
    twins.both(lambda office: undoable_step(office, ref=ref))
    twins.both(lambda office: undo_last(office, ref=ref))


def test_models_and_dated_hours_are_kept_alike(twins: Twins) -> None:
    ref = _registered(twins, 0)
    week = dict.fromkeys(("monday", "wednesday", "thursday"), "08.00-12.00, 12.30-15.00")
    ramadan = {"first": WEDNESDAY, "last": date(2026, 10, 9)}
    for verb in (
        partial(proposing.save_chain_model, name="umum", sign=RAHMA, initials=[EKO, [BUDI, SITI]], unit="UM"),
        partial(proposing.save_chain_model, name="Surat Dinas", sign=BUDI, kind="Surat Dinas"),
        partial(
            proposing.save_chain_model, name="UMUM", sign=EKO, initials=[Asked(SITI, kind=_COORDINATION)]
        ),
        proposing.chain_models,
        partial(proposing.proposed_chain, ref=ref),
        partial(proposing.remove_chain_model, name="surat dinas"),
        partial(proposing.remove_chain_model, name="surat dinas"),
        partial(proposing.proposed_chain, ref=ref),
        partial(other_hours.put_dated_hours, hours={"friday": "08.00-11.00"}, name="keliru", **ramadan),
        partial(other_hours.put_dated_hours, hours=week, name="Ramadan", **ramadan),
        partial(
            other_hours.put_dated_hours,
            hours=week,
            name="Ramadan",
            instead=(WEDNESDAY, date(2026, 10, 9)),
            **ramadan,
        ),
        other_hours.dated_hours,
        partial(boards.reckoning, start=twins.clock.at, end=twins.clock.at + timedelta(days=9)),
        partial(other_hours.remove_dated_hours, **ramadan),
        partial(other_hours.remove_dated_hours, **ramadan),
        partial(boards.reckoning, start=twins.clock.at, end=twins.clock.at + timedelta(days=9)),
    ):
        twins.both(verb)


def test_accounts_are_kept_alike(twins: Twins) -> None:
    add = partial(accounts.add_account, password="kata sandi")
    for verb in (
        accounts.in_use,
        accounts.managed,
        partial(add, name="Wati", role=Role.CLERK, officer="Budi"),
        partial(add, name=" WATI", role=Role.CLERK),
        accounts.in_use,
        accounts.managed,
        partial(add, name="admin", role=Role.ADMINISTRATOR),
        partial(accounts.change_account, name="wati", role=Role.HEAD, officer="", clearance=Secrecy.RAHASIA),
        partial(accounts.change_account, name="wita", role=Role.HEAD),
        partial(accounts.disable_account, name="admin"),
        partial(accounts.disable_account, name="wati"),
        partial(accounts.set_password, name="wati", password="yang lain"),
        lambda office: [
            (each.officer, replace(each.account, password=NOBODY)) for each in accounts.accounts(office)
        ],
    ):
        twins.both(verb)
    for password in ("kata sandi", "yang lain"):
        twins.both(lambda office, tried=password: rule_of_sign_in(office, tried))


def rule_of_sign_in(office: Office, password: str) -> str:
    try:
        return str(accounts.sign_in(office, name="wati", password=password).role)
    except Refused as refused:
        return refused.rule


def _correction(twins: Twins, dice: random.Random, letter: Dossier, turn: int) -> None:
    received_on = dice.choice((WEDNESDAY, twins.clock.at.date(), date(2026, 10, 1)))
    read = form_of(letter)
    form = replace(read, subject=f"Hal {turn}", received_on=received_on, fields={"acara": str(turn)})
    version = letter.letter.version - (dice.random() < 0.1)
    twins.both(lambda office: correct(office, ref=letter.letter.ref, form=form, read=read, version=version))
