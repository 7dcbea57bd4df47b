"""The office's words for the codes of the register, in the reader's language. How numbers and dates are written:
ui/formats.py. Functions, so that the language can be switched.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from correspondence.letters import Secrecy, Urgency
from correspondence.people import Capacity
from correspondence.signatures import SignatureTask
from correspondence.throughput import FactKind
from correspondence.workflow import (
    Direction,
    Role,
    State,
    Step,
)
from ui.account_words import DEEDS, RIGHTS
from ui.month_words import MONTH_DEEDS
from ui.texts import _
from ui.word_tables import (
    CAPACITIES,
    DIRECTIONS,
    DONE,
    FACTS,
    FIELDS,
    LETTERS,
    ROLES,
    SECRECY,
    STATES,
    STEPS,
    TASKS,
    URGENCY,
)

_INITIALS = frozenset(
    {"nik", "nip", "kk", "ktp", "rt", "rw", "npwp", "bpjs", "sk", "opd", "wni", "wna", "hp"}
)


def field_word(name: str) -> str:
    """The label of an input: Pengirim, Perihal …; the name itself where none is known, of a kind's own field in words."""
    if name in FIELDS:
        return _(FIELDS[name])
    own = name.removeprefix("fields.")
    return name if own == name else own.replace("_", " ")


def own_word(name: str) -> str:
    """The name of a field of a kind's own form in words: `tanggal_lahir` → `Tanggal lahir`, `no_kk` → `No KK`."""
    words = (word.upper() if word in _INITIALS else word for word in name.split("_") if word)
    said = " ".join(words) or name
    return said[:1].upper() + said[1:]


def state_word(state: State) -> str:
    """Tercatat, Konsep …: of a letter, a disposition or a line of a signature chain."""
    return _(STATES[type(state)][state.value])


def state_code_word(code: str) -> str:
    """The word of a state known by its code alone (a journal, an error); the code itself where none is known."""
    for words in STATES.values():
        if code in words:
            return _(words[code])
    return code


def step_word(step: Step) -> str:
    """What the button says: Ajukan, Beri nomor …"""
    return _(STEPS[step])


def done_word(step: str) -> str:
    """What the journal says was done; the code itself where no word is known."""
    words = next((each for each in (DONE, DEEDS) if step in each), MONTH_DEEDS)
    return _(words[step]) if step in words else step


def direction_word(direction: Direction) -> str:
    return _(DIRECTIONS[direction])


def letter_word(direction: Direction) -> str:
    """`Surat masuk`, of one letter: English tells it from a book of them."""
    return _(LETTERS[direction]).capitalize()


def urgency_word(urgency: Urgency) -> str:
    return _(URGENCY[urgency])


def secrecy_word(secrecy: Secrecy) -> str:
    return _(SECRECY[secrecy])


def capacity_word(capacity: Capacity) -> str:
    return _(CAPACITIES[capacity])


def position_word(position: str, capacity: Capacity) -> str:
    """`Plh. Kepala Bagian Umum`; who signs on behalf of somebody keeps his own office before it: `Asisten (a.n.)`."""
    if not position or capacity is Capacity.DEFINITIVE:
        return position
    if capacity in (Capacity.AN, Capacity.UB):
        return f"{position} ({'.'.join(capacity.value)}.)"
    return f"{capacity.value.capitalize()}. {position}"


def task_word(task: SignatureTask) -> str:
    return _(TASKS[task])


def role_word(role: Role) -> str:
    return _(ROLES[role])


def right_word(right: str) -> str:
    """What a right allows, by its code."""
    return _(RIGHTS[right])


def fact_word(what: FactKind) -> str:
    return _(FACTS[what])


OF_CODES: Mapping[str, Callable[[str], str]] = {
    "state": state_code_word,
    "part": field_word,
    "capacity": lambda code: capacity_word(Capacity(code)),
    "secrecy": lambda code: secrecy_word(Secrecy(code)),
    "right": right_word,
}
"""Facts of an error that are codes, and their words."""
