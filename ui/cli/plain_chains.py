"""The signature chain of a letter as columns, round by round when it was sent back."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from correspondence.dossier import Dossier, SignatureLine
from ui import formats
from ui.chain_words import round_words, rounds_of
from ui.cli.columns import shown, table
from ui.texts import _
from ui.words import position_word, state_word, task_word


def signature_lines(dossier: Dossier, zone: ZoneInfo) -> list[str]:
    """One table of equal columns; above each round of several stands which it is and why it came back."""
    heads = (
        *(_("No."), _("Urut"), _("Pejabat"), _("Sebagai"), _("Untuk"), _("Status"), _("Pada")),
        *(_("Dijanjikan"), _("Catatan")),
    )
    rounds = rounds_of(dossier.signatures)
    ordered = [line for each in rounds for line in each]
    lines = table(heads, [_row(line, zone) for line in ordered])
    if len(rounds) < 2:
        return lines
    told, rows = lines[:2], iter(lines[2:])
    for each in rounds:
        told.append(shown(": ".join(text for text in round_words(each) if text)))
        told += [next(rows) for _line in each]
    return told


def _row(line: SignatureLine, zone: ZoneInfo) -> tuple[str, ...]:
    step = line.step
    return (
        str(step.id),
        str(step.order),
        line.officer,
        position_word(step.position, step.capacity),
        task_word(step.task),
        state_word(step.state),
        formats.instant(step.acted_at, zone),
        formats.instant(step.promised_for, zone),
        step.note,
    )
