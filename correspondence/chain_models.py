"""Signature chains as they are proposed: saved models, and who stands in for whom on a day."""

from __future__ import annotations

from dataclasses import dataclass

from correspondence.people import Capacity
from correspondence.signatures import InitialKind


@dataclass(frozen=True, slots=True)
class Place:
    """One officer of a model, and in which column of the table of initials he stands."""

    officer_id: int
    kind: InitialKind = InitialKind.HIERARCHY


@dataclass(frozen=True, slots=True)
class ChainModel:
    """A chain to start from, for letters of a kind and a unit (None asks nothing).

    `initials` are groups in order; the places of one group go in parallel. `sign_id` is the signatory.
    """

    name: str
    sign_id: int
    initials: tuple[tuple[Place, ...], ...] = ()
    kind_id: int | None = None
    unit_id: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class ProposedPerson:
    """One place of a proposed chain. `instead_of` is who the model names when a stand-in takes the place today."""

    officer: str
    position: str
    capacity: Capacity
    kind: InitialKind = InitialKind.HIERARCHY
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class ChainProposal:
    """What the form of a chain starts from; edited freely. `source` is the model's name, "" when made from the positions.

    `sign` is None when the office has named nobody who signs.
    """

    initials: tuple[tuple[ProposedPerson, ...], ...]
    sign: ProposedPerson | None
    source: str = ""
