"""What the first screen counts: a letter that came back, lines where a board is opened, and every number as long as its list."""

from __future__ import annotations

from datetime import timedelta

import pytest

from correspondence.boards import BoardFilter, Side
from correspondence.errors import NotFound
from correspondence.numbering import LetterRef
from correspondence.services import boards, looking_up
from correspondence.services.desk_queues import (
    BOARD_QUEUES,
    DISPOSITION_QUEUES,
    SIGNATURE_QUEUES,
    board_counts,
    board_filter,
    desk_counts,
    queue_filter,
)
from correspondence.services.signing import set_chain
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, WEDNESDAY, Desk, build_desk


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def counts(desk: Desk) -> dict[str, int]:
    return {each.queue: each.number for each in desk_counts(desk.office)}


def waiting_for_disposition(desk: Desk) -> list[LetterRef]:
    asked = queue_filter("awaiting_disposition", desk.clock.at)
    return [each.ref for each in looking_up.page(desk.office, asked=asked).lines]


def test_a_letter_that_came_back_waits_for_a_disposition_again(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, by=RAHMA, to=(BUDI, SITI), lead=BUDI)
    lead, beside = desk.dispositions(ref)
    assert (counts(desk)["awaiting_disposition"], waiting_for_disposition(desk)) == (0, [])
    desk.disposition_step(lead.id, Step.RETURN, note="bukan tugas kami")
    assert desk.name(desk.letter(ref).holder_id) == RAHMA
    assert beside.live  # who only takes part does not have it
    assert (counts(desk)["awaiting_disposition"], waiting_for_disposition(desk)) == (1, [ref])
    desk.step(ref, Step.DISPOSE, by=RAHMA, to=(EKO,))
    assert (counts(desk)["awaiting_disposition"], waiting_for_disposition(desk)) == (0, [])


def test_a_lead_that_is_done_does_not_wait_for_a_disposition(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=(BUDI,))
    (lead,) = desk.dispositions(ref)
    for step in (Step.READ, Step.START, Step.DONE):
        desk.disposition_step(lead.id, step)
    assert (counts(desk)["awaiting_disposition"], counts(desk)["ready_to_complete"]) == (0, 1)


def test_boards_are_counted_by_their_lines(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=(BUDI, SITI, EKO), due=WEDNESDAY)
    lead = desk.dispositions(ref)[0]
    desk.disposition_step(lead.id, Step.READ)
    draft = desk.outgoing()
    set_chain(desk.office, ref=draft, initials=[[EKO, SITI]], sign=RAHMA)
    promised = desk.outgoing()
    desk.chain(promised, sign=RAHMA, promised_for=NINE + timedelta(hours=2))
    for each in (draft, promised):
        desk.step(each, Step.SEND_FOR_REVIEW)
    told = counts(desk)
    assert (told["dispositions_unread"], told["dispositions_in_progress"]) == (2, 1)
    assert (told["initials"], told["signatures"]) == (2, 1)
    assert (told["promised_today"], told["promises_broken"]) == (1, 0)
    desk.clock.wait(days=1)
    told = counts(desk)
    assert (told["dispositions_overdue"], told["promised_today"], told["promises_broken"]) == (3, 0, 1)
    check_every_list(desk)


def check_every_list(desk: Desk) -> None:
    for code, number in counts(desk).items():
        if code in SIGNATURE_QUEUES:
            asked = board_filter(code, desk.clock.at)
            assert len(boards.signature_lines(desk.office, asked=asked)) == number, code
            assert boards.signature_board(desk.office, asked=asked).number == number
        elif code in DISPOSITION_QUEUES:
            asked = board_filter(code, desk.clock.at)
            assert len(boards.disposition_lines(desk.office, asked=asked)) == number, code
            assert boards.disposition_board(desk.office, asked=asked).number == number
        else:
            page = looking_up.page(desk.office, asked=queue_filter(code, desk.clock.at))
            assert len(page.lines) == number, code


def test_who_handed_it_on_is_not_counted_as_working_on_it(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=(BUDI,))
    desk.disposition_step(desk.dispositions(ref)[0].id, Step.FORWARD, to=(EKO,))
    assert (counts(desk)["dispositions_unread"], counts(desk)["dispositions_in_progress"]) == (1, 0)
    given = board_counts(desk.office, asked=BoardFilter(), codes=frozenset(BOARD_QUEUES), side=Side.GAVE)
    assert (given["dispositions_unread"].number, given["dispositions_in_progress"].number) == (1, 1)


def test_an_unknown_board_queue_is_named(desk: Desk) -> None:
    with pytest.raises(NotFound):
        board_filter("antah", NINE)
