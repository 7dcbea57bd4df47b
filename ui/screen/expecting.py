"""Steps of a letter that was looked at: who was slower is told what another desk did, and may then do it all the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from correspondence.changes import Changes
from correspondence.errors import ChangedElsewhere
from correspondence.office import Office
from correspondence.services.stepping import StepOrder
from ui.screen.step_dialog import Job

Take = Callable[[Office, StepOrder], Changes]


def expecting(version: int, take: Take) -> Callable[[StepOrder], Job]:
    """From an order to its job: the letter must still be of this `version`, the first time it is tried.

    A dialog that was told of the change keeps its typing; what is handed in again meets the rules of the letter as it
    stands now, and nothing else.
    """
    told: list[ChangedElsewhere] = []

    def hand_in(order: StepOrder) -> Job:
        def job(office: Office) -> Changes:
            try:
                return take(office, replace(order, expected_version=None if told else version))
            except ChangedElsewhere as changed:
                told.append(changed)
                raise

        return job

    return hand_in
