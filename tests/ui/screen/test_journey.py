"""The letter's way names who did a step; of what was sent to somebody, to whom."""

from __future__ import annotations

from correspondence.services import looking_up
from correspondence.services.calendar import calendar_of
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, build_desk
from ui.screen.journey import stops
from ui.screen.line_texts import Reading


def way(desk, ref) -> list[str]:
    with desk.office.open_reading() as unit:
        calendar = calendar_of(unit)
    dossier = looking_up.dossier(desk.office, ref=ref)
    return [each.text for each in stops(dossier, Reading(NINE, calendar))]


def test_an_initial_is_of_the_one_who_gave_it_not_of_the_next() -> None:
    desk = build_desk()
    ref = desk.outgoing()
    desk.chain(ref, EKO, BUDI, sign=RAHMA)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    desk.step(ref, Step.INITIAL, by=EKO)
    desk.step(ref, Step.INITIAL, by=BUDI)
    desk.step(ref, Step.SIGN, by=RAHMA)
    assert way(desk, ref)[1:5] == [
        f"Diajukan untuk paraf/tanda tangan: {EKO}",
        f"Diparaf: {EKO}",
        f"Diparaf: {BUDI}",
        f"Ditandatangani: {RAHMA}",
    ]


def test_what_was_handed_on_tells_to_whom() -> None:
    desk = build_desk()
    ref = desk.incoming()
    desk.step(ref, Step.SUBMIT, to=(RAHMA,))
    desk.clock.wait(minutes=5)
    desk.step(ref, Step.DISPOSE, to=(BUDI,))
    (given,) = desk.dispositions(ref)
    desk.clock.wait(minutes=5)
    desk.disposition_step(given.id, Step.READ)
    desk.clock.wait(minutes=5)
    desk.disposition_step(given.id, Step.FORWARD, to=(SITI,))
    told = way(desk, ref)
    assert told[1] == f"Diajukan: {RAHMA}"
    assert told[3] == f"Disposisi dibaca: {BUDI}"
    assert told[4] == "Disposisi diteruskan: 1 Kepala Subbagian Keuangan"
