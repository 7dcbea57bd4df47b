"""Files on letters: harmless names, none empty, none too large, none twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.errors import Refused
from correspondence.forms import NewAttachment
from correspondence.letters import ATTACHMENT_LIMIT
from correspondence.services.hanging import checked, display_name
from correspondence.services.registering import attach, register_incoming
from tests.builders import Desk, build_desk, incoming_form

SCAN = NewAttachment("pindaian.pdf", b"%PDF-1.7 satu")


@pytest.fixture
def desk() -> Desk:
    return build_desk()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("surat.pdf", "surat.pdf"),
        ("../../etc/cron.d/x", "x"),
        ("C:\\Users\\Umum\\surat tugas.docx", "surat tugas.docx"),
        ("/var/tmp/a/", "a"),
        ("..", "lampiran"),
        (".", "lampiran"),
        ("", "lampiran"),
        ("///", "lampiran"),
        ("\x00\x1f", "lampiran"),
        ("nama\x00.pdf", "nama.pdf"),
        ("tagihan\u202efdp.exe", "tagihanfdp.exe"),
        ("dua\nbaris.pdf", "duabaris.pdf"),
        ("cafe\u0301.pdf", "café.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("y" * 300, "y" * 200),
        ("z." + "w" * 300, "z." + "w" * 198),
        ("setengah\udce9.pdf", "setengah.pdf"),
        (".htaccess", ".htaccess"),
    ],
)
def test_a_file_is_shown_under_a_harmless_name(name: str, shown: str) -> None:
    assert display_name(name) == shown


@given(st.text())
def test_whatever_the_name_it_is_one_short_part_and_storable(name: str) -> None:
    shown = display_name(name)
    assert 0 < len(shown) <= 200
    assert not set(shown) & set("/\\\0\n")
    assert shown.strip(". ")
    assert display_name(shown) == shown
    shown.encode("utf-8")


def test_empty_and_oversized_files_are_refused() -> None:
    with pytest.raises(Refused, match="attachment_empty"):
        checked(NewAttachment("kosong.pdf", b""))
    with pytest.raises(Refused, match="attachment_too_large"):
        checked(NewAttachment("besar.pdf", bytes(ATTACHMENT_LIMIT + 1)))
    assert checked(NewAttachment("pas.pdf", bytes(ATTACHMENT_LIMIT))).name == "pas.pdf"


def test_a_file_is_hung_on_later_and_only_once(desk: Desk) -> None:
    ref = desk.incoming()
    assert attach(desk.office, ref=ref, attachments=[SCAN]).ref == ref
    attach(desk.office, ref=ref, attachments=[SCAN, NewAttachment("lain.pdf", SCAN.content)])
    assert [each.name for each in desk.archive.kept.attachments.values()] == ["pindaian.pdf", "lain.pdf"]
    assert [each.step for each in desk.journal(ref)] == ["registered", "attached", "attached"]
    assert desk.letter(ref).version == 1
    attach(desk.office, ref=ref, attachments=[SCAN])
    assert len(desk.journal(ref)) == 3


def test_a_bad_file_keeps_the_whole_letter_out(desk: Desk) -> None:
    with pytest.raises(Refused):
        register_incoming(desk.office, form=incoming_form(), attachments=[SCAN, NewAttachment("x", b"")])
    assert not desk.archive.kept.letters
