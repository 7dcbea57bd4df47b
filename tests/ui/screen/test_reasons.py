"""Where a step asks for a reason the field says so, names its letter, and tells of everything that is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from correspondence.workflow import Step
from tests.builders import BUDI, EKO
from tests.ui.screen.real_desk import RealDesk
from tests.ui.screen.test_boards import draft_on_its_way
from ui.screen.board_page import signatures_page
from ui.screen.step_dialog import StepDialog


def test_handing_a_line_over_with_nothing_typed_complains_of_both(real: RealDesk, qtbot) -> None:
    draft_on_its_way(real.office, "Nota paraf", initials=(EKO,), sign=BUDI)
    page = signatures_page(real.desk)
    real.show(page)
    real.settle()
    page.acts.take(Step.REASSIGN)
    dialog = page.findChildren(StepDialog)[-1]
    assert dialog.windowTitle() == f"Alihkan {page._model.wait_at(0).letter.ref}"
    assert dialog.fields["note"].editor.accessibleName() == "Alasan"
    qtbot.keyClick(dialog.accept_button, Qt.Key.Key_Space)
    real.settle()
    feet = [dialog.findChild(QLabel, f"{name}_foot") for name in ("to", "note")]
    assert [each.property("look") for each in feet] == ["wrong", "wrong"]
    assert "penggantinya belum disebut" in feet[0].text()
    dialog.reject()
