"""What other programs rely on: names, accessible names, plain text, what is not loaded before the first paint."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QTableView, QWidget

ROOT = Path(__file__).parents[3]
LATE = ("docx", "docxtpl", "lxml", "reportlab", "openpyxl", "psycopg", "holidays", "pypdfium2")
HOSTILE = '<img src="file:///etc/passwd"> & <b>tebal</b>'


def test_lists_and_searches_stand_under_their_pages(driver) -> None:
    for page in ("page_incoming", "page_outgoing"):
        driver.window.open_page(page)
        for kind, name in ((QTableView, "letters_view"), (QLineEdit, "search")):
            assert driver.find(kind, name, page).accessibleName()
    for page, name in (("page_dispositions", "dispositions_view"), ("page_signatures", "signatures_view")):
        driver.window.open_page(page)
        assert driver.find(QTableView, name, page).accessibleName()


@pytest.mark.parametrize(
    ("page", "names"),
    [
        (
            "page_incoming",
            "sender letter_number letter_date received_on subject urgency secrecy classification enclosures kind unit",
        ),
        ("page_outgoing", "correspondent subject kind unit urgency secrecy classification enclosures"),
    ],
)
def test_the_form_has_the_fields_in_the_order_of_the_paper(driver, page, names) -> None:
    driver.window.open_page(page)
    driver.find(QWidget, page).new_letter()
    expected = names.split()
    for name in expected:
        assert driver.find(QWidget, name, page).accessibleName(), name
    walked = []
    widget = driver.find(QWidget, expected[0], page)
    for _step in range(120):
        if widget.objectName() in expected and widget.objectName() not in walked:
            walked.append(widget.objectName())
        widget = widget.nextInFocusChain()
    assert walked == expected


def test_every_text_is_plain(driver, office_desk) -> None:
    office_desk.incoming(subject=HOSTILE, correspondent=HOSTILE, letter_number=HOSTILE, enclosures="1 berkas")
    for number in range(1, 9):
        driver.ctrl(getattr(Qt.Key, f"Key_{number}"))
    driver.window.open_page("page_incoming")
    driver.wait(lambda: driver.rows() == 3)
    driver.wait(lambda: driver.find(QLabel, "reference", "page_incoming").text() == "M-2026-3")
    driver.key(Qt.Key.Key_F1)
    driver.ctrl(Qt.Key.Key_D)
    driver.find(QWidget, "page_incoming").new_letter()
    driver.find(QLineEdit, "sender", "page_incoming").setText(HOSTILE)
    driver.window._desk.say(HOSTILE, big=HOSTILE)
    driver.window.close()
    labels = driver.window.findChildren(QLabel)
    assert any(label.text() == HOSTILE for label in labels)
    own = [label for label in labels if not isinstance(label.window(), QMessageBox)]
    assert len(own) > 50
    assert not [label.text() for label in own if label.textFormat() is not Qt.TextFormat.PlainText]
    boxes = driver.window.findChildren(QMessageBox)
    assert boxes
    assert all(box.textFormat() is Qt.TextFormat.PlainText for box in boxes)
    tips = [each.toolTip() for each in driver.window.findChildren(QWidget)]
    assert not [tip for tip in tips if "<img" in tip or "<b>" in tip]


def test_nothing_slow_is_loaded_before_the_first_paint() -> None:
    program = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from ui import __main__ as entrance, wiring
from ui.screen import app as screen

app = screen.application()
def never():
    raise SystemExit("not opened in this test")
window, background = screen.open_window(app, opener=never, starter=never, printing=wiring.WindowPrinting("sqlite:///x"))

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            print(json.dumps(sorted(name for name in sys.modules if "." not in name)))
            app.quit()
        return False

first = FirstPaint()
window.installEventFilter(first)
window.show()
QTimer.singleShot(20000, app.quit)
app.exec()
background.close()
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    told = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    loaded = set(json.loads(told.stdout.splitlines()[0]))
    assert "PySide6" in loaded
    assert not loaded & set(LATE)
