"""What was found out about a template: what is to be mended, or how it differs from the shipped one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.paper.printed_lines import ProblemLine
from ui.screen.settings_rows import ListCard, Row
from ui.screen.theme import Look
from ui.template_lines import Comparison
from ui.template_words import difference_word
from ui.texts import _, n_


class TemplateFindings(QWidget):
    """One of two lists, or nothing; each answers with the sentence that stands above it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._flaws = ListCard(
            look,
            "flaws_view",
            _("Yang perlu diperbaiki"),
            (_("Isian"), _("Tempat"), _("Yang perlu diperbaiki")),
            empty="",
            wide=2,
        )
        self._differences = ListCard(
            look,
            "differences_view",
            _("Perbedaan dengan bawaan"),
            (_("Beda"), _("Templat bawaan"), _("Templat kantor"), _("Tempat")),
            empty="",
            wide=2,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flaws)
        column.addWidget(self._differences)
        self.clear()

    def clear(self) -> None:
        """Nothing was asked about this template yet."""
        self._flaws.hide()
        self._differences.hide()
        self.hide()

    def show_flaws(self, paper: str, flaws: Sequence[ProblemLine]) -> str:
        """What is to be mended, with its place."""
        rows = [Row(each, (each.field or "—", each.where or "—", each.problem)) for each in flaws]
        self._show(self._flaws, rows)
        if rows:
            text = n_("{paper}: {count} hal perlu diperbaiki.", len(rows))
        else:
            text = _("{paper}: templat baik, semua isian dikenal.")
        return text.format(paper=paper, count=len(rows))

    def show_comparison(self, paper: str, found: Comparison) -> str:
        """Fields first: a lost field is a lost fact; then paragraph by paragraph."""
        rows = [
            *(Row(each, (_("isian ditambah"), "—", each, "—")) for each in found.only_own),
            *(Row(each, (_("isian dihapus"), each, "—", "—")) for each in found.only_shipped),
            *(
                Row(each, (difference_word(each.what), each.was or "—", each.now or "—", each.where or "—"))
                for each in found.paragraphs
            ),
        ]
        self._show(self._differences, rows)
        if rows:
            text = n_("{paper}: {count} perbedaan dengan templat bawaan.", len(rows))
        elif found.same:
            text = _("{paper}: sama persis dengan templat bawaan.")
        else:
            text = _("{paper}: tulisannya sama dengan templat bawaan, susunannya berbeda.")
        return text.format(paper=paper, count=len(rows))

    def _show(self, card: ListCard, rows: Sequence[Row]) -> None:
        self.clear()
        card.show_rows(rows)
        card.setVisible(bool(rows))
        self.setVisible(bool(rows))
