"""The sample office: everything that can be seen is there to be seen, and it can be made again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from correspondence.journal import first_broken
from correspondence.office import moment
from correspondence.people import Capacity
from correspondence.search import LetterFilter
from correspondence.services import boards, looking_up
from correspondence.services.desk_queues import (
    DISPOSITION_QUEUES,
    SIGNATURE_QUEUES,
    board_filter,
    desk_counts,
)
from correspondence.workflow import DispositionState, IncomingState, OutgoingState, SignatureState
from ui import demo
from ui.demo import Sample, make_sample
from ui.wiring import Registry, open_registry


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return make_sample(tmp_path_factory.mktemp("kantor contoh é"), actor="rini")


@pytest.fixture
def registry(sample: Sample):
    with open_registry(sample.url, actor="rini") as registry:
        yield registry


def test_every_state_of_both_books_is_there(registry: Registry) -> None:
    lines = looking_up.page(registry.office, asked=LetterFilter(), limit=1000).lines
    assert len(lines) == demo.LETTERS
    seen = Counter((type(each.state), each.state.value) for each in lines)
    assert {(type(each), each.value) for each in (*IncomingState, *OutgoingState)} == seen.keys()


def test_dispositions_and_chains_stand_in_many_states(registry: Registry) -> None:
    office = registry.office
    refs = [each.ref for each in looking_up.page(office, asked=LetterFilter(), limit=1000).lines]
    dossiers = [looking_up.dossier(office, ref=ref) for ref in refs]
    dispositions = {line.disposition.state for each in dossiers for line in each.dispositions}
    signatures = {line.step.state for each in dossiers for line in each.signatures}
    assert dispositions == set(DispositionState)
    assert signatures >= set(SignatureState) - {SignatureState.SKIPPED, SignatureState.REASSIGNED}
    assert any(len(each.dispositions) > 1 for each in dossiers)
    assert sum(bool(each.attachments) for each in dossiers) > 10
    assert any(each.overdue for each in dossiers)
    pending = looking_up.pending_signatures(office)
    assert any(each.promise_broken for each in pending)
    with office.open_reading() as unit:
        assert first_broken(unit.journal.whole()) is None


def test_every_desk_is_full_at_this_minute(registry: Registry) -> None:
    office = registry.office
    numbers = {each.queue: each.number for each in desk_counts(office)}
    numbers.pop("promised_today")  # at night nothing is promised for today any more
    assert not [queue for queue, number in numbers.items() if number == 0]
    assert numbers["promises_broken"] >= 3
    assert boards.signature_board(office).number >= 12
    assert any(wait.step.capacity is Capacity.PLH for wait in boards.signature_lines(office))
    waits = boards.letters_waiting(office)
    assert len(waits) >= 8
    tree = looking_up.dossier(office, ref=max(waits, key=lambda each: each.number).letter.ref).dispositions
    above = {each.disposition.id: each.disposition.parent_id for each in tree}
    assert len(tree) == 12
    assert max(_depth(above, key) for key in above) == 3
    assert sum(each.disposition.done_at is not None for each in tree) == 2


def test_every_number_of_the_first_screen_is_as_long_as_its_list(registry: Registry) -> None:
    office = registry.office
    with office.open_reading() as unit:
        now = moment(office, unit)
    local = now.at.astimezone(now.zone)
    for each in desk_counts(office):
        if each.queue in SIGNATURE_QUEUES:
            listed = len(boards.signature_lines(office, asked=board_filter(each.queue, local), limit=500))
        elif each.queue in DISPOSITION_QUEUES:
            listed = len(boards.disposition_lines(office, asked=board_filter(each.queue, local), limit=500))
        else:
            listed = len(looking_up.ids(office, asked=looking_up.queue_filter(each.queue, local)))
        assert each.number == listed, each.queue


def _depth(above: dict[int, int | None], key: int) -> int:
    parent = above[key]
    return 1 if parent is None else 1 + _depth(above, parent)


def test_nothing_is_open_under_what_is_finished(registry: Registry) -> None:
    over = frozenset({IncomingState.COMPLETED, IncomingState.FILED, IncomingState.CANCELLED})
    lines = looking_up.page(registry.office, asked=LetterFilter(states=over), limit=1000).lines
    assert lines
    for each in lines:
        dossier = looking_up.dossier(registry.office, ref=each.ref)
        assert not any(line.disposition.live for line in dossier.dispositions), each.ref


def test_nobody_works_at_night_or_tomorrow(registry: Registry) -> None:
    now = registry.office.clock.now()
    with registry.office.open_reading() as unit:
        instants = [each.at for each in unit.journal.whole() if each.letter_id is not None]
    assert max(instants) <= now
    assert instants == sorted(instants)
    assert len({each.date() for each in instants}) > 40


def test_papers_are_printed(sample: Sample) -> None:
    names = {path.name for path in sample.papers if path.suffix == ".docx"}
    assert len(names) == 3
    assert any(name.startswith("Surat pengantar K-") for name in names)


def test_made_again_it_is_used_again(sample: Sample) -> None:
    before = Path(sample.url.removeprefix("sqlite:///")).read_bytes()
    again = make_sample(sample.folder, actor="rini")
    assert (sample.made, again.made) == (True, False)
    assert again.papers == sample.papers
    assert Path(sample.url.removeprefix("sqlite:///")).read_bytes() == before


def test_what_was_half_made_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "setengah jadi").mkdir()
    (tmp_path / "setengah jadi" / demo.REGISTRY_FILE).write_bytes(b"the power went")
    sample = make_sample(tmp_path, actor="rini")
    assert sample.letters == demo.LETTERS
    assert not list(tmp_path.glob("*setengah*"))
