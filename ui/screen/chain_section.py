"""The signature chain beside a letter: the newest round line by line, of those before it why they came back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from correspondence.dossier import Dossier, SignatureLine
from correspondence.signatures import current_round
from correspondence.workflow import SignatureState
from ui import formats
from ui.chain_words import round_words, rounds_of
from ui.screen.desk import Desk
from ui.screen.letter_sections import rows_of, two_lines
from ui.screen.line_texts import Reading
from ui.screen.plain import plain_label
from ui.texts import _
from ui.words import position_word, state_word, task_word

# What stands before a line of the chain; hollow while it is waited for. Its word stands below.
_MARKS = {
    SignatureState.DONE: "✓",
    SignatureState.SKIPPED: "–",
    SignatureState.RETURNED: "×",
    SignatureState.REASSIGNED: "→",
}


def chain_section(desk: Desk, dossier: Dossier, reading: Reading) -> list[QWidget]:
    """Its heading, and everything below it."""
    rounds = rounds_of(dossier.signatures)
    newest = rounds[-1]
    current = {step.id for step in current_round(line.step for line in newest)}
    rows = [_row(desk, line, reading) for line in newest if line.step.id in current]
    back, reason = round_words(newest)
    if reason:
        rows.insert(0, two_lines(desk, back, reason, late=True))
    rows += [two_lines(desk, *round_words(each)) for each in reversed(rounds[:-1])]
    head = _("Paraf dan tanda tangan")
    if len(rounds) > 1:
        head = _("{section}, putaran {number}").format(section=head, number=newest[0].step.round)
    return [plain_label(head, "section"), rows_of(desk, rows)]


def _row(desk: Desk, line: SignatureLine, reading: Reading) -> QWidget:
    step = line.step
    zone = reading.calendar.zone
    told = [state_word(step.state)]
    if step.acted_at:
        told.append(formats.instant(step.acted_at, zone))
    broken = False
    if step.promised_for:
        told.append(_("dijanjikan {when}").format(when=formats.instant(step.promised_for, zone)))
        broken = step.promised_for < (step.acted_at or reading.now)
    told += [step.note] if step.note else []
    who = position_word(step.position, step.capacity) or line.officer
    mark = _MARKS.get(step.state, "○")
    return two_lines(desk, f"{mark}  {task_word(step.task)}: {who}", " · ".join(told), late=broken)
