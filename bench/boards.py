"""The first paint of the boards in a full registry against one a hundredth of its size, and a step on one letter.

Per letter two dispositions, one in ten of them live, and every second letter waits for a signature, shared by twenty
officers: 100,000 letters hold 200,000 dispositions and 50,000 open signature steps. Timed in one process, offscreen, from
making the page until its first rows are painted; the registry is open and the office known, as when a clerk presses
Ctrl+5. The step is one letter changed elsewhere: from hearing of it until the lines are painted anew. At last what the
archive is asked for in the full registry, against the time between two pictures of a screen.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from bench import harness
from bench.harness import ACTOR, scratch
from bench.letters import filled, url_of
from correspondence.boards import BoardFilter
from correspondence.changes import Changes
from correspondence.dispositions import Disposition
from correspondence.office import Office
from correspondence.people import Appointment, Officer
from correspondence.services import boards
from correspondence.services.desk_queues import desk_counts
from correspondence.signatures import SignatureStep, SignatureTask
from correspondence.workflow import DispositionState, SignatureState
from ui.background import Background
from ui.screen.app import application
from ui.screen.board_page import BoardPage, dispositions_page, signatures_page
from ui.screen.desk import Desk
from ui.screen.memory import Memory
from ui.screen.theme import Look
from ui.wiring import open_registry

SMALLER = 100
OFFICERS = 20
LIVE_EVERY = 10
GOAL = 2.0
FRAME = 16.0
"""Milliseconds between two pictures of the screen."""
A_UNIT = BoardFilter(unit_id=3)
QUESTIONS: dict[str, Callable[[Office], object]] = {
    "the cards of the first screen": desk_counts,
    "headings of Tanda Tangan": boards.signature_board,
    "headings of Tanda Tangan, one unit": partial(boards.signature_board, asked=A_UNIT),
    "headings of Disposisi, one unit": partial(boards.disposition_board, asked=A_UNIT),
    "Disposisi by letter, its first page": boards.letters_waiting,
}
_GIVES_UP = 60_000


def main() -> None:
    options = harness.arguments(__doc__, letters=100_000, repeats=9).parse_args()
    sizes = {"full": options.letters, "small": max(20, options.letters // SMALLER)}
    app = application()
    with scratch() as folder, ExitStack() as rooms:
        desks = {}
        for name, number in sizes.items():
            harness.say(
                f"{name}: {number:,} letters, {2 * number:,} dispositions, {number // 2:,} open signatures"
            )
            url = url_of(folder / f"{name}.sqlite3")
            fill(url, number)
            desks[name] = rooms.enter_context(open_desk(app, url))
        for board, maker in (("signatures", signatures_page), ("dispositions", dispositions_page)):
            sides = {name: partial(first_paint, desk, maker) for name, desk in desks.items()}
            _compare(f"{board}, first paint", sides, options.repeats)
            sides = {name: partial(one_step, desk, maker) for name, desk in desks.items()}
            _compare(f"{board}, one letter changed", sides, options.repeats)
        office = rooms.enter_context(
            closing(open_registry(url_of(folder / "full.sqlite3"), actor=ACTOR))
        ).office
        for what, asks in QUESTIONS.items():
            took = harness.medians(
                harness.take_turns({what: partial(_worked, office, asks)}, repeats=options.repeats)
            )
            harness.say_goal(f"{what}, full", took[what] * 1000, at_most=FRAME, unit="ms of the processor")


def _worked(office: Office, asks: Callable[[Office], object]) -> float:
    """Seconds of the processor: what a busy machine adds is no cost of ours."""
    start = time.process_time()
    asks(office)
    return time.process_time() - start


def _compare(what: str, sides: dict[str, Callable[[], float]], repeats: int) -> None:
    took = harness.medians(harness.take_turns(sides, repeats=repeats))
    for name, value in took.items():
        harness.say_side(f"{what}: {name}", value)
    harness.say_goal(f"{what}: full / small", took["full"] / took["small"], at_most=GOAL)


def fill(url: str, number: int) -> None:
    """The letters, and on them what waits."""
    registry = filled(url, number)
    start = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
    with registry.office.open_unit() as unit:
        officers = []
        for place in range(OFFICERS):
            one = unit.people.add_officer(Officer(f"Pejabat {place:02}"))
            unit.people.add_appointment(
                Appointment(one.id, f"Kepala Seksi {place:02}", first_day=date(2020, 1, 1))
            )
            officers.append(one.id)
        for letter_id in range(1, number + 1):
            at = start + timedelta(minutes=letter_id)
            officer = officers[letter_id % OFFICERS]
            for lead in (True, False):
                live = (2 * letter_id + lead) % LIVE_EVERY == 0
                unit.dispositions.add(
                    Disposition(
                        letter_id,
                        officer,
                        lead,
                        at,
                        from_id=officers[0],
                        state=DispositionState.SENT if live else DispositionState.DONE,
                        instructions=("Tindak lanjuti",),
                        due_on=date(2026, 1, 9) + timedelta(days=letter_id % 300),
                        done_at=None if live else at,
                    )
                )
            if letter_id % 2 == 0:
                unit.signatures.add(
                    SignatureStep(
                        letter_id,
                        1,
                        1,
                        officer,
                        SignatureTask.SIGN,
                        f"Kepala Seksi {letter_id % OFFICERS:02}",
                        state=SignatureState.REQUESTED,
                        requested_at=at,
                        promised_for=at + timedelta(hours=5) if letter_id % 3 == 0 else None,
                    )
                )
        unit.commit()
    registry.close()


@contextmanager
def open_desk(app: QApplication, url: str) -> Iterator[Desk]:
    """A desk that has looked around."""
    background = Background(partial(open_registry, url, actor=ACTOR))
    desk = Desk(background, Look(app), Memory())
    loop = QEventLoop()
    desk.looked_around.connect(loop.quit)
    background.broke.connect(_break_off)
    desk.look_around()
    loop.exec()
    try:
        yield desk
    finally:
        background.close()


class _Painted(QObject):
    """Ends the loop when the list has been painted with rows in it; asks Qt once more after `again`."""

    def __init__(self, page: BoardPage, loop: QEventLoop) -> None:
        super().__init__(page)
        self._loop = loop
        self._view = page.findChild(QTableView, page._spec.view)
        self.wanted = True
        self._view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self.wanted and self._view.model().rowCount():
            QTimer.singleShot(0, self._loop.quit)
        return False


def first_paint(desk: Desk, maker: Callable[[Desk], BoardPage]) -> float:
    """Seconds until the first rows stand on the screen."""
    loop = QEventLoop()
    start = time.perf_counter()
    page = maker(desk)
    page.resize(1166, 768)
    painted = _Painted(page, loop)
    page.show()
    page.refresh()
    _wait(loop)
    took = time.perf_counter() - start
    painted.wanted = False
    _put_away(page)
    return took


def one_step(desk: Desk, maker: Callable[[Desk], BoardPage]) -> float:
    """Seconds from hearing of one changed letter until its lines are put in place and painted."""
    loop = QEventLoop()
    page = maker(desk)
    page.resize(1166, 768)
    painted = _Painted(page, loop)
    page.show()
    page.refresh()
    _wait(loop)
    painted.wanted = False
    wait = page._model.wait_at(3)
    assert wait is not None
    loop = QEventLoop()
    page._model.ticks_changed.connect(loop.quit)
    start = time.perf_counter()
    page.on_changed(Changes((wait.letter.ref,), (wait.letter.id,)))
    _wait(loop)
    took = time.perf_counter() - start
    _put_away(page)
    return took


def _wait(loop: QEventLoop) -> None:
    QTimer.singleShot(_GIVES_UP, loop, _give_up)
    loop.exec()


def _give_up() -> None:
    raise SystemExit("nothing was painted within a minute")


def _break_off(report: str) -> None:
    print(report, file=sys.stderr)
    os._exit(1)


def _put_away(page: QWidget) -> None:
    page.hide()
    page.deleteLater()
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
