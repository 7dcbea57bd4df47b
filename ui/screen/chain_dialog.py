"""Who initials a draft, in order, and who signs it, promised for when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from correspondence.changes import Changes
from correspondence.dates import read_moment
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services.signing import set_chain
from ui.screen.desk import Desk
from ui.screen.form_fields import Choice, Field
from ui.screen.plain import plain_label, push_button
from ui.screen.step_dialog import FormDialog, Job, chosen_officer, officer_choice
from ui.texts import _


class Initials(QWidget):
    """Officers below each other in the order they initial; another row appears when the last one is filled."""

    def __init__(self, desk: Desk, names: Sequence[str] = ()) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[Choice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.look.px(4))
        for name in (*names, ""):
            self._add(name)
        self.setFocusProxy(self._rows[0])

    def names(self) -> tuple[str, ...]:
        """Those who initial, first to last."""
        return tuple(chosen_officer(row) for row in self._rows if row.typed())

    def _add(self, name: str) -> None:
        number = len(self._rows) + 1
        choice = officer_choice(self._desk)
        choice.setAccessibleName(_("Paraf ke-{number}").format(number=number))
        choice.choose(name)
        choice.currentTextChanged.connect(lambda _text: self._grow())
        self._rows.append(choice)
        line = QHBoxLayout()
        line.addWidget(plain_label(f"{number}.", "muted"))
        line.addWidget(choice, 1)
        clear: QPushButton = push_button(_("Kosongkan"), "quiet")
        clear.clicked.connect(lambda: choice.setCurrentIndex(0))
        line.addWidget(clear)
        self._column.addLayout(line)

    def _grow(self) -> None:
        if self._rows[-1].typed():
            self._add("")


class ChainDialog(FormDialog):
    """The chain of a draft; what stood there is offered again."""

    def __init__(
        self, desk: Desk, ref: LetterRef, initials: Sequence[str], sign: str, parent: QWidget
    ) -> None:
        super().__init__(
            desk,
            _("Paraf dan tanda tangan"),
            _("Urutan paraf dan tanda tangan disimpan."),
            _("Simpan urutan"),
            parent,
        )
        self._ref = ref
        self._initials = Initials(desk, initials)
        self._sign = officer_choice(desk)
        self._sign.choose(sign)
        self._promised = QLineEdit()
        self._promised.setPlaceholderText(_("mis. hari ini 14.00"))
        self.add(Field("initials", _("Paraf, menurut urutan (boleh kosong)"), self._initials))
        self.add(Field("sign", _("Penanda tangan"), self._sign))
        promised = _("Dijanjikan selesai (boleh kosong)")
        self.add(Field("promised_for", promised, self._promised, _("jam yang dikatakan kepada pemohon")))
        self.column.addStretch()
        self.fit(600, 400)
        self._sign.setFocus()

    def job(self) -> Job:
        typed = self._promised.text().strip()
        now = self.desk.now.astimezone(self.desk.zone)
        promised = read_moment(typed, now=now, field="promised_for") if typed else None
        names, sign, ref = self._initials.names(), chosen_officer(self._sign), self._ref

        def job(office: Office) -> Changes:
            return set_chain(office, ref=ref, initials=names, sign=sign, promised_for=promised)

        return job
