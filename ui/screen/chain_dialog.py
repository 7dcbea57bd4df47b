"""Who initials a draft, in order or side by side, and who signs it, promised for when; proposed, and edited freely."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QWidget

from correspondence.chain_models import ChainModel, ChainProposal
from correspondence.changes import Changes
from correspondence.dossier import Dossier
from correspondence.errors import NotFound, OfficeError
from correspondence.office import Office
from correspondence.services.proposing import CHAIN_MODELS, chain_models, proposed_chain, save_chain_model
from correspondence.services.signing import set_chain
from correspondence.signatures import OPEN_STEPS, Asked, SignatureTask, current_round
from ui.failures import sentence
from ui.screen.board_rows import day_and_clock
from ui.screen.chain_models import ModelButtons
from ui.screen.chain_rows import Filled, Initials, of_model, of_proposal, of_steps, standing_note
from ui.screen.desk import Desk
from ui.screen.form_fields import Choice, Field
from ui.screen.line_texts import Reading
from ui.screen.signer_choice import SignerChoice
from ui.screen.step_dialog import FormDialog, Job
from ui.screen.typed_moment import TypedMoment
from ui.texts import _

_OWN = "own"


class ChainDialog(FormDialog):
    """The chain of a draft: what stood there, else what the office proposes. Nothing typed is written over."""

    def __init__(self, desk: Desk, dossier: Dossier, parent: QWidget) -> None:
        said = _("Urutan paraf dan tanda tangan disimpan.")
        title, ref = _("Paraf dan tanda tangan"), str(dossier.letter.ref)
        super().__init__(desk, title, said, _("Simpan urutan"), parent, about=ref)
        self._dossier = dossier
        self._instead: dict[str, str] = {}
        self._models: tuple[ChainModel, ...] = ()
        self._proposal = Filled((), None, {})
        names = {line.step.id: line.officer for line in dossier.signatures}
        self._standing = of_steps([line.step for line in dossier.signatures], names)
        own = [(_("Urutan surat ini"), _OWN)] if self._standing.sign else []
        self._model = Choice([*own, (_("Usulan kantor"), None)])
        self._buttons = ModelButtons(desk, self._model_changed)
        self._initials = Initials(desk)
        self._sign = SignerChoice(desk)
        self._meant: Asked | None = None
        self._initials_promised: dict[int, datetime] = {}
        self._promised = TypedMoment(desk)
        self._name = QLineEdit()
        self._model_field = self.add(Field("model", _("Mulai dari"), self._model))
        self.column.addWidget(self._buttons)
        self.add(Field("initials", _("Paraf, menurut urutan (boleh kosong)"), self._initials))
        self._sign_field = self.add(Field("sign", _("Penanda tangan"), self._sign))
        promised, hint = _("Dijanjikan selesai (boleh kosong)"), _("jam yang dikatakan kepada pemohon")
        self._promised_field = self.add(self._promised.in_field("promised_for", promised, hint))
        saved = _("Simpan sebagai model")
        about = " · ".join(each for each in (dossier.kind, dossier.unit) if each)
        hint = _("boleh kosong; diusulkan untuk {about}; nama yang sama diganti").format(
            about=about or _("semua surat")
        )
        self.add(Field("name", saved, self._name, hint))
        self.column.addStretch()
        self.fit(720, 640)
        self._sign.currentTextChanged.connect(lambda _text: self._tell_standing())
        self._model.currentIndexChanged.connect(lambda _row: self._take_model())
        if self._standing.sign:
            self._fill(self._standing)
        self._recall_promises()
        self._ask()
        self._sign.setFocus()

    def job(self) -> Job:
        promised = self._promised.moment()
        groups = tuple(tuple(map(self._as_promised, group)) for group in self._initials.groups())
        sign = self._sign.asked()
        name, dossier = self._name.text().strip(), self._dossier
        ref = dossier.letter.ref

        def job(office: Office) -> Changes:
            changes = set_chain(office, ref=ref, initials=groups, sign=sign, promised_for=promised)
            if not name:
                return changes
            save_chain_model(
                office, name=name, initials=groups, sign=sign.officer, kind=dossier.kind, unit=dossier.unit
            )
            return replace(changes, topics=CHAIN_MODELS.topics)

        return job

    def refuse(self, error: OfficeError) -> None:
        """An officer nobody knows is said beside the input he was typed into."""
        if not isinstance(error, NotFound) or error.what != "officer":
            super().refuse(error)
            return
        self.accept_button.setEnabled(True)
        field = self.fields["sign" if error.key == self._sign.asked().officer else "initials"]
        field.refuse(sentence(error))
        field.editor.setFocus()

    def _recall_promises(self) -> None:
        """What was promised stays promised; of a time that is over nobody can promise anything."""
        now = self.desk.now
        for each in current_round([line.step for line in self._dossier.signatures]):
            if each.promised_for is None or each.state not in OPEN_STEPS:
                continue
            if each.task is SignatureTask.INITIAL:
                self._initials_promised[each.officer_id] = each.promised_for
            elif each.promised_for >= now:
                self._promised.show_moment(each.promised_for)
            else:
                when = day_and_clock(each.promised_for, Reading(now, self.desk.known.calendar))
                gone = _("Janji {when} sudah lewat; tulis yang baru bila ada.").format(when=when)
                self._promised_field.remark(gone)

    def _as_promised(self, asked: Asked) -> Asked:
        """An initial that was promised: the chain has no field for it, and so it stays as long as its officer does."""
        officers = self.desk.known.directory.officers
        ids = [each.officer.id for each in officers if each.officer.name == asked.officer]
        promised = self._initials_promised.get(ids[0]) if ids else None
        return replace(asked, promised_for=promised) if promised and promised >= self.desk.now else asked

    def _ask(self) -> None:
        ref = self._dossier.letter.ref

        def job(office: Office) -> tuple[ChainProposal, tuple[ChainModel, ...]]:
            return proposed_chain(office, ref=ref), chain_models(office)

        self.desk.ask(job, self._proposed, owner=self)

    def _proposed(self, answer: tuple[ChainProposal, tuple[ChainModel, ...]]) -> None:
        proposal, self._models = answer
        self._list_models()
        self._proposal = of_proposal(proposal)
        if self._initials.empty and not self._sign.typed():
            self._fill(self._proposal)
            self._model_field.remark(_from(self._proposal))

    def _list_models(self, chosen: str = "") -> None:
        """The saved models below what is always there; what stands in the form stays."""
        with QSignalBlocker(self._model):
            for row in reversed(range(self._model.count())):
                if isinstance(self._model.itemData(row), int):
                    self._model.removeItem(row)
            for model in self._models:
                self._model.addItem(model.name, model.id)
            self._model.setCurrentIndex(max(0, self._model.findText(chosen)))
        self._buttons.stand_on(chosen)

    def _model_changed(self, name: str) -> None:
        """A model is called otherwise, or forgotten."""

        def answered(models: tuple[ChainModel, ...]) -> None:
            self._models = models
            self._list_models(name)
            self._model_field.calm()

        self.desk.ask(chain_models, answered, owner=self)

    def _take_model(self) -> None:
        """Another model is asked for by hand: it may write over what stood there."""
        wanted = self._model.value()
        names = {
            each.officer.id: each.officer.name for each in self.desk.known.directory.officers if each.serving
        }
        model = next((each for each in self._models if each.id == wanted), None)
        self._buttons.stand_on(model.name if model is not None else "")
        filled = of_model(model, names) if model is not None else self._proposal
        if wanted == _OWN:
            self._fill(self._standing)
            self._model_field.calm()
            return
        self._fill(filled)
        self._model_field.remark(_from(filled))

    def _fill(self, filled: Filled) -> None:
        self._instead = dict(filled.instead)
        self._initials.fill(filled)
        if filled.sign is not None:
            self._meant = None if self._sign.seat(filled.sign) else filled.sign
        self._tell_standing()

    def _tell_standing(self) -> None:
        note = standing_note(self._sign.asked(), self._instead, self._meant)
        if note:
            self._sign_field.remark(note)
        else:
            self._sign_field.calm()


def _from(filled: Filled) -> str:
    if filled.source:
        return _("Diisi dari model “{name}”; ubahlah sesuka hati.").format(name=filled.source)
    return _("Diusulkan dari jabatan hari ini; ubahlah sesuka hati.")
