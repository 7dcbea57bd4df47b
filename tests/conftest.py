"""What every test may ask for: a screen that is not there, a real PostgreSQL, a fresh registry on either engine."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests import servers


def _choose_screen() -> None:
    """Before anything imports Qt: this worker's own virtual screen (`./test` names them), or none at all.

    Two workers on one screen would take the keyboard focus from each other.
    """
    screens = os.environ.get("WARKAT_TEST_SCREENS", "").split()
    if screens:
        worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
        os.environ["DISPLAY"] = screens[int(worker) % len(screens)]
        os.environ.pop("WAYLAND_DISPLAY", None)
        os.environ["QT_QPA_PLATFORM"] = "xcb"
    elif sys.platform == "linux" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


_choose_screen()


@pytest.fixture(autouse=True)
def _no_registry_of_this_desk(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No test may open, by an environment variable or by default, the registry of whoever runs it."""
    for name in ("WARKAT_REGISTRY", "WARKAT_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    desk = tmp_path_factory.getbasetemp() / "desk"
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(desk / name.lower()))


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a running server's maintenance database: the one `./test` started, or one of this process's own."""
    given = os.environ.get("WARKAT_TEST_POSTGRESQL")
    if given:
        yield given
        return
    refused = os.environ.get("WARKAT_TEST_POSTGRESQL_SKIPPED")
    if refused:
        pytest.skip(f"no PostgreSQL: {refused}")
    # Not tmp_path: the server's own user cannot pass through pytest's folders when the tests run as root.
    folder = Path(tempfile.mkdtemp(prefix="warkat-postgresql-"))
    try:
        try:
            url = servers.start(folder)
        except servers.NoServer as error:
            pytest.skip(f"no PostgreSQL: {error}")
        yield url
    finally:
        servers.stop(folder)


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """The URL of a database that holds nothing, for this test alone (70 ms); dropped after it, whoever is connected.

    A database and not a schema, though a schema takes 1 ms: advisory locks, search paths, triggers and the list of
    connections are then those of an office's server.
    """
    psycopg = pytest.importorskip("psycopg")
    name = f"warkat_{secrets.token_hex(8)}"
    with psycopg.connect(postgresql_server, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    yield urlunsplit(urlsplit(postgresql_server)._replace(path=f"/{name}"))
    with psycopg.connect(postgresql_server, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a registry file that does not exist yet; the folder has a space and an é, as offices' folders have."""
    folder = tmp_path / "buku agendé"
    folder.mkdir()
    return f"sqlite:///{(folder / 'registry.sqlite3').as_posix()}"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def engine_url(request: pytest.FixtureRequest) -> str:
    """A fresh registry URL: every test that asks for it runs once on each engine."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("libreoffice") and not (
        shutil.which("soffice") or shutil.which("libreoffice")
    ):
        pytest.skip("no LibreOffice on this machine")
