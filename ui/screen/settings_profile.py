"""Settings that are texts of the office's profile: filled in, mended, kept together or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from correspondence.errors import OfficeError
from correspondence.profile import profile_texts
from correspondence.services import keeping
from ui.failures import field_of, sentence
from ui.screen.desk import Desk
from ui.screen.plain import plain_label, push_button
from ui.screen.settings_fields import Asked, FieldRow
from ui.texts import _

# A refusal about a part of a setting belongs under that setting's field.
_FIELD_OF_PART = {"pattern": "number_pattern", "officer": "report_signatory"}


class ProfileForm(QWidget):
    """`typed` is sent when a field was touched or the fields were filled anew."""

    typed = Signal()

    def __init__(self, desk: Desk, name: str, title: str, purpose: str, asked: Sequence[Asked]) -> None:
        super().__init__()
        self.setObjectName(f"settings_{name}")
        self.title = title
        self._desk = desk
        self._memory_name = f"settings-{name}"
        self._kept: dict[str, str] = {}
        self.rows = {each.name: FieldRow(each, desk) for each in asked}
        for row in self.rows.values():
            row.edited.connect(self._on_edit)
        self._state = plain_label("", "muted")
        self._state.setObjectName(f"settings_{name}_state")
        self._save = push_button(_("Simpan"), "primary", name="save_settings", keys="Ctrl+S")
        self._undo = push_button(_("Batalkan perubahan"), "quiet", name="undo_settings")
        self._save.clicked.connect(lambda _down=False: self.save())
        self._undo.clicked.connect(self.discard)
        self._remembering = QTimer(self, singleShot=True, interval=800)
        self._remembering.timeout.connect(self._remember)
        self._lay_out(purpose)
        desk.looked_around.connect(self.refresh)
        self._fill()
        self._recall()

    def _lay_out(self, purpose: str) -> None:
        px = self._desk.look.px
        sheet = QWidget()
        sheet.setProperty("look", "sheet")
        sheet.setMaximumWidth(px(680))
        self.column = QVBoxLayout(sheet)
        self.column.setContentsMargins(0, 0, px(12), px(12))
        self.column.setSpacing(px(12))
        self.column.addWidget(plain_label(self.title, "heading", wrap=True))
        self.column.addWidget(plain_label(purpose, "muted", wrap=True))
        for row in self.rows.values():
            self.column.addWidget(row)
        self.column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(sheet)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self._save)
        foot.addWidget(self._undo)
        foot.addWidget(self._state, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)

    def insert_after(self, name: str, widget: QWidget) -> None:
        """Puts something of a section's own below one of the fields."""
        self.column.insertWidget(self.column.indexOf(self.rows[name]) + 1, widget)

    def changed_values(self) -> dict[str, str]:
        """What was typed and is not kept yet."""
        texts = {name: row.text().strip() for name, row in self.rows.items()}
        return {name: text for name, text in texts.items() if text != self._kept.get(name, "")}

    def holds_typing(self) -> bool:
        return bool(self.changed_values())

    def refresh(self) -> None:
        """What is kept now; a field that somebody is typing in keeps its typing."""
        held = self.changed_values()
        self._fill(but=frozenset(held))

    def save(self, *, then: Callable[[], None] | None = None) -> None:
        """Keeps what was changed, all of it or nothing; `then` is called when it was kept."""
        values = self.changed_values()
        if not values:
            return
        for row in self.rows.values():
            row.calm()
        self._save.setEnabled(False)

        def kept(_changes: object) -> None:
            self._kept.update(values)
            self._desk.memory.forget(self._memory_name)
            self._desk.say(_("Pengaturan disimpan."))
            if then is not None:
                then()

        self._desk.do(
            lambda office: keeping.set_profile(office, values=values),
            on_done=kept,
            on_error=self._complain,
            on_settled=self._show_state,
        )

    def discard(self) -> None:
        """Back to what is kept."""
        for row in self.rows.values():
            row.calm()
        self._fill()
        self._desk.memory.forget(self._memory_name)

    def _fill(self, but: frozenset[str] = frozenset()) -> None:
        self._kept = profile_texts(self._desk.known.directory.profile)
        for name, row in self.rows.items():
            if name not in but:
                row.put(self._kept[name])
        self._show_state()
        self.typed.emit()

    def _on_edit(self) -> None:
        self._remembering.start()
        self._show_state()
        self.typed.emit()

    def _show_state(self) -> None:
        held = self.holds_typing()
        self._save.setEnabled(held)
        self._undo.setVisible(held)
        self._state.setText(_("Belum disimpan") if held else "")

    def _complain(self, error: OfficeError) -> None:
        field = field_of(error) or ""
        row = self.rows.get(_FIELD_OF_PART.get(field, field))
        if row is None:
            self._desk.say_wrong(error)
        else:
            row.complain(sentence(error))

    def hideEvent(self, event: QHideEvent) -> None:
        """Closing the window right after the last key loses nothing."""
        if self._remembering.isActive():
            self._remembering.stop()
            self._remember()
        super().hideEvent(event)

    def _remember(self) -> None:
        """A pulled plug loses no typing: it is offered again the next time the section is opened."""
        self._desk.memory.keep(self._memory_name, dict(self.changed_values()))

    def _recall(self) -> None:
        for name, text in self._desk.memory.recall(self._memory_name).items():
            if name in self.rows and isinstance(text, str):
                self.rows[name].put(text)
        self._show_state()
