"""Adding, signing in, disabling; who may; and that the journal names everything but a password."""

from __future__ import annotations

from functools import partial

import pytest

from correspondence.accounts import Account
from correspondence.errors import NotFound, OfficeError, Refused
from correspondence.letters import Secrecy
from correspondence.office import Office
from correspondence.services import accounts
from correspondence.services.registering import register_incoming
from correspondence.services.signed_in import at_desk_of, unsigned
from correspondence.workflow import Role
from tests.builders import RAHMA, Desk, build_desk, incoming_form

SECRET = "kata sandi rini"


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def add(office: Office, name: str, role: Role = Role.CLERK, password: str = SECRET, **more: object) -> None:
    accounts.add_account(office, name=name, role=role, password=password, **more)  # type: ignore[arg-type]


def signed(desk: Desk, name: str, password: str = SECRET) -> Office:
    return at_desk_of(
        desk.office, accounts.sign_in(desk.office, name=name, password=password), veil="(rahasia)"
    )


def rule_of(verb: partial[object]) -> str:
    with pytest.raises(OfficeError) as error:
        verb()
    assert isinstance(error.value, Refused), error.value
    return error.value.rule


def by_name(desk: Desk) -> dict[str, Account]:
    return {each.account.name: each.account for each in accounts.accounts(desk.office)}


def test_without_accounts_nobody_signs_in(desk: Desk) -> None:
    assert not accounts.in_use(desk.office)
    register_incoming(unsigned(desk.office), form=incoming_form())
    assert rule_of(partial(accounts.sign_in, desk.office, name="rini", password=SECRET)) == "sign_in_refused"


def test_an_account_is_added_and_signs_in(desk: Desk) -> None:
    add(desk.office, "  Rini  Wulandari ", Role.SECRETARY, officer="Rahma")
    assert accounts.in_use(desk.office)
    account = accounts.sign_in(desk.office, name="RINI wulandari", password=SECRET)
    assert (account.name, account.role, account.active) == ("Rini Wulandari", Role.SECRETARY, True)
    assert account.officer_id == desk.officer_id(RAHMA)
    assert account.created_at == desk.clock.at
    [line] = accounts.accounts(desk.office)
    assert line.officer == RAHMA


@pytest.mark.parametrize(
    ("role", "clearance"),
    [
        (Role.CLERK, Secrecy.TERBATAS),
        (Role.SECRETARY, Secrecy.SANGAT_RAHASIA),
        (Role.HEAD, Secrecy.SANGAT_RAHASIA),
        (Role.ADMINISTRATOR, Secrecy.SANGAT_RAHASIA),
    ],
)
def test_the_usual_clearance_of_a_role(desk: Desk, role: Role, clearance: Secrecy) -> None:
    add(desk.office, "rini", role)
    assert by_name(desk)["rini"].clearance is clearance
    assert by_name(desk)["rini"].active


def test_a_wrong_name_and_a_wrong_password_are_told_alike(desk: Desk) -> None:
    add(desk.office, "rini")
    told = []
    for name, password in (("rina", SECRET), ("rini", SECRET + "!"), ("", ""), ("rini", "")):
        with pytest.raises(Refused) as refused:
            accounts.sign_in(desk.office, name=name, password=password)
        told.append((refused.value.rule, refused.value.field, dict(refused.value.facts)))
    assert told == [("sign_in_refused", "password", {})] * 4


def test_a_disabled_account_does_not_sign_in(desk: Desk) -> None:
    add(desk.office, "admin", Role.ADMINISTRATOR)
    add(signed(desk, "admin"), "rini")
    accounts.disable_account(signed(desk, "admin"), name="RINI")
    assert rule_of(partial(signed, desk, "rini")) == "account_disabled"
    # Only who knows the password hears of it.
    assert rule_of(partial(signed, desk, "rini", "another one")) == "sign_in_refused"
    accounts.enable_account(signed(desk, "admin"), name="rini")
    assert signed(desk, "rini").role is Role.CLERK


def test_an_open_desk_hears_at_its_next_writing(desk: Desk) -> None:
    add(desk.office, "admin", Role.ADMINISTRATOR)
    add(signed(desk, "admin"), "rini", Role.SECRETARY)
    rini = signed(desk, "rini")
    register_incoming(rini, form=incoming_form())
    accounts.change_account(signed(desk, "admin"), name="rini", role=Role.CLERK)
    assert rule_of(partial(register_incoming, rini, form=incoming_form())) == "account_changed"
    accounts.disable_account(signed(desk, "admin"), name="rini")
    assert rule_of(partial(register_incoming, rini, form=incoming_form())) == "account_disabled"
    assert desk.archive.writer is None, "the refused unit was let go"
    assert len(desk.archive.kept.letters) == 1


def test_from_the_first_account_on_nothing_is_written_unsigned(desk: Desk) -> None:
    open_desk = unsigned(desk.office)
    add(open_desk, "rini")
    assert rule_of(partial(register_incoming, open_desk, form=incoming_form())) == "sign_in_needed"
    assert rule_of(partial(add, open_desk, "wati")) == "sign_in_needed"


def test_only_an_administrator_manages(desk: Desk) -> None:
    add(desk.office, "admin", Role.ADMINISTRATOR)
    for role in (Role.CLERK, Role.SECRETARY, Role.HEAD):
        add(signed(desk, "admin"), str(role), role)
        office = signed(desk, str(role))
        assert not accounts.may_manage(office)
        for verb in (
            partial(add, office, "wati"),
            partial(accounts.disable_account, office, name="admin"),
            partial(accounts.enable_account, office, name="admin"),
            partial(accounts.change_account, office, name=str(role), role=Role.ADMINISTRATOR),
            partial(accounts.set_password, office, name="admin", password="milik saya"),
        ):
            assert rule_of(verb) == "right_missing"
        accounts.set_password(office, name=str(role).upper(), password="milik sendiri")
        assert signed(desk, str(role), "milik sendiri").role is role


def test_a_first_account_that_is_a_clerk_does_not_lock_the_office_out(desk: Desk) -> None:
    add(unsigned(desk.office), "rini")
    rini = signed(desk, "rini")
    assert not accounts.managed(rini)
    assert accounts.may_manage(rini)
    assert rule_of(partial(accounts.disable_account, rini, name="rini")) == "last_account"
    add(rini, "admin", Role.ADMINISTRATOR)
    assert accounts.managed(rini)
    assert rule_of(partial(add, rini, "wati")) == "right_missing"


def test_the_last_administrator_stays(desk: Desk) -> None:
    add(desk.office, "admin", Role.ADMINISTRATOR)
    admin = signed(desk, "admin")
    assert rule_of(partial(accounts.disable_account, admin, name="admin")) == "last_administrator"
    assert (
        rule_of(partial(accounts.change_account, admin, name="admin", role=Role.HEAD)) == "last_administrator"
    )
    add(admin, "kedua", Role.ADMINISTRATOR)
    accounts.disable_account(admin, name="kedua")
    assert rule_of(partial(accounts.disable_account, admin, name="admin")) == "last_administrator"


def test_a_name_is_taken_once(desk: Desk) -> None:
    add(desk.office, "Rini")
    assert rule_of(partial(add, desk.office, "RINI ")) == "account_known"
    for name, rule in (("  ", "name_missing"), ("r" * 61, "text_too_long")):
        assert rule_of(partial(add, desk.office, name)) == rule
    assert list(by_name(desk)) == ["Rini"]


def test_nobody_unknown_is_changed(desk: Desk) -> None:
    add(desk.office, "rini")
    for verb in (
        partial(accounts.disable_account, name="rina"),
        partial(accounts.enable_account, name="rina"),
        partial(accounts.set_password, name="rina", password=SECRET),
        partial(accounts.change_account, name="rina"),
    ):
        with pytest.raises(NotFound) as missing:
            verb(desk.office)
        assert (missing.value.what, missing.value.candidates) == ("account", ("rini",))
    with pytest.raises(NotFound) as missing:
        add(desk.office, "wati", officer="Tidak Ada")
    assert missing.value.what == "officer"


def test_the_journal_names_each_change_and_no_password(desk: Desk) -> None:
    add(desk.office, "admin", Role.ADMINISTRATOR)
    admin = signed(desk, "admin")
    add(admin, "rini")
    accounts.change_account(admin, name="rini", role=Role.HEAD, officer="Rahma", clearance=Secrecy.BIASA)
    accounts.change_account(admin, name="rini", officer="")
    accounts.disable_account(admin, name="rini")
    accounts.disable_account(admin, name="rini")
    accounts.enable_account(admin, name="rini")
    accounts.set_password(admin, name="rini", password="yang lain lagi")
    written = [(each.by, each.step, each.note) for each in desk.archive.kept.journal]
    assert written == [
        ("petugas", "account_added", "admin"),
        ("admin", "account_added", "rini"),
        ("admin", "account_changed", "rini"),
        ("admin", "account_changed", "rini"),
        ("admin", "account_disabled", "rini"),
        ("admin", "account_enabled", "rini"),
        ("admin", "account_password_set", "rini"),
    ]
    changed = desk.archive.kept.journal[2].changes
    assert changed == {
        "role": ("clerk", "head"),
        "clearance": ("terbatas", "biasa"),
        "officer": ("", RAHMA),
    }
    assert desk.archive.kept.journal[3].changes == {"officer": (RAHMA, "")}
    everything = repr(desk.archive.kept.journal) + repr(desk.archive.kept.accounts)
    for secret in (SECRET, "yang lain lagi", "scrypt"):
        assert secret not in everything


def test_who_signed_in_stands_in_the_journal(desk: Desk) -> None:
    add(desk.office, "Rini Wulandari")
    ref = register_incoming(signed(desk, "rini wulandari"), form=incoming_form()).ref
    assert [each.by for each in desk.journal(ref)] == ["Rini Wulandari"]
