"""A promised time as the refusal and the journal tell it: in the office's zone, in one form."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from correspondence.errors import Refused
from correspondence.services.promising import promise
from correspondence.workflow import Step
from tests.builders import NINE, build_desk
from ui.failures import sentence

JAKARTA = ZoneInfo("Asia/Jakarta")


def test_a_time_that_is_over_is_told_on_the_office_s_clock() -> None:
    desk = build_desk()
    with pytest.raises(Refused) as refused:
        desk.chain(desk.outgoing(), promised_for=NINE - timedelta(hours=1))
    said = sentence(refused.value)
    assert "(7 Oktober 2026 08.00) sudah lewat" in said
    assert "sesudah 7 Oktober 2026 09.00" in said


def test_the_journal_has_one_form_for_what_was_typed_and_what_was_kept() -> None:
    desk = build_desk()
    ref = desk.outgoing()
    two = NINE + timedelta(hours=5)
    desk.chain(ref, promised_for=two.astimezone(JAKARTA))
    assert desk.journal(ref)[-1].changes["promised_for"] == ("", two.isoformat())
    desk.step(ref, Step.SEND_FOR_REVIEW)
    later = two + timedelta(hours=1)
    line = desk.signatures(ref)[0]
    promise(desk.office, signature_id=line.id, promised_for=later.astimezone(JAKARTA))
    assert desk.journal(ref)[-1].changes["promised_for"] == (two.isoformat(), later.isoformat())
