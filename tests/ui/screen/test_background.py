"""The gate to the background: order, staleness, errors, progress, owners, closing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QObject

from correspondence.errors import OfficeError, Refused
from ui.background import Background


@dataclass
class FakeRegistry:
    """Stands for an opened registry; remembers on which thread it was opened and closed."""

    office: Any = "the office"
    opened_on: int = field(default_factory=threading.get_ident)
    closed_on: int = 0

    def close(self) -> None:
        self.closed_on = threading.get_ident()


@pytest.fixture
def registry_box() -> list[FakeRegistry]:
    return []


@pytest.fixture
def background(qtbot, registry_box) -> Iterator[Background]:
    def opener() -> FakeRegistry:
        registry_box.append(FakeRegistry())
        return registry_box[0]

    gate = Background(opener)
    yield gate
    gate.close()


def test_the_job_runs_elsewhere_and_the_answer_comes_home(qtbot, background) -> None:
    heard: list[tuple[Any, int]] = []
    background.run(
        lambda office: (office, threading.get_ident()),
        on_done=lambda result: heard.append((result, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: bool(heard))
    (office, worker), home = heard[0]
    assert office == "the office"
    assert home == threading.get_ident() != worker


def test_the_worker_stays_one_thread_to_python(qtbot, background) -> None:
    """Connections are kept in `threading.local`; lost after each task, every task would open another one."""
    kept, seen = threading.local(), []

    def job(_office: Any) -> int:
        kept.tasks = getattr(kept, "tasks", 0) + 1
        return kept.tasks

    for _task in range(3):
        background.run(job, on_done=seen.append)
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen == [1, 2, 3]


def test_what_was_asked_first_is_answered_first(qtbot, background) -> None:
    heard: list[int] = []
    for number in range(50):
        background.run(lambda _office, n=number: n, on_done=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 50)
    assert heard == list(range(50))


def test_a_stale_answer_is_never_heard(qtbot, background) -> None:
    gate = threading.Event()
    heard: list[str] = []
    background.run(lambda _office: gate.wait(5) and "old", on_done=heard.append, replaces="search")
    background.run(lambda _office: "older than the newest", on_done=heard.append, replaces="search")
    background.run(lambda _office: "new", on_done=heard.append, replaces="search")
    background.run(lambda _office: "another question", on_done=heard.append, replaces="count")
    gate.set()
    qtbot.waitUntil(lambda: "another question" in heard)
    assert heard == ["new", "another question"]


def test_a_stale_question_still_in_the_queue_is_not_even_asked(qtbot, background) -> None:
    gate = threading.Event()
    asked: list[int] = []
    done: list[int] = []
    background.run(lambda _office: gate.wait(5), on_done=lambda _: None)
    for number in range(5):
        background.run(lambda _office, n=number: asked.append(n) or n, on_done=done.append, replaces="search")
    gate.set()
    qtbot.waitUntil(lambda: done == [4])
    assert asked == [4]


def test_a_rule_that_said_no_is_told_to_whoever_asked(qtbot, background) -> None:
    def refuse(_office: Any) -> None:
        raise Refused("subject_missing", "subject")

    heard: list[OfficeError] = []
    settled: list[int] = []
    background.run(
        refuse, on_done=pytest.fail, on_error=heard.append, on_settled=lambda: settled.append(len(heard))
    )
    qtbot.waitUntil(lambda: bool(settled))
    assert heard[0].rule == "subject_missing"
    assert settled == [1]


def test_an_office_error_without_a_listener_goes_to_the_bar(qtbot, background) -> None:
    def refuse(_office: Any) -> None:
        raise Refused("subject_missing", "subject")

    with qtbot.waitSignal(background.failed) as blocker:
        background.run(refuse, on_done=pytest.fail)
    assert blocker.args[0].rule == "subject_missing"


def test_a_defect_of_ours_comes_with_its_report(qtbot, background) -> None:
    def break_down(_office: Any) -> None:
        raise KeyError("nobody foresaw this")

    heard: list[OfficeError] = []
    with qtbot.waitSignal(background.broke) as blocker:
        background.run(break_down, on_done=pytest.fail, on_error=heard.append)
    assert "nobody foresaw this" in blocker.args[0]
    assert "break_down" in blocker.args[0]
    assert heard == []


def test_nobody_is_told_when_the_asker_is_gone(qtbot, background) -> None:
    gate = threading.Event()
    asker = QObject()
    heard: list[int] = []
    background.run(lambda _office: gate.wait(5), on_done=lambda _: None)
    background.run(lambda _office: 1, on_done=heard.append, owner=asker)
    asker.deleteLater()
    with qtbot.waitSignal(asker.destroyed):
        pass
    gate.set()
    background.run(lambda _office: 2, on_done=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [2]


def test_an_owner_that_asks_all_day_is_remembered_once(qtbot, background) -> None:
    asker = QObject()
    heard: list[int] = []
    for number in range(200):
        background.run(lambda _office, n=number: n, on_done=heard.append, owner=asker)
    qtbot.waitUntil(lambda: len(heard) == 200)
    assert len(background._owned) == 1
    assert not background._owned[id(asker)]
    assert not background._owner_of
    asker.deleteLater()
    with qtbot.waitSignal(asker.destroyed):
        pass
    assert not background._owned


def test_long_work_reports_and_stops_when_asked(qtbot, background) -> None:
    seen: list[tuple[int, int]] = []
    done: list[int] = []
    go_on = threading.Semaphore(0)

    def count(_office: Any, progress: Any) -> int:
        for number in range(1000):
            if not progress(number, 1000):
                return number
            assert go_on.acquire(timeout=5)
        return 1000

    task = background.run_long(count, on_done=done.append, on_progress=lambda *figures: seen.append(figures))
    qtbot.waitUntil(lambda: seen == [(0, 1000)])
    task.cancel()
    go_on.release()
    qtbot.waitUntil(lambda: bool(done))
    assert done == [1]


def test_what_was_handed_in_before_closing_is_still_done(qtbot, background, registry_box) -> None:
    written: list[str] = []
    for number in range(20):
        background.run(lambda _office, n=number: written.append(f"letter {n}"), on_done=lambda _: None)
    background.close()
    assert len(written) == 20
    assert registry_box[0].closed_on == registry_box[0].opened_on != threading.get_ident()


def test_a_registry_that_does_not_open_is_an_error_and_may_be_tried_again(qtbot) -> None:
    tries: list[int] = []

    def opener() -> FakeRegistry:
        tries.append(1)
        if len(tries) == 1:
            raise Refused("not_a_registry")
        return FakeRegistry()

    gate = Background(opener)
    with qtbot.waitSignal(gate.failed):
        gate.run(lambda office: office, on_done=pytest.fail)
    heard: list[Any] = []
    gate.run(lambda office: office, on_done=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    gate.close()
    assert heard == ["the office"]


def test_closing_twice_and_asking_afterwards_does_nothing(qtbot) -> None:
    gate = Background(FakeRegistry)
    gate.close()
    gate.close()
    assert gate.run(lambda office: office, on_done=pytest.fail).cancelled
