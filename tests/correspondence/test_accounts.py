"""The rules of accounts: what a role may, what a password must be, how far a clearance reaches."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from correspondence.accounts import (
    LONGEST_PASSWORD,
    NOBODY,
    RIGHTS,
    SHORTEST_PASSWORD,
    USUAL_CLEARANCE,
    Account,
    PasswordHash,
    Right,
    check_keeps_the_door_open,
    check_right,
    clears,
    folded_name,
    hashed,
    is_managed,
    may,
    within,
)
from correspondence.errors import Refused
from correspondence.letters import Secrecy
from correspondence.workflow import Role

NOW = datetime(2026, 10, 7, tzinfo=UTC)

# Written down a second time, by role, so that a slip in the table is seen.
MAY: dict[Role, set[Right]] = {
    Role.CLERK: set(),
    Role.SECRETARY: {Right.KEEP_LISTS, Right.IMPORT, Right.UNDO_OTHERS},
    Role.HEAD: {Right.CLOSE_MONTH},
    Role.ADMINISTRATOR: set(Right),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("right", Right)
def test_every_right_times_every_role(role: Role, right: Right) -> None:
    if right in MAY[role]:
        check_right(role, right)
        assert may(role, right)
    else:
        with pytest.raises(Refused) as refused:
            check_right(role, right)
        assert refused.value.rule == "right_missing"
        assert refused.value.facts == {"right": str(right), "roles": tuple(sorted(RIGHTS[right]))}


def test_every_right_is_somebodys() -> None:
    assert set(RIGHTS) == set(Right)
    assert all(RIGHTS.values())


def test_a_clearance_reaches_down_not_up() -> None:
    order = ["biasa", "terbatas", "rahasia", "sangat_rahasia"]
    for place, code in enumerate(order):
        assert within(Secrecy(code)) == {Secrecy(each) for each in order[: place + 1]}
    assert clears(Secrecy.RAHASIA, Secrecy.RAHASIA)
    assert not clears(Secrecy.TERBATAS, Secrecy.RAHASIA)
    assert set(USUAL_CLEARANCE) == set(Role)


def test_a_password_is_known_again_and_cannot_be_read() -> None:
    kept = hashed("kata sandi é")
    assert kept.matches("kata sandi é")
    assert kept.matches("kata sandi e\u0301"), "the same sign, typed on another keyboard"
    assert not kept.matches("kata sandi e")
    assert "sandi" not in kept.text
    assert kept.text not in repr(kept)
    assert hashed("kata sandi é").text != kept.text, "each hash has its own salt"


def test_a_hash_of_other_parameters_is_still_read() -> None:
    # RFC 7914, section 12: scrypt("password", "NaCl", 1024, 8, 16), its first 32 bytes.
    key = "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
    assert PasswordHash(f"scrypt$1024$8$16${b'NaCl'.hex()}${key}").matches("password")


def test_half_a_character_is_no_password_and_no_crash() -> None:
    assert not NOBODY.matches("\udcff")
    assert hashed("abcdef\udcff").matches("abcdef\udcff")


@pytest.mark.parametrize(
    ("password", "rule"),
    [
        ("", "password_missing"),
        ("        ", "password_missing"),
        ("x" * (SHORTEST_PASSWORD - 1), "password_too_short"),
        ("x" * (LONGEST_PASSWORD + 1), "password_too_long"),
    ],
)
def test_what_is_no_password(password: str, rule: str) -> None:
    with pytest.raises(Refused) as refused:
        hashed(password)
    assert (refused.value.rule, refused.value.field) == (rule, "password")


def test_names_are_compared_without_capitals_and_blanks() -> None:
    assert folded_name("  Rini   WULANDARI ") == folded_name("rini wulandari")
    assert folded_name("Jose\u0301") == folded_name("José")


def an_account(number: int, role: Role, *, active: bool = True) -> Account:
    return Account(f"akun {number}", role, Secrecy.BIASA, NOBODY, NOW, active=active, id=number)


def test_the_last_administrator_keeps_the_key() -> None:
    only, clerk = an_account(1, Role.ADMINISTRATOR), an_account(2, Role.CLERK)
    asleep = an_account(3, Role.ADMINISTRATOR, active=False)
    for after in (replace(only, active=False), replace(only, role=Role.CLERK)):
        with pytest.raises(Refused) as refused:
            check_keeps_the_door_open(only, after, [only, clerk, asleep])
        assert refused.value.rule == "last_administrator"
        check_keeps_the_door_open(only, after, [only, clerk, an_account(4, Role.ADMINISTRATOR)])
    check_keeps_the_door_open(clerk, replace(clerk, active=False), [only, clerk])


def test_somebody_can_always_sign_in() -> None:
    """With only a clerk's account there is no administrator to be the last."""
    clerk, asleep = an_account(1, Role.CLERK), an_account(2, Role.CLERK, active=False)
    with pytest.raises(Refused) as refused:
        check_keeps_the_door_open(clerk, replace(clerk, active=False), [clerk, asleep])
    assert refused.value.rule == "last_account"


def test_who_manages() -> None:
    assert is_managed([an_account(1, Role.CLERK), an_account(2, Role.ADMINISTRATOR)])
    assert not is_managed([an_account(1, Role.CLERK), an_account(2, Role.ADMINISTRATOR, active=False)])
    assert not is_managed([])
