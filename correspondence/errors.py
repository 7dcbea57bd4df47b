"""The office's errors: data without prose. `ui/failures.py` makes the sentences.

`rule` and `reason` are stable snake_case codes; scripts see them in `--json`, tests hold that each has a
sentence. Not frozen: `contextlib` sets `__traceback__` on what passes through it, which a frozen exception
refuses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as _field

Facts = Mapping[str, object]


class OfficeError(Exception):
    """What a person can be told in one sentence; everything else is a defect and shows its traceback."""

    def __str__(self) -> str:
        return repr(self)


@dataclass(eq=False)
class Refused(OfficeError):
    """A rule said no. `field` names the input it belongs to, `facts` fills the sentence."""

    rule: str
    field: str | None = None
    facts: Facts = _field(default_factory=dict)


@dataclass(eq=False)
class NotFound(OfficeError):
    """There is no `what` called `key`. `candidates` are near misses, or the several that fit."""

    what: str
    key: str
    candidates: tuple[str, ...] = ()


@dataclass(eq=False)
class ChangedElsewhere(OfficeError):
    """Another desk saved first. `fields` maps a field to (value when read, value now, what we typed)."""

    ref: str
    by: str
    fields: Mapping[str, tuple[str, str, str]] = _field(default_factory=dict)


@dataclass(eq=False)
class Unavailable(OfficeError):
    """The registry, a file or a program cannot be used now: full disk, no server, not a registry."""

    reason: str
    facts: Facts = _field(default_factory=dict)
