"""Labels for letters: which sheet, from which place on, remembered for the next time."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from correspondence.numbering import LetterRef
from correspondence.office import Office
from ui import formats
from ui.background import Progress
from ui.paper.label_sheets import LAYOUTS, USUAL, Layout
from ui.screen.desk import Desk
from ui.screen.form_fields import Choice, Field
from ui.screen.paper_work import PaperWork
from ui.screen.pdf_paper import show_pdf
from ui.screen.plain import plain_label, push_button
from ui.screen.theme import Look
from ui.texts import _, n_

_REMEMBERED = "labels"


class Labels(Protocol):
    """What labels ask of the office's books."""

    def labels(self, refs: Sequence[LetterRef], out: Path, *, sheet: str, start: int) -> int: ...


class LabelPrinting(Protocol):
    def books(self, office: Office) -> Labels: ...


class LabelDialog(QDialog):
    """For one letter or for many; ends in a preview that prints and saves."""

    def __init__(self, desk: Desk, refs: Sequence[LetterRef], window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("label_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._refs = list(refs)
        self._window = window
        self._work = PaperWork(desk, self)
        kept = desk.memory.recall(_REMEMBERED)
        self._next: dict[str, int] = {
            code: place for code, place in kept.items() if code in LAYOUTS and isinstance(place, int)
        }
        self.sheet = Choice([(sheet_word(each), each.code) for each in LAYOUTS.values()])
        self.start = QSpinBox()
        self.places = Places(desk.look)
        self._lay_out()
        chosen = kept.get("sheet")
        self.sheet.choose(chosen if chosen in LAYOUTS else USUAL)
        self.sheet.currentIndexChanged.connect(lambda _row: self._turn())
        self.start.valueChanged.connect(lambda _place: self._show_places())
        self.places.chosen.connect(self.start.setValue)
        self._turn()
        self.sheet.setFocus()

    @property
    def layout_chosen(self) -> Layout:
        """The sheet."""
        return LAYOUTS[str(self.sheet.value())]

    def submit(self) -> None:
        """Makes the labels and shows them."""
        printing = cast("LabelPrinting | None", self._desk.printing)
        if printing is None:
            return
        layout, start, refs = self.layout_chosen, self.start.value(), self._refs

        def job(office: Office, _go_on: Progress) -> bytes:
            with tempfile.TemporaryDirectory(prefix="warkat-") as folder:
                out = Path(folder) / "label.pdf"
                printing.books(office).labels(refs, out, sheet=layout.code, start=start)
                return out.read_bytes()

        self._work.run(job, lambda content: self._show(content, layout, start), said=_("Menyusun label …"))

    def _show(self, content: bytes, layout: Layout, start: int) -> None:
        count = len(self._refs)
        title = _("Label {ref}").format(ref=self._refs[0]) if count == 1 else _("Label surat")
        after = (start - 1 + count) % layout.places + 1
        desk = self._desk
        desk.memory.keep(_REMEMBERED, {**desk.memory.recall(_REMEMBERED), "sheet": layout.code})

        def on_paper() -> None:
            # The sheet goes back into the drawer: the next labels begin where these end.
            desk.memory.keep(_REMEMBERED, {**desk.memory.recall(_REMEMBERED), layout.code: after})

        self.accept()
        show_pdf(desk, self._window, title, content, paper=f"label {layout.code}", on_paper=on_paper)

    def _lay_out(self) -> None:
        px = self._desk.look.px
        count = len(self._refs)
        title = n_("Label untuk {count} surat", count).format(count=formats.number(count))
        self.setWindowTitle(title)
        self._told = plain_label("", "muted", wrap=True)
        make = push_button(_("Lihat label"), "primary", name="accept", keys="Ctrl+S")
        make.setDefault(True)
        make.setShortcut("Ctrl+S")
        make.clicked.connect(self.submit)
        cancel = push_button(_("Batal", "button"), name="reject", keys="Esc")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(make)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(plain_label(title, "heading", wrap=True))
        column.addWidget(Field("label_sheet", _("Lembar label"), self.sheet))
        self._start_field = Field("label_start", _("Mulai dari label ke-"), self.start)
        column.addWidget(self._start_field)
        column.addWidget(self.places, 1, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._told)
        column.addLayout(buttons)
        self.resize(px(520), px(540))

    def _turn(self) -> None:
        """Another sheet: it begins where the last labels on it ended."""
        layout = self.layout_chosen
        self.start.setRange(1, layout.places)
        self.start.setValue(min(self._next.get(layout.code, 1), layout.places))
        self._start_field.setVisible(layout.places > 1)
        self.places.setVisible(layout.places > 1)
        self._show_places()

    def _show_places(self) -> None:
        layout, start, count = self.layout_chosen, self.start.value(), len(self._refs)
        self.places.show_places(layout, start, count)
        sheets = -(-(start - 1 + count) // layout.places)
        words = n_("{count} lembar label", sheets).format(count=formats.number(sheets))
        if start > 1:
            words += " · " + _("label sebelum ke-{start} pada lembar pertama sudah terpakai").format(
                start=start
            )
        self._told.setText(words)


class Places(QWidget):
    """The sheet drawn small: what is used already, what will be printed; a click says where to begin."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("label_places")
        self._look = look
        self._layout = LAYOUTS[USUAL]
        self._start, self._count = 1, 1

    def show_places(self, layout: Layout, start: int, count: int) -> None:
        self._layout, self._start, self._count = layout, start, count
        self.setAccessibleName(_("Mulai dari label ke-{start}").format(start=start))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide, high = self._layout.sheet
        return QSize(self._look.px(wide), self._look.px(high)) if self._layout.places > 1 else QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = self._sheet()
        painter.setPen(QPen(self._look.colour("control"), 1))
        painter.setBrush(self._look.colour("paper"))
        painter.drawRect(sheet)
        for place in range(self._layout.places):
            used = place < self._start - 1
            printed = not used and place < self._start - 1 + self._count
            ground = "accent_soft" if printed else "grey_soft" if used else "paper"
            painter.setPen(QPen(self._look.colour("accent" if printed else "line"), 1))
            painter.setBrush(self._look.colour(ground))
            room = self._room(sheet, place)
            painter.drawRoundedRect(room, 2, 2)
            painter.setPen(self._look.colour("accent_text" if printed else "muted"))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(place + 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        sheet = self._sheet()
        for place in range(self._layout.places):
            if self._room(sheet, place).contains(event.position()):
                self.chosen.emit(place + 1)

    def _sheet(self) -> QRectF:
        wide, high = self._layout.sheet
        scale = min((self.width() - 2) / wide, (self.height() - 2) / high)
        return QRectF((self.width() - wide * scale) / 2, 1, wide * scale, high * scale)

    def _room(self, sheet: QRectF, place: int) -> QRectF:
        scale = sheet.width() / self._layout.sheet[0]
        left, top = self._layout.corner(place)
        wide, high = self._layout.label
        return QRectF(
            sheet.left() + left * scale + 1, sheet.top() + top * scale + 1, wide * scale - 2, high * scale - 2
        )


def sheet_word(layout: Layout) -> str:
    """`A4, 3 × 7 label (63,5 × 38,1 mm)`, `Label tunggal 58 × 40 mm`."""
    wide, high = (f"{side:g}".replace(".", ",") for side in layout.label)
    if layout.places == 1:
        return _("Label tunggal {width} × {height} mm").format(width=wide, height=high)
    return _("A4, {columns} × {rows} label ({width} × {height} mm)").format(
        columns=layout.columns, rows=layout.rows, width=wide, height=high
    )
