"""Submitting: to which leader the letter goes up. The likely one is proposed, so that two keys are enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from correspondence.directory import OfficerLine
from correspondence.services.stepping import StepOrder
from ui.screen.desk import Desk
from ui.screen.form_fields import Field, SubjectEdit, TypedDate
from ui.screen.step_dialog import FormDialog, Job, chosen_officer, officer_choice, serving_officers
from ui.texts import _

# Positions that lead an office, the highest first, as they begin in Indonesian.
_LEADING = (
    *("gubernur", "bupati", "wali kota", "walikota", "sekretaris daerah", "camat", "lurah", "kepala desa"),
    *("inspektur", "direktur", "kepala dinas", "kepala badan", "kepala kantor", "kepala pelaksana"),
    *("kepala bagian", "sekretaris", "kepala bidang", "kepala"),
)


def proposed_leader(officers: Sequence[OfficerLine], signatory: str) -> str:
    """Who signs the office's reports; where nobody was named the highest position, then the first. "" for no officers."""
    names = [each.officer.name for each in officers]
    if signatory in names:
        return signatory
    return min(officers, key=_height).officer.name if officers else ""


def _height(line: OfficerLine) -> int:
    position = line.position.casefold()
    places = (place for place, word in enumerate(_LEADING) if position.startswith(word))
    return next(places, len(_LEADING))


def no_officers(desk: Desk) -> str:
    """What to do where nobody can be chosen; "" where there are officers."""
    if serving_officers(desk):
        return ""
    return _("Belum ada pejabat. Tambahkan dulu di Pengaturan › Pejabat (Ctrl+8).")


class SubmitDialog(FormDialog):
    """The leader the letter goes to; its holder from then on. `hand_in` makes the job from the order."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        said: str,
        hand_in: Callable[[StepOrder], Job],
        parent: QWidget,
        *,
        about: str = "",
    ) -> None:
        super().__init__(desk, title, said, title, parent, about=about)
        self._hand_in = hand_in
        self._to = officer_choice(desk)
        self._to.choose(
            proposed_leader(serving_officers(desk), desk.known.directory.profile.report_signatory)
        )
        self._note = SubjectEdit()
        self._on = TypedDate(lambda: desk.today)
        self.add(Field("to", _("Diajukan kepada"), self._to, no_officers(desk)))
        self.add(Field("note", _("Catatan (boleh kosong)"), self._note))
        self.add(
            Field(
                "on",
                _("Tanggal (kosong: hari ini)"),
                self._on,
                _("isi bila langkah ini sudah terjadi pada hari lain"),
            )
        )
        self.column.addStretch()
        self.fit(680, 340)  # a name with its titles and the position beside it
        self._to.setFocus()

    def job(self) -> Job:
        leader = chosen_officer(self._to)
        to = (leader,) if leader else ()
        return self._hand_in(StepOrder(note=self._note.text(), on=self._on.day(), to=to))
