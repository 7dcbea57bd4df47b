"""A day and an hour as a clerk says them: `hari ini 14.00`, `besok 9.30`, `24/11 10.00`; read back in full."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QLineEdit

from correspondence.dates import read_moment
from correspondence.errors import Refused
from correspondence.open_hours import closed_at
from ui import formats
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
        self.setPlaceholderText(_("mis. hari ini 14.00, besok 9.30"))
        self.setMaxLength(60)

    def moment(self) -> datetime | None:
        """The instant typed, None for nothing; Refused as `read_moment` with this field's name."""
        typed = self.text().strip()
        now = self._desk.now.astimezone(self._desk.zone)
        return read_moment(typed, now=now, field=self.objectName()) if typed else None

    def show_moment(self, instant: datetime | None) -> None:
        """A time that is known already."""
        if instant is not None:
            local = instant.astimezone(self._desk.zone)
            self.setText(f"{formats.short_day(local.date())} {local:%H.%M}")

    def in_field(self, name: str, word: str, hint: str) -> Field:
        """The field around it."""
        field = Field(name, word, self, hint)

        def say_back() -> None:
            try:
                instant = self.moment()
            except Refused:
                instant = None  # still being typed; it is refused when it is saved
            if instant is None:
                field.calm()
                return
            clock = formats.clock(instant, self._desk.zone)
            told = _("{day} pukul {clock}").format(day=full_day(instant.date()), clock=clock)
            closed = closed_at(self._desk.known.calendar, instant)
            # A promise for Sunday is kept by somebody who comes on Sunday: told, and not forbidden.
            field.remark(f"{told} · {closed_words(closed, self._desk.zone)}" if closed is not None else told)

        self.textChanged.connect(lambda _text: say_back())
        say_back()
        return field
