"""PySide6 6.12.0 lost one reference to None in every void call; after some thousand calls Python aborted.

That is why pyproject.toml keeps it below 6.12. Whoever lifts the bound finds out here, not in an office.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 500


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: its count says nothing"
)
def test_void_calls_do_not_use_up_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    texts = [f"Surat {number}" for number in range(CALLS)]
    before = sys.getrefcount(None)
    for text in texts:
        label.setText(text)
    after = sys.getrefcount(None)
    # Other threads and caches may take or drop a few; the defect took every one of them.
    assert after > before - CALLS // 10, f"{before - after} references to None were lost in {CALLS} calls"
