"""Numbered steps from an empty registry to today's.

A step is plain SQL for both engines and never imports `db/tables.py`: it must do tomorrow what it did on the day it was
written. Each step and its record are one transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

from db.migrations import (
    step_0001_register,
    step_0002_history,
    step_0003_search,
    step_0004_waiting,
    step_0005_accounts,
    step_0006_months,
    step_0008_counted,
    step_0010_signature_ids,
    step_0011_delegates,
)

RECORD = "registry_step"
"""The table of the steps taken: number, name, instant. Its presence says that this is a registry of ours."""

RECORD_SQL = f"CREATE TABLE {RECORD} (number INTEGER PRIMARY KEY, name TEXT NOT NULL, taken_at TEXT NOT NULL)"

Step = tuple[int, str, Callable[..., tuple[str, ...]]]
"""Number, name, and what makes its statements for an engine."""


def _number_and_name(step: ModuleType) -> tuple[int, str]:
    _, number, name = step.__name__.rpartition(".")[2].split("_", 2)
    return int(number), name


STEPS: tuple[Step, ...] = tuple(
    (*_number_and_name(step), step.statements)
    for step in (
        step_0001_register,
        step_0002_history,
        step_0003_search,
        step_0004_waiting,
        step_0005_accounts,
        step_0006_months,
        step_0008_counted,
        step_0010_signature_ids,
        step_0011_delegates,
    )
)

NEWEST = STEPS[-1][0]


def pending(taken: frozenset[int], steps: tuple[Step, ...] = STEPS) -> tuple[Step, ...]:
    """The steps that a registry still needs; reads nothing and writes nothing."""
    return tuple(step for step in steps if step[0] not in taken)
