"""The recount from the journal over letters on any way: what their verbs left is what their journal tells."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import date, timedelta

import pytest

from correspondence.errors import OfficeError
from correspondence.services.undoing import undo_last
from correspondence.services.verifying import verify
from correspondence.soundness import CheckName, Fault
from correspondence.throughput import FactKind
from correspondence.workflow import OutgoingState, Step
from tests.builders import BUDI, RAHMA, Desk, build_desk
from tests.correspondence.services.test_random_walks import Walk


def _faults(desk: Desk) -> dict[CheckName, list[Fault]]:
    return {
        each.name: [one.fault for one in each.findings] for each in verify(desk.office).checks if not each.ok
    }


@pytest.mark.parametrize("seed", range(40))
def test_letters_on_any_way_are_told_whole_by_their_journal(seed: int) -> None:
    desk = build_desk()
    refs = desk.incoming(), desk.outgoing()
    desk.chain(refs[1], BUDI, sign=RAHMA)
    for ref in refs:
        Walk(desk, ref, seed).go(5 + seed)
        with contextlib.suppress(OfficeError):  # not every last step can be taken back
            undo_last(desk.office, ref=ref)
        desk.clock.wait(hours=seed)
    assert _faults(desk) == {}


def test_each_sort_of_difference_is_told() -> None:
    desk = build_desk()
    ref = desk.incoming()
    desk.step(ref, Step.FILE, note="tembusan")
    kept = desk.archive.kept
    finished = next(each for each in kept.facts if each.what is FactKind.FINISHED)
    sound = list(kept.facts)
    kept.facts[:] = [
        replace(each, on=each.on + timedelta(days=1)) if each is finished else each for each in sound
    ]
    assert _faults(desk) == {CheckName.FACTS: [Fault.FACTS_DIFFER]}
    (finding,) = next(each for each in verify(desk.office).checks if not each.ok).findings
    assert finding.facts["missing"] == (f"finished {date(2026, 10, 7)}",)
    assert finding.facts["extra"] == (f"finished {date(2026, 10, 8)}",)
    kept.facts[:] = sound
    letter = kept.letters[1]
    kept.letters[1] = replace(letter, state=OutgoingState.DRAFT)
    assert _faults(desk) == {CheckName.FACTS: [Fault.STATE_DIFFERS]}
    kept.letters[1] = letter
    kept.journal.pop()
    assert _faults(desk)[CheckName.FACTS] == [Fault.FACTS_DIFFER]


def test_a_letter_without_a_journal_is_told() -> None:
    desk = build_desk()
    desk.incoming()
    desk.archive.kept.journal.clear()
    assert _faults(desk) == {CheckName.FACTS: [Fault.FACTS_DIFFER]}
