"""Reminders: telephone numbers, links, what is said to one officer, and the hours in which it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest

from correspondence.boards import DispositionWait, SignatureWait
from correspondence.dispositions import Disposition
from correspondence.letters import Secrecy
from correspondence.numbering import Book, LetterRef
from correspondence.search import LetterLine
from correspondence.signatures import SignatureStep, SignatureTask
from correspondence.workdays import DayOff, WorkCalendar
from correspondence.workflow import OutgoingState
from tests.builders import NINE, RAHMA, WEDNESDAY
from ui.reminders import is_hour_to_remind, reminder_text, whatsapp_link, whatsapp_number

JAKARTA = ZoneInfo("Asia/Jakarta")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0812-3456-7890", "6281234567890"),
        ("+62 812 3456 7890", "6281234567890"),
        ("+62 (0)812-3456-7890", "6281234567890"),
        ("0062 812 3456 7890", "6281234567890"),
        ("81234567890", "6281234567890"),
        ("(0354) 682345", "62354682345"),
        ("+65 9123 4567", "6591234567"),
        ("", ""),
        ("belum ada", ""),
        ("0812", ""),
        ("0812 3456 7890 / 0813 5555 6666", ""),
    ],
)
def test_a_number_is_written_as_wa_me_wants_it(typed, number) -> None:
    assert whatsapp_number(typed) == number


def test_a_link_carries_every_letter_of_the_text() -> None:
    text = "Yth. Sekda & Asisten,\n1. Surat #3 = 50% + <b>é</b>?"
    link = urlsplit(whatsapp_link("0812-3456-7890", text))
    assert (link.scheme, link.netloc, link.path) == ("https", "wa.me", "/6281234567890")
    assert parse_qs(link.query, strict_parsing=True)["text"] == [text]
    assert " " not in whatsapp_link("0812-3456-7890", text)
    assert whatsapp_link("", text) == ""


def a_line(**fields) -> LetterLine:
    line = LetterLine(
        id=1, ref=LetterRef(Book.OUTGOING, 2026, 7), state=OutgoingState.AWAITING_SIGNATURE, letter_number="",
        letter_date=None, received_on=None, entered_on=WEDNESDAY, registered_at=NINE, correspondent="Dinas Sosial",
        subject="Rekomendasi bantuan", kind="Surat Dinas", unit="Bagian Umum", urgency=None, secrecy=Secrecy.BIASA,
        classification="", holder=RAHMA, holder_position="Sekretaris Daerah", held_since=NINE, due_at=None, version=1,
    )  # fmt: skip
    return replace(line, **fields)


def a_wait(promised: datetime | None = None, **fields) -> SignatureWait:
    step = SignatureStep(
        1, 1, 1, 1, SignatureTask.SIGN, "Sekretaris Daerah", requested_at=NINE, promised_for=promised
    )
    return SignatureWait(step, a_line(**fields), RAHMA, 30, late=False)


def test_one_letter_is_one_sentence_with_what_since_and_promised_when() -> None:
    text = reminder_text([a_wait(NINE + timedelta(hours=5))], office="Sekretariat Daerah", zone=JAKARTA)
    assert text.splitlines()[0] == "Yth. Sekretaris Daerah"
    assert (
        "Tanda tangan: Rekomendasi bantuan (K-2026-7), diajukan 7 Oktober 2026 pukul 09.00,"
        " dijanjikan selesai 7 Oktober 2026 pukul 14.00." in text
    )
    assert text.endswith("Sekretariat Daerah")
    assert "1." not in text


def test_several_letters_are_numbered() -> None:
    text = reminder_text(
        [a_wait(), a_wait(ref=LetterRef(Book.OUTGOING, 2026, 8))], office="Kantor", zone=JAKARTA
    )
    assert "\n1. Tanda tangan: Rekomendasi bantuan (K-2026-7)" in text
    assert "\n2. Tanda tangan: Rekomendasi bantuan (K-2026-8)" in text
    assert "dijanjikan" not in text


@pytest.mark.parametrize("secrecy", [each for each in Secrecy if each is not Secrecy.BIASA])
def test_a_secret_letter_is_named_by_its_number_only(secrecy) -> None:
    text = reminder_text([a_wait(secrecy=secrecy)], office="Kantor", zone=JAKARTA)
    assert "K-2026-7" in text
    assert "Rekomendasi" not in text


def test_a_disposition_says_what_is_asked_and_until_when() -> None:
    one = Disposition(
        1, 2, lead=True, sent_at=NINE, instructions=("Tindak lanjuti",), due_on=date(2026, 10, 9)
    )
    wait = DispositionWait(one, a_line(), RAHMA, "Budi", "", 10, late=False)
    text = reminder_text([wait], office="", zone=JAKARTA)
    assert text.splitlines()[0] == "Yth. Budi"
    assert "Disposisi: Rekomendasi bantuan (K-2026-7), Tindak lanjuti, diterima 7 Oktober 2026" in text
    assert "batas 9 Oktober 2026." in text


@pytest.mark.parametrize(
    ("at", "open_"),
    [
        (NINE, True),
        (datetime(2026, 10, 7, 0, 29, tzinfo=UTC), False),
        (datetime(2026, 10, 7, 0, 30, tzinfo=UTC), True),
        (datetime(2026, 10, 7, 9, 0, tzinfo=UTC), False),
        (datetime(2026, 10, 10, 3, 0, tzinfo=UTC), False),
        (datetime(2026, 10, 8, 3, 0, tzinfo=UTC), False),
    ],
    ids=["nine", "before half past seven", "half past seven", "four", "Saturday", "a holiday"],
)
def test_nobody_is_reminded_outside_the_hours_of_the_office(at, open_) -> None:
    calendar = WorkCalendar(zone=JAKARTA, days_off={date(2026, 10, 8): DayOff("Libur")})
    assert is_hour_to_remind(calendar, at) is open_
