"""What was entered before for the same citizen: found while the NIK or the name is typed, filled in by one key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from correspondence.errors import Refused
from correspondence.own_fields import OwnField, OwnType, read_field
from correspondence.services.earlier import EarlierFields, earlier_letter
from ui.screen.desk import Desk
from ui.screen.own_editors import OwnInput
from ui.screen.plain import plain_label, push_button
from ui.texts import _

FILL_KEY = "Ctrl+I"
_PAUSE = 250
_SHORTEST_NAME = 3


class EarlierOffer(QWidget):
    """One line below the field that told who the citizen is. `taken` carries what is to be filled in."""

    taken = Signal(object)

    def __init__(self, desk: Desk, form: QWidget, lacks: Callable[[EarlierFields], bool]) -> None:
        super().__init__()
        self.setObjectName("earlier_offer")
        self._desk = desk
        self._lacks = lacks
        self._found: EarlierFields | None = None
        self._asked: tuple[OwnInput, str] | None = None
        self._says = plain_label("", "read", wrap=True)
        self._says.setObjectName("earlier_says")
        self._fill = push_button(_("Isi sisanya"), "quiet", name="fill_earlier", keys=FILL_KEY)
        # Reached by its key: between the fields it would be one more stop on every form.
        self._fill.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fill.clicked.connect(lambda _down=False: self.take())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._says, 1)
        row.addWidget(self._fill, 0, Qt.AlignmentFlag.AlignTop)
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing.timeout.connect(self._ask)
        key = QShortcut(QKeySequence(FILL_KEY), form)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.take)
        self.hide()

    def listen(self, field: OwnInput) -> None:
        """To a field that can tell who the citizen is; others are left alone."""
        if tells_who(field.asked) and isinstance(field.editor, QLineEdit):
            field.editor.textEdited.connect(partial(self._typed, field))

    def withdraw(self) -> None:
        """Nothing is offered any more."""
        self._typing.stop()
        self._found = None
        self.hide()

    def take(self) -> None:
        """Hands over what was found."""
        found = self._found
        if found is not None:
            self.withdraw()
            self.taken.emit(found)

    def _typed(self, field: OwnInput, text: str) -> None:
        self.withdraw()
        try:
            value = read_field(field.asked, text, today=self._desk.today)
        except Refused:
            return  # a NIK that is not whole yet
        if len(value) >= _SHORTEST_NAME:
            self._asked = (field, value)
            self._typing.start()

    def _ask(self) -> None:
        if self._asked is None:
            return
        field, value = self._asked
        self._desk.ask(
            partial(earlier_letter, name=field.name, value=value),
            lambda found: self._offer(found, field),
            owner=field,
            replaces="earlier",
        )

    def _offer(self, found: EarlierFields | None, field: OwnInput) -> None:
        if found is None or self._asked is None or self._asked[0] is not field or not self._lacks(found):
            return
        self._found = found
        who = [found.fields.get("nama", ""), found.fields.get("nik", "")]
        told = _("Pernah diisi pada {ref}: {who}.")
        self._says.setText(told.format(ref=found.ref, who=", ".join(each for each in who if each)))
        above = field.parentWidget()
        whole = above.layout() if above is not None else None
        if isinstance(whole, QVBoxLayout):
            whole.removeWidget(self)
            whole.insertWidget(whole.indexOf(field) + 1, self)
        self.show()


def tells_who(asked: OwnField) -> bool:
    """A NIK, or the name of whoever stands at the counter."""
    return asked.type is OwnType.NIK or asked.name in {"nama", "nama_lengkap", "nama_pemohon"}
