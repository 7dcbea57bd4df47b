"""Reminders: what a person is told or sent about what waits, and when it is an hour to say so. No screen, no sending.

A reminder is a text somebody copies, or a wa.me link somebody opens and sends with an own telephone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from correspondence.boards import DispositionWait, SignatureWait
from correspondence.letters import Secrecy
from correspondence.workdays import WorkCalendar
from ui import formats
from ui.texts import _, n_
from ui.words import position_word, task_word

Wait = SignatureWait | DispositionWait
_COUNTRY = "62"
_LEAST_DIGITS, _MOST_DIGITS = 9, 15
"""What an Indonesian number has at least with its country, and any number at most (E.164)."""


def whatsapp_number(phone: str) -> str:
    """`0812-3456-7890`, `+62 812…`, `812…` → `62812…`; "" when it cannot be a telephone number."""
    digits = "".join(each for each in phone if each in "0123456789")
    digits = digits.removeprefix("00") if digits.startswith("00") else digits
    if digits.startswith("0"):
        digits = _COUNTRY + digits[1:]
    elif digits.startswith("8"):
        digits = _COUNTRY + digits
    # +62 (0)812: the zero belongs to dialling at home.
    digits = _COUNTRY + digits[3:] if digits.startswith(_COUNTRY + "0") else digits
    return digits if _LEAST_DIGITS <= len(digits) <= _MOST_DIGITS else ""


def whatsapp_link(phone: str, text: str) -> str:
    """The link that opens a conversation with `text` typed in; "" without a telephone number."""
    number = whatsapp_number(phone)
    return f"https://wa.me/{number}?text={quote(text, safe='')}" if number else ""


def reminder_text(waits: Sequence[Wait], *, office: str, zone: ZoneInfo) -> str:
    """What is asked of one officer, since when, promised for when, in whole sentences.

    Of a letter that is not for everybody the subject is left out: messages are read over shoulders.
    """
    who = _addressed(waits[0])
    lines = [_line(each, zone) for each in waits]
    listed = lines if len(lines) == 1 else [f"{number}. {line}" for number, line in enumerate(lines, start=1)]
    asked = _("Dengan hormat, mengingatkan yang masih menunggu:")
    return "\n".join(
        [_("Yth. {who}").format(who=who), "", asked, *listed, "", _("Terima kasih."), office]
    ).rstrip()


@dataclass(frozen=True, slots=True)
class ToRemind:
    """One officer and what of his is late or falls due today, the latest first."""

    who: str
    name: str
    waits: tuple[Wait, ...]


def by_officer(waits: Sequence[Wait]) -> tuple[ToRemind, ...]:
    """The lines put together by whom they wait for, in the order in which each is first met."""
    met: dict[str, list[Wait]] = {}
    for each in waits:
        met.setdefault(officer_of(each), []).append(each)
    return tuple(ToRemind(_addressed(mine[0]), name, tuple(mine)) for name, mine in met.items())


def officer_of(wait: Wait) -> str:
    """The name of who is waited for."""
    return wait.officer if isinstance(wait, SignatureWait) else wait.recipient


def summary(waits: Sequence[Wait]) -> str:
    """`2 janji lewat, 1 janji jatuh hari ini, 3 disposisi terlambat`; what there is none of is left out."""
    promises = [each for each in waits if isinstance(each, SignatureWait)]
    broken = sum(each.late for each in promises)
    today = len(promises) - broken
    late = sum(isinstance(each, DispositionWait) for each in waits)
    words = (
        (broken, n_("{count} janji lewat", broken)),
        (today, n_("{count} janji jatuh hari ini", today)),
        (late, n_("{count} disposisi terlambat", late)),
    )
    return ", ".join(word.format(count=formats.number(number)) for number, word in words if number)


def is_hour_to_remind(calendar: WorkCalendar, now: datetime) -> bool:
    """Whether the office is open at `now`: nobody is reminded at night, on Sundays or during a holiday."""
    local = now.astimezone(calendar.zone)
    return any(begins <= local.time() < ends for begins, ends in calendar.spans_on(local.date()))


def _addressed(wait: Wait) -> str:
    if isinstance(wait, SignatureWait):
        return position_word(wait.step.position, wait.step.capacity) or wait.officer
    return wait.recipient_position or wait.recipient


def _line(wait: Wait, zone: ZoneInfo) -> str:
    letter = wait.letter
    what = str(letter.ref) if letter.secrecy is not Secrecy.BIASA else f"{letter.subject} ({letter.ref})"
    if isinstance(wait, SignatureWait):
        said = [f"{task_word(wait.step.task)}: {what}"]
        if wait.step.requested_at:
            said.append(_("diajukan {when}").format(when=_when(wait.step.requested_at, zone)))
        if wait.step.promised_for:
            said.append(_("dijanjikan selesai {when}").format(when=_when(wait.step.promised_for, zone)))
        return ", ".join(said) + "."
    sent = wait.disposition
    said = [_("Disposisi: {what}").format(what=what), *sent.instructions]
    said.append(_("diterima {when}").format(when=_when(sent.sent_at, zone)))
    if sent.due_on:
        said.append(_("batas {when}").format(when=formats.day(sent.due_on)))
    return ", ".join(said) + "."


def _when(instant: datetime, zone: ZoneInfo) -> str:
    day = formats.day(instant.astimezone(zone).date())
    return _("{day} pukul {clock}").format(day=day, clock=formats.clock(instant, zone))
