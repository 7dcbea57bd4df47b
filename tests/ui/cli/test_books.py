"""Books, labels and dispatch rounds at the terminal."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import openpyxl
import pypdfium2
import pytest

from tests.ui.cli.conftest import Terminal


def text_of(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def numbered(terminal: Terminal, subject: str) -> str:
    words = ("--to", "Camat", "--subject", subject, "--kind", "Surat Dinas")
    ref = str(terminal.json("register", "outgoing", *words)["ref"])
    terminal.json("chain", ref, "--sign", "Rahma")
    for step in ("send_for_review", "sign", "give_number"):
        terminal.json("step", ref, step)
    return ref


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    terminal.json("init")
    terminal.json("office", "set", "name", "Bagian Umum")
    terminal.json("officer", "add", "Rahma Wulandari", "--position", "Sekretaris Daerah", "--nip", "19800101")
    return terminal


def incoming(desk: Terminal, subject: str) -> str:
    words = ("--sender", "Dinas Pendidikan", "--number", "045/1", "--date", "1/10/2026", "--subject", subject)
    return str(desk.json("register", "incoming", *words, "--received", "2/10/2026")["ref"])


def test_a_book_is_printed_and_signed_by_those_named(desk: Terminal, tmp_path: Path) -> None:
    incoming(desk, "Permohonan A & B <b>")
    out = tmp_path / "agenda masuk.pdf"
    words = ("--from", "1/10/2026", "--to", "31/10/2026", "--out", str(out))
    said = desk.json("book", "incoming", *words, "--official", "Rahma", "--paper", "f4")
    assert said == {
        "book": "incoming",
        "from": "2026-10-01",
        "to": "2026-10-31",
        "letters": 1,
        "pages": 1,
        "file": str(out),
        "format": "pdf",
    }
    text = text_of(out)
    for part in (
        "BAGIAN UMUM",
        "1 – 31 Oktober 2026",
        "Permohonan A & B <b>",
        "SEKRETARIS DAERAH",
        "NIP 19800101",
    ):
        assert part in text


def test_a_book_becomes_a_workbook(desk: Terminal, tmp_path: Path) -> None:
    incoming(desk, "=HYPERLINK(1)")
    out = tmp_path / "agenda.xlsx"
    said = desk.json("book", "incoming", "--from", "1/10/2026", "--to", "2/10/2026", "--out", str(out))
    assert (said["letters"], said["pages"], said["format"]) == (1, None, "xlsx")
    row = list(openpyxl.load_workbook(out).active.iter_rows(values_only=True))[1]  # type: ignore[union-attr]
    assert row[0] == 1
    assert row[5] == "=HYPERLINK(1)"


@pytest.mark.parametrize("file", ["agenda.docx", "agenda"])
def test_a_book_of_another_kind_of_file_is_wrong_usage(desk: Terminal, file: str, tmp_path: Path) -> None:
    words = ("--from", "1/10/2026", "--to", "2/10/2026", "--out", str(tmp_path / file))
    assert desk("book", "dispatch", *words).code == 2
    assert not (tmp_path / file).exists()


def test_what_cannot_be_printed_leaves_no_file(desk: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "agenda.pdf"
    out.write_bytes(b"old")
    words = ("--from", "31/10/2026", "--to", "1/10/2026", "--out", str(out))
    assert desk.refused("book", "incoming", *words)["rule"] == "period_backwards"
    words = ("--from", "1/10/2026", "--to", "2/10/2026", "--out", str(out), "--signer", "Nobody")
    assert desk.refused("book", "incoming", *words)["rule"] == "officer_not_found"
    assert out.read_bytes() == b"old"
    assert list(tmp_path.glob(".*")) == []


def test_a_label_is_written_for_a_letter_and_for_several(desk: Terminal, tmp_path: Path) -> None:
    first, second = incoming(desk, "Satu"), incoming(desk, "Dua")
    one, several = tmp_path / "label.pdf", tmp_path / "labels.pdf"
    said = desk.json("write", "label", first, "--out", str(one), "--sheet", "58x40")
    assert (said["kind"], said["ref"], said["sheets"]) == ("label", first, 1)
    assert first in text_of(one)
    said = desk.json("labels", first, second, "--out", str(several), "--start", "21")
    assert (said["refs"], said["sheets"]) == ([first, second], 2)
    assert desk.refused("labels", first, "--out", str(one), "--start", "22")["rule"] == "label_start_unknown"
    assert (
        desk.refused("labels", first, "--out", str(one), "--sheet", "9x9")["rule"] == "label_sheet_not_found"
    )
    assert desk.refused("labels", "M-2026-9", "--out", str(one))["rule"] == "letter_not_found"


def test_a_round_of_dispatch_is_scanned_and_its_page_printed(desk: Terminal, tmp_path: Path) -> None:
    first, second, draft = numbered(desk, "Satu"), numbered(desk, "Dua"), "K-2026-9"
    scans, out = tmp_path / "scan.txt", tmp_path / "ekspedisi.pdf"
    scans.write_bytes(
        f"\ufeff{second}\r\n\r\n{first.lower().replace('-', '/')}\r\n{draft}\r\n{second}\r\n".encode()
    )
    said = desk("dispatch-round", str(scans), "--out", str(out), "--json")
    assert said.code == 3
    assert said.document["dispatched"] == [second, first]
    assert said.document["repeated"] == [second]
    assert [each["ref"] for each in said.document["refused"]] == [draft]
    assert said.document["refused"][0]["reason"]["rule"] == "letter_not_found"
    text = text_of(out)
    assert text.index("Dua") < text.index("Satu")
    assert "Jumlah surat pada halaman ini: 2" in text
    again = desk("dispatch-round", str(scans), "--json")
    assert again.code == 4
    assert again.document["dispatched"] == []
    assert desk.json("show", first)["state"] == "dispatched"


def test_a_round_is_read_from_what_a_scanner_types(desk: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    ref = numbered(desk, "Satu")
    typed: Any = SimpleNamespace(buffer=io.BytesIO(f"{ref}\n".encode()))
    monkeypatch.setattr(sys, "stdin", typed)
    said = desk("dispatch-round", "-", "--json")
    assert said.code == 0
    assert json.loads(said.out)["dispatched"] == [ref]
