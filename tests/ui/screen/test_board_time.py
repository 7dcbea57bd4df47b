"""A board that stays open while time goes by."""

from __future__ import annotations

from datetime import timedelta

from correspondence.services.registering import register_outgoing
from correspondence.services.signing import set_chain
from correspondence.services.stepping import take_step
from correspondence.workflow import Step
from tests.builders import NINE, RAHMA, StandingClock, outgoing_form
from tests.ui.screen.real_desk import RealDesk
from ui.screen.board_page import signatures_page
from ui.screen.board_rows import COL_PROMISED
from ui.screen.main_window import _READ_AGAIN_EVERY


def test_a_promise_whose_hour_passes_turns_red_with_the_reading_of_every_minute(real: RealDesk) -> None:
    ref = register_outgoing(real.office, form=outgoing_form(subject="Nota")).ref
    set_chain(real.office, ref=ref, sign=RAHMA, promised_for=NINE + timedelta(hours=1))
    take_step(real.office, ref=ref, step=Step.SEND_FOR_REVIEW)
    page = signatures_page(real.desk)
    real.show(page)
    real.settle()

    assert page._model._rows[0].cells[COL_PROMISED].tone != "red"
    clock = real.desk.known.clock
    assert isinstance(clock, StandingClock)
    clock.at = NINE + timedelta(hours=1, minutes=1)
    page.refresh()
    real.settle()
    assert page._model._rows[0].cells[COL_PROMISED].tone == "red"
    assert _READ_AGAIN_EVERY <= 60_000
