"""The journal is read by people: no codes, no ISO instants, no names of fields in English."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest

from correspondence.workflow import Direction
from ui.journal_words import change_words
from ui.texts import set_language
from ui.words import letter_word

ZONE = ZoneInfo("Asia/Jakarta")


@pytest.fixture(autouse=True)
def _indonesian() -> Iterator[None]:
    yield
    set_language("id")


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("subject", "Lama", "Baru", "Perihal: Lama → Baru"),
        ("subject", "", "Baru", "Perihal: Baru"),
        ("enclosures", "1 berkas", "", "Lampiran: 1 berkas → –"),
        ("note", "", "", ""),
        ("signer", "Eko", "Siti", "Pejabat: Eko → Siti"),
        ("signer", "Eko", "", "Pejabat: Eko"),
        ("state", "in_review", "awaiting_signature", "Status: Diparaf → Menunggu tanda tangan"),
        ("urgency", "biasa", "sangat_segera", "Sifat (kecepatan): Biasa → Sangat segera"),
        ("undone", "", "submit", "Yang ditarik: Diajukan"),
        ("received_on", "", "2026-10-05", "Tanggal diterima: 5 Oktober 2026"),
        ("due_at", "2026-10-08T09:00:00+00:00", "", "Tenggat: 08-10-2026 16.00 WIB → –"),
        ("promised_for", "", "2026-10-05T07:05:00+00:00", "Waktu yang dijanjikan: 05-10-2026 14.05 WIB"),
        ("due_at", "", "besok", "Tenggat: besok"),
        ("fields.tanggal_lahir", "", "1990-09-05", "Isian tanggal lahir: 1990-09-05"),
    ],
)
def test_a_change_is_said_in_words(name: str, old: str, new: str, said: str) -> None:
    assert change_words(name, old, new, ZONE) == said


def test_one_letter_is_one_in_english() -> None:
    assert letter_word(Direction.INCOMING) == "Surat masuk"
    set_language("en")
    assert letter_word(Direction.INCOMING) == "Incoming letter"
