"""A head who signed in at a window with an account of his own officer's: another's step is refused there too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from correspondence.errors import Refused
from correspondence.services import accounts
from correspondence.services.disposing import dispose_step
from correspondence.services.stepping import StepOrder
from correspondence.workflow import Role, Step
from tests.builders import BUDI, RAHMA, SITI
from tests.builders import Desk as OfficeDesk
from tests.ui.screen.conftest import Driver
from tests.ui.screen.test_sign_in import PASSWORD, sign_in


def test_the_windows_office_acts_for_the_officer_of_the_account(
    open_office_window: Callable[..., Driver], office_desk: OfficeDesk
) -> None:
    ref = office_desk.incoming()
    office_desk.step(ref, Step.DISPOSE, to=(BUDI, SITI), by=RAHMA)
    own, other = (each.id for each in office_desk.dispositions(ref))
    for name, role, officer in (("Admin", Role.ADMINISTRATOR, ""), ("Pak Budi", Role.HEAD, BUDI)):
        accounts.add_account(office_desk.office, name=name, role=role, password=PASSWORD, officer=officer)
    window = open_office_window(office_desk.office, wait="page_sign_in")
    sign_in(window, "pak budi")
    window.wait(lambda: window.page() == "page_desk")
    said: list[object] = []
    for key, by in ((other, SITI), (own, "")):
        job = partial(dispose_step, disposition_id=key, step=Step.READ, order=StepOrder(by=by))
        window.window._desk.background.run(job, on_done=said.append, on_error=said.append)
    window.wait(lambda: len(said) == 2)
    assert isinstance(said[0], Refused)
    assert said[0].rule == "acts_for_himself"
    assert said[1].ref == ref
