"""What the archive says about the office on the day of printing: its settings, and who signs which paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from correspondence.dispositions import Disposition
from correspondence.dossier import Dossier
from correspondence.errors import NotFound
from correspondence.letters import LetterKind
from correspondence.office import Office, moment
from correspondence.people import (
    Appointment,
    Officer,
    SignatureBlock,
    appointment_on,
    find_officer,
    signature_block,
)
from correspondence.profile import OfficeProfile
from correspondence.signatures import InitialKind, SignatureStep, SignatureTask, current_round
from correspondence.workflow import Direction, IncomingState, OutgoingState
from ui.paper.letter_contents import Around, newest_dispositions
from ui.words import position_word

_DRAFTS = frozenset(
    {
        OutgoingState.DRAFT,
        OutgoingState.IN_REVIEW,
        OutgoingState.AWAITING_SIGNATURE,
        OutgoingState.NEEDS_REVISION,
    }
)


@dataclass(frozen=True, slots=True)
class OfficeDesk:
    """The office's settings, people and kinds, and its day. `steps`: chains by the letter's id."""

    profile: OfficeProfile
    officers: Sequence[Officer]
    appointments: Sequence[Appointment]
    kinds: Sequence[LetterKind]
    today: date
    zone: ZoneInfo
    steps: Mapping[int, Sequence[SignatureStep]]

    def officer(self, officer_id: int | None) -> Officer | None:
        return next((each for each in self.officers if each.id == officer_id), None)

    def held(self, officer_id: int, day: date) -> Appointment | None:
        """The appointment that counts on `day`."""
        return appointment_on((each for each in self.appointments if each.officer_id == officer_id), day)


def office_desk(office: Office, letter_ids: Sequence[int] = ()) -> OfficeDesk:
    """Read in one transaction, once for all papers of a run."""
    with office.open_reading() as unit:
        now = moment(office, unit)
        return OfficeDesk(
            unit.profiles.read(),
            tuple(unit.people.officers()),
            tuple(unit.people.appointments()),
            tuple(unit.kinds.every()),
            now.today,
            now.zone,
            {each: tuple(unit.signatures.of_letter(each)) for each in letter_ids},
        )


def around(dossier: Dossier, desk: OfficeDesk, *, addressee: str = "", blank: bool = False) -> Around:
    """All that a paper about this letter says beside the letter."""
    coordinating, hierarchy = _initials(dossier, desk)
    return Around(
        profile=desk.profile,
        today=desk.today,
        zone=desk.zone,
        signatory=_sender(dossier, desk),
        disposer=_disposer(dossier, desk, blank=blank),
        positions=_positions(desk),
        coordinating=coordinating,
        hierarchy=hierarchy,
        addressee=addressee,
        blank=blank,
    )


def report_signatory(desk: OfficeDesk) -> SignatureBlock | None:
    """Who signs reports by the settings; nobody when the name fits nobody: the paper then has a blank to fill."""
    if not desk.profile.report_signatory:
        return None
    try:
        officer = find_officer(desk.profile.report_signatory, desk.officers)
    except NotFound:
        return None
    return _block(officer, desk, desk.today)


def _block(officer: Officer, desk: OfficeDesk, day: date) -> SignatureBlock | None:
    held = desk.held(officer.id, day)
    return signature_block(officer, held) if held else None


def _positions(desk: OfficeDesk) -> list[str]:
    """Positions of today by the day they were entered; a stand-in takes no second line."""
    serving = [each for each in desk.officers if each.left_on is None or each.left_on >= desk.today]
    held = [desk.held(each.id, desk.today) for each in serving]
    found = sorted((each for each in held if each is not None), key=lambda each: each.id)
    return list(dict.fromkeys(each.position for each in found))


def _initials(dossier: Dossier, desk: OfficeDesk) -> tuple[list[str], list[str]]:
    """Positions of coordination and of the hierarchy, in their order, while the draft goes round; none afterwards."""
    if dossier.letter.state not in _DRAFTS:
        return [], []
    steps = [
        each
        for each in current_round(desk.steps.get(dossier.letter.id, ()))
        if each.task is SignatureTask.INITIAL
    ]
    named: tuple[list[str], list[str]] = ([], [])
    for each in steps:
        officer = desk.officer(each.officer_id)
        named[0 if each.kind is InitialKind.COORDINATION else 1].append(
            position_word(each.position, each.capacity) or (officer.name if officer else "")
        )
    return named


def _disposer(dossier: Dossier, desk: OfficeDesk, *, blank: bool) -> SignatureBlock | None:
    """Who disposed, as on that day. On a sheet that nobody has filled in yet, who will: the leader it was submitted to, else
    the one it would be submitted to; never a clerk who only keeps it.
    """
    lines = newest_dispositions(dossier)
    if lines:
        said: Disposition = lines[0].disposition
        officer = desk.officer(said.from_id)
        day = desk.today if blank else said.sent_at.astimezone(desk.zone).date()
        return _block(officer, desk, day) if officer else None
    waits = dossier.letter.state is IncomingState.SUBMITTED
    officer = desk.officer(dossier.letter.holder_id) if waits else None
    return _block(officer, desk, desk.today) if officer else report_signatory(desk)


def _sender(dossier: Dossier, desk: OfficeDesk) -> SignatureBlock | None:
    """Who signs the paper: for an outgoing letter its signatory, under the appointment of the day it was signed."""
    if dossier.letter.direction is Direction.INCOMING:
        return report_signatory(desk)
    steps = current_round(desk.steps.get(dossier.letter.id, ()))
    signing = [each for each in steps if each.task is SignatureTask.SIGN]
    if not signing:
        return None
    step = signing[-1]
    officer = desk.officer(step.officer_id)
    if officer is None:
        return None
    # By the chain's own entry, not by today's appointment: an old letter keeps the officials of its day.
    signed_on = step.acted_at.astimezone(desk.zone).date() if step.acted_at else desk.today
    day = dossier.letter.letter_date or signed_on
    if not step.position:
        return _block(officer, desk, day)
    own = [each for each in desk.appointments if each.officer_id == officer.id]
    like = [each for each in own if (each.position, each.capacity) == (step.position, step.capacity)]
    held = appointment_on(like, day) or (like[-1] if like else None)
    signs = Appointment(officer.id, step.position, step.capacity)
    if held:
        signs = replace(signs, principal=held.principal, delegate=held.delegate)
    return signature_block(officer, signs)
