"""Signature chains to start from: a saved model, or what the positions of the day suggest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from correspondence.chain_models import ChainModel, ChainProposal, Place, ProposedPerson
from correspondence.changes import Changes, Topic
from correspondence.errors import NotFound, Refused
from correspondence.forms import clean
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.office import Office, moment
from correspondence.people import (
    Appointment,
    Capacity,
    Officer,
    appointment_on,
    find_officer,
    own_office_on,
    stand_in,
)
from correspondence.ports import UnitOfWork
from correspondence.services.chain_people import as_asked
from correspondence.services.deeds import officer_called
from correspondence.services.noting import checked_name, note
from correspondence.services.transcribing import kind_called, unit_called
from correspondence.signatures import Asked

CHAIN_MODELS = Changes(topics=frozenset({Topic.PEOPLE}))


def proposed_chain(office: Office, *, ref: LetterRef, model: str = "") -> ChainProposal:
    """What the form of a letter's chain starts from.

    The model for its kind and unit, else the one for its kind, for its unit, for any; without a model the head of its
    unit initials and whoever signs the office's reports signs. The stand-in of the day takes the place of somebody for
    whom one is appointed; who left the office is left out. `model` names another one: NotFound("chain_model", …).
    """
    with office.open_reading() as unit:
        now = moment(office, unit)
        letter = unit.letters.by_ref(ref)
        found = _model_called(unit, model) if model else _model_for(unit, letter)
        crowd = _Crowd(unit, now.today)
        if found is None:
            return _from_positions(unit, letter, crowd)
        groups = [[crowd.person(place) for place in group] for group in found.initials]
        initials = tuple(tuple(each for each in group if each is not None) for group in groups)
        return ChainProposal(
            tuple(group for group in initials if group),
            crowd.person(Place(found.sign_id), signing=True),
            found.name,
        )


def save_chain_model(
    office: Office,
    *,
    name: str,
    initials: Sequence[str | Asked | Sequence[str | Asked]] = (),
    sign: str,
    kind: str = "",
    unit: str = "",
) -> Changes:
    """Keeps a chain under a name; one of the same name is replaced.

    Refuses `name_missing`, `text_too_long`, `signatory_missing`, `officer_left`, `kind_unknown`, `unit_unknown`; NotFound.
    """
    called = checked_name(name)
    if not clean(sign):
        raise Refused("signatory_missing", "sign")
    with office.open_unit() as work:
        now = moment(office, work)

        def place(named: str | Asked) -> Place:
            asked = as_asked(named)
            officer = officer_called(work, asked.officer, name="initials", on=now.today)
            return Place(officer.id, asked.kind)

        groups = tuple(tuple(place(each) for each in group) for group in grouped(initials))
        signer = officer_called(work, sign, name="sign", on=now.today)
        for known in work.chain_models.every():
            if known.name.casefold() == called.casefold():
                work.chain_models.remove(known.id)
        work.chain_models.add(
            ChainModel(called, signer.id, groups, kind_called(work, kind), unit_called(work, unit))
        )
        note(office, work, "chain_model_saved", called)
        work.commit()
    return CHAIN_MODELS


def chain_models(office: Office) -> tuple[ChainModel, ...]:
    """Every saved model, by name."""
    with office.open_reading() as unit:
        return tuple(unit.chain_models.every())


def rename_chain_model(office: Office, *, name: str, to: str) -> Changes:
    """Calls a model otherwise. Refuses `name_missing`, `text_too_long`, `chain_model_known`; NotFound("chain_model", …)."""
    called = checked_name(to)
    with office.open_unit() as unit:
        model = _model_called(unit, name)
        others = [each for each in unit.chain_models.every() if each.id != model.id]
        if any(each.name.casefold() == called.casefold() for each in others):
            raise Refused("chain_model_known", "name", {"name": called})
        unit.chain_models.remove(model.id)
        unit.chain_models.add(replace(model, id=0, name=called))
        note(office, unit, "chain_model_renamed", called, {"name": (model.name, called)})
        unit.commit()
    return CHAIN_MODELS


def remove_chain_model(office: Office, *, name: str) -> Changes:
    """Forgets a model; letters keep their chains. NotFound("chain_model", …)."""
    with office.open_unit() as unit:
        model = _model_called(unit, name)
        unit.chain_models.remove(model.id)
        note(office, unit, "chain_model_removed", model.name)
        unit.commit()
    return CHAIN_MODELS


def grouped(initials: Sequence[str | Asked | Sequence[str | Asked]]) -> tuple[tuple[str | Asked, ...], ...]:
    """The groups of a chain in order: a name alone is a group of one; empty groups fall away."""
    groups = [(each,) if isinstance(each, str | Asked) else tuple(each) for each in initials]
    return tuple(group for group in groups if group)


def _model_called(unit: UnitOfWork, name: str) -> ChainModel:
    every, wanted = unit.chain_models.every(), clean(name).casefold()
    model = next((each for each in every if each.name.casefold() == wanted), None)
    if model is None:
        raise NotFound("chain_model", name, tuple(each.name for each in every))
    return model


def _model_for(unit: UnitOfWork, letter: Letter) -> ChainModel | None:
    """The closest model: kind and unit, kind, unit, any."""
    fitting = [
        each
        for each in unit.chain_models.every()
        if each.kind_id in (None, letter.kind_id) and each.unit_id in (None, letter.unit_id)
    ]
    return max(fitting, key=lambda each: (each.kind_id is not None, each.unit_id is not None), default=None)


def _from_positions(unit: UnitOfWork, letter: Letter, crowd: _Crowd) -> ChainProposal:
    named = unit.profiles.read().report_signatory
    signer = find_officer(named, unit.people.officers()) if named else None
    head = crowd.head_of(letter.unit_id, but=signer.id if signer is not None else None)
    initials = [crowd.person(Place(head))] if head is not None else []
    sign = crowd.person(Place(signer.id), signing=True) if signer is not None else None
    people = tuple(
        (each,) for each in initials if each is not None and (sign is None or each.officer != sign.officer)
    )
    return ChainProposal(people, sign)


class _Crowd:
    """The officers and their appointments on one day."""

    def __init__(self, unit: UnitOfWork, day: date) -> None:
        self._day = day
        self._officers: dict[int, Officer] = {each.id: each for each in unit.people.officers()}
        self._appointments: Sequence[Appointment] = unit.people.appointments()

    def person(self, place: Place, *, signing: bool = False) -> ProposedPerson | None:
        """The officer, or who stands in for his definitive position today; None when both are gone.

        Who initials does so in his own office; who is `signing` in the one that counts today.
        """
        officer = self._officers.get(place.officer_id)
        if officer is None:
            return None
        own = [each for each in self._appointments if each.officer_id == officer.id]
        definitive = [each for each in own if each.capacity is Capacity.DEFINITIVE]
        held = appointment_on(definitive, self._day)
        acting = stand_in(held, self._appointments, self._day) if held is not None else None
        if acting is not None and self._serves(acting.officer_id):
            other = self._officers[acting.officer_id]
            return ProposedPerson(other.name, acting.position, acting.capacity, place.kind, officer.name)
        if not self._serves(officer.id):
            return None
        today = appointment_on(own, self._day) if signing else own_office_on(own, self._day)
        position, capacity = (today.position, today.capacity) if today else ("", Capacity.DEFINITIVE)
        return ProposedPerson(officer.name, position, capacity, place.kind)

    def head_of(self, unit_id: int | None, *, but: int | None) -> int | None:
        """Who leads a unit today beside the one who signs: those called head before others, short titles before long."""
        running = [
            each
            for each in self._appointments
            if unit_id is not None
            and each.unit_id == unit_id
            and each.officer_id != but
            and each.capacity is Capacity.DEFINITIVE
            and each.holds_on(self._day)
            and self._serves(each.officer_id)
        ]
        best = min(running, key=lambda each: (not _leads(each), len(each.position), each.id), default=None)
        return best.officer_id if best is not None else None

    def _serves(self, officer_id: int) -> bool:
        officer = self._officers.get(officer_id)
        return officer is not None and (officer.left_on is None or officer.left_on >= self._day)


def _leads(appointment: Appointment) -> bool:
    return appointment.position.casefold().startswith(("kepala", "camat", "lurah", "sekretaris", "direktur"))
