"""What `verify` answers: a check for each promise of the registry, and what was found wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

MOST = 100
"""Findings of one check that are told one by one."""


class CheckName(StrEnum):
    """The promises, in the order they are looked at: the ones the others rest on first."""

    ENGINE = "engine"
    NUMBERS = "numbers"
    JOURNAL = "journal"
    ATTACHMENTS = "attachments"
    INDEX = "index"
    SUMMARIES = "summaries"
    FACTS = "facts"
    CLOSINGS = "closings"


class Fault(StrEnum):
    """What can be wrong."""

    ENGINE = "engine"
    NUMBER_MISSING = "number_missing"
    NUMBER_DOUBLED = "number_doubled"
    COUNTER_BEHIND = "counter_behind"
    SEAL_BROKEN = "seal_broken"
    CONTENT_CHANGED = "content_changed"
    CONTENT_MISSING = "content_missing"
    INDEX_WRONG = "index_wrong"
    SUMMARY_DIFFERS = "summary_differs"
    FACTS_DIFFER = "facts_differ"
    STATE_DIFFERS = "state_differs"
    CHECKSUM_BROKEN = "checksum_broken"
    CLOSING_UNTOLD = "closing_untold"
    CLOSING_OUT_OF_TURN = "closing_out_of_turn"
    FIGURES_DIFFER = "figures_differ"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, with what the sentence about it names."""

    fault: Fault
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """A promise looked at: `looked_at` things of its sort, `wrong` of them, the first hundred of those as `findings`."""

    name: CheckName
    looked_at: int
    wrong: int = 0
    findings: tuple[Finding, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return not self.wrong


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything that was looked at. `stopped`: somebody stopped it before the end."""

    checks: tuple[Check, ...]
    stopped: bool = False

    @property
    def ok(self) -> bool:
        """Whether all of it was looked at and nothing is wrong."""
        return not self.stopped and all(each.ok for each in self.checks)
