"""A paper on its way to the printer: the one this kind of paper went to last stands there already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget

from ui.screen.desk import Desk
from ui.screen.memory import Memory
from ui.screen.plain import plain_label
from ui.screen.qt_words import speak_indonesian
from ui.screen.report_pages import PRINT_DPI, PdfPages, prepare_printer
from ui.texts import _

_REMEMBERED = "printers"
_ONE_SIDE = QPrinter.DuplexMode.DuplexNone


class PaperPrinter(QObject):
    """`paper` names what is remembered: labels go to another printer than letters. `printed` when all pages left."""

    printed = Signal()

    def __init__(self, desk: Desk, pages: PdfPages, paper: str, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._pages = pages
        self._paper = paper
        self._window = window
        self._run: _Run | None = None

    def ask(self) -> None:
        """The system's own dialogue; it holds up nothing else."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        name, duplex = remembered_printer(
            self._desk.memory, self._paper, QPrinterInfo.availablePrinterNames()
        )
        if name:
            printer.setPrinterName(name)
            printer.setDuplex(duplex)
        prepare_printer(self._pages, printer)
        speak_indonesian()
        dialog = QPrintDialog(printer, self._window)
        dialog.setObjectName("print_dialog")
        dialog.setMinMax(1, len(self._pages))
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # its own overload wants a slot by its name

    def print_on(self, printer: QPrinter) -> None:
        """Prints, a page at a time, and remembers the printer."""
        if printer.printerName():
            keep_printer(self._desk.memory, self._paper, printer.printerName(), printer.duplex())
        self._run = _Run(self._pages, printer, self._window, self)
        self._run.finished.connect(self._done)
        self._run.begin()

    def _done(self, whole: bool) -> None:
        self._run = None
        if whole:
            self.printed.emit()
        else:
            self._desk.say(_("Pencetakan dihentikan."))


class _Run(QObject):
    """One run: between two pages the window lives, and the rest can be called off."""

    finished = Signal(bool)

    def __init__(self, pages: PdfPages, printer: QPrinter, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._printer = printer
        self._left = asked_pages(printer, len(pages))
        self._all = len(self._left)
        self._painter = QPainter()
        self._busy = QProgressDialog(window)
        self._busy.setObjectName("printing_busy")
        self._busy.setLabel(plain_label(_("Mencetak …")))
        self._busy.setCancelButtonText(_("Batal", "button"))
        self._busy.setRange(0, self._all)
        self._busy.setMinimumDuration(400)
        self._busy.setWindowModality(Qt.WindowModality.WindowModal)
        self._busy.canceled.connect(self._stop)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._next)

    def begin(self) -> None:
        self._busy.setValue(0)
        if not self._painter.begin(self._printer):
            self._end(whole=False)
            return
        self._turn.start()

    def _next(self) -> None:
        if not self._left:
            self._end(whole=True)
            return
        if len(self._left) < self._all:
            self._printer.newPage()
        number = self._left.pop(0)
        picture = self._pages.image(number, min(PRINT_DPI, self._printer.resolution()))
        room = self._painter.viewport()
        shown = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(QRect(room.topLeft(), shown), picture)
        self._busy.setValue(self._all - len(self._left))

    def _stop(self) -> None:
        if self._turn.isActive():
            self._printer.abort()
            self._end(whole=False)

    def _end(self, *, whole: bool) -> None:
        self._turn.stop()
        if self._painter.isActive():
            self._painter.end()
        self._busy.reset()
        self._busy.deleteLater()
        self.finished.emit(whole)


def asked_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages that were asked for, from 0, in the order they leave: `1-3,7`, from behind, each copy by itself where the
    printer cannot copy.
    """
    ranges = printer.pageRanges()
    pages = [number for number in range(count) if ranges.isEmpty() or ranges.contains(number + 1)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages if printer.supportsMultipleCopies() else pages * printer.copyCount()


def remembered_printer(memory: Memory, paper: str, there: Sequence[str]) -> tuple[str, QPrinter.DuplexMode]:
    """The printer this kind of paper went to last, "" when it is not `there` any more: the system's own then."""
    kept = memory.recall(_REMEMBERED).get(paper)
    kept = kept if isinstance(kept, dict) else {}
    name = str(kept.get("name") or "")
    return (name, _duplex(kept.get("duplex"))) if name in there else ("", _duplex(None))


def keep_printer(memory: Memory, paper: str, name: str, duplex: QPrinter.DuplexMode) -> None:
    """For the next paper of this kind."""
    kept = {"name": name, "duplex": duplex.value}
    memory.keep(_REMEMBERED, {**memory.recall(_REMEMBERED), paper: kept})


def _duplex(kept: object) -> QPrinter.DuplexMode:
    modes = {mode.value: mode for mode in QPrinter.DuplexMode}
    return modes.get(kept, _ONE_SIDE) if isinstance(kept, int) else _ONE_SIDE
