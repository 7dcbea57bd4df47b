"""What the screens and the terminal ask: one letter whole, what waits for whom, the counters of the first screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from correspondence.classification import ClassificationCode
from correspondence.errors import NotFound
from correspondence.forms import NewAttachment
from correspondence.people import Appointment, Capacity
from correspondence.search import LetterFilter
from correspondence.services import looking_up
from correspondence.services.registering import attach
from correspondence.signatures import SignatureTask
from correspondence.workflow import Direction, Role, Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, Desk, build_desk


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def test_a_dossier_has_names_for_keys_and_the_steps_of_now(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.SUBMIT, to=("Dra. Rahma",))
    desk.step(ref, Step.DISPOSE, to=("Budi",))
    desk.clock.wait(days=1)
    answer = desk.outgoing(reply_to=ref)
    attach(desk.office, ref=ref, attachments=[NewAttachment("pindaian.pdf", b"x")])
    found = looking_up.dossier(desk.office, ref=ref)
    assert (found.letter, found.unit, found.kind) == (desk.letter(ref), "Bagian Umum", "")
    assert found.holder is not None
    assert (found.holder.officer, found.holder.position, found.holder.since) == (
        BUDI,
        "Kepala Bagian Umum",
        NINE,
    )
    assert found.holder.waiting_minutes == 510
    [line] = found.dispositions
    assert (line.sender, line.recipient, line.recipient_position) == (RAHMA, BUDI, "Kepala Bagian Umum")
    assert found.steps == (Step.DISPOSE,)
    assert [each.name for each in found.attachments] == ["pindaian.pdf"]
    assert looking_up.attachment(desk.office, sha256=found.attachments[0].sha256) == b"x"
    assert [each.step for each in found.journal] == ["registered", "submit", "dispose", "attached"]
    assert looking_up.dossier(desk.office, ref=answer).reply_to == ref


def test_a_dossier_of_a_letter_under_review(desk: Desk) -> None:
    ref = desk.outgoing()
    desk.chain(ref, "Eko")
    assert looking_up.dossier(desk.office, ref=ref).steps == (Step.SEND_FOR_REVIEW, Step.CANCEL)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    found = looking_up.dossier(desk.office, ref=ref)
    assert [each.officer for each in found.signatures] == [EKO, RAHMA]
    assert found.steps == (Step.INITIAL, Step.SEND_BACK, Step.RECALL)


def test_a_letter_is_overdue_only_while_it_is_open(desk: Desk) -> None:
    ref = desk.incoming()
    desk.clock.at = desk.letter(ref).due_at or NINE
    assert not looking_up.dossier(desk.office, ref=ref).overdue
    desk.clock.wait(seconds=1)
    assert looking_up.dossier(desk.office, ref=ref).overdue
    desk.step(ref, Step.FILE, note="x")
    found = looking_up.dossier(desk.office, ref=ref)
    assert (found.overdue, found.holder, found.cancelled) == (False, None, None)


def test_who_struck_a_letter_when_and_why_comes_from_the_journal(desk: Desk) -> None:
    ref = desk.incoming()
    desk.acting_as(Role.CLERK, actor="Wati").step(ref, Step.CANCEL, note="Salah buku")
    cancelled = looking_up.dossier(desk.office, ref=ref).cancelled
    assert cancelled is not None
    assert (cancelled.by, cancelled.at, cancelled.why) == ("Wati", NINE, "Salah buku")


def test_who_is_waited_for_to_sign_the_oldest_first(desk: Desk) -> None:
    first, second = desk.outgoing(), desk.outgoing(unit="Subbagian Keuangan")
    desk.chain(second, "Eko")
    desk.chain(first, promised_for=NINE + timedelta(hours=5))
    desk.step(second, Step.SEND_FOR_REVIEW)
    desk.clock.wait(minutes=30)
    desk.step(first, Step.SEND_FOR_REVIEW)
    desk.clock.wait(hours=4)
    eko, rahma = looking_up.pending_signatures(desk.office)
    assert (eko.ref, eko.officer, eko.position, eko.task) == (
        second,
        EKO,
        "Kepala Subbagian Tata Usaha",
        SignatureTask.INITIAL,
    )
    assert (eko.waiting_minutes, eko.unit, eko.kind) == (270, "Subbagian Keuangan", "Surat Dinas")
    assert (rahma.ref, rahma.task, rahma.promise_broken) == (first, SignatureTask.SIGN, False)
    desk.clock.wait(hours=1)
    assert [each.promise_broken for each in looking_up.pending_signatures(desk.office)] == [False, True]
    desk.step(first, Step.SIGN)
    assert [each.ref for each in looking_up.pending_signatures(desk.office)] == [second]


def test_who_is_waited_for_to_answer(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=("Budi", "Siti"), by="Dra. Rahma")
    lead = desk.dispositions(ref)[0]
    desk.disposition_step(lead.id, Step.FORWARD, to=("Eko",))
    plt = Appointment(desk.officer_id(EKO), "Kepala Bagian Umum", Capacity.PLT, id=50)
    desk.archive.kept.appointments[50] = plt
    waiting = looking_up.pending_dispositions(desk.office)
    assert [each.officer for each in waiting] == [SITI, EKO]
    assert (waiting[1].position, waiting[1].capacity) == ("Kepala Bagian Umum", Capacity.PLT)
    child = desk.dispositions(ref)[-1]
    desk.disposition_step(child.id, Step.RETURN, note="x")
    assert [each.officer for each in looking_up.pending_dispositions(desk.office)] == [BUDI, SITI]


def test_the_counters_of_the_first_screen_open_their_lists(desk: Desk) -> None:
    desk.incoming(received_on=date(2026, 9, 30))
    submitted, disposed = desk.incoming(), desk.incoming()
    desk.step(submitted, Step.SUBMIT)
    desk.step(disposed, Step.DISPOSE, to=("Budi",))
    desk.outgoing()
    desk.signed()
    numbered, dispatched = desk.signed(), desk.signed()
    for ref in (numbered, dispatched):
        desk.step(ref, Step.GIVE_NUMBER)
    desk.step(dispatched, Step.DISPATCH)
    review, back = desk.outgoing(), desk.outgoing()
    for ref in (review, back):
        desk.chain(ref, "Eko")
        desk.step(ref, Step.SEND_FOR_REVIEW)
    desk.step(back, Step.SEND_BACK, note="x")
    waiting = desk.outgoing()
    desk.chain(waiting)
    desk.step(waiting, Step.SEND_FOR_REVIEW)
    desk.clock.wait(days=1)
    counts = {each.queue: each.number for each in looking_up.desk_counts(desk.office)}
    assert counts == {
        "not_submitted": 1,
        "awaiting_disposition": 1,
        "disposed": 1,
        "ready_to_complete": 0,
        "overdue": 1,
        "drafts": 1,
        "sent_back": 1,
        "initials": 1,
        "signatures": 1,
        "promised_today": 0,
        "promises_broken": 0,
        "signed_unnumbered": 1,
        "numbered_undispatched": 1,
        "undelivered": 1,
        "dispositions_unread": 1,
        "dispositions_in_progress": 0,
        "dispositions_overdue": 0,
    }
    for code in looking_up.DESK_QUEUES:
        asked = looking_up.queue_filter(code, desk.clock.at)
        number = counts.get(code, 1)
        assert len(looking_up.page(desk.office, asked=asked).lines) == number, code
        assert len(looking_up.ids(desk.office, asked=asked)) == number
    with pytest.raises(NotFound):
        looking_up.queue_filter("antah", NINE)


def test_lists_come_in_pages_newest_first(desk: Desk) -> None:
    refs = [desk.incoming(received_on=date(2026, 10, day)) for day in (2, 5, 1)]
    asked = LetterFilter(direction=Direction.INCOMING)
    first = looking_up.page(desk.office, asked=asked, limit=2)
    assert [line.ref for line in first.lines] == [refs[1], refs[0]]
    assert first.more
    rest = looking_up.page(desk.office, asked=asked, after=first.lines[-1], limit=2)
    assert ([line.ref for line in rest.lines], rest.more) == ([refs[2]], False)
    every = looking_up.ids(desk.office, asked=asked)
    assert [line.ref for line in looking_up.lines(desk.office, letter_ids=every)] == [
        refs[1],
        refs[0],
        refs[2],
    ]
    counted = looking_up.count(desk.office, asked=asked, cap=2)
    assert (counted.number, counted.exact) == (2, False)


def test_the_directory_tells_who_serves_and_as_what(desk: Desk) -> None:
    officers = desk.archive.kept.officers
    eko = desk.officer_id(EKO)
    officers[eko] = replace(officers[eko], left_on=date(2026, 10, 6))
    found = looking_up.directory(desk.office)
    lines = {line.officer.name: line for line in found.officers}
    assert list(lines) == sorted(lines, key=str.casefold)
    assert (lines[SITI].position, lines[SITI].unit, lines[SITI].serving) == (
        "Kepala Subbagian Keuangan",
        "Subbagian Keuangan",
        True,
    )
    assert not lines[EKO].serving
    assert [kind.name for kind in found.kinds] == ["Surat Dinas", "Surat Pengantar", "Surat Undangan"]
    assert [unit.code for unit in found.units] == ["UM", "KEU"]
    assert found.profile.place == "Kediri"


def test_suggestions_and_codes(desk: Desk) -> None:
    desk.incoming(correspondent="PT. Maju Jaya")
    offered = looking_up.suggestions(desk.office, beginning="maj")
    assert [each.name for each in offered] == ["PT. Maju Jaya"]
    with desk.office.open_unit() as unit:
        unit.codes.put_many([ClassificationCode("045.2", "Surat", None, "78")])
        unit.commit()
    assert [each.code for each in looking_up.codes(desk.office, words="045")] == ["045.2"]
    assert looking_up.codes(desk.office, words="045", regime="83") == []
