"""A desk as the window hands it to a page, over a real SQLite registry that is furnished with an office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from correspondence.changes import Changes
from correspondence.office import Office
from tests.builders import StandingClock, furnish
from ui.background import Background
from ui.screen.desk import Desk, Said
from ui.screen.memory import Memory
from ui.screen.theme import Look
from ui.wiring import Registry, open_registry

T = TypeVar("T")


class RealDesk:
    """`desk` for the page; `ask` reads the same registry from the test's own connection."""

    def __init__(self, desk: Desk, registry: Registry, qtbot: Any) -> None:
        self.desk = desk
        self.office: Office = registry.office
        self._qtbot = qtbot
        self.said: list[Said] = []
        desk.said.connect(self.said.append)

    def ask(self, question: Callable[[Office], T]) -> T:
        return question(self.office)

    def show(self, page: QWidget) -> QWidget:
        """The page as the window shows it: listening, refreshed, as large as on a small screen."""
        self._qtbot.addWidget(page)
        changed: Callable[[Changes], None] = page.on_changed  # type: ignore[attr-defined]
        self.desk.changed.connect(changed)
        page.resize(1166, 768)
        page.show()
        page.activateWindow()
        page.refresh()  # type: ignore[attr-defined]
        self.settle()
        return page

    def settle(self) -> None:
        """Until everything asked so far has been answered, and what those answers asked."""
        for _round in range(3):
            answered: list[bool] = []
            self.desk.background.run(lambda _office: True, on_done=answered.append)
            self._qtbot.waitUntil(lambda heard=answered: bool(heard))


@contextmanager
def real_desk(qtbot: Any, url: str, *, fill: Callable[[Office], object] | None = None) -> Iterator[RealDesk]:
    """Opens, furnishes and closes; `fill` puts letters in before the desk looks around."""
    clock = StandingClock()
    registry = open_registry(url, actor="petugas", clock=clock, create=True)
    with registry.office.open_unit() as unit:
        furnish(unit)
        unit.commit()
    if fill is not None:
        fill(registry.office)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    background = Background(partial(open_registry, url, actor="petugas", clock=clock))
    broke: list[str] = []
    background.broke.connect(broke.append)
    try:
        desk = Desk(background, Look(app), Memory())
        around: list[bool] = []
        desk.looked_around.connect(lambda: around.append(True))
        desk.look_around()
        qtbot.waitUntil(lambda: bool(around or broke))
        assert not broke, broke[0]
        yield RealDesk(desk, registry, qtbot)
    finally:
        background.close()
        registry.close()
    assert not broke, broke[0]
