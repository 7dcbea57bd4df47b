"""What the rounds of a signature chain are called, for the window and the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from correspondence.dossier import SignatureLine
from correspondence.signatures import SignatureTask
from correspondence.workflow import SignatureState
from ui.texts import _


def rounds_of(lines: Sequence[SignatureLine]) -> tuple[tuple[SignatureLine, ...], ...]:
    """The lines round by round, the first round first."""
    numbers = sorted({each.step.round for each in lines})
    return tuple(tuple(each for each in lines if each.step.round == number) for number in numbers)


def round_words(lines: Sequence[SignatureLine]) -> tuple[str, str]:
    """`Putaran 1, dikembalikan Budi Santoso`, and the reason with those who had initialled by then; "" for no reason."""
    number = lines[0].step.round
    back = next((each for each in lines if each.step.state is SignatureState.RETURNED), None)
    if back is None:
        return _("Putaran {number}").format(number=number), ""
    head = _("Putaran {number}, dikembalikan {who}").format(number=number, who=back.officer)
    done = [each.officer for each in lines if _initialled(each)]
    told = [back.step.note, _("sudah diparaf {who}").format(who=", ".join(done)) if done else ""]
    return head, " · ".join(text for text in told if text)


def _initialled(line: SignatureLine) -> bool:
    return line.step.task is SignatureTask.INITIAL and line.step.state is SignatureState.DONE
