"""A day and an hour as a clerk says them: `hari ini 14.00`, `besok 9.30`, `24/11 10.00`; read back in full."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QLineEdit

from correspondence.dates import read_moment
from correspondence.errors import Refused
from correspondence.open_hours import closed_at
from ui import formats
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.screen.form_fields import Field
from ui.screen.line_texts import full_day
from ui.texts import _
from ui.week_words import closed_words


class TypedMoment(QLineEdit):
    """`field_of` makes the field that reads back what was understood."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._known: datetime | None = None
        self._known_text = ""
        self.setPlaceholderText(_("mis. hari ini 14.00, besok 9, senin 10"))
        self.setMaxLength(60)

    def moment(self) -> datetime | None:
        """The instant typed, None for nothing; Refused as `read_moment` with this field's name.

        Untouched it is the one that was shown, to the second.
        """
        if self.untouched:
            return self._known
        typed = self.text().strip()
        now = self._desk.now.astimezone(self._desk.zone)
        return read_moment(typed, now=now, field=self.objectName()) if typed else None

    @property
    def untouched(self) -> bool:
        """Whether what was shown still stands there, or nothing where nothing was shown."""
        return self.text().strip() == self._known_text

    def show_moment(self, instant: datetime | None) -> None:
        """A time that is known already."""
        if instant is not None:
            local = instant.astimezone(self._desk.zone)
            self._known, self._known_text = local, f"{formats.short_day(local.date())} {local:%H.%M}"
            self.setText(self._known_text)

    def in_field(self, name: str, word: str, hint: str) -> Field:
        """The field around it."""
        field = _MomentField(name, word, self, hint)
        self.textChanged.connect(lambda _text: field.calm())
        return field

    def unread(self) -> str:
        """Why what stands there cannot be read; "" when it can."""
        try:
            self.moment()
        except Refused as refused:
            return sentence(refused)
        return ""

    def read_back(self) -> str:
        """The day and the hour in full, with what speaks against them; "" for nothing or what cannot be read."""
        try:
            instant = self.moment()
        except Refused:
            return ""
        if instant is None:
            return ""
        clock = formats.clock(instant, self._desk.zone)
        told = _("{day} pukul {clock}").format(day=full_day(instant.date()), clock=clock)
        closed = closed_at(self._desk.known.calendar, instant)
        # A promise for Sunday is kept by somebody who comes on Sunday: told, and not forbidden.
        return f"{told} · {closed_words(closed, self._desk.zone)}" if closed is not None else told


class _MomentField(Field):
    """What was understood stands below for as long as nothing is wrong, also after another field was refused."""

    def calm(self) -> None:
        super().calm()
        if not isinstance(self.editor, TypedMoment):
            return
        told, unread = self.editor.read_back(), self.editor.unread()
        if told:
            self.remark(told)
        elif unread:
            self._say(unread, "hint")  # quietly: it may still be being typed; saving it is refused aloud
