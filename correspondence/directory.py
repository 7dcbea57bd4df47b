"""Who and what an office has to choose from: officers with their positions of today, units, kinds, its own settings."""

from __future__ import annotations

from dataclasses import dataclass

from correspondence.letters import LetterKind
from correspondence.people import Appointment, Officer, Unit
from correspondence.profile import OfficeProfile


@dataclass(frozen=True, slots=True)
class OfficerLine:
    """An officer and the appointment that counts today; None when there is none. `unit` is its unit's name.

    `appointments` are all that run today, the one that counts first: who stands in for another has his own office too.
    """

    officer: Officer
    appointment: Appointment | None
    unit: str
    serving: bool
    appointments: tuple[Appointment, ...] = ()

    @property
    def position(self) -> str:
        """Today's position, "" without one."""
        return self.appointment.position if self.appointment else ""


@dataclass(frozen=True, slots=True)
class Directory:
    """Officers by name, those who left included (`serving` tells); units and kinds by name, those out of use included."""

    officers: tuple[OfficerLine, ...]
    units: tuple[Unit, ...]
    kinds: tuple[LetterKind, ...]
    profile: OfficeProfile
