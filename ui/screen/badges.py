"""How much waits on each page, beside its word on the left."""

from __future__ import annotations

from PySide6.QtCore import QObject

from correspondence.office import Office
from correspondence.services import boards, looking_up
from ui.screen.desk import Desk
from ui.screen.navigation import Navigation


class Badges(QObject):
    """Counted anew whenever something was touched."""

    def __init__(self, desk: Desk, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._desk = desk
        self._navigation = navigation

    def count(self) -> None:
        """Asks the register; the newest answer is shown."""
        if self._desk.surroundings is not None:
            self._desk.ask(_waiting, self._navigation.show_badges, owner=self, replaces="counts")


def _waiting(office: Office) -> dict[str, int]:
    """What each page counts itself: dispositions and signatures, not the letters they hang on."""
    late = {each.queue: each.number for each in looking_up.desk_counts(office)}.get("overdue", 0)
    return {
        "page_desk": late,
        "page_dispositions": boards.disposition_board(office).number,
        "page_signatures": boards.signature_board(office).number,
    }
