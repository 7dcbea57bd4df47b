"""Officers, their appointments, units, and the correspondents met before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from correspondence.letters import Correspondent
from correspondence.people import Appointment, Officer, Unit
from db.failures import missing
from db.folding import folded, like
from db.mapping import appointment_of, plain
from db.session import Session
from db.tables import AppointmentRow, OfficerRow, UnitRow

_REMEMBER = """INSERT INTO correspondent (folded, name, address) VALUES (?, ?, ?)
    ON CONFLICT (folded) DO UPDATE SET address = excluded.address WHERE excluded.address <> ''"""
# First the names that begin so, then those in which a later word does.
_SUGGEST = """SELECT name, address, id FROM correspondent
    WHERE folded LIKE ? ESCAPE '!' OR folded LIKE ? ESCAPE '!'
    ORDER BY CASE WHEN folded LIKE ? ESCAPE '!' THEN 0 ELSE 1 END, folded LIMIT ?"""


class People:
    """The office's People."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_officer(self, officer: Officer) -> Officer:
        return replace(officer, id=self._session.execute(OfficerRow.insert(**plain(officer))))

    def save_officer(self, officer: Officer) -> None:
        query = OfficerRow.update(**plain(officer)).where(OfficerRow.id == officer.id)
        if not self._session.execute(query):
            raise missing("officer", officer.id)

    def officer(self, officer_id: int) -> Officer:
        row = self._session.one(OfficerRow.select().where(OfficerRow.id == officer_id))
        if row is None:
            raise missing("officer", officer_id)
        return Officer(**row)

    def officers(self) -> Sequence[Officer]:
        officers = [
            Officer(**row) for row in self._session.dicts(OfficerRow.select().order_by(OfficerRow.id))
        ]
        # Not ORDER BY: the engines sort small letters and accents differently.
        return sorted(officers, key=lambda each: each.name.casefold())

    def add_appointment(self, appointment: Appointment) -> Appointment:
        return replace(appointment, id=self._session.execute(AppointmentRow.insert(**plain(appointment))))

    def save_appointment(self, appointment: Appointment) -> None:
        query = AppointmentRow.update(**plain(appointment)).where(AppointmentRow.id == appointment.id)
        if not self._session.execute(query):
            raise missing("appointment", appointment.id)

    def appointments(self) -> Sequence[Appointment]:
        query = AppointmentRow.select().order_by(AppointmentRow.id)
        return [appointment_of(row) for row in self._session.dicts(query)]

    def add_unit(self, unit: Unit) -> Unit:
        return replace(unit, id=self._session.execute(UnitRow.insert(**plain(unit))))

    def units(self) -> Sequence[Unit]:
        found = self._session.rows("SELECT name, code, active, id FROM unit ORDER BY id")
        units = [Unit(name, code, bool(active), key) for name, code, active, key in found]
        return sorted(units, key=lambda each: each.name.casefold())

    def remember_correspondent(self, correspondent: Correspondent) -> None:
        key = folded(correspondent.name) or correspondent.name.strip()
        if key:
            self._session.run(_REMEMBER, (key, correspondent.name, correspondent.address))

    def correspondents(self, beginning: str, limit: int = 12) -> Sequence[Correspondent]:
        typed = like(folded(beginning))
        found = self._session.rows(_SUGGEST, (f"{typed}%", f"% {typed}%", f"{typed}%", limit))
        return [Correspondent(name, address, new_id) for name, address, new_id in found]
