"""Every card of the first screen opens a list with as many rows as it says, under the same word."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from correspondence.services.desk_queues import desk_counts
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, WEDNESDAY
from tests.builders import Desk as OfficeDesk
from ui.screen.desk_counters import DISPATCH, DISPOSITIONS, INCOMING, OUTGOING

CARDS = [*INCOMING, *DISPOSITIONS, *OUTGOING, *DISPATCH]


def on_its_way(desk: OfficeDesk, subject: str, *initials: object, promised: int | None = None) -> None:
    at = None if promised is None else NINE + timedelta(minutes=promised)
    ref = desk.outgoing(subject=subject)
    desk.chain(ref, *initials, sign=RAHMA, promised_for=at)
    desk.step(ref, Step.SEND_FOR_REVIEW)


def several(desk: OfficeDesk) -> None:
    """Something behind every card, and behind most more than one."""
    late = desk.incoming(subject="Lama", letter_date=date(2026, 8, 31), received_on=date(2026, 9, 1))
    desk.step(late, Step.SUBMIT, to=(RAHMA,))
    desk.step(late, Step.DISPOSE, to=(BUDI, SITI, EKO), due=WEDNESDAY)
    desk.disposition_step(desk.dispositions(late)[1].id, Step.READ)
    forwarded = desk.incoming(subject="Diteruskan")
    desk.step(forwarded, Step.DISPOSE, to=(BUDI,), by=RAHMA)
    desk.disposition_step(desk.dispositions(forwarded)[0].id, Step.FORWARD, to=(EKO,))
    back = desk.incoming(subject="Dikembalikan")
    desk.step(back, Step.DISPOSE, to=(SITI, EKO), lead=SITI, by=RAHMA)
    desk.disposition_step(desk.dispositions(back)[0].id, Step.RETURN, note="bukan tugas kami")
    ready = desk.incoming(subject="Tinggal diselesaikan")
    desk.step(ready, Step.DISPOSE, to=(BUDI,))
    for step in (Step.READ, Step.START, Step.DONE):
        desk.disposition_step(desk.dispositions(ready)[0].id, step)
    on_its_way(desk, "Paraf berbarengan", [EKO, SITI])
    on_its_way(desk, "Lewat janji", promised=60)
    on_its_way(desk, "Dijanjikan hari ini", promised=26 * 60)
    desk.outgoing(subject="Konsep")
    revised = desk.outgoing(subject="Perlu perbaikan")
    desk.chain(revised)
    desk.step(revised, Step.SEND_FOR_REVIEW)
    desk.step(revised, Step.SEND_BACK, by=RAHMA, note="salah")
    for last in (Step.SIGN, Step.GIVE_NUMBER, Step.DISPATCH):
        ref = desk.signed(subject=f"Sampai {last}")
        for step in (Step.GIVE_NUMBER, Step.DISPATCH):
            if last is Step.SIGN or (last is Step.GIVE_NUMBER and step is Step.DISPATCH):
                break
            desk.step(ref, step)
    desk.clock.wait(days=1)
    desk.incoming(subject="Belum diajukan")
    submitted = desk.incoming(subject="Diajukan")
    desk.step(submitted, Step.SUBMIT, to=(RAHMA,))


@pytest.fixture
def driver(open_office_window, office_desk):
    several(office_desk)
    return open_office_window(office_desk.office)


def rows_of(driver, page: str) -> int:
    view = {"page_dispositions": "dispositions_view", "page_signatures": "signatures_view"}.get(
        page, "letters_view"
    )
    return driver.find(QWidget, view, page).model().rowCount()


def chosen_word(driver, page: str, code: str) -> str:
    chip = driver.find(QPushButton, f"filter_{code}", page)
    assert chip.isChecked(), code
    return chip.accessibleName()


def test_every_card_says_how_long_its_list_is(driver, office_desk) -> None:
    numbers = {each.queue: each.number for each in desk_counts(office_desk.office)}
    assert set(numbers) == {code for code, *_rest in CARDS}
    assert not [code for code, number in numbers.items() if number == 0]
    for code, word, page, _tone in CARDS:
        driver.window.open_page("page_desk")
        card = driver.find(QPushButton, f"counter_{code}")
        driver.wait(
            lambda card=card, code=code, word=word: card.accessibleName() == f"{word}: {numbers[code]}"
        )
        card.click()
        driver.wait(lambda page=page: driver.page() == page)
        driver.wait(lambda page=page, code=code: rows_of(driver, page) == numbers[code])
        driver.wait(
            lambda page=page, code=code, word=word: (
                chosen_word(driver, page, code) == f"{word}  {numbers[code]}"
                or chosen_word(driver, page, code) == word
            )
        )


def test_a_card_of_a_board_brings_everybody_and_what_was_got(driver) -> None:
    driver.window.open_page("page_dispositions")
    driver.wait(lambda: rows_of(driver, "page_dispositions") > 0)
    driver.find(QPushButton, "filter_gave", "page_dispositions").click()
    driver.window.open_page("page_desk")
    driver.find(QPushButton, "counter_dispositions_overdue").click()
    driver.wait(lambda: driver.page() == "page_dispositions" and rows_of(driver, "page_dispositions") == 3)
    assert driver.find(QPushButton, "filter_got", "page_dispositions").isChecked()
    driver.wait(lambda: driver.find(QLabel, "board_count", "page_dispositions").text() == "3 menunggu")


def test_no_word_of_the_desk_is_cut_through_in_a_small_window(driver) -> None:
    page = driver.find(QWidget, "page_desk")
    driver.window.resize(683, 384)  # 1366×768 at twice the text
    driver.wait(
        lambda: any(
            each.isVisible() for each in page.findChildren(QPushButton) if each.property("look") == "row"
        )
    )
    row = next(each for each in page.findChildren(QPushButton) if each.property("look") == "row")
    row.setFixedWidth(300)
    driver.qtbot.wait(50)
    for label in row.findChildren(QLabel):
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width(), label.text()
