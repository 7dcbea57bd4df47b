"""From what is asked of the register to SQL: typed words to a query of the index, filters to conditions."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from correspondence.errors import Refused
from correspondence.numbering import LetterRef
from correspondence.search import LetterFilter
from correspondence.workflow import OPEN_STATES
from db.folding import folded
from db.mapping import states_text
from db.session import Session, marks
from db.tables import LetterRow, instant_text

_OPEN = sorted({state.value for state in OPEN_STATES})
_OPEN_WORDS = ", ".join(f"'{each}'" for each in _OPEN)
MOST_WORDS = 32
LONGEST_WORD = 200
_MOST_MONTHS = 24


@dataclass(slots=True)
class Conditions:
    """A WHERE in the making; `by_words` says that the index is asked (and the newest registered come first)."""

    asked: list[str] = field(default_factory=list)
    parameters: list[object] = field(default_factory=list)
    by_words: bool = False

    def add(self, sql: str, *parameters: object) -> None:
        self.asked.append(sql)
        self.parameters.extend(parameters)

    @property
    def where(self) -> str:
        return f"WHERE {' AND '.join(self.asked)}" if self.asked else ""


def conditions(session: Session, asked: LetterFilter) -> Conditions:
    """The filter as conditions on `letter` (and, with words, on the index)."""
    made = Conditions()
    words = typed_words(asked.words)
    reference = _reference(session, asked.words)
    if reference is not None:
        made.add("letter.id = ?", reference)
    elif words:
        made.by_words = True
        _ask_index(session, made, words, asked)
        if asked.words_within:
            secrecies = sorted(each.value for each in asked.words_within)
            made.add(f"letter.secrecy IN ({marks(secrecies)})", *secrecies)
    _ask_letter(made, asked)
    return made


def typed_words(text: str) -> list[str]:
    """The words of a typed text that can be looked for at all: those with a letter or a digit in them."""
    # Half characters have no UTF-8, control characters end a query of SQLite early.
    clean = "".join(" " if unicodedata.category(each) in {"Cc", "Cs"} else each for each in text)
    words = (word[:LONGEST_WORD] for word in clean.split())
    return [word for word in words if any(_counts(each) for each in word)][:MOST_WORDS]


def _counts(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LN"


def _reference(session: Session, typed: str) -> int | None:
    """The letter whose reference (`M-2026-12`) was typed, if there is one."""
    try:
        ref = LetterRef.read(typed)
    except Refused:
        return None
    found: int | None = session.value(
        "SELECT id FROM letter WHERE direction = ? AND book_year = ? AND agenda_number = ?",
        (ref.book.value, ref.year, ref.number),
    )
    return found


def _ask_letter(made: Conditions, asked: LetterFilter) -> None:
    if asked.direction is not None:
        # With a state given its own index is the better one, and SQLite does not guess it.
        by_state = asked.states or asked.awaits_disposition or asked.leads_done
        book = "letter.direction || ''" if by_state else "letter.direction"
        made.add(f"{book} = ?", asked.direction.value)
    if asked.states:
        states = states_text(asked.states)
        made.add(f"letter.state IN ({marks(states)})", *states)
    for column, wanted in (("unit_id", asked.unit_id), ("kind_id", asked.kind_id)):
        if wanted is not None:
            made.add(f"letter.{column} = ?", wanted)
    if asked.first_day is not None:
        made.add("letter.entered_on >= ?", asked.first_day)
    if asked.last_day is not None:
        made.add("letter.entered_on <= ?", asked.last_day)
    if asked.overdue_at is not None:
        # The states word for word as in the partial index: open letters are few beside all that were ever due.
        made.add(f"letter.due_at < ? AND letter.state IN ({_OPEN_WORDS})", instant_text(asked.overdue_at))
    _ask_waiting(made, asked)
    if asked.held_by == 0:
        # The mail desk holds what nobody else does, as long as somebody must hold it.
        made.add(f"letter.holder_id IS NULL AND letter.state IN ({marks(_OPEN)})", *_OPEN)
    elif asked.held_by is not None:
        made.add("letter.holder_id = ?", asked.held_by)


def _ask_waiting(made: Conditions, asked: LetterFilter) -> None:
    """What hangs on the letter; the states stand word for word as in the partial indexes."""
    live = "state IN ('sent', 'read', 'in_progress')"
    top = "SELECT 1 FROM disposition WHERE letter_id = letter.id AND lead AND parent_id IS NULL"
    if asked.awaits_disposition:
        # The leads that came back or were taken back; one that lives or is done has the letter.
        gone = f"NOT EXISTS ({top} AND state IN ('sent', 'read', 'in_progress', 'done')) AND EXISTS ({top})"
        made.add(f"(letter.state = 'submitted' OR (letter.state = 'disposed' AND {gone}))")
    if asked.leads_done:
        made.add(
            f"letter.state = 'disposed' AND NOT EXISTS ({top} AND {live}) AND EXISTS ({top} AND state = 'done')"
        )


def _ask_index(session: Session, made: Conditions, words: Sequence[str], asked: LetterFilter) -> None:
    kinds = _kinds_called(session, words)
    if session.sqlite:
        made.add("letter_index MATCH ?", _fts5(words, kinds, asked))
    else:
        spelled = session.rows(f"SELECT {', '.join('warkat_fold(?)' for _ in words)}", list(words))[0]
        made.add("letter.words @@ ?::tsquery", _tsquery(spelled, kinds, asked))


def _kinds_called(session: Session, words: Sequence[str]) -> list[list[int]]:
    """For each word the letter kinds that are called so: a kind is no text of the letter, and may be renamed."""
    every = [(kind, f" {folded(name)}") for kind, name in session.rows("SELECT id, name FROM letter_kind")]
    return [
        [kind for kind, name in every if f" {folded(word)}" in name] if folded(word) else [] for word in words
    ]


def _fts5(words: Sequence[str], kinds: Sequence[Sequence[int]], asked: LetterFilter) -> str:
    """Every typed word in quotes, which make `77/005`, `a-b`, `AND` and `*` plain text, as a beginning."""
    parts = []
    for word, fitting in zip(words, kinds, strict=True):
        quoted = word.replace('"', '""')
        either = [f'- tags : "{quoted}" *', *(f'tags : "k{kind}"' for kind in fitting)]
        parts.append(f"({' OR '.join(either)})")
    return " AND ".join([*parts, *_fts5_tags(asked)])


def _fts5_tags(asked: LetterFilter) -> list[str]:
    """Book and state are one word there, `ifiled`, without the `_` that would divide it."""
    books = ("i", "o") if asked.direction is None else (asked.direction.value[0],)
    found: list[list[str]] = []
    if asked.states:
        states = [state.replace("_", "") for state in states_text(asked.states)]
        found.append([f'tags : "{book}{state}"' for book in books for state in states])
    elif asked.direction is not None:
        found.append([f'tags : "{books[0]}" *'])
    found += [[f'tags : "{each}"' for each in alternatives] for alternatives in _tags(asked)]
    return [f"({' OR '.join(alternatives)})" for alternatives in found]


def _tsquery(words: Sequence[str], kinds: Sequence[Sequence[int]], asked: LetterFilter) -> str:
    parts = []
    for word, fitting in zip(words, kinds, strict=True):
        # Spelled by the server's own warkat_fold: letters and digits only, nothing that could end a quote.
        pieces = [f"'{piece[:LONGEST_WORD]}'" for piece in word.split()]
        if not pieces:
            continue
        phrase = " <-> ".join([*pieces[:-1], f"{pieces[-1]}:*"])
        either = [f"({phrase})", *(f"'#k{kind}'" for kind in fitting)]
        parts.append(f"({' | '.join(either)})")
    tags = _tags(asked)
    if asked.direction is not None:
        tags.append([f"d{asked.direction.value}"])
    if asked.states:
        tags.append([f"s{state}" for state in states_text(asked.states)])
    for alternatives in tags:
        either = [f"'#{tag}'" for tag in alternatives]
        parts.append(f"({' | '.join(either)})")
    return " & ".join(parts) or "'#'"


def _tags(asked: LetterFilter) -> list[list[str]]:
    """What else of the filter stands in the index itself: k… kind, u… unit, m… month; alternatives for each."""
    tags = []
    if asked.kind_id is not None:
        tags.append([f"k{asked.kind_id}"])
    if asked.unit_id is not None:
        tags.append([f"u{asked.unit_id}"])
    months = _months(asked.first_day, asked.last_day)
    if months:
        tags.append(months)
    return tags


def _months(first: date | None, last: date | None) -> list[str]:
    """The months of a period; none when it is open or long, then only the days are compared."""
    if first is None or last is None:
        return []
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    if not 0 <= end - start < _MOST_MONTHS:
        return []
    return [f"m{month // 12:04}{month % 12 + 1:02}" for month in range(start, end + 1)]


def of_unit(letter_id: Any, unit_id: int) -> Any:
    """The condition that the letter of a row belongs to a unit."""
    return letter_id.in_(LetterRow.select(LetterRow.id).where(LetterRow.unit_id == unit_id))
