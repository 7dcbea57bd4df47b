"""A terminal to type at, in this process: what it answers, what it says, how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from ui import cli
from ui.texts import set_language


@dataclass(frozen=True)
class Said:
    """What came of one command."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on stdout; more or less than one is an error."""
        return json.loads(self.out)


@dataclass
class Terminal:
    """Types commands on one registry."""

    url: str
    capsys: pytest.CaptureFixture[str]
    windows: list[tuple[str, str]]

    def __call__(self, *words: str) -> Said:
        self.capsys.readouterr()
        code = cli.main(["--registry", self.url, "--as", "rini", *words], open_window=self._open_window)
        said = self.capsys.readouterr()
        return Said(code, said.out, said.err)

    def json(self, *words: str) -> Any:
        """The document of a command that must succeed."""
        said = self(*words, "--json")
        assert said.code == 0, said
        return said.document

    def refused(self, *words: str) -> Any:
        """The error of a command that a rule must refuse: exit code 4, one sentence, one document."""
        said = self(*words, "--json")
        assert said.code == 4, said
        assert len(said.err.strip().splitlines()) == 1, said.err
        assert set(said.document) == {"error"}
        assert said.document["error"]["sentence"] == said.err.strip()
        return said.document["error"]

    def _open_window(self, url: str, actor: str) -> int:
        self.windows.append((url, actor))
        return 0


@pytest.fixture(autouse=True)
def _indonesian() -> Any:
    yield
    set_language("id")


@pytest.fixture
def new_terminal(capsys: pytest.CaptureFixture[str]) -> Callable[[str], Terminal]:
    """A terminal on any URL; nothing is there yet."""
    return lambda url: Terminal(url, capsys, [])


@pytest.fixture
def terminal(sqlite_url: str, new_terminal: Callable[[str], Terminal]) -> Terminal:
    """A terminal on a fresh registry in a file, with two officers and a unit."""
    return furnished(new_terminal(sqlite_url))


@pytest.fixture
def any_terminal(engine_url: str, new_terminal: Callable[[str], Terminal]) -> Terminal:
    """The same on either engine."""
    return furnished(new_terminal(engine_url))


def furnished(terminal: Terminal) -> Terminal:
    assert terminal("init", "--name", "Kelurahan Tanjung Laut").code == 0
    assert terminal("unit", "add", "Seksi Pemerintahan", "--code", "PEM").code == 0
    for name, position in (
        ("Endang Lestari, S.Sos.", "Lurah"),
        ("Budi Santoso", "Kepala Seksi"),
        ("Citra Dewi", "Staf"),
    ):
        assert (
            terminal("officer", "add", name, "--position", position, "--unit", "Seksi Pemerintahan").code == 0
        )
    return terminal
