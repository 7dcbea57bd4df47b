"""Days proposed and refused, what ends with what, parallel initials, models, stand-ins, promises, notices."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from correspondence.dates import Month
from correspondence.errors import NotFound, Refused
from correspondence.forms import NewAttachment
from correspondence.instructions import INSTRUCTION_LISTS, joined
from correspondence.letters import Urgency
from correspondence.numbering import LetterRef
from correspondence.people import Capacity
from correspondence.profile import OfficeProfile, changed_profile
from correspondence.services import boards, keeping, looking_up, other_hours, proposing
from correspondence.services.desk_queues import desk_counts
from correspondence.services.due_days import proposed_due
from correspondence.services.notices import notices
from correspondence.services.promising import promise
from correspondence.services.reporting import monthly_report
from correspondence.services.signing import set_chain, signature_step
from correspondence.signatures import Asked, InitialKind
from correspondence.workdays import DayReason
from correspondence.workflow import DispositionState, IncomingState, OutgoingState, SignatureState, Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, WEDNESDAY, Desk, build_desk

PDF = NewAttachment("surat bertanda tangan.pdf", b"%PDF-1.7 /ByteRange")


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def refused(act, *args, **named) -> Refused:  # type: ignore[no-untyped-def]
    with pytest.raises(Refused) as error:
        act(*args, **named)
    return error.value


# ------------------------------------------------------------------------------------------------ dispositions


@pytest.mark.parametrize(
    ("urgency", "day"),
    [
        (Urgency.SANGAT_SEGERA, date(2026, 10, 8)),
        (Urgency.SEGERA, date(2026, 10, 9)),
        (Urgency.BIASA, date(2026, 10, 14)),
    ],
)
def test_the_day_is_proposed_from_the_urgency(desk: Desk, urgency: Urgency, day: date) -> None:
    assert proposed_due(desk.office, ref=desk.incoming(urgency=urgency)) == day


def test_a_proposed_day_is_a_working_day_from_today_on(desk: Desk) -> None:
    friday = desk.incoming(urgency=Urgency.SANGAT_SEGERA, received_on=WEDNESDAY)
    keeping.put_holiday(desk.office, day=date(2026, 10, 8), name="Hari Jadi Kota")
    assert proposed_due(desk.office, ref=friday) == date(2026, 10, 9)
    desk.clock.wait(days=3)  # Saturday
    assert proposed_due(desk.office, ref=friday) == date(2026, 10, 12)


def test_a_day_off_and_a_day_that_is_over_are_refused(desk: Desk) -> None:
    ref = desk.incoming()
    keeping.put_holiday(desk.office, day=date(2026, 10, 9), name="Hari Jadi Kota")
    off = refused(desk.step, ref, Step.DISPOSE, to=(BUDI,), due=date(2026, 10, 9))
    assert (off.rule, off.field) == ("due_on_day_off", "due")
    assert off.facts == {"date": date(2026, 10, 9), "name": "Hari Jadi Kota", "next": date(2026, 10, 12)}
    over = refused(desk.step, ref, Step.DISPOSE, to=(BUDI,), due=date(2026, 10, 6))
    assert (over.rule, over.field) == ("due_in_past", "due")
    desk.step(ref, Step.DISPOSE, to=(BUDI,), due=date(2026, 10, 12))
    line = desk.dispositions(ref)[0]
    below = refused(desk.disposition_step, line.id, Step.FORWARD, to=(EKO,), due=date(2026, 10, 9))
    assert below.rule == "due_on_day_off"
    saturday = date(2026, 10, 10)
    desk.disposition_step(line.id, Step.FORWARD, to=(EKO,), due=saturday)
    assert desk.dispositions(ref)[-1].due_on == saturday


def test_a_report_brings_its_files(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=(BUDI,))
    line = desk.dispositions(ref)[0]
    desk.disposition_step(line.id, Step.READ)
    desk.disposition_step(line.id, Step.START)
    report = NewAttachment("laporan.pdf", b"isi")
    desk.disposition_step(line.id, Step.DONE, note="sudah", attachments=(report,))
    (hung,) = looking_up.dossier(desk.office, ref=ref).attachments
    assert (hung.name, hung.disposition_id) == ("laporan.pdf", line.id)
    assert desk.journal(ref)[-1].changes["attachments"] == ("", "laporan.pdf")


def test_what_is_open_beside_the_leads_ends_with_them(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=(BUDI, SITI))
    lead, beside = desk.dispositions(ref)
    desk.disposition_step(lead.id, Step.FORWARD, to=(EKO, SITI))
    below, below_beside = desk.dispositions(ref)[2:]
    for step in (Step.READ, Step.START, Step.DONE):
        desk.disposition_step(below.id, step)
    states = {each.id: each.state for each in desk.dispositions(ref)}
    assert states[lead.id] is DispositionState.DONE
    assert states[below_beside.id] is DispositionState.DONE  # under a parent that is done
    assert states[beside.id] is DispositionState.SENT
    ready = {each.queue: each.number for each in desk_counts(desk.office)}["ready_to_complete"]
    assert ready == 1
    assert looking_up.dossier(desk.office, ref=ref).steps[0] is Step.COMPLETE
    desk.step(ref, Step.COMPLETE)
    assert not any(each.live for each in desk.dispositions(ref))
    closed = [
        each.changes["disposition"][1] for each in desk.journal(ref) if each.step == "disposition_closed"
    ]
    assert closed == [str(below_beside.id), str(beside.id)]


def test_instruction_lists_are_ready_to_choose() -> None:
    assert [len(each) for each in INSTRUCTION_LISTS.values()] == [3, 8]
    for instructions in INSTRUCTION_LISTS.values():
        chosen = changed_profile(OfficeProfile(), {"instructions": joined(instructions)})
        assert chosen.instructions == instructions


# ------------------------------------------------------------------------------------------------------ chains


def test_initials_of_one_group_go_in_parallel(desk: Desk) -> None:
    ref = desk.outgoing()
    coordinating = Asked(SITI, kind=InitialKind.COORDINATION)
    set_chain(desk.office, ref=ref, initials=[EKO, [BUDI, coordinating]], sign=RAHMA)
    assert [(each.order, each.kind) for each in desk.signatures(ref)] == [
        (1, InitialKind.HIERARCHY),
        (2, InitialKind.HIERARCHY),
        (2, InitialKind.COORDINATION),
        (3, InitialKind.HIERARCHY),
    ]
    desk.step(ref, Step.SEND_FOR_REVIEW)
    desk.step(ref, Step.INITIAL)
    unclear = refused(desk.step, ref, Step.INITIAL)
    assert (unclear.rule, unclear.facts["waiting_for"]) == ("say_who_initials", (BUDI, SITI))
    assert desk.step(ref, Step.INITIAL, by="Siti").state is OutgoingState.IN_REVIEW
    assert desk.name(desk.letter(ref).holder_id) == BUDI
    assert desk.step(ref, Step.INITIAL, by="Budi").state is OutgoingState.AWAITING_SIGNATURE
    assert desk.name(desk.letter(ref).holder_id) == RAHMA


def test_one_of_a_group_sends_back_and_all_are_asked_again(desk: Desk) -> None:
    ref = desk.outgoing()
    desk.chain(ref, [BUDI, SITI])  # type: ignore[arg-type]
    desk.step(ref, Step.SEND_FOR_REVIEW)
    desk.step(ref, Step.INITIAL, by="Budi")
    desk.step(ref, Step.SEND_BACK, by="Siti", note="angka salah")
    (told,) = notices(desk.office)
    assert (told.ref, told.drafter, told.returned_by, told.reason) == (ref, "petugas", SITI, "angka salah")
    assert told.initialled == (BUDI,)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    assert notices(desk.office) == ()
    asked = [each for each in desk.signatures(ref) if each.state is SignatureState.REQUESTED]
    assert [(each.round, desk.name(each.officer_id)) for each in asked] == [(2, BUDI), (2, SITI)]


def test_an_electronically_signed_file_stands_for_wet_ink(desk: Desk) -> None:
    ref = desk.outgoing()
    desk.chain(ref)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    scan = NewAttachment("foto.jpg", b"\xff\xd8")
    assert refused(desk.step, ref, Step.SIGN, attachments=(scan,)).rule == "signed_file_not_pdf"
    assert desk.step(ref, Step.SIGN, attachments=(PDF,)).signed_electronically
    assert [each.name for each in looking_up.dossier(desk.office, ref=ref).attachments] == [PDF.name]
    assert not desk.letter(desk.signed()).signed_electronically


def test_a_chain_is_proposed_from_the_closest_model(desk: Desk) -> None:
    ref = desk.outgoing()
    for name, kind, unit in (("umum", "", ""), ("dinas", "Surat Dinas", ""), ("semua", "Surat Dinas", "UM")):
        proposing.save_chain_model(
            desk.office, name=name, kind=kind, unit=unit, initials=[EKO, [BUDI, SITI]], sign=RAHMA
        )
    proposal = proposing.proposed_chain(desk.office, ref=ref)
    assert proposal.source == "semua"
    assert [[each.officer for each in group] for group in proposal.initials] == [[EKO], [BUDI, SITI]]
    assert proposal.sign is not None
    assert (proposal.sign.officer, proposal.sign.position) == (RAHMA, "Sekretaris Daerah")
    proposing.remove_chain_model(desk.office, name="Semua")
    assert proposing.proposed_chain(desk.office, ref=ref).source == "dinas"
    proposing.save_chain_model(desk.office, name="DINAS", sign=BUDI)
    assert [each.name for each in proposing.chain_models(desk.office)] == ["DINAS", "umum"]
    with pytest.raises(NotFound):
        proposing.remove_chain_model(desk.office, name="antah")


def test_without_a_model_the_positions_propose(desk: Desk) -> None:
    ref = desk.outgoing()
    assert proposing.proposed_chain(desk.office, ref=ref).sign is None
    keeping.set_profile(desk.office, values={"report_signatory": RAHMA})
    proposal = proposing.proposed_chain(desk.office, ref=ref)
    assert [[each.officer for each in group] for group in proposal.initials] == [[BUDI]]
    assert proposal.sign is not None
    assert proposal.sign.officer == RAHMA


def test_the_stand_in_of_the_day_is_proposed_and_kept(desk: Desk) -> None:
    ref = desk.outgoing()
    proposing.save_chain_model(desk.office, name="umum", sign=RAHMA)
    keeping.appoint(
        desk.office, officer=BUDI, position="Sekretaris Daerah", capacity=Capacity.PLH,
        first_day=WEDNESDAY, last_day=WEDNESDAY,
    )  # fmt: skip
    sign = proposing.proposed_chain(desk.office, ref=ref).sign
    assert sign is not None
    assert (sign.officer, sign.capacity, sign.instead_of) == (BUDI, Capacity.PLH, RAHMA)
    set_chain(desk.office, ref=ref, sign=Asked(sign.officer, sign.capacity))
    desk.clock.wait(days=1)
    (line,) = desk.signatures(ref)
    assert (line.position, line.capacity) == ("Sekretaris Daerah", Capacity.PLH)
    after = proposing.proposed_chain(desk.office, ref=ref).sign
    assert after is not None
    assert (after.officer, after.instead_of) == (RAHMA, "")
    over = refused(set_chain, desk.office, ref=ref, sign=Asked(BUDI, Capacity.PLH))
    assert (over.rule, over.field, over.facts["last_day"]) == ("stand_in_over", "sign", WEDNESDAY)
    never = refused(set_chain, desk.office, ref=ref, sign=RAHMA, initials=[Asked(EKO, Capacity.PLT)])
    assert (never.rule, never.field) == ("not_in_that_capacity", "initials")


def test_who_held_only_what_is_over_signs_nothing(desk: Desk) -> None:
    keeping.add_officer(desk.office, name="Joko Susilo")
    keeping.appoint(
        desk.office, officer="Joko", position="Sekretaris Daerah", capacity=Capacity.PLH,
        first_day=date(2026, 10, 1), last_day=date(2026, 10, 6),
    )  # fmt: skip
    keeping.add_officer(desk.office, name="Agus Salim")
    keeping.appoint(
        desk.office, officer="Agus", position="Camat", capacity=Capacity.PLT, first_day=date(2026, 10, 8)
    )
    ref = desk.outgoing()
    assert refused(set_chain, desk.office, ref=ref, sign="Joko").rule == "stand_in_over"
    assert refused(set_chain, desk.office, ref=ref, sign="Agus").rule == "stand_in_not_yet"
    desk.chain(ref)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    line = desk.signatures(ref)[0]
    reassigned = refused(
        signature_step, desk.office, signature_id=line.id, step=Step.REASSIGN, to="Joko", note="cuti"
    )
    assert (reassigned.rule, reassigned.field) == ("stand_in_over", "to")


@pytest.mark.parametrize("sign", ["", "  "])
def test_a_chain_needs_a_signatory(desk: Desk, sign: str) -> None:
    ref = desk.outgoing()
    assert refused(set_chain, desk.office, ref=ref, sign=sign).rule == "signatory_missing"
    assert refused(proposing.save_chain_model, desk.office, name="x", sign=sign).rule == "signatory_missing"


# ---------------------------------------------------------------------------------------------------- promises


def on_its_way(desk: Desk, **more: object) -> LetterRef:
    ref = desk.outgoing()
    desk.chain(ref, BUDI, **more)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    return ref


def test_every_request_can_carry_a_promise(desk: Desk) -> None:
    two = NINE + timedelta(hours=5)
    ref = on_its_way(desk)
    first, _ = desk.signatures(ref)
    promise(desk.office, signature_id=first.id, promised_for=two)
    assert desk.signatures(ref)[0].promised_for == two
    assert desk.journal(ref)[-1].changes["promised_for"] == ("", two.isoformat())
    promise(desk.office, signature_id=first.id, promised_for=two + timedelta(hours=1))
    assert desk.journal(ref)[-1].changes["promised_for"][0] == two.isoformat()
    past = refused(promise, desk.office, signature_id=first.id, promised_for=NINE - timedelta(minutes=1))
    assert (past.rule, past.field) == ("promise_in_past", "promised_for")
    early = NINE - timedelta(hours=1)
    other = desk.outgoing()
    assert (
        refused(
            set_chain, desk.office, ref=other, initials=[Asked(BUDI, promised_for=early)], sign=RAHMA
        ).rule
        == "promise_in_past"
    )
    desk.step(ref, Step.INITIAL)
    assert refused(promise, desk.office, signature_id=first.id, promised_for=two).rule == "promise_too_late"


def test_a_broken_promise_stays_broken_when_it_is_renewed(desk: Desk) -> None:
    ref = desk.outgoing()
    desk.chain(ref)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    (first,) = desk.signatures(ref)
    promise(desk.office, signature_id=first.id, promised_for=NINE + timedelta(hours=1))
    desk.clock.wait(hours=2)
    promise(desk.office, signature_id=first.id, promised_for=NINE + timedelta(hours=4))
    renewed = next(each for each in desk.signatures(ref) if each.state is SignatureState.REQUESTED)
    assert renewed.requested_at == first.requested_at  # he has been asked all the time
    desk.step(ref, Step.SIGN)
    row = next(
        each
        for each in monthly_report(desk.office, month=Month(2026, 10)).signatures
        if each.officer == RAHMA
    )
    assert (row.promises_kept, row.promises_broken) == (1, 1)


def test_the_desk_counts_promises_of_today_and_broken_ones(desk: Desk) -> None:
    def counts() -> tuple[int, int]:
        found = {each.queue: each.number for each in desk_counts(desk.office)}
        return found["promised_today"], found["promises_broken"]

    ref = on_its_way(desk)
    promise(desk.office, signature_id=desk.signatures(ref)[0].id, promised_for=NINE + timedelta(hours=5))
    assert counts() == (1, 0)
    desk.clock.wait(hours=6)
    assert counts() == (0, 1)
    tomorrow = on_its_way(desk)
    later = datetime(2026, 10, 7, 18, tzinfo=UTC)  # 01.00 of the next day in Jakarta
    promise(desk.office, signature_id=desk.signatures(tomorrow)[0].id, promised_for=later)
    assert counts() == (0, 1)


# ------------------------------------------------------------------------------------------------------ boards


def test_the_board_of_signatures(desk: Desk) -> None:
    first = on_its_way(desk)
    desk.clock.wait(hours=1)
    second = desk.outgoing()
    desk.chain(second)
    desk.step(second, Step.SEND_FOR_REVIEW)
    promise(desk.office, signature_id=desk.signatures(second)[0].id, promised_for=desk.clock.at)
    desk.clock.wait(hours=1)
    board = boards.signature_board(desk.office)
    told = [(each.name, each.position, each.number, each.oldest_minutes, each.late) for each in board.people]
    assert told == [(BUDI, "Kepala Bagian Umum", 1, 120, 0), (RAHMA, "Sekretaris Daerah", 1, 60, 1)]
    (line,) = boards.signature_lines(desk.office, officer_id=board.people[1].officer_id)
    assert (line.letter.ref, line.officer, line.waiting_minutes, line.late) == (second, RAHMA, 60, True)
    desk.step(first, Step.INITIAL)
    changed = boards.changes_since(desk.office, token=board.token)
    assert (changed.letter_ids, changed.everything) == ({desk.letter(first).id}, False)
    now = boards.lines_of_letters(desk.office, letter_ids=tuple(changed.letter_ids))
    assert [each.officer for each in now.signatures] == [RAHMA]
    assert boards.changes_since(desk.office, token=changed.token).letter_ids == frozenset()
    keeping.add_unit(desk.office, name="Subbagian Kepegawaian")
    assert boards.changes_since(desk.office, token=changed.token).everything


def test_the_board_of_dispositions(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, by=RAHMA, to=(BUDI, SITI), due=date(2026, 10, 8))
    lead = desk.dispositions(ref)[0]
    desk.disposition_step(lead.id, Step.FORWARD, to=(EKO,), due=date(2026, 10, 9))
    desk.clock.wait(days=2)
    got = boards.disposition_board(desk.office)
    assert [(each.name, each.number, each.late) for each in got.people] == [(SITI, 1, 1), (EKO, 1, 0)]
    gave = boards.disposition_board(desk.office, side=boards.Side.GAVE)
    assert [(each.name, each.number, each.late) for each in gave.people] == [(RAHMA, 2, 2), (BUDI, 1, 0)]
    lines = boards.disposition_lines(desk.office, side=boards.Side.GAVE)
    assert [(each.recipient, each.sender, each.waits_below) for each in lines] == [
        (BUDI, RAHMA, True),
        (SITI, RAHMA, False),
        (EKO, BUDI, False),
    ]
    rest = boards.disposition_lines(desk.office, side=boards.Side.GAVE, after=lines[0], limit=1)
    assert rest == lines[1:2]


# ------------------------------------------------------------------------------------------------ working time


def test_ramadan_hours_count_and_show_in_the_reckoning(desk: Desk) -> None:
    short = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), "08.00-10.00")
    days = {"first": date(2026, 10, 5), "last": date(2026, 10, 9)}
    other_hours.put_dated_hours(desk.office, hours=short, name="Ramadan", **days)
    (wednesday, thursday) = boards.reckoning(desk.office, start=NINE, end=NINE + timedelta(days=1))
    assert (wednesday.minutes, wednesday.reason, wednesday.name) == (60, DayReason.PART, "Ramadan")
    assert thursday.minutes == 60
    assert [each.name for each in other_hours.dated_hours(desk.office)] == ["Ramadan"]
    other_hours.remove_dated_hours(desk.office, **days)
    assert boards.reckoning(desk.office, start=NINE)[:1] == ()
    with pytest.raises(NotFound):
        other_hours.remove_dated_hours(desk.office, **days)
    wrong = refused(other_hours.put_dated_hours, desk.office, hours={"monday": "7"}, name="x", **days)
    assert (wrong.rule, wrong.field) == ("hours_unreadable", "monday")
    assert (
        refused(other_hours.put_dated_hours, desk.office, hours=short, name=" ", **days).rule
        == "name_missing"
    )


def test_a_letter_that_is_disposed_again_waits_for_the_new_lead(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=(BUDI,))
    desk.disposition_step(desk.dispositions(ref)[0].id, Step.RETURN, note="bukan bidang kami")
    assert desk.letter(ref).holder_id is None
    desk.step(ref, Step.DISPOSE, to=(SITI,))
    assert desk.name(desk.letter(ref).holder_id) == SITI
    assert desk.letter(ref).state is IncomingState.DISPOSED
