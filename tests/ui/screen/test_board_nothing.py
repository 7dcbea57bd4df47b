"""A board on which nothing stands."""

from __future__ import annotations

from typing import Any

from tests.ui.screen.real_desk import RealDesk
from ui.screen.board_page import signatures_page


def test_printing_an_empty_board_says_so(real: RealDesk) -> None:
    asked: list[dict[str, Any]] = []

    class Printing:
        def signature_round(self, _office: Any, **what: Any) -> bytes:
            asked.append(what)
            return b"%PDF-1.4"

    real.desk.printing = Printing()
    page = signatures_page(real.desk)
    real.show(page)
    real.settle()
    page.key_actions()["Ctrl+P"]()
    real.settle()
    assert asked == []
    assert "daftarnya kosong" in real.said[-1].text
