"""Rolled back unless commit() was said."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from correspondence.errors import Unavailable
from correspondence.ports import UnitOfWork
from correspondence.search import LetterFilter
from db.connection import Archive
from tests.builders import NINE, a_letter


def _register(unit: UnitOfWork, key: str) -> int:
    number = unit.numbers.take("agenda:incoming:2026")
    letter = unit.letters.add(a_letter(agenda_number=number), key)
    unit.attachments.add(letter.id, "surat.pdf", b"isi", NINE)
    return number


def test_a_forgotten_commit_gives_the_number_back(archive: Archive) -> None:
    with archive.open_unit() as unit:
        assert _register(unit, "one") == 1
    with archive.open_unit() as unit:
        assert _register(unit, "two") == 1
        unit.commit()
    with archive.open_reading() as unit:
        assert unit.searches.count(LetterFilter()).number == 1
        assert unit.letters.by_request_key("one") is None


def test_an_error_takes_everything_back(archive: Archive) -> None:
    def fail() -> None:
        with archive.open_unit() as unit:
            _register(unit, "one")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with archive.open_unit() as unit:
        assert _register(unit, "two") == 1


def test_after_commit_a_unit_is_over(archive: Archive) -> None:
    with archive.open_unit() as unit:
        _register(unit, "one")
        unit.commit()
        with pytest.raises(RuntimeError):
            unit.letters.by_id(1)
        with pytest.raises(RuntimeError):
            unit.numbers.take("agenda:incoming:2026")


def test_who_only_reads_has_nothing_to_commit(archive: Archive) -> None:
    with archive.open_reading() as unit, pytest.raises(RuntimeError):
        unit.commit()


def test_a_reader_sees_a_still_picture_and_blocks_nobody(archive: Archive) -> None:
    written = threading.Event()

    def write() -> None:
        with archive.open_unit() as unit:
            _register(unit, "one")
            unit.commit()
        written.set()

    with archive.open_reading() as unit:
        assert unit.searches.count(LetterFilter()).number == 0
        desk = threading.Thread(target=write)
        desk.start()
        assert written.wait(10)
        assert unit.searches.count(LetterFilter()).number == 0
        desk.join()
    with archive.open_reading() as unit:
        assert unit.searches.count(LetterFilter()).number == 1


def test_a_reading_query_can_be_interrupted(archive: Archive) -> None:
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    ended: list[Exception] = []

    def read() -> None:
        try:
            with archive.open_reading() as unit:
                unit._session.value(endless)
        except Unavailable as error:
            ended.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(200):
        archive.interrupt()
        if not reader.is_alive():
            break
        time.sleep(0.05)
    reader.join(10)
    assert [error.reason for error in ended] == ["interrupted"]


def test_the_file_of_a_desk_needs_no_server_driver(sqlite_url: str) -> None:
    script = (
        "import sys; from db.connection import Archive; Archive.open(sys.argv[1], create=True).close();"
        "print([name for name in ('psycopg', 'playhouse', 'openpyxl', 'PySide6') if name in sys.modules])"
    )
    run = [sys.executable, "-c", script, sqlite_url]
    assert subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip() == "[]"
