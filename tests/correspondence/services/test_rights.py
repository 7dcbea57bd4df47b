"""The table of rights holds where the work is done, whatever a screen shows."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from correspondence.accounts import RIGHTS, Right
from correspondence.errors import NotFound, Refused
from correspondence.office import Office
from correspondence.services import importing, keeping, other_hours
from correspondence.services.own_forms import set_own_rows
from correspondence.services.starting import Starter, open_office
from correspondence.services.undoing import undo_last, undoable_step
from correspondence.sheets import SheetRow, Table
from correspondence.workflow import Role, Step
from tests.builders import RAHMA, build_desk

TUESDAY = date(2026, 11, 3)
NOTHING = Starter((), (), {})


def a_table(name: str, *lines: tuple[str, ...]) -> Table:
    return Table(name, [SheetRow(number, cells) for number, cells in enumerate(lines, start=1)])


LETTERS = a_table("buku.csv", ("Tanggal", "Dari", "Perihal"), ("1-9-2026", "Dinas Sosial", "Data"))
CODES = a_table("kode.csv", ("Kode", "Uraian"), ("000", "Umum"))
DAYS = a_table("libur.csv", ("Tanggal", "Keterangan"), ("1-1-2027", "Tahun Baru"))

VERBS: dict[str, tuple[Right, Callable[[Office], Any]]] = {
    "settings": (Right.SET_OFFICE, lambda office: keeping.set_profile(office, values={"place": "Blitar"})),
    "first day": (Right.SET_OFFICE, lambda office: open_office(office, starter=NOTHING)),
    "officer": (Right.KEEP_LISTS, lambda office: keeping.add_officer(office, name="Joko")),
    "mended": (Right.KEEP_LISTS, lambda office: keeping.change_officer(office, officer_id=1, name="Joko")),
    "appointed": (Right.KEEP_LISTS, lambda office: keeping.appoint(office, officer=RAHMA, position="Plh.")),
    "left": (Right.KEEP_LISTS, lambda office: keeping.officer_left(office, officer=RAHMA, on=TUESDAY)),
    "unit": (Right.KEEP_LISTS, lambda office: keeping.add_unit(office, name="Arsip")),
    "kind": (Right.KEEP_LISTS, lambda office: keeping.add_kind(office, name="Nota")),
    "retired": (Right.KEEP_LISTS, lambda office: keeping.set_kind_active(office, kind_id=1, active=False)),
    "template": (
        Right.KEEP_LISTS,
        lambda office: keeping.set_kind_template(office, name="Surat Dinas", template="a.docx"),
    ),
    "day off": (Right.KEEP_LISTS, lambda office: keeping.put_holiday(office, day=TUESDAY, name="Pilkada")),
    "worked": (Right.KEEP_LISTS, lambda office: keeping.remove_holiday(office, day=TUESDAY)),
    "own fields": (Right.KEEP_LISTS, lambda office: set_own_rows(office, kind="Surat Dinas", rows=())),
    "hours": (
        Right.KEEP_LISTS,
        lambda office: other_hours.put_dated_hours(
            office, first=TUESDAY, last=TUESDAY, hours={"tuesday": "08.00-12.00"}, name="Pasar"
        ),
    ),
    "usual hours": (
        Right.KEEP_LISTS,
        lambda office: other_hours.remove_dated_hours(office, first=TUESDAY, last=TUESDAY),
    ),
    "letters": (
        Right.IMPORT,
        lambda office: importing.import_letters(office, rows=LETTERS, direction=None),
    ),
    "codes": (Right.IMPORT, lambda office: importing.import_codes(office, rows=CODES)),
    "days": (Right.IMPORT, lambda office: importing.import_holidays(office, rows=DAYS)),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_asks_for_its_right(verb: str, role: Role) -> None:
    right, do = VERBS[verb]
    desk = build_desk(role=role)
    kept = desk.archive.kept
    if role in RIGHTS[right]:
        with contextlib.suppress(NotFound):  # what is not there to be removed: the verb went past its right
            do(desk.office)
    else:
        with pytest.raises(Refused) as refused:
            do(desk.office)
        assert refused.value.rule == "right_missing"
        assert refused.value.facts["right"] == str(right)
        assert desk.archive.kept == kept


@pytest.mark.parametrize("role", Role)
def test_anothers_step_is_taken_back_by_who_has_the_right(role: Role) -> None:
    desk = build_desk(actor="petugas")
    ref = desk.incoming()
    desk.step(ref, Step.SUBMIT)
    other = desk.acting_as(role, actor="orang lain").office
    if role in RIGHTS[Right.UNDO_OTHERS]:
        assert undoable_step(other, ref=ref) == "submit"
        undo_last(other, ref=ref)
    else:
        assert undoable_step(other, ref=ref) is None
        with pytest.raises(Refused) as refused:
            undo_last(other, ref=ref)
        assert refused.value.rule == "undo_not_yours"
