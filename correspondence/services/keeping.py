"""The office's own lists: identity and settings, officers, units, kinds, holidays; each for whom accounts.RIGHTS names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date

from correspondence.accounts import Right
from correspondence.changes import Changes, Topic
from correspondence.errors import NotFound, Refused
from correspondence.forms import clean
from correspondence.journal import JournalEntry
from correspondence.letters import LetterKind
from correspondence.numbering import CounterScope, NumberParts, NumberPattern
from correspondence.office import Office, moment
from correspondence.people import Appointment, Capacity, Officer, Unit, find_officer
from correspondence.ports import UnitOfWork
from correspondence.profile import OfficeProfile, changed_profile
from correspondence.services.days_off import holidays, put_holiday, remove_holiday
from correspondence.services.moved_deadlines import change_calendar
from correspondence.services.noting import checked_name, note
from correspondence.services.signed_in import by_right
from correspondence.services.transcribing import unit_called

__all__ = ["holidays", "put_holiday", "remove_holiday"]  # beside what is written here
PEOPLE = Changes(topics=frozenset({Topic.PEOPLE}))
KINDS = Changes(topics=frozenset({Topic.KINDS}))


def profile(office: Office) -> OfficeProfile:
    """The office's settings as they are now."""
    with office.open_reading() as unit:
        return unit.profiles.read()


def set_profile(office: Office, *, values: Mapping[str, str]) -> Changes:
    """Settings from texts, each checked; all of them or none. Refusals carry the setting as their field."""
    with by_right(office, Right.SET_OFFICE) as unit:
        old = unit.profiles.read()
        new = changed_profile(old, values)
        if new.report_signatory:
            officer = find_officer(new.report_signatory, unit.people.officers())
            new = replace(new, report_signatory=officer.name)
        changes = {
            each.name: (str(getattr(old, each.name)), str(getattr(new, each.name)))
            for each in fields(OfficeProfile)
            if getattr(old, each.name) != getattr(new, each.name)
        }
        moved = Changes()
        if changes:
            now = moment(office, unit)
            # Other hours of the week move deadlines as days off do.
            moved = change_calendar(office, unit, now.today, lambda: unit.profiles.write(new))
            unit.journal.append(JournalEntry(now.at, office.actor, "office_changed", changes=changes))
            unit.commit()
    return replace(moved, topics=moved.topics | {Topic.OFFICE})


def preview_number(office: Office, *, pattern: str, scope: str = CounterScope.OFFICE) -> str:
    """The number 123 as `pattern` would print it today; Refused as NumberPattern.read."""
    read = NumberPattern.read(pattern)
    if scope not in set(CounterScope):
        raise Refused("setting_unreadable", "number_scope", {"value": scope, "known": tuple(CounterScope)})
    with office.open_reading() as unit:
        kept, today = unit.profiles.read(), moment(office, unit).today
    parts = NumberParts(
        number=123,
        on=today,
        classification="000.1.2.3",
        unit=kept.default_unit_code,
        office_code=kept.opd_code or "107.1",
        kind="Surat Dinas",
    )
    return read.write(parts)


def add_officer(
    office: Office,
    *,
    name: str,
    position: str = "",
    unit: str = "",
    nip: str = "",
    rank: str = "",
    phone: str = "",
) -> Changes:
    """A new officer, appointed to `position` without a first day when one is given.

    Refused: `name_missing`, `text_too_long`, `officer_known` (same NIP, or same name without one), `unit_unknown`.
    """
    officer = Officer(checked_name(name), clean(nip), clean(rank), clean(phone))
    with by_right(office, Right.KEEP_LISTS) as work:
        _refuse_known(officer, work)
        officer = work.people.add_officer(officer)
        if position:
            unit_id = unit_called(work, unit)
            work.people.add_appointment(Appointment(officer.id, clean(position), unit_id=unit_id))
        note(office, work, "officer_added", officer.name)
        work.commit()
    return PEOPLE


def _refuse_known(officer: Officer, work: UnitOfWork) -> None:
    for known in work.people.officers():
        same_nip = bool(officer.nip) and known.nip == officer.nip
        same_name = known.name.casefold() == officer.name.casefold() and not (officer.nip and known.nip)
        if known.id != officer.id and (same_nip or same_name):
            raise Refused("officer_known", "nip" if same_nip else "name", {"name": known.name})


def change_officer(
    office: Office, *, officer_id: int, name: str, nip: str = "", rank: str = "", phone: str = ""
) -> Changes:
    """Mends an officer's own entries; appointments are changed by `appoint`."""
    with by_right(office, Right.KEEP_LISTS) as work:
        old = work.people.officer(officer_id)
        new = replace(old, name=checked_name(name), nip=clean(nip), rank=clean(rank), phone=clean(phone))
        _refuse_known(new, work)
        work.people.save_officer(new)
        note(office, work, "officer_changed", new.name)
        work.commit()
    return PEOPLE


def appoint(
    office: Office,
    *,
    officer: str,
    position: str,
    capacity: Capacity = Capacity.DEFINITIVE,
    unit: str = "",
    principal: str = "",
    delegate: str = "",
    first_day: date | None = None,
    last_day: date | None = None,
) -> Changes:
    """A dated appointment. A definitive one ends the officer's earlier open definitive one the day before.

    Refused: `position_missing`, `dates_backwards`, `principal_missing` (a.n. and u.b. need one), `delegate_without_ub`,
    `appointment_known`.
    """
    if not clean(position):
        raise Refused("position_missing", "position")
    if first_day and last_day and last_day < first_day:
        raise Refused("dates_backwards", "last", {"first": first_day, "last": last_day})
    if capacity in (Capacity.AN, Capacity.UB) and not clean(principal):
        raise Refused("principal_missing", "principal")
    if clean(delegate) and capacity is not Capacity.UB:
        raise Refused("delegate_without_ub", "delegate")
    with by_right(office, Right.KEEP_LISTS) as work:
        person = find_officer(officer, work.people.officers())
        unit_id = unit_called(work, unit)
        wanted = Appointment(
            *(person.id, clean(position), capacity, unit_id, clean(principal), first_day, last_day),
            delegate=clean(delegate),
        )
        if any(_alike(wanted, each) for each in work.people.appointments()):
            raise Refused(
                "appointment_known", "position", {"officer": person.name, "position": wanted.position}
            )
        start = first_day or moment(office, work).today
        if capacity is Capacity.DEFINITIVE:
            for earlier in work.people.appointments():
                runs_on = earlier.officer_id == person.id and earlier.last_day is None
                if (
                    runs_on
                    and earlier.capacity is Capacity.DEFINITIVE
                    and (earlier.first_day or date.min) < start
                ):
                    ended = replace(earlier, last_day=date.fromordinal(start.toordinal() - 1))
                    work.people.save_appointment(ended)
        work.people.add_appointment(wanted)
        note(office, work, "officer_appointed", f"{person.name}: {clean(position)}")
        work.commit()
    return PEOPLE


def _alike(one: Appointment, other: Appointment) -> bool:
    """Whether two appointments say the same, however they are written."""
    return _as_said(one) == _as_said(other)


def _as_said(held: Appointment) -> Appointment:
    said = (held.position, held.principal, held.delegate)
    position, principal, delegate = (" ".join(each.split()).casefold() for each in said)
    return replace(held, position=position, principal=principal, delegate=delegate, id=0)


def officer_left(office: Office, *, officer: str, on: date) -> Changes:
    """The officer's last day of service; what was signed before stays as it was."""
    with by_right(office, Right.KEEP_LISTS) as work:
        person = find_officer(officer, work.people.officers())
        work.people.save_officer(replace(person, left_on=on))
        note(office, work, "officer_left", person.name)
        work.commit()
    return PEOPLE


def add_unit(office: Office, *, name: str, code: str = "") -> Changes:
    """A new unit; Refused `unit_known`."""
    with by_right(office, Right.KEEP_LISTS) as work:
        called = checked_name(name)
        for known in work.people.units():
            if known.name.casefold() == called.casefold():
                raise Refused("unit_known", "name", {"name": known.name})
        added = work.people.add_unit(Unit(called, clean(code)))
        note(office, work, "unit_added", added.name)
        work.commit()
    return PEOPLE


def add_kind(office: Office, *, name: str, group: str = "", template: str = "") -> Changes:
    """A new letter kind; Refused `kind_known`."""
    with by_right(office, Right.KEEP_LISTS) as work:
        called = checked_name(name)
        for known in work.kinds.every():
            if known.name.casefold() == called.casefold():
                raise Refused("kind_known", "name", {"name": known.name})
        added = work.kinds.add(LetterKind(called, clean(group), clean(template)))
        note(office, work, "kind_added", added.name)
        work.commit()
    return KINDS


def set_kind_active(office: Office, *, kind_id: int, active: bool) -> Changes:
    """Takes a kind out of what new letters are offered, or puts it back; old letters keep it."""
    with by_right(office, Right.KEEP_LISTS) as work:
        kind = next((each for each in work.kinds.every() if each.id == kind_id), None)
        if kind is None:
            raise NotFound("kind", str(kind_id))
        work.kinds.save(replace(kind, active=active))
        note(office, work, "kind_activated" if active else "kind_retired", kind.name)
        work.commit()
    return KINDS


def set_kind_template(office: Office, *, name: str, template: str) -> Changes:
    """The Word template a kind is written with from now on; "" for the one shipped for it. NotFound("kind", …)."""
    with by_right(office, Right.KEEP_LISTS) as work:
        every = work.kinds.every()
        kind = next((each for each in every if each.name.casefold() == clean(name).casefold()), None)
        if kind is None:
            raise NotFound("kind", name, tuple(each.name for each in every))
        work.kinds.save(replace(kind, template=clean(template)))
        note(office, work, "kind_template_set", kind.name)
        work.commit()
    return KINDS
