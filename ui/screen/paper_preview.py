"""A paper on the screen before it is printed: its pages, how many, larger and smaller, to the printer, into a file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ui.screen.desk import Desk
from ui.screen.paper_printer import PaperPrinter
from ui.screen.paper_view import FIT_PAGE, FIT_WIDTH, ZOOMS, PaperView
from ui.screen.plain import plain_label, push_button
from ui.screen.report_pages import PdfPages
from ui.texts import _, n_

_REMEMBERED = "preview"


class PaperPreview(QDialog):
    """`save` is the button that saves, made by the one who knows the paper's files; `paper` is what its printer and
    its size on the screen are remembered by; `note` is a sentence over its pages. `printed` when it went to the printer.
    """

    printed = Signal()

    def __init__(
        self,
        desk: Desk,
        title: str,
        pages: PdfPages,
        save: QPushButton,
        parent: QWidget,
        *,
        paper: str = "",
        note: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("paper_preview")
        self.setWindowTitle(title)
        self._desk = desk
        self._pages = pages
        self._paper = paper
        self._printer = PaperPrinter(desk, pages, paper, self)
        self._printer.printed.connect(self._was_printed)
        self._view = PaperView(desk.look, pages)
        self._view.zoomed.connect(self._say_zoom)
        self._view.turned.connect(lambda _number: self._say_page())
        self._lay_out(title, save, note)
        self._set_keys()
        self._recall_zoom()
        # Esc hides a dialogue without closing it; `finished` hears both. The view must not ask closed pages.
        self.finished.connect(lambda _code: self._close())

    @property
    def shown(self) -> int:
        """How many pages can be gone through."""
        return len(self._pages)

    def _lay_out(self, title: str, save: QPushButton, note: str) -> None:
        px = self._desk.look.px
        self._page_word = plain_label("", "muted")
        self._page_word.setObjectName("page_count")
        self._zoom = push_button("", "quiet", name="zoom")
        self._zoom.setToolTip(_("Ukuran di layar"))
        self._zoom.setMenu(self._sizes())
        smaller, larger = push_button("−", name="smaller"), push_button("+", name="larger")
        for button, word, keys, step in (
            (smaller, _("Perkecil"), "Ctrl+−", -1),
            (larger, _("Perbesar"), "Ctrl++", 1),
        ):
            button.setAccessibleName(word)
            button.setToolTip(f"{word}  {keys}")
            button.clicked.connect(lambda _on=False, step=step: self.zoom_by(step))
        printing = push_button(_("Cetak"), "primary", name="print", keys="Ctrl+P")
        printing.clicked.connect(self.print_)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(plain_label(title, "heading"))
        head.addWidget(self._page_word)
        head.addStretch(1)
        for widget in (smaller, self._zoom, larger, save, printing):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(12), px(16), px(16))
        layout.setSpacing(px(12))
        layout.addLayout(head)
        if note:
            said = plain_label(note, "muted")
            said.setObjectName("paper_note")
            said.setWordWrap(True)
            layout.addWidget(said)
        layout.addWidget(self._view, 1)
        room = self.screen().availableGeometry().size()
        self.resize(min(px(920), room.width()), int(room.height() * 0.92))
        self._view.setFocus()
        self._say_page()

    def _sizes(self) -> QMenu:
        menu = QMenu(self)
        for word, keys, fit in (
            (_("Selebar jendela"), "Ctrl+2", FIT_WIDTH),
            (_("Sehalaman penuh"), "Ctrl+0", FIT_PAGE),
        ):
            menu.addAction(f"{word}   {keys}").triggered.connect(
                lambda _on=False, fit=fit: self._view.set_zoom(fit=fit)
            )
        menu.addSeparator()
        for percent in ZOOMS:
            word = f"{percent} %" + ("   Ctrl+1" if percent == 100 else "")
            menu.addAction(word).triggered.connect(
                lambda _on=False, percent=percent: self._view.set_zoom(percent=percent)
            )
        return menu

    def _set_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl++", lambda: self.zoom_by(1)),
            ("Ctrl+=", lambda: self.zoom_by(1)),
            ("Ctrl+-", lambda: self.zoom_by(-1)),
            ("Ctrl+0", lambda: self._view.set_zoom(fit=FIT_PAGE)),
            ("Ctrl+1", lambda: self._view.set_zoom(percent=100)),
            ("Ctrl+2", lambda: self._view.set_zoom(fit=FIT_WIDTH)),
            ("Ctrl+P", self.print_),
        )
        for sequence, action in keys:
            QShortcut(QKeySequence(sequence), self).activated.connect(action)

    def zoom_by(self, step: int) -> None:
        """One size larger or smaller."""
        self._view.zoom_by(step)

    def print_(self) -> None:
        """Asks for the printer and prints what is shown."""
        self._printer.ask()

    def _was_printed(self) -> None:
        self._desk.say(_("{title}: dikirim ke printer.").format(title=self.windowTitle()))
        self.printed.emit()

    def _say_zoom(self) -> None:
        self._zoom.setText(f"{self._view.percent} % ▾")
        self._zoom.setAccessibleName(_("Ukuran di layar: {percent} %").format(percent=self._view.percent))

    def _say_page(self) -> None:
        count = len(self._pages)
        whole = n_("{count} halaman", count).format(count=count)
        if count > 1:
            whole = _("halaman {page} dari {count}").format(page=self._view.page + 1, count=count)
        self._page_word.setText(whole)

    def _recall_zoom(self) -> None:
        kept = self._desk.memory.recall(_REMEMBERED).get(self._paper)
        if kept in (FIT_WIDTH, FIT_PAGE):
            self._view.set_zoom(fit=str(kept))
        elif isinstance(kept, int | float):
            self._view.set_zoom(percent=kept)
        else:
            self._say_zoom()

    def _close(self) -> None:
        known = self._desk.memory.recall(_REMEMBERED)
        self._desk.memory.keep(_REMEMBERED, {**known, self._paper: self._view.fit or self._view.percent})
        self._view.hide()
        self._pages.close()
        self.deleteLater()
