"""The initials of a chain as rows: who, in which column, at the same step as the one above or after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from correspondence.chain_models import ChainModel, ChainProposal, ProposedPerson
from correspondence.people import Capacity
from correspondence.signatures import Asked, InitialKind, SignatureStep, SignatureTask, current_round
from ui.screen.desk import Desk
from ui.screen.form_fields import Choice
from ui.screen.plain import plain_label, push_button
from ui.screen.signer_choice import SignerChoice
from ui.texts import _
from ui.words import position_word

Groups = tuple[tuple[Asked, ...], ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A chain to fill the form with. `instead` says for whom a stand-in takes the place; `source` where it comes from."""

    groups: Groups
    sign: Asked | None
    instead: Mapping[str, str]
    source: str = ""


def of_proposal(proposal: ChainProposal) -> Filled:
    """What the office proposes for a letter."""
    people = [each for group in proposal.initials for each in group]
    people += [proposal.sign] if proposal.sign is not None else []
    return Filled(
        tuple(tuple(_asked(each) for each in group) for group in proposal.initials),
        _asked(proposal.sign) if proposal.sign is not None else None,
        {each.officer: each.instead_of for each in people if each.instead_of},
        proposal.source,
    )


def of_model(model: ChainModel, names: Mapping[int, str]) -> Filled:
    """A saved model; officers who are no longer known are left out."""
    groups = [
        tuple(Asked(names[each.officer_id], kind=each.kind) for each in group if each.officer_id in names)
        for group in model.initials
    ]
    sign = Asked(names[model.sign_id]) if model.sign_id in names else None
    return Filled(tuple(each for each in groups if each), sign, {}, model.name)


def of_steps(steps: Sequence[SignatureStep], names: Mapping[int, str]) -> Filled:
    """The chain a letter has, in the offices it says; `names` by the steps' ids."""
    groups: dict[int, list[Asked]] = {}
    sign = None
    for each in current_round(steps):
        capacity = each.capacity if each.position else None
        asked = Asked(names[each.id], capacity, each.kind, position=each.position)
        if each.task is SignatureTask.SIGN:
            sign = asked
        else:
            groups.setdefault(each.order, []).append(asked)
    return Filled(tuple(tuple(groups[order]) for order in sorted(groups)), sign, {})


def standing_note(asked: Asked, instead: Mapping[str, str], meant: Asked | None = None) -> str:
    """For whom a stand-in takes the place; what was `meant` and is no longer held; "" when there is nothing to say."""
    if meant is not None and meant.position and meant.officer == asked.officer:
        before = position_word(meant.position, meant.capacity or Capacity.DEFINITIVE)
        return _("tadinya sebagai {position}, yang hari ini tidak dijabatnya lagi").format(position=before)
    if asked.officer in instead and asked.capacity not in (None, Capacity.DEFINITIVE):
        return _("hari ini menggantikan {who}").format(who=instead[asked.officer])
    return ""


class InitialRow(QWidget):
    """One officer. `changed` when another one was chosen."""

    changed = Signal()

    def __init__(self, desk: Desk, number: int) -> None:
        super().__init__()
        self.instead: Mapping[str, str] = {}
        self._meant: Asked | None = None
        self.officer = SignerChoice(desk, initialling=True)
        self.officer.setAccessibleName(_("Paraf ke-{number}").format(number=number))
        self.kind = Choice(
            [(_("paraf hierarki"), InitialKind.HIERARCHY), (_("paraf koordinasi"), InitialKind.COORDINATION)]
        )
        self.kind.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)  # two words, never cut
        self.kind.setAccessibleName(_("Lajur paraf ke-{number}").format(number=number))
        self.beside = QCheckBox(_("bersamaan dengan yang di atas"))
        self.beside.setAccessibleName(
            _("Paraf ke-{number} bersamaan dengan yang di atas").format(number=number)
        )
        self._note = plain_label("", "read", wrap=True)
        self._clear = push_button(_("Kosongkan"), "quiet")
        self._clear.setAccessibleName(_("Kosongkan paraf ke-{number}").format(number=number))
        self._clear.clicked.connect(self.clear)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(desk.look.px(6))
        grid.setVerticalSpacing(desk.look.px(2))
        grid.setColumnStretch(1, 1)
        grid.addWidget(plain_label(f"{number}.", "muted"), 0, 0)
        grid.addWidget(self.officer, 0, 1, 1, 3)
        grid.addWidget(self._note, 1, 1, 1, 3)
        grid.addWidget(self.beside, 2, 1)
        grid.addWidget(self.kind, 2, 2)
        grid.addWidget(self._clear, 2, 3)
        self._first = number == 1
        self.officer.currentTextChanged.connect(lambda _text: self._tell())
        self._tell()

    def inputs(self) -> tuple[QWidget, ...]:
        """In the order Tab goes through them."""
        return self.officer, self.beside, self.kind, self._clear

    def asked(self) -> Asked | None:
        """Who is asked, None for an empty row."""
        if not self.officer.typed():
            return None
        kind = self.kind.value()
        return replace(
            self.officer.asked(), kind=kind if isinstance(kind, InitialKind) else InitialKind.HIERARCHY
        )

    def fill(self, asked: Asked, *, beside: bool) -> None:
        """Puts somebody into the row."""
        self._meant = None if self.officer.seat(asked) else asked
        self.kind.choose(asked.kind)
        self.beside.setChecked(beside)
        self._tell()

    def clear(self) -> None:
        """Nobody."""
        self._meant = None
        self.officer.setCurrentIndex(0)
        self.beside.setChecked(False)

    def _tell(self) -> None:
        filled = bool(self.officer.typed())
        note = standing_note(self.officer.asked(), self.instead, self._meant) if filled else ""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.beside.setVisible(filled and not self._first)
        self.kind.setVisible(filled)
        self._clear.setVisible(filled)
        self.changed.emit()


class Initials(QWidget):
    """Rows below each other; another one appears when the last is filled."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[InitialRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.look.px(4))
        self._add()
        self.setFocusProxy(self._rows[0].officer)

    @property
    def empty(self) -> bool:
        """Whether nobody was filled in yet."""
        return not any(row.officer.typed() for row in self._rows)

    def groups(self) -> Groups:
        """Those who initial, step by step; who stands beside the one above goes with him."""
        groups: list[list[Asked]] = []
        for row in self._rows:
            asked = row.asked()
            if asked is None:
                continue
            if groups and row.beside.isChecked():
                groups[-1].append(asked)
            else:
                groups.append([asked])
        return tuple(tuple(each) for each in groups)

    def fill(self, filled: Filled) -> None:
        """Puts a chain into the rows in place of what stood there."""
        people = [(each, place > 0) for group in filled.groups for place, each in enumerate(group)]
        while len(self._rows) <= len(people):
            self._add()
        for row in self._rows:
            row.instead = filled.instead
            row.clear()
        for row, (asked, beside) in zip(self._rows, people, strict=False):
            row.fill(asked, beside=beside)

    def _add(self) -> None:
        row = InitialRow(self._desk, len(self._rows) + 1)
        row.changed.connect(self._grow)
        self._column.addWidget(row)
        if self._rows:
            # Tab follows the paper: Qt would come to a row that was made later after the rest of the form.
            for before, after in pairwise((self._rows[-1].inputs()[-1], *row.inputs())):
                self.setTabOrder(before, after)
        self._rows.append(row)

    def _grow(self) -> None:
        if self._rows and self._rows[-1].officer.typed():
            self._add()


def _asked(person: ProposedPerson) -> Asked:
    capacity = person.capacity if person.position else None
    return Asked(person.officer, capacity, person.kind, position=person.position)
