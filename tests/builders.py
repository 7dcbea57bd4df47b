"""An office to test with: its people, kinds and units, a clock that stands still, forms that are right as they are.

    desk = build_desk()                       an Office over an archive in memory, furnished
    ref = desk.incoming(subject="…")          registers; any field of LetterForm
    desk.step(ref, Step.SUBMIT, to=("Rahma",))
    desk.letter(ref).state

`furnish(unit)` and the forms serve tests of a real archive as well.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from correspondence.dispositions import Disposition
from correspondence.forms import LetterForm
from correspondence.hours import WEEKDAY_CODES
from correspondence.journal import JournalEntry
from correspondence.letters import Letter, LetterKind
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.people import Appointment, Officer, Unit
from correspondence.ports import UnitOfWork
from correspondence.profile import OfficeProfile
from correspondence.services.disposing import dispose_step
from correspondence.services.registering import register_incoming, register_outgoing
from correspondence.services.signing import set_chain
from correspondence.services.stepping import StepOrder, take_step
from correspondence.signatures import SignatureStep
from correspondence.throughput import Fact
from correspondence.workflow import Direction, IncomingState, Role, Step
from tests.fakes import FakeArchive

WEDNESDAY = date(2026, 10, 7)
NINE = datetime(2026, 10, 7, 2, 0, tzinfo=UTC)
"""Wednesday, 7 October 2026, 09.00 in Jakarta."""

RAHMA, BUDI, SITI, EKO = (
    "Dra. Rahma Wulandari, M.Si.",
    "Budi Santoso, S.Sos.",
    "Siti Aminah, S.E.",
    "Eko Prasetyo",
)
POSITIONS = {
    RAHMA: "Sekretaris Daerah",
    BUDI: "Kepala Bagian Umum",
    SITI: "Kepala Subbagian Keuangan",
    EKO: "Kepala Subbagian Tata Usaha",
}
PROFILE = OfficeProfile(
    name="Sekretariat Daerah Kota Kediri",
    place="Kediri",
    opd_code="107.1",
    number_pattern="{urut}/{unit}/{bulan_romawi}/{tahun}",
    number_scope="office",
    default_unit_code="UM",
    hours={**dict.fromkeys(WEEKDAY_CODES[:5], "07.30-16.00"), **dict.fromkeys(WEEKDAY_CODES[5:], "")},
)
"""Said in full, so that a new proposal for new offices moves no test."""

KINDS = ("Surat Dinas", "Surat Pengantar", "Surat Undangan")
UNITS = {"Bagian Umum": "UM", "Subbagian Keuangan": "KEU"}


class StandingClock:
    """Stands where it was put; `wait` puts it on."""

    def __init__(self, at: datetime = NINE) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def wait(self, **span: float) -> None:
        """`wait(minutes=5)`, `wait(days=1)`; negative sets it back."""
        self.at += timedelta(**span)


def furnish(unit: UnitOfWork) -> None:
    """Puts the office's people, kinds, units and profile into any archive; the caller commits."""
    unit.profiles.write(PROFILE)
    keys = {name: unit.people.add_unit(Unit(name, code)).id for name, code in UNITS.items()}
    for number, (name, position) in enumerate(POSITIONS.items(), start=1):
        officer = unit.people.add_officer(Officer(name, nip=f"19800101 200501 1 00{number}", rank="Pembina"))
        unit_id = keys["Subbagian Keuangan"] if name == SITI else keys["Bagian Umum"]
        unit.people.add_appointment(
            Appointment(officer.id, position, unit_id=unit_id, first_day=date(2020, 1, 1))
        )
    for name in KINDS:
        unit.kinds.add(LetterKind(name))


def incoming_form(**fields: Any) -> LetterForm:
    """A letter that came in today, as the clerk types it."""
    form = LetterForm(
        correspondent="Dinas Pendidikan Kota Kediri",
        subject="Permohonan data pegawai",
        letter_number="045/123/DISDIK/IX/2026",
        letter_date=date(2026, 9, 30),
        received_on=WEDNESDAY,
        unit="Bagian Umum",
    )
    return replace(form, **fields)


def outgoing_form(**fields: Any) -> LetterForm:
    """A draft of ours."""
    form = LetterForm(
        correspondent="Dinas Pendidikan Kota Kediri",
        subject="Penyampaian data pegawai",
        kind="Surat Dinas",
        unit="Bagian Umum",
        classification="000.8.3.3",
    )
    return replace(form, **fields)


def a_letter(**fields: Any) -> Letter:
    """A letter as a store gets it, without any service: for tests of an archive."""
    letter = Letter(
        direction=Direction.INCOMING,
        book_year=2026,
        agenda_number=1,
        state=IncomingState.REGISTERED,
        entered_on=WEDNESDAY,
        registered_at=NINE,
        correspondent="Dinas Pendidikan Kota Kediri",
        subject="Permohonan data pegawai",
        received_on=WEDNESDAY,
        held_since=NINE,
    )
    return replace(letter, **fields)


@dataclass(frozen=True)
class Desk:
    """One clerk's office over an archive in memory, with short words for what tests do often."""

    office: Office
    archive: FakeArchive
    clock: StandingClock

    def acting_as(self, role: Role, actor: str = "petugas") -> Desk:
        """Another person at another desk of the same office."""
        return replace(self, office=replace(self.office, role=role, actor=actor))

    def incoming(self, **fields: Any) -> LetterRef:
        return register_incoming(self.office, form=incoming_form(**fields)).ref

    def outgoing(self, **fields: Any) -> LetterRef:
        return register_outgoing(self.office, form=outgoing_form(**fields)).ref

    def step(self, ref: LetterRef, step: Step, **order: Any) -> Letter:
        """Takes the step; `order` are fields of StepOrder."""
        take_step(self.office, ref=ref, step=step, order=StepOrder(**order))
        return self.letter(ref)

    def disposition_step(self, disposition_id: int, step: Step, **order: Any) -> Disposition:
        dispose_step(self.office, disposition_id=disposition_id, step=step, order=StepOrder(**order))
        return self.archive.kept.dispositions[disposition_id]

    def chain(self, ref: LetterRef, *initials: str, sign: str = RAHMA, **more: Any) -> None:
        set_chain(self.office, ref=ref, initials=initials, sign=sign, **more)

    def signed(self, **fields: Any) -> LetterRef:
        """A letter of ours that waits for its number."""
        ref = self.outgoing(**fields)
        self.chain(ref)
        self.step(ref, Step.SEND_FOR_REVIEW)
        self.step(ref, Step.SIGN)
        return ref

    def letter(self, ref: LetterRef) -> Letter:
        with self.archive.open_reading() as unit:
            return unit.letters.by_ref(ref)

    def journal(self, ref: LetterRef) -> list[JournalEntry]:
        letter = self.letter(ref)
        return [each for each in self.archive.kept.journal if each.letter_id == letter.id]

    def facts(self, ref: LetterRef) -> list[Fact]:
        letter = self.letter(ref)
        return [each for each in self.archive.kept.facts if each.letter_id == letter.id]

    def dispositions(self, ref: LetterRef) -> list[Disposition]:
        letter = self.letter(ref)
        return [each for each in self.archive.kept.dispositions.values() if each.letter_id == letter.id]

    def signatures(self, ref: LetterRef) -> list[SignatureStep]:
        with self.archive.open_reading() as unit:
            return list(unit.signatures.of_letter(unit.letters.by_ref(ref).id))

    def officer_id(self, name: str) -> int:
        return next(each.id for each in self.archive.kept.officers.values() if each.name == name)

    def name(self, officer_id: int | None) -> str:
        """The officer's name; "" for the mail desk."""
        return self.archive.kept.officers[officer_id].name if officer_id else ""


def build_desk(*, role: Role = Role.ADMINISTRATOR, actor: str = "petugas", at: datetime = NINE) -> Desk:
    """A furnished office at 09.00 on a Wednesday, with nothing in its books."""
    archive, clock = FakeArchive(), StandingClock(at)
    with archive.open_unit() as unit:
        furnish(unit)
        unit.commit()
    office = Office(archive.open_unit, archive.open_reading, clock, actor, role)
    return Desk(office, archive, clock)
