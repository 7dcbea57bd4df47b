"""Printing: joins the office's facts, the paper's words and the Word templates. With wiring it knows every room but Qt.

Imported only when a paper is asked for: Word, PDF and picture libraries take longer to load than the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from correspondence.dossier import Dossier
from correspondence.errors import NotFound, Refused, Unavailable
from correspondence.numbering import LetterRef
from correspondence.office import Office, moment
from correspondence.people import (
    Appointment,
    Officer,
    SignatureBlock,
    appointment_on,
    find_officer,
    signature_block,
)
from correspondence.ports import UnitOfWork
from correspondence.profile import OfficeProfile
from correspondence.services import looking_up
from correspondence.signatures import SignatureStep, SignatureTask, current_round
from correspondence.throughput import MonthlyReport, YearlyReport
from correspondence.workflow import Direction
from templates_docx import catalogue, libreoffice
from templates_docx.check import check_template
from templates_docx.fields import fields_of
from templates_docx.reading import Problem
from templates_docx.writer import write_paper
from ui.paper import charts, reports
from ui.paper.contents import Context
from ui.paper.cover_letter import cover_letter_context
from ui.paper.field_texts import field_text
from ui.paper.template_words import place_words, problem_sentence

COVER_LETTER, MONTHLY, YEARLY = "surat-pengantar", "laporan-bulanan", "rekap-tahunan"
EMBLEMS = ("lambang.png", "lambang.jpg", "lambang.jpeg")
"""The office's emblem, looked for beside its own templates."""


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """One paper and the template it is written with; `own` when that is the office's."""

    code: str
    path: Path
    own: bool


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One placeholder, explained. `kind` is text, list or picture."""

    name: str
    kind: str
    must: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One flaw of a template in words; `code` is for programs."""

    field: str
    where: str
    problem: str
    code: str


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the archive says about the office on the day of printing."""

    profile: OfficeProfile
    officers: Sequence[Officer]
    appointments: Sequence[Appointment]
    today: date
    zone: ZoneInfo


class Printing:
    """The papers of one office. `templates` is the folder of its own copies, which need not exist."""

    def __init__(self, office: Office, templates: Path) -> None:
        self._office = office
        self._templates = templates

    def letter(self, code: str, ref: LetterRef, *, addressee: str = "") -> bytes:
        """One paper about one letter, as .docx. `addressee`: to whom an incoming letter is passed on.

        NotFound("paper" | "letter", …), Refused `paper_not_of_letter`, and what `write_paper` raises.
        """
        if not catalogue.paper(code).of_letter:
            raise Refused("paper_not_of_letter", "kind", {"code": code})
        dossier = looking_up.dossier(self._office, ref=ref)
        desk, steps = self._desk(dossier)
        sender = _sender(dossier, steps, desk)
        context = cover_letter_context(
            dossier, desk.profile, sender=sender, today=desk.today, addressee=addressee
        )
        return self._write(code, context, {})

    def monthly(self, report: MonthlyReport) -> bytes:
        """The monthly report as .docx."""
        desk, _ = self._desk(None)
        context = reports.monthly_context(
            report, desk.profile, signatory=_report_signatory(desk), printed_on=desk.today
        )
        return self._write(MONTHLY, context, {"grafik": charts.png(reports.monthly_chart(report))})

    def yearly(self, report: YearlyReport) -> bytes:
        """The yearly recapitulation as .docx."""
        desk, _ = self._desk(None)
        context = reports.yearly_context(
            report, desk.profile, signatory=_report_signatory(desk), printed_on=desk.today
        )
        return self._write(YEARLY, context, {"grafik": charts.png(reports.yearly_chart(report))})

    def pdf(self, papers: Sequence[bytes], *, cancelled: Callable[[], bool] = lambda: False) -> list[bytes]:
        """The papers as PDF, in one run of LibreOffice; Unavailable `libreoffice_…`."""
        return libreoffice.to_pdf(papers, cancelled=cancelled)

    def templates(self) -> list[TemplateLine]:
        """Every paper with the template that is used for it now."""
        found = [(code, catalogue.template_of(self._templates, code)) for code in catalogue.PAPERS]
        return [TemplateLine(code, path, own=path.parent == self._templates) for code, path in found]

    def fields(self, code: str) -> list[FieldLine]:
        """The placeholders of one paper; NotFound("paper", …)."""
        catalogue.paper(code)
        return [
            FieldLine(each.name, each.kind.value, each.must, field_text(each.name))
            for each in fields_of(code).values()
        ]

    def check_template(self, path: Path, code: str = "") -> list[ProblemLine]:
        """The flaws of a template, none when it is sound. Without a code the file's name says which paper it is,
        and a name that says nothing makes it a letter kind's own.
        """
        if code:
            catalogue.paper(code)
        named = {each.file: each.code for each in catalogue.PAPERS.values()}
        meant = code or named.get(path.name.casefold(), "")
        return [_line(each) for each in check_template(path, meant).problems]

    def own_template(self, code: str) -> Path:
        """The office's own copy to be changed in Word, begun from the shipped one when there is none yet."""
        try:
            return catalogue.lend(self._templates, code)
        except OSError as error:
            facts = {"file": str(self._templates), "why": error.strerror or str(error)}
            raise Unavailable("file_unwritable", facts) from error

    def reset_template(self, code: str) -> bool:
        """Back to the shipped template; the office's copy is kept beside it. Whether there was one."""
        return catalogue.reset(self._templates, code)

    def _write(self, code: str, context: Context, pictures: dict[str, bytes]) -> bytes:
        template = catalogue.template_of(self._templates, code)
        return write_paper(template, context, {**pictures, **self._emblem()}, code=code)

    def _emblem(self) -> dict[str, bytes]:
        found = next((path for name in EMBLEMS if (path := self._templates / name).is_file()), None)
        return {"kop.lambang": found.read_bytes()} if found else {}

    def _desk(self, dossier: Dossier | None) -> tuple[_Desk, Sequence[SignatureStep]]:
        with self._office.open_reading() as unit:
            return _read_desk(self._office, unit), (
                unit.signatures.of_letter(dossier.letter.id) if dossier else ()
            )


def _read_desk(office: Office, unit: UnitOfWork) -> _Desk:
    now = moment(office, unit)
    return _Desk(
        unit.profiles.read(),
        tuple(unit.people.officers()),
        tuple(unit.people.appointments()),
        now.today,
        now.zone,
    )


def _block(officer: Officer, desk: _Desk, day: date) -> SignatureBlock | None:
    held = appointment_on((each for each in desk.appointments if each.officer_id == officer.id), day)
    return signature_block(officer, held) if held else None


def _report_signatory(desk: _Desk) -> SignatureBlock | None:
    """Who signs reports by the settings; nobody when the name fits nobody: the paper then has a blank to fill."""
    if not desk.profile.report_signatory:
        return None
    try:
        officer = find_officer(desk.profile.report_signatory, desk.officers)
    except NotFound:
        return None
    return _block(officer, desk, desk.today)


def _sender(dossier: Dossier, steps: Sequence[SignatureStep], desk: _Desk) -> SignatureBlock | None:
    """Who signs the paper: for an outgoing letter its signatory, under the appointment of the day it was signed."""
    if dossier.letter.direction is Direction.INCOMING:
        return _report_signatory(desk)
    signing = [each for each in current_round(steps) if each.task is SignatureTask.SIGN]
    if not signing:
        return None
    step = signing[-1]
    officer = next((each for each in desk.officers if each.id == step.officer_id), None)
    if officer is None:
        return None
    # By the chain's own entry, not by today's appointment: an old letter keeps the officials of its day.
    signed_on = step.acted_at.astimezone(desk.zone).date() if step.acted_at else desk.today
    day = dossier.letter.letter_date or signed_on
    if not step.position:
        return _block(officer, desk, day)
    like = [
        each for each in desk.appointments if each.officer_id == officer.id and each.position == step.position
    ]
    held = appointment_on(like, day) or (like[-1] if like else None)
    principal = held.principal if held else ""
    return signature_block(
        officer, Appointment(officer.id, step.position, step.capacity, principal=principal)
    )


def _line(problem: Problem) -> ProblemLine:
    place = problem.where
    where = (
        place_words(place.region.value, place.text, table=place.table, row=place.row, column=place.column)
        if place
        else ""
    )
    said = problem_sentence(problem.problem, problem.field, problem.suggestion)
    return ProblemLine(problem.field, where, said, problem.problem)
