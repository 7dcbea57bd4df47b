"""Registries that cannot be opened: each says what it is, and nothing is written into somebody else's file."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import peewee
import pytest

from correspondence.errors import Unavailable
from correspondence.people import Unit
from correspondence.profile import OfficeProfile
from db.connection import Archive
from db.failures import as_office_errors, reason_of
from db.migrations import NEWEST
from db.network_share import filesystem_of
from tests.builders import a_letter


def _url(path: Path) -> str:
    return f"sqlite:///{path.as_posix()}"


def _reason(url: str, *, create: bool = False) -> str:
    with pytest.raises(Unavailable) as refused:
        Archive.open(url, create=create)
    return refused.value.reason


def test_a_made_registry_opens_again(engine_url: str) -> None:
    Archive.open(engine_url, create=True).close()
    archive = Archive.open(engine_url)
    with archive.open_reading() as unit:
        assert unit.profiles.read() == OfficeProfile()
    archive.close()


def test_a_registry_that_is_not_there_is_missing(engine_url: str) -> None:
    assert _reason(engine_url) == "registry_missing"


def test_the_folder_is_made_with_the_registry(tmp_path: Path) -> None:
    path = tmp_path / "baru" / "kantor" / "warkat.sqlite3"
    assert _reason(_url(path)) == "registry_missing"
    assert not path.parent.exists()
    Archive.open(_url(path), create=True).close()
    assert path.is_file()


@pytest.mark.parametrize("content", [b"", b"nama;nomor\n", b"SQLite format 3\0" + b"x" * 5000])
def test_another_file_is_not_a_registry_and_stays_as_it_was(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "buku.sqlite3"
    path.write_bytes(content)
    assert _reason(_url(path)) == "registry_not_one"
    if content:
        assert _reason(_url(path), create=True) == "registry_not_one"
    assert path.read_bytes() == content


def test_a_creation_that_was_cut_off_is_taken_up_again(tmp_path: Path) -> None:
    path = tmp_path / "buku.sqlite3"
    path.touch()
    Archive.open(_url(path), create=True).close()
    Archive.open(_url(path)).close()


def test_another_programs_database_is_not_a_registry(tmp_path: Path) -> None:
    path = tmp_path / "lain.sqlite3"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE letter (id INTEGER)")
    other.close()
    before = path.read_bytes()
    assert _reason(_url(path), create=True) == "registry_not_one"
    assert path.read_bytes() == before


def test_a_folder_is_not_a_registry(tmp_path: Path) -> None:
    assert _reason(_url(tmp_path), create=True) == "registry_not_one"


@pytest.mark.postgresql
def test_another_programs_tables_are_not_a_registry(postgresql_url: str) -> None:
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(postgresql_url, autocommit=True) as server:
        server.execute("CREATE TABLE letter (id INTEGER)")
    assert _reason(postgresql_url, create=True) == "registry_not_one"


def test_a_newer_registry_is_told_with_both_numbers(engine_url: str) -> None:
    archive = Archive.open(engine_url, create=True)
    with archive.open_unit() as unit:
        unit._session.run("INSERT INTO registry_step VALUES (?, 'later', '')", (NEWEST + 1,))
        unit.commit()
    archive.close()
    with pytest.raises(Unavailable) as refused:
        Archive.open(engine_url)
    assert refused.value.reason == "registry_newer"
    assert (refused.value.facts["found"], refused.value.facts["known"]) == (NEWEST + 1, NEWEST)


@pytest.mark.parametrize("url", ["mysql://desk/warkat", "warkat.sqlite3", "sqlite:///", ""])
def test_what_is_no_address_is_told(url: str) -> None:
    assert _reason(url) == "registry_url_unknown"


def _reason_for_somebody(url: str) -> str:
    """Opens in a child without root's rights: for root nothing is read-only."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setuid(65534)
        try:
            archive = Archive.open(url)
            with archive.open_reading() as unit:
                os.write(writer, f"{len(unit.people.units())} read, ".encode())
            with archive.open_unit():
                os.write(writer, b"written")
        except Unavailable as error:
            os.write(writer, error.reason.encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as answer:
        return answer.read().decode()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
@pytest.mark.parametrize(("file", "around"), [(0o444, 0o555), (0o644, 0o555), (0o444, 0o777)])
def test_a_read_only_registry_is_read_and_not_written(file: int, around: int) -> None:
    # Not tmp_path: the other user cannot pass through pytest's folders when the tests run as root.
    folder = Path(tempfile.mkdtemp(prefix="warkat-read-only-"))
    try:
        path = folder / "buku.sqlite3"
        archive = Archive.open(_url(path), create=True)
        with archive.open_unit() as unit:
            unit.people.add_unit(Unit("Umum", "UM"))
            unit.commit()
        archive.close()
        path.chmod(file)
        folder.chmod(around)
        assert _reason_for_somebody(_url(path)) == "1 read, registry_read_only"
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_file_that_became_read_only_is_told_by_the_engine(tmp_path: Path) -> None:
    Archive.open(_url(tmp_path / "buku.sqlite3"), create=True).close()
    read_only = sqlite3.connect(f"{(tmp_path / 'buku.sqlite3').as_uri()}?mode=ro", uri=True)
    with pytest.raises(Unavailable) as refused, as_office_errors({"path": "buku"}):
        read_only.execute("INSERT INTO unit VALUES (1, '', '', 1)")
    read_only.close()
    assert (refused.value.reason, refused.value.facts) == ("registry_read_only", {"path": "buku"})


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    archive = Archive.open(_url(tmp_path / "buku.sqlite3"), create=True)
    with archive.open_unit() as unit:
        unit.letters.add(a_letter(), "kept")
        unit.commit()
    pages = archive._engine.database.execute_sql("PRAGMA page_count").fetchone()[0]
    archive._engine.database.execute_sql(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(Unavailable) as refused, archive.open_unit() as unit:
        unit.attachments.add(1, "besar.pdf", os.urandom(200_000), a_letter().registered_at)
    assert refused.value.reason == "disk_full"
    archive._engine.database.execute_sql("PRAGMA max_page_count = 100000")
    with archive.open_unit() as unit:
        assert unit.letters.by_request_key("kept") is not None
        assert list(unit.attachments.of_letter(1)) == []
        unit.letters.add(a_letter(agenda_number=2), "after")
        unit.commit()
    archive.close()


FULL = """
import os, resource, signal, sys
from correspondence.errors import Unavailable
from db.connection import Archive
from tests.builders import NINE, a_letter
archive = Archive.open(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    with archive.open_unit() as unit:
        unit.attachments.add(1, "besar.pdf", os.urandom(3_000_000), NINE)
        unit.commit()
except Unavailable as error:
    print(error.reason)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_disk_that_fails_while_writing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "buku.sqlite3"
    archive = Archive.open(_url(path), create=True)
    with archive.open_unit() as unit:
        unit.letters.add(a_letter(), "kept")
        unit.commit()
    run = [sys.executable, "-c", FULL, _url(path)]
    answer = subprocess.run(run, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert answer.stdout.strip() in {"disk_full", "disk_failed"}
    with archive.open_reading() as unit:
        assert unit.letters.by_request_key("kept") is not None
        assert list(unit.attachments.of_letter(1)) == []
        assert unit._session.value("PRAGMA integrity_check") == "ok"
    archive.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_server_that_is_not_there_is_told_with_its_name_and_no_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(Unavailable) as refused:
        Archive.open(f"postgresql://clerk:secret@127.0.0.1:{_free_port()}/warkat")
    assert refused.value.reason == "server_unreachable"
    assert refused.value.facts["host"] == "127.0.0.1"
    assert "secret" not in str(refused.value.facts)


@pytest.mark.slow
def test_a_server_that_does_not_answer_is_given_up_within_five_seconds() -> None:
    pytest.importorskip("psycopg")
    with socket.create_server(("127.0.0.1", 0)) as mute:  # accepts, and never says a word
        started = time.monotonic()
        assert _reason(f"postgresql://clerk@127.0.0.1:{mute.getsockname()[1]}/warkat") == "server_unreachable"
        assert time.monotonic() - started <= 5.5


@pytest.mark.postgresql
def test_a_server_that_refuses_is_told(postgresql_url: str) -> None:
    parts = urlsplit(postgresql_url)
    stranger = parts._replace(netloc=f"stranger:wrong@{parts.hostname}:{parts.port}")
    assert _reason(urlunsplit(stranger)) == "server_refused"
    assert _reason(urlunsplit(parts._replace(path="/no_such_registry"))) == "server_refused"


@pytest.mark.postgresql
def test_a_desk_finds_its_server_again(postgresql_url: str) -> None:
    psycopg = pytest.importorskip("psycopg")
    archive = Archive.open(postgresql_url, create=True)
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with archive.open_unit() as unit:
        unit.letters.add(a_letter(), "one")
        with psycopg.connect(postgresql_url, autocommit=True) as other:
            other.execute(cut)
        with pytest.raises(Unavailable) as lost:
            unit.commit()
    assert lost.value.reason == "server_unreachable"
    with archive.open_unit() as unit:
        assert unit.letters.by_request_key("one") is None
        unit.letters.add(a_letter(), "one")
        unit.commit()
    archive.close()


def test_many_desks_may_make_the_registry_at_once(engine_url: str) -> None:
    failed: list[Exception] = []

    def open_it() -> None:
        try:
            Archive.open(engine_url, create=True).close()
        except (Unavailable, peewee.PeeweeException) as error:
            failed.append(error)

    desks = [threading.Thread(target=open_it) for _ in range(6)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert failed == []


def test_where_a_file_lies_is_read_from_the_mounts() -> None:
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/kantor nfs4 rw 0 0\n"
        "//nas/a /mnt/bagian\\040umum cifs rw 0 0\n/dev/sdb /mnt/kantor/lokal ext4 rw 0 0\n"
    )
    for path, kind in {
        "/home/a/b.sqlite3": "ext4",
        "/mnt/kantor/b.sqlite3": "nfs4",
        "/mnt/bagian umum/b.sqlite3": "cifs",
        "/mnt/kantor/lokal/b.sqlite3": "ext4",
        "/mnt/kantorku/b.sqlite3": "ext4",
    }.items():
        assert filesystem_of(Path(path), mounts) == kind


def test_our_own_mistakes_stay_what_they_are(archive: Archive) -> None:
    with archive.open_reading() as unit, pytest.raises(peewee.PeeweeException):
        unit._session.run("SELECT no_such_column FROM letter")
    assert reason_of(peewee.IntegrityError("x")) is None


def test_every_threads_connection_is_durable_and_keeps_the_keys(sqlite_url: str) -> None:
    archive = Archive.open(sqlite_url, create=True)
    found: list[dict[str, object]] = []

    def look() -> None:
        with archive.open_unit() as unit:
            names = ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout")
            found.append({name: unit._session.value(f"PRAGMA {name}") for name in names})

    for desk in [threading.Thread(target=look) for _ in range(2)]:
        desk.start()
        desk.join()
    look()
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "busy_timeout": 30000,
    }
    assert found == [wanted] * 3
    archive.close()


def test_a_key_that_leads_nowhere_is_refused(archive: Archive) -> None:
    with archive.open_unit() as unit, pytest.raises(peewee.IntegrityError):
        unit.letters.add(a_letter(kind_id=99), "key")
