"""Versions of templates by their hash: kept whole, found again, never taken for what they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from correspondence.errors import NotFound, Unavailable
from templates_docx.catalogue import PAPERS
from templates_docx.versions import keep_version, version_kept, version_of, version_path


def test_a_version_is_found_by_its_hash(tmp_path: Path) -> None:
    folder = tmp_path / "templat é"
    keep_version(folder, b"satu")
    keep_version(folder, b"satu")
    keep_version(folder, b"dua", ".lambang")
    assert version_kept(folder, version_of(b"satu")) == b"satu"
    assert version_kept(folder, version_of(b"dua"), ".lambang") == b"dua"
    assert len(list((folder / "versi").iterdir())) == 2


def test_a_shipped_one_needs_no_copy(tmp_path: Path) -> None:
    content = PAPERS["surat-dinas"].shipped.read_bytes()
    assert version_kept(tmp_path, version_of(content)) == content


def test_a_version_that_was_changed_or_is_gone(tmp_path: Path) -> None:
    keep_version(tmp_path, b"satu")
    version_path(tmp_path, version_of(b"satu")).write_bytes(b"lain")
    with pytest.raises(NotFound) as caught:
        version_kept(tmp_path, version_of(b"satu"))
    assert caught.value.what == "template_version"


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "versi").write_bytes(b"")
    with pytest.raises(Unavailable, match="file_unwritable"):
        keep_version(tmp_path, b"satu")
    assert [each.name for each in tmp_path.iterdir()] == ["versi"]
