"""Corrections: the old value stays, two desks see each other, the counts move with the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from correspondence.changes import Changes
from correspondence.classification import ClassificationCode
from correspondence.errors import ChangedElsewhere, Refused
from correspondence.forms import LetterForm
from correspondence.letters import Urgency
from correspondence.numbering import LetterRef
from correspondence.services.correcting import correct, form_of
from correspondence.services.looking_up import dossier
from correspondence.services.registering import register_incoming
from correspondence.services.transcribing import WHOLE_TABLE
from correspondence.throughput import FactKind
from correspondence.workflow import Step
from tests.builders import BUDI, WEDNESDAY, Desk, build_desk, incoming_form, outgoing_form

FIRST = date(2026, 10, 1)


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def form(desk: Desk, ref: LetterRef) -> LetterForm:
    return form_of(dossier(desk.office, ref=ref))


def mend(desk: Desk, ref: LetterRef, **fields: Any) -> Changes:
    read = form(desk, ref)
    changed = replace(read, **fields)
    return correct(desk.office, ref=ref, form=changed, read=read, version=desk.letter(ref).version)


def test_an_edit_form_starts_from_what_was_typed(desk: Desk) -> None:
    typed = incoming_form(kind="Surat Undangan", enclosures="2 berkas", fields={"acara": "Rapat"})
    ref = register_incoming(desk.office, form=typed).ref
    assert form(desk, ref) == typed
    reply = outgoing_form(reply_to=ref)
    assert form(desk, desk.outgoing(reply_to=ref)) == reply


def test_old_and_new_of_each_field_stay_in_the_journal(desk: Desk) -> None:
    ref = desk.incoming(fields={"acara": "Rapat"})
    mend(desk, ref, subject=" Undangan\trapat ", kind="surat undangan", unit="", fields={"acara": "Upacara"})
    letter = desk.letter(ref)
    assert (letter.subject, letter.unit_id, letter.version) == ("Undangan rapat", None, 2)
    entry = desk.journal(ref)[-1]
    assert entry.step == "corrected"
    assert entry.changes == {
        "subject": ("Permohonan data pegawai", "Undangan rapat"),
        "kind": ("", "Surat Undangan"),
        "unit": ("Bagian Umum", ""),
        "fields.acara": ("Rapat", "Upacara"),
    }


@pytest.mark.parametrize("same", [{}, {"subject": "Permohonan data pegawai\n"}, {"unit": "BAGIAN UMUM"}])
def test_a_form_that_says_what_stands_there_changes_nothing(desk: Desk, same: dict[str, str]) -> None:
    ref = desk.incoming()
    kept = desk.archive.kept
    assert mend(desk, ref, **same).ref == ref
    assert desk.archive.kept is kept


def test_a_corrected_day_of_receipt_moves_the_count_and_the_deadline(desk: Desk) -> None:
    ref = desk.incoming()
    mend(desk, ref, received_on=FIRST)
    letter = desk.letter(ref)
    assert (letter.entered_on, letter.received_on, letter.book_year) == (FIRST, FIRST, 2026)
    assert letter.due_at == datetime(2026, 10, 8, 9, 0, tzinfo=UTC)
    assert [(fact.what, fact.on) for fact in desk.facts(ref)] == [(FactKind.REGISTERED, FIRST)]
    assert desk.journal(ref)[-1].changes["due_at"][1] == "2026-10-08T09:00:00+00:00"


def test_a_day_of_receipt_is_never_later_than_what_was_done(desk: Desk) -> None:
    ref = desk.incoming(received_on=FIRST)
    desk.step(ref, Step.SUBMIT, on=date(2026, 10, 5))
    mend(desk, ref, received_on=date(2026, 10, 5))
    with pytest.raises(Refused) as refused:
        mend(desk, ref, received_on=date(2026, 10, 6))
    assert (refused.value.rule, refused.value.field) == ("received_after_step", "received_on")
    assert desk.letter(ref).entered_on == date(2026, 10, 5)


def test_another_urgency_is_another_deadline(desk: Desk) -> None:
    ref = desk.incoming()
    mend(desk, ref, urgency=Urgency.SANGAT_SEGERA)
    assert desk.letter(ref).due_at == datetime(2026, 10, 8, 2, 0, tzinfo=UTC)


def test_an_old_book_s_letter_gets_no_deadline_by_being_mended(desk: Desk) -> None:
    ref = desk.incoming()
    letter = desk.letter(ref)
    desk.archive.kept.letters[letter.id] = replace(letter, imported=True, due_at=None)
    mend(desk, ref, received_on=FIRST)
    assert (desk.letter(ref).due_at, desk.letter(ref).entered_on) == (None, FIRST)


@pytest.mark.parametrize("step", [Step.SEND_FOR_REVIEW, Step.CANCEL])
def test_a_locked_letter_says_why(desk: Desk, step: Step) -> None:
    ref = desk.outgoing()
    desk.chain(ref, "Budi")
    state = desk.step(ref, step, note="x").state
    with pytest.raises(Refused) as refused:
        mend(desk, ref, subject="Lain")
    assert (refused.value.rule, refused.value.facts["state"]) == ("letter_locked", str(state))


def test_a_draft_sent_back_is_open_again(desk: Desk) -> None:
    ref = desk.outgoing()
    desk.chain(ref, "Budi")
    desk.step(ref, Step.SEND_FOR_REVIEW)
    desk.step(ref, Step.SEND_BACK, by=BUDI, note="Hal keliru")
    mend(desk, ref, subject="Hal yang benar")
    assert desk.letter(ref).subject == "Hal yang benar"


def test_a_number_we_gave_is_not_written_over(desk: Desk) -> None:
    ref = desk.signed()
    mend(desk, ref, letter_number="sementara")
    mend(desk, ref, letter_number="")
    desk.step(ref, Step.GIVE_NUMBER)
    with pytest.raises(Refused) as refused:
        mend(desk, ref, letter_number="lain")
    assert (refused.value.rule, refused.value.field) == ("number_given", "letter_number")
    mend(desk, ref, subject="Boleh")


def test_a_correction_is_checked_like_a_registration(desk: Desk) -> None:
    ref = desk.incoming()
    for fields, name in (({"subject": ""}, "subject"), ({"kind": "Tidak Ada"}, "kind")):
        with pytest.raises(Refused) as refused:
            mend(desk, ref, **fields)
        assert refused.value.field == name


def test_what_is_not_changed_is_not_asked_again(desk: Desk) -> None:
    """A kind out of use and a code that a new table no longer has stay on the letters that have them."""
    ref = desk.outgoing(classification="9.9.9")
    kept = desk.archive.kept
    kept.kinds = {key: replace(kind, active=False) for key, kind in kept.kinds.items()}
    codes = [ClassificationCode(f"000.{number}", "x", None, "83") for number in range(WHOLE_TABLE)]
    kept.codes = {(code.code, code.regime): code for code in codes}
    mend(desk, ref, subject="Baru")
    with pytest.raises(Refused, match="code_unknown"):
        mend(desk, ref, classification="9.9.8")
    with pytest.raises(Refused, match="kind_unknown"):
        mend(desk, ref, kind="Surat Undangan")


def test_two_desks_see_what_was_read_what_is_there_and_what_was_typed(desk: Desk) -> None:
    ref = desk.incoming()
    read = form(desk, ref)
    other = desk.acting_as(desk.office.role, actor="Wati")
    mend(other, ref, subject="Dari Wati", enclosures="1 berkas")
    typed = replace(read, subject="Dari kami", letter_number="045/9")
    with pytest.raises(ChangedElsewhere) as elsewhere:
        correct(desk.office, ref=ref, form=typed, read=read, version=1)
    assert (elsewhere.value.ref, elsewhere.value.by) == ("M-2026-1", "Wati")
    assert elsewhere.value.fields == {
        "subject": ("Permohonan data pegawai", "Dari Wati", "Dari kami"),
        "enclosures": ("", "1 berkas", ""),
    }
    assert desk.letter(ref).subject == "Dari Wati"
    # What Wati typed too needs no answer, whatever the version.
    correct(desk.office, ref=ref, form=form(desk, ref), read=read, version=1)


def test_a_step_taken_elsewhere_keeps_no_correction_out(desk: Desk) -> None:
    ref = desk.incoming()
    mend(desk, ref, subject="Lama")
    read, version = form(desk, ref), desk.letter(ref).version
    desk.step(ref, Step.SUBMIT)
    correct(desk.office, ref=ref, form=replace(read, subject="Baru"), read=read, version=version)
    letter = desk.letter(ref)
    assert (letter.subject, str(letter.state)) == ("Baru", "submitted")


def test_what_two_desks_corrected_in_different_fields_is_kept_of_both(desk: Desk) -> None:
    ref = desk.incoming(fields={"acara": "Rapat", "tempat": "Aula"})
    read = form(desk, ref)
    other = desk.acting_as(desk.office.role, actor="Wati")
    mend(other, ref, enclosures="1 berkas", received_on=FIRST, fields={"acara": "Rapat", "tempat": "Balai"})
    typed = replace(read, letter_number="045/9", fields={"acara": "Upacara"} | {"tempat": "Aula"})
    correct(desk.office, ref=ref, form=typed, read=read, version=1)
    letter = desk.letter(ref)
    assert (letter.enclosures, letter.received_on, letter.letter_number) == ("1 berkas", FIRST, "045/9")
    assert letter.fields == {"acara": "Upacara", "tempat": "Balai"}
    assert set(desk.journal(ref)[-1].changes) == {"letter_number", "fields.acara"}
    # The same once more, while nothing of it is new: nothing is written.
    kept = desk.archive.kept
    correct(desk.office, ref=ref, form=typed, read=read, version=1)
    assert desk.archive.kept is kept


def test_a_new_name_of_the_sender_is_offered_next_time(desk: Desk) -> None:
    ref = desk.incoming()
    mend(desk, ref, correspondent="Dinas Kesehatan")
    assert "Dinas Kesehatan" in desk.archive.kept.correspondents


def test_an_outgoing_letter_has_no_day_of_receipt(desk: Desk) -> None:
    ref = desk.outgoing()
    mend(desk, ref, received_on=FIRST, subject="Baru")
    assert (desk.letter(ref).received_on, desk.letter(ref).entered_on) == (None, WEDNESDAY)
