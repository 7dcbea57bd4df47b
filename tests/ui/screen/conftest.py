"""A window over an office in memory, driven by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from correspondence.letters import LetterKind
from correspondence.office import Office
from correspondence.services.starting import Starter
from tests.builders import Desk as OfficeDesk
from tests.builders import build_desk
from tests.ui.screen.real_desk import RealDesk, real_desk
from ui.screen.app import open_window
from ui.screen.main_window import MainWindow


@dataclass
class MemoryRegistry:
    office: Office

    def close(self) -> None:
        """Nothing to close."""


def starter() -> Starter:
    return Starter(kinds=(LetterKind("Surat Dinas"),), codes=(), holidays={})


@dataclass
class Driver:
    """Presses keys where the focus is, and waits for what comes of it."""

    window: MainWindow
    qtbot: Any

    def key(self, key: Qt.Key, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.activeModalWidget() or self.window
        self.qtbot.keyClick(target.focusWidget() or target, key, modifiers)

    def ctrl(self, key: Qt.Key, *, shift: bool = False) -> None:
        modifiers = Qt.KeyboardModifier.ControlModifier
        if shift:
            modifiers |= Qt.KeyboardModifier.ShiftModifier
        self.key(key, modifiers)

    def type(self, text: str) -> None:
        target = QApplication.activeModalWidget() or self.window
        self.qtbot.keyClicks(target.focusWidget(), text)

    def wait(self, holds: Callable[[], bool]) -> None:
        """Until it holds; what the window shows instead is said when it never does."""
        try:
            self.qtbot.waitUntil(holds, timeout=10_000)
        except self.qtbot.TimeoutError:
            report = self.window.findChild(QPlainTextEdit, "crash_report")
            said = self.window.findChild(QWidget, "toast").accessibleName()
            told = report.toPlainText() if report is not None else "no crash"
            pytest.fail(f"on {self.page() or 'no page'}, toast “{said}”, {told}")

    def find(self, kind: type, name: str, page: str = "") -> Any:
        where: QWidget | None = self.window.findChild(QWidget, page) if page else self.window
        assert where is not None, f"no {page}"
        found = where.findChild(kind, name)
        assert found is not None, f"no {name} in {page or 'the window'}"
        return found

    def page(self) -> str:
        return self.window.page.objectName() if self.window.page else ""

    def rows(self, page: str = "page_incoming") -> int:
        return self.find(QWidget, "letters_view", page).model().rowCount()


@pytest.fixture
def office_desk() -> OfficeDesk:
    return build_desk()


@pytest.fixture
def open_office_window(qtbot, qapp, tmp_path: Path) -> Iterator[Callable[..., Driver]]:
    """Opens a window on an office; several windows one after the other may be asked for."""
    opened = []

    def open_(
        office: Office, *, folder: Path | None = None, printing: Any = None, wait: str = "page_desk"
    ) -> Driver:
        window, background = open_window(
            qapp,
            opener=lambda: MemoryRegistry(office),
            starter=starter,
            folder=folder or tmp_path / "meja",
            printing=printing,
        )
        opened.append((window, background))
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        window.start()
        driver = Driver(window, qtbot)
        driver.wait(lambda: driver.page() == wait)
        return driver

    yield open_
    for window, background in opened:
        background.close()
        window.setProperty("closing", True)
        window.close()
        window.deleteLater()


@pytest.fixture
def driver(open_office_window, office_desk) -> Driver:
    """A window on an office with three letters."""
    office_desk.incoming(subject="Permohonan data penerima bantuan", correspondent="Dinas Sosial")
    office_desk.incoming(subject="Undangan rapat musrenbang", correspondent="Kecamatan Kandangan")
    office_desk.outgoing(subject="Jawaban permohonan data")
    return open_office_window(office_desk.office)


@pytest.fixture
def real(qtbot, sqlite_url) -> Iterator[RealDesk]:
    """A desk over a registry of its own, for one page without the window."""
    with real_desk(qtbot, sqlite_url) as opened:
        yield opened
