"""Units, officers and their dated appointments; how a signature block reads on a given day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from correspondence.errors import NotFound


class Capacity(StrEnum):
    """In what capacity somebody holds a position (domain: definitive, acting, on behalf of)."""

    DEFINITIVE = "definitive"
    PJ = "pj"
    PLT = "plt"
    PLH = "plh"
    AN = "an"
    UB = "ub"


# Heads that act print neither NIP nor rank [Permendagri 1/2023 art. 44]: the default, a template may
# print otherwise.
BARE_SIGNERS: frozenset[Capacity] = frozenset({Capacity.PJ, Capacity.PLT, Capacity.PLH})


FEWEST_DIGITS = 4
"""Digits from which on a beginning of a NIP may stand for its owner: the year of birth."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Unit pengolah: a part of the office that answers for letters. `code` stands in letter numbers."""

    name: str
    code: str = ""
    active: bool = True
    id: int = 0


@dataclass(frozen=True, slots=True)
class Officer:
    """A person who initials, signs or receives dispositions. Nobody is deleted.

    `left_on` ends the service.
    """

    name: str
    nip: str = ""
    rank: str = ""
    phone: str = ""
    left_on: date | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Appointment:
    """An officer holds `position` from `first_day` to `last_day`, both included; None is open.

    `principal` is the position on whose behalf is signed (a.n., u.b.), `delegate` the one between (u.b.): whose order
    it was at first.
    """

    officer_id: int
    position: str
    capacity: Capacity = Capacity.DEFINITIVE
    unit_id: int | None = None
    principal: str = ""
    first_day: date | None = None
    last_day: date | None = None
    id: int = 0
    delegate: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the appointment runs on `day`."""
        return (self.first_day is None or self.first_day <= day) and (
            self.last_day is None or day <= self.last_day
        )


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Lines above the signature, and what is printed below it. Empty strings are not printed."""

    heads: tuple[str, ...]
    name: str
    rank: str
    nip: str
    position: str = ""
    """In small letters, for a line of its own: `Plt. Kepala Bagian Umum`."""


def appointment_on(appointments: Iterable[Appointment], day: date) -> Appointment | None:
    """The appointment that counts on `day`: a stand-in's before the definitive one, then the newest."""
    return next(iter(appointments_on(appointments, day)), None)


def appointments_on(appointments: Iterable[Appointment], day: date) -> tuple[Appointment, ...]:
    """All that run on `day`, the one that counts first."""
    running = [each for each in appointments if each.holds_on(day)]
    newest = sorted(running, key=lambda each: (each.first_day or date.min, each.id), reverse=True)
    return tuple(sorted(newest, key=lambda each: each.capacity is Capacity.DEFINITIVE))


def own_office_on(appointments: Iterable[Appointment], day: date) -> Appointment | None:
    """Under what somebody initials: his own office; who has none of his own, the one that counts on `day`."""
    running = appointments_on(appointments, day)
    own = (each for each in running if each.capacity is Capacity.DEFINITIVE)
    return next(own, next(iter(running), None))


def stand_in(held: Appointment, appointments: Iterable[Appointment], day: date) -> Appointment | None:
    """Who acts (Plt., Plh., Pj.) in the position `held` on `day` instead of its officer; None when nobody does."""
    acting = [
        each
        for each in appointments
        if each.capacity in BARE_SIGNERS
        and each.officer_id != held.officer_id
        and each.position.casefold() == held.position.casefold()
        and each.unit_id in (None, held.unit_id)
        and each.holds_on(day)
    ]
    return max(acting, key=lambda each: (each.first_day or date.min, each.id), default=None)


def signature_block(officer: Officer, appointment: Appointment) -> SignatureBlock:
    """How `officer` signs under `appointment`: Plt./Plh. before the position, a.n. and u.b. over it."""
    position = appointment.position
    heads: tuple[str, ...]
    match appointment.capacity:
        case Capacity.DEFINITIVE:
            heads = (f"{position.upper()},",)
        case Capacity.AN:
            heads = (f"a.n. {appointment.principal.upper()}", f"{position.upper()},")
        case Capacity.UB:
            between = (f"{appointment.delegate.upper()},",) if appointment.delegate else ()
            heads = (f"a.n. {appointment.principal.upper()}", *between, "u.b.", f"{position.upper()},")
        case acting:
            heads = (f"{acting.value.capitalize()}. {position.upper()},",)
    bare = appointment.capacity in BARE_SIGNERS
    return SignatureBlock(
        heads,
        officer.name,
        "" if bare else officer.rank,
        "" if bare else officer.nip,
        f"{appointment.capacity.value.capitalize()}. {position}" if bare else position,
    )


def find_officer(named: str, officers: Iterable[Officer]) -> Officer:
    """The officer of that full name or NIP, or of an unambiguous beginning, in any case: of the name, of the NIP (four
    digits or more), of any word of the name ("Budi" for "Drs. Budi Santoso"), in that order.

    NotFound carries the several that fit, or every name when none does.
    """
    every = list(officers)
    wanted = " ".join(named.split()).casefold()
    digits = wanted.replace(" ", "")
    numbered = [(each, each.nip.replace(" ", "")) for each in every]
    named_so = [(each, each.name.casefold()) for each in every]
    for fits in (
        [each for each, name in named_so if name == wanted],
        [each for each, nip in numbered if nip and nip == digits],
        [each for each, name in named_so if wanted and name.startswith(wanted)],
        [each for each, nip in numbered if _begins_a_nip(digits) and nip.startswith(digits)],
        [each for each, name in named_so if wanted and f" {wanted}" in name],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise NotFound("officer", named, tuple(_told(each, digits) for each in fits))
    raise NotFound("officer", named, tuple(each.name for each in every))


def _begins_a_nip(typed: str) -> bool:
    return typed.isdecimal() and len(typed) >= FEWEST_DIGITS


def _told(officer: Officer, typed: str) -> str:
    """Names do not tell apart those whose numbers were asked for."""
    return f"{officer.name} ({officer.nip.replace(' ', '')})" if _begins_a_nip(typed) else officer.name
