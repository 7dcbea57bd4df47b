"""What was done to templates: noted whole, read back, and a torn line spoils none of the others."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from correspondence.errors import Unavailable
from templates_docx.history import FILE, Change, Turn, changes_of, note_change
from templates_docx.versions import FOLDER

NOON = datetime(2026, 10, 7, 5, 0, tzinfo=UTC)


def change(version: str, file: str = "surat_dinas.docx") -> Change:
    return Change(file, version, Turn.CHANGED, NOON, "Bu Siti é")


def test_changes_are_read_back_in_their_order(tmp_path: Path) -> None:
    folder = tmp_path / "templat é"
    assert changes_of(folder, "surat_dinas.docx") == ()
    for each in (change("a"), change("b", "lain.docx"), change("c")):
        note_change(folder, each)
    assert changes_of(folder, "surat_dinas.docx") == (change("a"), change("c"))


def test_a_torn_line_is_left_out(tmp_path: Path) -> None:
    note_change(tmp_path, change("a"))
    path = tmp_path / FOLDER / FILE
    path.write_text(path.read_text(encoding="utf-8") + '{"file": "surat_di\n[]\n{}\n', encoding="utf-8")
    note_change(tmp_path, change("b"))
    assert [each.version for each in changes_of(tmp_path, "surat_dinas.docx")] == ["a", "b"]


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_bytes(b"")
    with pytest.raises(Unavailable, match="file_unwritable"):
        note_change(tmp_path, change("a"))
