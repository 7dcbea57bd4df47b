"""Models of chains: called otherwise, forgotten, never two of one name."""

from __future__ import annotations

import pytest

from correspondence.errors import NotFound, Refused
from correspondence.services.proposing import (
    chain_models,
    proposed_chain,
    remove_chain_model,
    rename_chain_model,
    save_chain_model,
)
from tests.builders import BUDI, EKO, RAHMA, Desk, build_desk


@pytest.fixture
def desk() -> Desk:
    desk = build_desk()
    save_chain_model(desk.office, name="Dinas", initials=[EKO, BUDI], sign=RAHMA, kind="Surat Dinas")
    save_chain_model(desk.office, name="umum", sign=RAHMA)
    return desk


def test_a_model_is_called_otherwise_and_stays_what_it_was(desk: Desk) -> None:
    before = {each.name: each for each in chain_models(desk.office)}["Dinas"]
    rename_chain_model(desk.office, name="dinas", to="  Surat dinas biasa ")
    renamed = {each.name: each for each in chain_models(desk.office)}["Surat dinas biasa"]
    assert (renamed.initials, renamed.sign_id, renamed.kind_id) == (
        before.initials,
        before.sign_id,
        before.kind_id,
    )
    assert proposed_chain(desk.office, ref=desk.outgoing()).source == "Surat dinas biasa"
    entry = next(each for each in desk.archive.kept.journal if each.step == "chain_model_renamed")
    assert entry.changes == {"name": ("Dinas", "Surat dinas biasa")}


def test_it_may_be_spelt_otherwise(desk: Desk) -> None:
    rename_chain_model(desk.office, name="dinas", to="DINAS")
    assert [each.name for each in chain_models(desk.office)] == ["DINAS", "umum"]


@pytest.mark.parametrize(("to", "rule"), [(" ", "name_missing"), ("UMUM", "chain_model_known")])
def test_not_without_a_name_and_not_with_another_s(desk: Desk, to: str, rule: str) -> None:
    with pytest.raises(Refused) as refused:
        rename_chain_model(desk.office, name="Dinas", to=to)
    assert (refused.value.rule, refused.value.field) == (rule, "name")
    assert [each.name for each in chain_models(desk.office)] == ["Dinas", "umum"]


def test_what_is_not_there(desk: Desk) -> None:
    for verb in (lambda: rename_chain_model(desk.office, name="x", to="y"),
                 lambda: remove_chain_model(desk.office, name="x")):  # fmt: skip
        with pytest.raises(NotFound) as missing:
            verb()
        assert missing.value.candidates == ("Dinas", "umum")
