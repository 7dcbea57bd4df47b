"""How much waits on each page, beside its word on the left."""

from __future__ import annotations

from PySide6.QtCore import QObject

from correspondence.dossier import DeskCount
from correspondence.services import looking_up
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
            self._desk.ask(looking_up.desk_counts, self._show, owner=self, replaces="counts")

    def _show(self, counts: tuple[DeskCount, ...]) -> None:
        waiting = {each.queue: each.number for each in counts}
        self._navigation.show_badges(
            {
                "page_desk": waiting.get("overdue", 0),
                "page_dispositions": waiting.get("disposed", 0),
                "page_signatures": waiting.get("in_review", 0) + waiting.get("awaiting_signature", 0),
            }
        )
