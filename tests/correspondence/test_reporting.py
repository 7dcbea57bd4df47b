"""The report of a month through the office's verbs, and the letters behind each of its figures."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest

from correspondence import comparing, depth
from correspondence.dates import Month
from correspondence.dispositions import Disposition
from correspondence.errors import Refused
from correspondence.letters import Secrecy
from correspondence.people import Officer
from correspondence.report_rows import SenderRow, Stage
from correspondence.services.correcting import correct, form_of
from correspondence.services.looking_up import dossier
from correspondence.services.reporting import Figure, letters_behind, monthly_report, yearly_report
from correspondence.workflow import Direction, IncomingState, Step, is_open
from tests.builders import BUDI, EKO, NINE, RAHMA, Desk, a_letter, build_desk

OCTOBER = Month(2026, 10)


def busy_desk() -> Desk:
    """A week of October: finished, reopened, cancelled, issued and open letters, and one received in September."""
    desk = build_desk()
    late = desk.incoming(received_on=date(2026, 9, 29), letter_date=date(2026, 9, 20), unit="")
    done = desk.incoming(kind="Surat Dinas")
    struck = desk.incoming(kind="Surat Undangan")
    desk.incoming(unit="Subbagian Keuangan")
    desk.step(done, Step.FILE, note="untuk diketahui")
    desk.step(late, Step.FILE, note="tembusan")
    desk.step(struck, Step.CANCEL, note="salah alamat")
    desk.clock.wait(days=1)
    desk.step(late, Step.REOPEN, note="ada susulan")
    sent = desk.outgoing()
    desk.chain(sent, EKO, sign=RAHMA)
    desk.step(sent, Step.SEND_FOR_REVIEW)
    desk.clock.wait(hours=3)
    desk.step(sent, Step.INITIAL)
    desk.step(sent, Step.SEND_BACK, note="salah ketik")
    desk.step(sent, Step.SEND_FOR_REVIEW)
    desk.step(sent, Step.INITIAL)
    desk.clock.wait(hours=2)
    desk.step(sent, Step.SIGN)
    desk.step(sent, Step.GIVE_NUMBER)
    desk.step(sent, Step.DISPATCH)
    asked = desk.incoming(subject="Undangan rapat")
    desk.step(asked, Step.DISPOSE, by=BUDI, to=(EKO, RAHMA), lead=EKO)
    for subject in ("Undangan rapat kerja", "Undangan rapat koordinasi"):
        with desk.archive.open_reading() as work:
            letter = work.letters.by_ref(asked)
            read = form_of(dossier(desk.office, ref=asked))
        correct(
            desk.office, ref=asked, form=replace(read, subject=subject), read=read, version=letter.version
        )
    return desk


def test_the_month_is_what_happened_in_it() -> None:
    desk = busy_desk()
    report = monthly_report(desk.office, month=OCTOBER)
    balance = report.balance
    # `late` came in September and was finished and reopened in October: open throughout, net nothing.
    assert (balance.opening, balance.registered, balance.finished, balance.cancelled) == (1, 5, 2, 1)
    open_now = [each for each in desk.archive.kept.letters.values() if is_open(each.state)]
    assert balance.closing == len(open_now) == 3
    assert report.quality.submitted == 2
    assert report.quality.returned == 1
    (signed,) = report.signatures
    assert (signed.officer, signed.signed, signed.waiting, signed.median_working_hours) == (RAHMA, 1, 0, 2.0)
    assert {(row.officer, row.assigned, row.open) for row in report.workload} == {(EKO, 1, 1), (RAHMA, 1, 1)}
    assert next(row for row in report.by_kind if row.kind == "Surat Dinas").issued == 1


def test_every_figure_opens_into_exactly_its_letters() -> None:
    desk = busy_desk()
    report = monthly_report(desk.office, month=OCTOBER)

    def behind(what: str, **narrowed: Any) -> int:
        figure = Figure(what, report.first, report.last, **narrowed)
        return len(letters_behind(desk.office, figure=figure))

    for narrowed, balance in (
        ({}, report.balance),
        *(({"kind": row.kind}, row.balance) for row in report.by_kind),
        *(({"unit": row.unit}, row.balance) for row in report.by_unit),
    ):
        assert behind("opening", **narrowed) == balance.opening
        assert behind("registered", **narrowed) == balance.registered
        assert behind("cancelled", **narrowed) == balance.cancelled
        assert behind("closing", **narrowed) == balance.closing
        assert behind("finished", **narrowed) == balance.finished + 2 * balance.reopened
    for row in report.by_kind:
        assert behind("registered", kind=row.kind, direction=Direction.INCOMING) == row.incoming
        assert behind("issued", kind=row.kind) == row.issued


def test_every_measure_opens_into_exactly_its_letters() -> None:
    desk = busy_desk()
    report = monthly_report(desk.office, month=OCTOBER)

    def behind(what: str, officer: str = "") -> int:
        return len(
            letters_behind(desk.office, figure=Figure(what, report.first, report.last, officer=officer))
        )

    for measure in ("timeliness", "quality"):
        part = getattr(report, measure)
        for each in fields(part):
            # The one draft was sent up twice: two submissions, one letter; one letter was corrected twice.
            twice = each.name in {"submitted", "corrections"}
            expected = getattr(part, each.name) - twice
            assert behind(f"{measure}.{each.name}") == expected
    for measure in ("signatures", "workload", "officers"):
        rows = getattr(report, measure)
        assert rows
        for row in rows:
            for each in fields(row):
                if each.name not in {"officer", "median_working_hours"}:
                    assert behind(f"{measure}.{each.name}", row.officer) == getattr(row, each.name)


def test_a_unit_sees_its_own_letters_and_the_units_add_up() -> None:
    desk = busy_desk()
    whole = monthly_report(desk.office, month=OCTOBER)
    keuangan = monthly_report(desk.office, month=OCTOBER, unit="subbagian keuangan")
    assert (keuangan.balance.registered, keuangan.balance.closing) == (1, 1)
    assert keuangan.workload == ()
    assert sum(row.balance.registered for row in whole.by_unit) == whole.balance.registered
    with pytest.raises(Refused) as caught:
        monthly_report(desk.office, month=OCTOBER, unit="Bagian Gaib")
    assert caught.value.rule == "unit_unknown"


def test_a_month_before_anything_is_empty_and_closes() -> None:
    report = monthly_report(build_desk().office, month=Month(2024, 2))
    assert (report.balance.opening, report.balance.closing, report.by_kind) == (0, 0, ())
    assert len(report.by_day) == 29


def test_the_year_is_the_sum_of_its_months() -> None:
    desk = busy_desk()
    year = yearly_report(desk.office, year=2026)
    months = [monthly_report(desk.office, month=Month(2026, number)) for number in range(1, 13)]
    for row in year.by_kind:
        counted = [
            sum(
                kind.incoming if row.direction is Direction.INCOMING else kind.issued
                for kind in month.by_kind
                if kind.kind == row.kind
            )
            for month in months
        ]
        assert list(row.months) == counted
    assert desk.letter(desk.incoming()).state is IncomingState.REGISTERED
    with pytest.raises(Refused):
        yearly_report(desk.office, year=17)


def test_urgencies_stages_and_senders_open_into_their_letters() -> None:
    desk = busy_desk()
    desk.clock.wait(days=30)
    report = monthly_report(desk.office, month=OCTOBER)

    def behind(what: str, part: str) -> int:
        return len(letters_behind(desk.office, figure=Figure(what, report.first, report.last, part=part)))

    assert sum(row.counts.due for row in report.urgencies) == report.timeliness.due == 4
    for row in report.urgencies:
        for name in ("due", "on_time", "late", "running"):
            assert behind(f"urgency.{name}", row.urgency) == getattr(row.counts, name)
    assert {row.stage: row.letters for row in report.stages} == {
        Stage.FIRST_DISPOSITION: 1,
        Stage.COMPLETION: 1,
        Stage.SIGNATURE: 1,
        Stage.DISPATCH_AFTER_SIGNATURE: 1,
        Stage.DISPATCH: 1,
    }
    for row in report.stages:
        assert behind("stage.letters", row.stage) == row.letters
    (sender,) = report.senders.top
    assert behind("sender.letters", sender.name) == sender.letters == 4
    assert behind("sender.others", "") == report.senders.others == 0


def test_what_stayed_open_is_the_closing_balance_with_its_desk() -> None:
    desk = busy_desk()
    report = monthly_report(desk.office, month=OCTOBER)
    assert len(report.open_letters) == report.balance.closing == 3
    assert [each.since for each in report.open_letters] == sorted(each.since for each in report.open_letters)
    assert {each.subject: each.holder for each in report.open_letters}["Undangan rapat koordinasi"] == EKO
    narrowed = monthly_report(desk.office, month=OCTOBER, unit="subbagian keuangan")
    assert [each.letter_id for each in narrowed.open_letters] == list(
        letters_behind(
            desk.office, figure=Figure("closing", report.first, report.last, unit="Subbagian Keuangan")
        )
    )


def test_a_running_month_is_compared_with_as_many_days() -> None:
    desk = busy_desk()
    october = monthly_report(desk.office, month=OCTOBER)
    assert october.until == desk.clock.at.date() == date(2026, 10, 8)
    assert october.before is None, "the register began on 29 September"
    desk.incoming(received_on=date(2026, 9, 2), letter_date=None)
    october = monthly_report(desk.office, month=OCTOBER)
    assert october.before is not None
    assert (october.before.first, october.before.last) == (date(2026, 9, 1), date(2026, 9, 8))
    assert october.year_before is None, "the register does not reach back a year"
    desk.clock.wait(days=50)
    october = monthly_report(desk.office, month=OCTOBER)
    assert october.until is None
    assert october.before is not None
    assert october.before.last == date(2026, 9, 30)
    assert comparing.total(october, "registered") == comparing.Compared(now=5, before=2)
    assert comparing.total(october, "registered").change == 3
    assert comparing.total(october, "registered").year_change is None


def test_what_is_compared_adds_up_in_every_month() -> None:
    desk = busy_desk()
    desk.clock.wait(days=40)
    desk.incoming(kind="Surat Pengantar", received_on=date(2026, 11, 10))
    november = monthly_report(desk.office, month=Month(2026, 11))
    for part in comparing.Part:
        names = comparing.names(november, part)
        for what in ("incoming", "outgoing", "issued", "registered"):
            rows = [comparing.of_part(november, part, name, what) for name in names]
            whole = comparing.total(november, what)
            assert sum(row.now for row in rows) == whole.now
            assert sum(row.before or 0 for row in rows) == whole.before
    assert comparing.of_part(november, comparing.Part.KIND, "Surat Dinas", "issued").change == -1


@pytest.mark.parametrize(
    ("first", "until", "expected"),
    [
        ((2026, 1), None, ((date(2025, 12, 1), date(2025, 12, 31)), (date(2025, 1, 1), date(2025, 1, 31)))),
        (
            (2026, 3),
            date(2026, 3, 30),
            ((date(2026, 2, 1), date(2026, 2, 28)), (date(2025, 3, 1), date(2025, 3, 30))),
        ),
        ((1900, 1), None, (None, None)),
    ],
)
def test_the_months_to_compare_with(first: tuple[int, int], until: date | None, expected: object) -> None:
    assert comparing.earlier_months(date(*first, 1), until) == expected


def test_spellings_of_a_sender_are_one_and_ties_are_stable() -> None:
    letters = [("DINAS  sosial", 1), ("Dinas Sosial", 2), ("Dinas Sosial", 3), ("Camat A", 4), ("Badan B", 5)]
    letters += [(f"Kelurahan {n:02}", 10 + n) for n in range(12)]
    found = depth.senders(letters)
    assert found.top[0] == SenderRow("Dinas Sosial", 3)
    assert [row.name for row in found.top[1:4]] == ["Badan B", "Camat A", "Kelurahan 00"]
    assert (len(found.top), found.others, found.other_senders) == (10, 5, 5)
    assert depth.senders(reversed(letters)).top == found.top


def test_a_secret_letter_that_stayed_open_is_listed_without_what_it_says() -> None:
    desk = build_desk()
    desk.incoming(subject="Pemeriksaan khusus", secrecy=Secrecy.RAHASIA)
    desk.incoming(subject="Undangan", secrecy=Secrecy.TERBATAS)
    secret, other = monthly_report(desk.office, month=OCTOBER).open_letters
    assert (secret.subject, secret.correspondent, secret.secret) == ("", "", True)
    assert (other.subject, other.secret) == ("Undangan", False)


def test_a_year_ago_is_counted_and_opens_its_own_letters() -> None:
    desk = build_desk(at=NINE - timedelta(days=365))
    desk.incoming(received_on=date(2025, 10, 6), letter_date=None, kind="Surat Undangan")
    signed = desk.signed()
    desk.step(signed, Step.GIVE_NUMBER)
    desk.step(signed, Step.DISPATCH)
    desk.clock.at = NINE
    desk.incoming()
    report = monthly_report(desk.office, month=OCTOBER)
    earlier = report.year_before
    assert earlier is not None
    assert (earlier.first, earlier.last) == (date(2025, 10, 1), date(2025, 10, 7))
    assert comparing.total(report, "registered") == comparing.Compared(1, 0, 2)
    assert comparing.of_officer(report, RAHMA, "signed") == comparing.Compared(0, 0, 1)
    kind = comparing.of_part(report, comparing.Part.KIND, "Surat Undangan", "incoming")
    assert (kind.now, kind.year_before, kind.year_change) == (0, 1, -1)
    for what in ("registered", "issued", "finished", "closing"):
        figure = Figure(what, earlier.first, earlier.last)
        assert len(letters_behind(desk.office, figure=figure)) == comparing.total(report, what).year_before


def test_two_officers_of_one_name_are_two_rows_that_open_their_own_letters() -> None:
    desk = build_desk()
    with desk.archive.open_unit() as unit:
        first, second = (unit.people.add_officer(Officer("Agus Salim", nip=nip)) for nip in ("1990", ""))
        at = desk.clock.at
        for officer, letters in ((first, 1), (second, 2)):
            for _number in range(letters):
                letter = unit.letters.add(
                    a_letter(agenda_number=officer.id * 10 + _number), f"{officer.id}{_number}"
                )
                unit.dispositions.add(Disposition(letter.id, officer.id, True, at))
        unit.commit()
    report = monthly_report(desk.office, month=OCTOBER)
    assert {row.officer: row.assigned for row in report.workload} == {
        f"Agus Salim ({second.id})": 2,
        "Agus Salim (1990)": 1,
    }
    for row in report.workload:
        figure = Figure("workload.assigned", report.first, report.last, officer=row.officer)
        assert len(letters_behind(desk.office, figure=figure)) == row.assigned
