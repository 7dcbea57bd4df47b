"""A paper on the screen before it is printed: its pages, how many, larger and smaller."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.screen.desk import Desk
from ui.screen.plain import plain_label, push_button
from ui.screen.report_pages import PdfPages, prepare_printer, print_pages
from ui.texts import _, n_

ZOOMS = (50, 67, 80, 100, 125, 150, 200, 300)
_SCREEN_DPI = 96


class PaperPreview(QDialog):
    """`save` is the button that saves, made by the one who knows the paper's files."""

    def __init__(self, desk: Desk, title: str, pages: PdfPages, save: QPushButton, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paper_preview")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._pages = pages
        self._zoom = ZOOMS.index(100)
        self._labels: list[QLabel] = []
        self._percent = plain_label("", "muted")
        self._percent.setObjectName("zoom")
        self._lay_out(title, save)
        # Esc hides a dialogue without closing it; `finished` hears both.
        self.finished.connect(lambda _code: pages.close())
        for keys, action in (
            ("Ctrl++", lambda: self.zoom_by(1)),
            ("Ctrl+=", lambda: self.zoom_by(1)),
            ("Ctrl+-", lambda: self.zoom_by(-1)),
            ("Ctrl+P", self.print_),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(action)
        self._paint()

    @property
    def shown(self) -> int:
        """How many pages stand on the screen."""
        return sum(not label.pixmap().isNull() for label in self._labels)

    def _lay_out(self, title: str, save: QPushButton) -> None:
        px = self._desk.look.px
        count = n_("{count} halaman", len(self._pages)).format(count=len(self._pages))
        smaller = push_button("−", name="smaller")
        larger = push_button("+", name="larger")
        smaller.setAccessibleName(_("Perkecil"))
        larger.setAccessibleName(_("Perbesar"))
        smaller.setToolTip(_("Perkecil") + "  Ctrl+−")
        larger.setToolTip(_("Perbesar") + "  Ctrl++")
        printing = push_button(_("Cetak"), "primary", name="print", keys="Ctrl+P")
        smaller.clicked.connect(lambda: self.zoom_by(-1))
        larger.clicked.connect(lambda: self.zoom_by(1))
        printing.clicked.connect(self.print_)
        pages_word = plain_label(count, "muted")
        pages_word.setObjectName("page_count")
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(plain_label(title, "heading"))
        head.addWidget(pages_word)
        head.addStretch(1)
        for widget in (smaller, self._percent, larger, save, printing):
            head.addWidget(widget)
        sheet = QWidget()
        sheet.setProperty("look", "sheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(16))
        for number in range(len(self._pages)):
            label = plain_label()
            label.setAccessibleName(_("Halaman {number}").format(number=number + 1))
            self._labels.append(label)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(12), px(16), px(16))
        layout.setSpacing(px(12))
        layout.addLayout(head)
        layout.addWidget(scroll, 1)
        room = self.screen().availableGeometry().size()
        self.resize(min(px(920), room.width()), int(room.height() * 0.92))
        scroll.setFocus()

    def zoom_by(self, step: int) -> None:
        """One size larger or smaller."""
        wanted = min(max(0, self._zoom + step), len(ZOOMS) - 1)
        if wanted != self._zoom:
            self._zoom = wanted
            self._paint()

    def print_(self) -> None:
        """Asks for the printer and prints what is shown."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare_printer(self._pages, printer)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self._pages))
        dialog.accepted.connect(lambda: print_pages(self._pages, printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # its own overload wants a slot by its name

    def _paint(self) -> None:
        percent = ZOOMS[self._zoom]
        self._percent.setText(f"{percent} %")
        ratio = self.devicePixelRatioF()
        for number, label in enumerate(self._labels):
            picture = self._pages.image(number, _SCREEN_DPI * percent / 100 * ratio)
            picture.setDevicePixelRatio(ratio)
            label.setPixmap(QPixmap.fromImage(picture))
