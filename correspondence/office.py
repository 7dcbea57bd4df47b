"""Office: all that a service needs, handed in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from correspondence.hearing import Watch
from correspondence.ports import Clock, UnitOfWork
from correspondence.workflow import Role


@dataclass(frozen=True, slots=True)
class Office:
    """`open_unit()` begins a writing transaction, `open_reading()` one that only reads and blocks nobody.

    `actor` is written into the journal as the one at the keyboard, `role` says what the workflow tables and the table of
    rights allow there: both are the account's where somebody signed in (services/signed_in.py).
    """

    open_unit: Callable[[], AbstractContextManager[UnitOfWork]]
    open_reading: Callable[[], AbstractContextManager[UnitOfWork]]
    clock: Clock
    actor: str
    role: Role = Role.ADMINISTRATOR
    watch: Callable[[], Watch] | None = None
    """An ear for what other desks write; None where nobody else can."""
    acts_for: int | None = None
    """The one officer who is written down as acting at this desk: a head's account is its officer's; None is anybody."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The clock read once for a transaction: the instant, and the office's local day it falls on."""

    at: datetime
    today: date
    zone: ZoneInfo


def moment(office: Office, unit: UnitOfWork) -> Moment:
    """Now, in the zone of the office's profile (New Year comes at the office's own midnight)."""
    zone = ZoneInfo(unit.profiles.read().zone)
    at = office.clock.now()
    return Moment(at, at.astimezone(zone).date(), zone)
