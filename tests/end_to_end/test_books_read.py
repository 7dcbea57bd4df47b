"""What the printed books read, on both engines and from the archive in memory: the same lines in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from correspondence.book_ports import BookEntry, BookKind, UnusedNumbers
from correspondence.errors import NotFound, Refused, Unavailable
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.search import LetterFilter
from correspondence.services import looking_up
from correspondence.services.book_keeping import open_book, open_round
from correspondence.services.dispatch_rounds import dispatch_round
from correspondence.services.importing import import_letters
from correspondence.services.registering import register_incoming, register_outgoing
from correspondence.services.signing import set_chain
from correspondence.services.stepping import StepOrder, take_step
from correspondence.sheets import SheetRow, Table
from correspondence.workflow import Direction, Role, Step
from db.connection import Archive
from tests.builders import RAHMA, SITI, WEDNESDAY, StandingClock, furnish, incoming_form, outgoing_form
from tests.fakes import FakeArchive

TUESDAY = WEDNESDAY - timedelta(days=1)


@pytest.fixture(params=["memory", "sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    """A furnished office over each archive there is."""
    archive: Any
    if request.param == "memory":
        archive = FakeArchive()
    else:
        archive = Archive.open(request.getfixturevalue(f"{request.param}_url"), create=True)
    with archive.open_unit() as unit:
        furnish(unit)
        unit.commit()
    yield Office(archive.open_unit, archive.open_reading, StandingClock(), "rini", Role.ADMINISTRATOR)
    if request.param != "memory":
        archive.close()


def incoming(office: Office, **fields: Any) -> LetterRef:
    return register_incoming(office, form=incoming_form(**fields)).ref


def numbered(office: Office, **fields: Any) -> LetterRef:
    ref = register_outgoing(office, form=outgoing_form(**fields)).ref
    set_chain(office, ref=ref, sign=RAHMA)
    for step in (Step.SEND_FOR_REVIEW, Step.SIGN, Step.GIVE_NUMBER):
        take_step(office, ref=ref, step=step)
    return ref


def lines(
    office: Office, kind: BookKind, first: date = WEDNESDAY, last: date = WEDNESDAY
) -> list[BookEntry | UnusedNumbers]:
    with open_book(office, kind=kind, first=first, last=last) as book:
        read = list(book.lines)
        assert book.letters == sum(isinstance(each, BookEntry) for each in read)
        return read


def numbers(read: list[BookEntry | UnusedNumbers]) -> list[object]:
    return [
        str(each.ref) if isinstance(each, BookEntry) else (each.first, each.last, each.why) for each in read
    ]


def test_a_book_is_in_the_order_of_its_numbers_and_of_its_period(office: Office) -> None:
    incoming(office, subject="kemarin", received_on=TUESDAY)
    incoming(office, subject="hari ini")
    incoming(office, subject="terlambat dicatat", received_on=TUESDAY)
    register_outgoing(office, form=outgoing_form())
    assert numbers(lines(office, BookKind.INCOMING, TUESDAY, WEDNESDAY)) == [
        "M-2026-1",
        "M-2026-2",
        "M-2026-3",
    ]
    assert numbers(lines(office, BookKind.INCOMING, TUESDAY, TUESDAY)) == ["M-2026-1", "M-2026-3"]
    assert numbers(lines(office, BookKind.OUTGOING)) == ["K-2026-1"]
    assert numbers(lines(office, BookKind.CONTROL)) == ["M-2026-2", "K-2026-1"]
    assert lines(office, BookKind.INCOMING, date(2025, 1, 1), date(2025, 12, 31)) == []


def test_an_entry_holds_what_the_columns_print(office: Office) -> None:
    ref = incoming(office, enclosures="2 berkas", classification="")
    take_step(office, ref=ref, step=Step.DISPOSE, order=StepOrder(to=(SITI,)))
    (entry,) = lines(office, BookKind.INCOMING)
    form = incoming_form()
    assert isinstance(entry, BookEntry)
    assert (entry.received_on, entry.letter_number, entry.letter_date) == (
        form.received_on,
        form.letter_number,
        form.letter_date,
    )
    assert (entry.correspondent, entry.subject, entry.unit) == (form.correspondent, form.subject, form.unit)
    assert (entry.enclosures, entry.forwarded_on, entry.struck) == ("2 berkas", WEDNESDAY, False)


def test_a_cancelled_letter_keeps_its_line_with_who_when_and_why(office: Office) -> None:
    ref = incoming(office)
    incoming(office)
    take_step(office, ref=ref, step=Step.CANCEL, order=StepOrder(note="Tercatat dua kali"))
    first, second = lines(office, BookKind.INCOMING)
    assert isinstance(first, BookEntry)
    assert isinstance(second, BookEntry)
    assert first.struck
    assert first.cancelled is not None
    assert (first.cancelled.by, first.cancelled.why) == ("rini", "Tercatat dua kali")
    assert first.cancelled.at == office.clock.now()
    assert (second.struck, second.cancelled) == (False, None)


def old_book(office: Office, *numbers: int) -> None:
    heads = SheetRow(
        1, ("Nomor Urut", "Tanggal Penerimaan", "Nomor Surat", "Tanggal Surat", "Pengirim", "Isi Singkat")
    )
    rows = [
        SheetRow(
            place, (number, date(2026, 1, number), f"{number}/I", date(2026, 1, 1), "Camat", f"Hal {number}")
        )
        for place, number in enumerate(numbers, start=2)
    ]
    outcome = import_letters(office, rows=Table("buku.csv", (heads, *rows)), direction=Direction.INCOMING)
    assert outcome.imported == len(numbers)


def test_numbers_an_old_book_never_used_stand_before_the_letter_that_follows(office: Office) -> None:
    old_book(office, 2, 3, 9)
    whole = lines(office, BookKind.INCOMING, date(2026, 1, 1), date(2026, 1, 31))
    assert numbers(whole) == [(1, 1, "buku.csv"), "M-2026-2", "M-2026-3", (4, 8, "buku.csv"), "M-2026-9"]
    # Only with the letter that follows: never twice, never lost.
    assert numbers(lines(office, BookKind.INCOMING, date(2026, 1, 3), date(2026, 1, 8))) == ["M-2026-3"]
    assert numbers(lines(office, BookKind.CONTROL, date(2026, 1, 9), date(2026, 1, 9))) == [
        (4, 8, "buku.csv"),
        "M-2026-9",
    ]
    assert lines(office, BookKind.DISPATCH, date(2026, 1, 1), date(2026, 1, 31)) == []


def test_a_number_that_was_filled_later_is_no_hole_any_more(office: Office) -> None:
    old_book(office, 2, 9)
    old_book(office, 5)
    whole = lines(office, BookKind.INCOMING, date(2026, 1, 1), date(2026, 1, 31))
    assert numbers(whole) == [
        (1, 1, "buku.csv"),
        "M-2026-2",
        (3, 4, "buku.csv"),
        "M-2026-5",
        (6, 8, "buku.csv"),
        "M-2026-9",
    ]


def test_a_period_that_runs_backwards_is_refused(office: Office) -> None:
    with pytest.raises(Refused, match="period_backwards"):
        lines(office, BookKind.INCOMING, WEDNESDAY, TUESDAY)


def test_a_book_longer_than_a_portion_is_whole(office: Office, request: pytest.FixtureRequest) -> None:
    if "memory" not in request.node.name:
        heads = SheetRow(1, ("Nomor Urut", "Tanggal Penerimaan", "Nomor Surat", "Pengirim", "Isi Singkat"))
        rows = [SheetRow(n + 1, (n, TUESDAY, f"{n}/X", "Camat", f"Hal {n}")) for n in range(1, 1203)]
        import_letters(office, rows=Table("panjang.csv", (heads, *rows)), direction=Direction.INCOMING)
        read = lines(office, BookKind.INCOMING, TUESDAY, TUESDAY)
        assert numbers(read) == [f"M-2026-{n}" for n in range(1, 1203)]


def test_a_round_dispatches_each_letter_by_itself_and_names_the_refused(office: Office) -> None:
    first, second = numbered(office), numbered(office)
    draft = register_outgoing(office, form=outgoing_form()).ref
    came_in = incoming(office)
    typed = [str(second), "bukan rujukan", str(draft), "k/2026/1", str(second), str(came_in), "K-2026-99"]
    outcome = dispatch_round(office, refs=typed)
    assert outcome.dispatched == (second, first)
    assert outcome.repeated == (second,)
    assert outcome.changes.refs == (second, first)
    why = {each.typed: each.why for each in outcome.refused}
    assert list(why) == ["bukan rujukan", str(draft), str(came_in), "K-2026-99"]
    assert isinstance(why["bukan rujukan"], Refused)
    assert isinstance(why["K-2026-99"], NotFound)
    assert numbers(lines(office, BookKind.DISPATCH)) == ["K-2026-1", "K-2026-2"]
    with open_round(office, refs=outcome.dispatched, on=WEDNESDAY) as page:
        assert numbers(list(page.lines)) == ["K-2026-2", "K-2026-1"]


def test_a_round_of_an_archive_that_cannot_be_used_stops_and_names_the_rest() -> None:
    class Full(FakeArchive):
        def open_unit(self) -> Any:
            raise Unavailable("disk_full")

    archive = Full()
    office = Office(archive.open_unit, archive.open_reading, StandingClock(), "rini")
    outcome = dispatch_round(office, refs=["K-2026-1", "K-2026-2"])
    assert outcome.dispatched == ()
    assert [(each.typed, type(each.why)) for each in outcome.refused] == [
        ("K-2026-1", Unavailable),
        ("K-2026-2", Unavailable),
    ]


SCANNED: tuple[Callable[[str], str], ...] = (
    lambda ref: ref,
    str.lower,
    lambda ref: ref.replace("-", "/"),
    lambda ref: ref.replace("-", ""),
    lambda ref: ref.replace("-", "'"),
    lambda ref: f"{ref}\r\n",
)
"""As it stands on the label, and as scanners type it on keyboards of other countries."""


@pytest.mark.parametrize("scan", SCANNED)
def test_a_scanned_reference_finds_its_letter_and_no_other(
    engine_url: str, scan: Callable[[str], str]
) -> None:
    archive = Archive.open(engine_url, create=True)
    with archive.open_unit() as unit:
        furnish(unit)
        unit.commit()
    office = Office(archive.open_unit, archive.open_reading, StandingClock(), "rini")
    for number in range(1, 13):
        # Their own numbers look like each other's references.
        incoming(office, letter_number=f"M/2026/{number + 1}", subject=f"Perihal M-2026-{13 - number}")
    found = looking_up.page(office, asked=LetterFilter(words=scan("M-2026-12")))
    archive.close()
    assert [str(each.ref) for each in found.lines] == ["M-2026-12"]
