"""Accounts on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import peewee
import pytest

from correspondence.accounts import NOBODY, Account, hashed
from correspondence.errors import NotFound
from correspondence.letters import Secrecy
from correspondence.workflow import Role
from db.connection import Archive
from tests.builders import RAHMA

AT = datetime(2026, 10, 7, 2, 30, 15, 123456, tzinfo=UTC)


def an_account(name: str, **more: object) -> Account:
    return replace(Account(name, Role.CLERK, Secrecy.TERBATAS, NOBODY, AT), **more)  # type: ignore[arg-type]


def test_an_account_comes_back_as_it_went(office: Archive) -> None:
    kept = hashed("kata sandi")
    with office.open_unit() as unit:
        assert not unit.accounts.any()
        rahma = next(each for each in unit.people.officers() if each.name == RAHMA)
        added = unit.accounts.add(
            an_account("Rini “é” <b>", role=Role.HEAD, officer_id=rahma.id, password=kept, active=False)
        )
        assert unit.accounts.any()
        unit.commit()
    with office.open_reading() as unit:
        [read] = unit.accounts.every()
        assert read == added
        assert read.id
        assert read.password.matches("kata sandi")
        assert unit.accounts.named("RINI “É” <B>") == added
        assert unit.accounts.named("Rini") is None


def test_accounts_stand_by_name_and_change(archive: Archive) -> None:
    with archive.open_unit() as unit:
        for name in ("wati", "Édi", "Budi", "adi"):
            unit.accounts.add(an_account(name))
        budi = unit.accounts.named("budi")
        assert budi is not None
        unit.accounts.save(replace(budi, active=False, role=Role.SECRETARY, clearance=Secrecy.SANGAT_RAHASIA))
        unit.commit()
    with archive.open_reading() as unit:
        every = unit.accounts.every()
    assert [each.name for each in every] == ["adi", "Budi", "wati", "Édi"]
    assert (every[1].active, every[1].role, every[1].clearance) == (
        False,
        Role.SECRETARY,
        Secrecy.SANGAT_RAHASIA,
    )
    assert every[0].active


def test_an_account_that_is_not_there_is_not_saved(archive: Archive) -> None:
    with archive.open_unit() as unit, pytest.raises(NotFound) as missing:
        unit.accounts.save(an_account("adi", id=7))
    assert missing.value.what == "account"


def test_one_name_one_account_whatever_two_desks_do_at_once(archive: Archive) -> None:
    with archive.open_unit() as unit:
        unit.accounts.add(an_account("Adi"))
        with pytest.raises(peewee.IntegrityError):
            unit.accounts.add(an_account("ADI"))
