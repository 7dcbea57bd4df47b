"""Dated hours: what is refused and why, what a single span means, and the deadlines that follow."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from correspondence.errors import NotFound, Refused
from correspondence.hours import FIVE_DAYS
from correspondence.letters import NAME_LIMIT, Urgency
from correspondence.services import importing, keeping, other_hours, undoing
from correspondence.workflow import IncomingState, Step
from tests.builders import RAHMA, WEDNESDAY, Desk, build_desk
from tests.correspondence.test_importing import table
from ui.failures import sentence

FRIDAY = WEDNESDAY + timedelta(days=2)
SHORT = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), "08.00-15.00")


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def put(desk: Desk, first: date = WEDNESDAY, last: date = FRIDAY, **said: object) -> None:
    asked = {"hours": SHORT, "name": "Ramadan 1447 H", **said}
    other_hours.put_dated_hours(desk.office, first=first, last=last, **asked)  # type: ignore[arg-type]


def refused(act, *args, **named) -> Refused:  # type: ignore[no-untyped-def]
    with pytest.raises(Refused) as error:
        act(*args, **named)
    return error.value


def due(desk: Desk, ref) -> datetime:  # type: ignore[no-untyped-def]
    at = desk.letter(ref).due_at
    assert at is not None
    return at.astimezone(ZoneInfo("Asia/Jakarta"))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (WEDNESDAY, FRIDAY),
        (FRIDAY, FRIDAY + timedelta(days=9)),
        (WEDNESDAY - timedelta(days=9), WEDNESDAY),
        (WEDNESDAY + timedelta(days=1), WEDNESDAY + timedelta(days=1)),
        (WEDNESDAY - timedelta(days=30), FRIDAY + timedelta(days=30)),
    ],
)
def test_two_at_once_are_refused(desk: Desk, first: date, last: date) -> None:
    put(desk)
    wrong = refused(put, desk, first, last, name="Hari pasar")
    assert (wrong.rule, wrong.field) == ("hours_overlap", "first")
    assert "“Ramadan 1447 H” (7 Oktober 2026 sampai 9 Oktober 2026)" in sentence(wrong)
    assert len(other_hours.dated_hours(desk.office)) == 1


def test_days_beside_each_other_do_not_overlap(desk: Desk) -> None:
    put(desk)
    put(desk, FRIDAY + timedelta(days=1), FRIDAY + timedelta(days=9))
    put(desk, WEDNESDAY - timedelta(days=9), WEDNESDAY - timedelta(days=1))
    assert len(other_hours.dated_hours(desk.office)) == 3


@pytest.mark.parametrize(
    ("said", "rule", "field"),
    [
        ({"last": WEDNESDAY - timedelta(days=1)}, "dates_backwards", "last"),
        ({"last": WEDNESDAY + timedelta(days=366)}, "hours_too_long", "last"),
        ({"hours": {}}, "hours_empty", "hours"),
        ({"hours": {"monday": "08.00-15.00"}}, "hours_empty", "hours"),  # no Monday in these days
        ({"hours": {"friday": "15.00-08.00"}}, "hours_out_of_order", "friday"),
        ({"hours": {"friday": "08.00-12.00, 11.00-15.00"}}, "hours_out_of_order", "friday"),
        ({"hours": {"friday": "25.00-26.00"}}, "hours_unreadable", "friday"),
        ({"hours": {"friday": "pagi"}}, "hours_unreadable", "friday"),
        ({"name": " "}, "name_missing", "name"),
        ({"name": "x" * (NAME_LIMIT + 1)}, "text_too_long", "name"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    desk: Desk, said: dict[str, object], rule: str, field: str
) -> None:
    wrong = refused(put, desk, **said)
    assert (wrong.rule, wrong.field) == (rule, field)
    assert "…" not in sentence(wrong)
    assert other_hours.dated_hours(desk.office) == ()


def test_one_is_changed_in_place(desk: Desk) -> None:
    put(desk)
    put(desk, last=FRIDAY + timedelta(days=7), name="Ramadan", instead=(WEDNESDAY, FRIDAY))
    (only,) = other_hours.dated_hours(desk.office)
    assert (only.first, only.last, only.name) == (WEDNESDAY, FRIDAY + timedelta(days=7), "Ramadan")
    with pytest.raises(NotFound):
        put(desk, instead=(WEDNESDAY, FRIDAY), first=date(2027, 2, 8), last=date(2027, 2, 9))
    assert [each.name for each in other_hours.dated_hours(desk.office)] == ["Ramadan"]


def test_a_span_without_a_day_means_the_days_that_are_worked() -> None:
    spread = other_hours.spread
    weekend = (date(2026, 10, 10), date(2026, 10, 11))
    assert list(spread(FIVE_DAYS, WEDNESDAY, FRIDAY, "08.00-15.00", {})) == [
        "wednesday",
        "thursday",
        "friday",
    ]
    assert list(spread(FIVE_DAYS, WEDNESDAY, WEDNESDAY + timedelta(days=20), "8.00-15.00", {})) == list(SHORT)
    assert list(spread(FIVE_DAYS, *weekend, "08.00-12.00", {})) == ["saturday", "sunday"]
    own = spread(FIVE_DAYS, WEDNESDAY, FRIDAY, "08.00-15.00", {"friday": "08.00-15.30"})
    assert own["friday"] == "08.00-15.30"
    wrong = refused(spread, FIVE_DAYS, WEDNESDAY, FRIDAY, "8", {})
    assert (wrong.rule, wrong.field) == ("hours_unreadable", "hours")


def test_deadlines_of_open_letters_follow(desk: Desk) -> None:
    ordinary = desk.incoming()
    urgent = desk.incoming(urgency=Urgency.SEGERA)
    filed = desk.incoming()
    desk.step(filed, Step.FILE, note="tanpa disposisi")
    before = {ref: due(desk, ref) for ref in (ordinary, urgent, filed)}
    wednesday = date(2026, 10, 14)
    assert before[ordinary] == datetime.combine(wednesday, time(16), before[ordinary].tzinfo)
    put(desk, last=wednesday)
    assert due(desk, ordinary).time() == time(15)
    assert due(desk, ordinary).date() == wednesday
    assert {ref: due(desk, ref) for ref in (urgent, filed)} == {ref: before[ref] for ref in (urgent, filed)}
    entry = desk.journal(ordinary)[-1]
    assert (entry.step, entry.changes["due_at"]) == (
        "deadline_moved",
        (before[ordinary].astimezone(UTC).isoformat(), due(desk, ordinary).astimezone(UTC).isoformat()),
    )
    other_hours.remove_dated_hours(desk.office, first=WEDNESDAY, last=wednesday)
    assert due(desk, ordinary) == before[ordinary]


def test_a_worked_saturday_brings_a_deadline_forward(desk: Desk) -> None:
    ref = desk.incoming()
    put(desk, date(2026, 10, 10), date(2026, 10, 10), hours={"saturday": "08.00-12.00"}, name="Hari pasar")
    assert due(desk, ref).date() == date(2026, 10, 13)


def test_deadlines_follow_days_off_and_the_week_as_well(desk: Desk) -> None:
    ref = desk.incoming()
    assert due(desk, ref).date() == date(2026, 10, 14)
    keeping.put_holiday(desk.office, day=FRIDAY, name="Hari Jadi Kota")
    assert due(desk, ref).date() == date(2026, 10, 15)
    keeping.remove_holiday(desk.office, day=FRIDAY)
    assert due(desk, ref).date() == date(2026, 10, 14)
    keeping.set_profile(desk.office, values={"hours.saturday": "07.30-12.00"})
    assert due(desk, ref).date() == date(2026, 10, 13)
    keeping.set_profile(desk.office, values={"hours.tuesday": "07.30-15.00"})
    assert due(desk, ref).time() == time(15)


def test_another_rule_of_deadlines_moves_no_letter_that_has_one(desk: Desk) -> None:
    ref = desk.incoming()
    before = due(desk, ref)
    keeping.set_profile(desk.office, values={"deadline_biasa_workdays": "9"})
    keeping.put_holiday(desk.office, day=FRIDAY, name="Hari Jadi Kota")
    assert due(desk, ref) == before


def test_imported_days_off_move_them_too(desk: Desk) -> None:
    ref = desk.incoming()
    importing.import_holidays(desk.office, rows=table(("tanggal", "nama"), ("9-10-2026", "Hari Jadi Kota")))
    assert due(desk, ref).date() == date(2026, 10, 15)


def test_the_last_step_is_still_taken_back_after_a_deadline_moved(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.SUBMIT, to=(RAHMA,))
    keeping.put_holiday(desk.office, day=FRIDAY, name="Hari Jadi Kota")
    moved = due(desk, ref)
    undoing.undo_last(desk.office, ref=ref)
    assert desk.letter(ref).state is IncomingState.REGISTERED
    assert due(desk, ref) == moved
