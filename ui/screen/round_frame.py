"""How a round of dispatch is laid out: the field for the scanner, the last label large, the labels, the buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui import formats
from ui.screen.desk import Desk
from ui.screen.form_fields import Field, TypedDate
from ui.screen.letters_delegate import LettersDelegate
from ui.screen.list_dress import dress_list
from ui.screen.plain import plain_label, push_button, set_look
from ui.screen.round_rows import COL_LETTER, COL_NUMBER, COL_SAID, RoundModel
from ui.texts import _, n_


class ScanField(QLineEdit):
    """Ctrl+Z takes back a label, not a letter of one: the field leaves the key to the dialogue."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in (Qt.Key.Key_Z, Qt.Key.Key_S):
                event.ignore()
                return False
        return super().event(event)


class RoundFrame(QDialog):
    """The parts; what they do is the round's."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("round_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Ekspedisi dengan pemindai"))
        self._desk = desk
        self._window = window
        self._sending = False
        self._model = RoundModel(self)
        self.scan = ScanField()
        self.scan.setObjectName("scan")
        self.scan.setAccessibleName(_("Label yang dipindai"))
        self.scan.setPlaceholderText(_("Pindai label, atau ketik nomor rujukan lalu Enter"))
        self.day = TypedDate(lambda: desk.today)
        self.day.returnPressed.connect(self.scan.setFocus)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A scanner does not know where the focus is.
        if event.text().isprintable() and event.text() and not self.scan.hasFocus():
            self.scan.setFocus()
            self.scan.insert(event.text())
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _say(self, text: str, look: str, *, wrong: bool = False) -> None:
        """The last thing that happened, large: it is read from where the scanner is held."""
        self._last.setText(text)
        set_look(self._last, "look", f"said{look}")
        if wrong:
            QApplication.beep()

    def _show_count(self) -> None:
        ready, every = len(self._model.ready()), len(self._model.rows)
        words = n_("{count} siap dikirim", ready).format(count=formats.number(ready))
        if every > ready:
            words += " · " + _("{count} tidak").format(count=formats.number(every - ready))
        self._count.setText(words)
        self._finish.setText(n_("Kirim {count} surat   Ctrl+S", ready).format(count=formats.number(ready)))
        self._finish.setEnabled(ready > 0 and not self._sending)
        self._undo.setEnabled(every > 0)

    def _lay_out(self) -> None:
        px = self._desk.look.px
        self._last = plain_label("", "muted", wrap=True)
        self._last.setObjectName("last_scan")
        self._last.setMinimumHeight(px(32))
        self._count = plain_label("", "muted")
        self._count.setObjectName("round_count")
        head = QHBoxLayout()
        head.addWidget(plain_label(self.windowTitle(), "heading"))
        head.addStretch()
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(16))
        column.setSpacing(px(12))
        column.addLayout(head)
        column.addWidget(self.scan)
        column.addWidget(self._last)
        column.addWidget(self._make_view(), 1)
        column.addWidget(Field("on", _("Tanggal kirim (kosong: hari ini)"), self.day))
        column.addLayout(self._buttons())
        room = self._window.window().size()
        self.resize(min(px(760), room.width() - 40), min(px(620), room.height() - 40))

    def _make_view(self) -> QTableView:
        look = self._desk.look
        self._view = QTableView()
        self._view.setObjectName("round_view")
        self._view.setAccessibleName(_("Label yang sudah dipindai"))
        dress_list(self._view)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setModel(self._model)
        delegate = LettersDelegate(look, self._view)
        self._view.setItemDelegate(delegate)
        self._view.verticalHeader().setDefaultSectionSize(delegate.row_height)
        header = self._view.horizontalHeader()
        header.setHighlightSections(False)
        header.resizeSection(COL_NUMBER, look.px(48))
        header.resizeSection(COL_SAID, delegate.chip_width(_("siap dikirim")) + look.px(8))
        header.setSectionResizeMode(COL_LETTER, QHeaderView.ResizeMode.Stretch)
        return self._view

    def _buttons(self) -> QHBoxLayout:
        self._undo = push_button(_("Batalkan yang terakhir"), name="take_back", keys="Ctrl+Z")
        cancel = push_button(_("Tutup"), name="reject", keys="Esc")
        cancel.clicked.connect(self.reject)
        self._finish = push_button("", "primary", name="accept")
        for keys, button in (("Ctrl+Z", self._undo), ("Ctrl+S", self._finish)):
            # Not the button's own, which goes when its word changes.
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        row = QHBoxLayout()
        row.addWidget(self._undo)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self._finish)
        for button in (self._undo, cancel, self._finish):
            # Enter is the scanner's: no button may take it.
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return row
