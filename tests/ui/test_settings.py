"""What a desk remembers, and which registry it opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from correspondence.errors import Unavailable
from ui.settings import Settings, read_settings, registry_url, remember, sqlite_url, usual_file


def test_settings_are_remembered_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "meja é" / "meja.json"
    assert read_settings(file) == Settings()
    remember(file, language="en", columns={"letters_view": (80, 120)})
    remember(file, clerk="rini")
    kept = read_settings(file)
    assert (kept.language, kept.clerk, kept.columns) == ("en", "rini", {"letters_view": (80, 120)})
    assert list(file.parent.iterdir()) == [file], "nothing half-written is left"


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"language": 7, "columns": {"a": "b"}, "splitters": 3, "clerk": "rini"}']
)
def test_what_cannot_be_read_is_as_on_the_first_day(tmp_path: Path, content: str) -> None:
    file = tmp_path / "meja.json"
    file.write_text(content, encoding="utf-8")
    kept = read_settings(file)
    assert kept.language == "id"
    assert kept.columns == {}


def test_a_folder_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Unavailable) as told:
        remember(tmp_path / "file" / "meja.json", clerk="rini")
    assert told.value.reason == "file_unwritable"


def test_the_registry_named_first_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = Settings()
    assert registry_url(None, nothing) == sqlite_url(usual_file())
    assert registry_url(None, Settings(registry="postgresql://server/warkat")) == "postgresql://server/warkat"
    monkeypatch.setenv("WARKAT_REGISTRY", "sqlite:////srv/buku.sqlite")
    assert registry_url(None, Settings(registry="postgresql://server/warkat")) == "sqlite:////srv/buku.sqlite"
    assert registry_url("sqlite:///x", nothing) == "sqlite:///x"


def test_a_plain_path_is_a_file(tmp_path: Path) -> None:
    assert (
        registry_url(str(tmp_path / "buku.sqlite"), Settings())
        == f"sqlite:///{(tmp_path / 'buku.sqlite').as_posix()}"
    )
