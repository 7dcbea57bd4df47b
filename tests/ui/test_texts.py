"""What people read: nothing is left untranslated, and numbers, dates and working time are written as people write them."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from correspondence.dates import Month
from correspondence.letters import Secrecy, Urgency
from correspondence.people import Capacity
from correspondence.signatures import SignatureTask
from correspondence.throughput import FactKind
from correspondence.workflow import (
    TABLES,
    Direction,
    DispositionState,
    IncomingState,
    OutgoingState,
    Role,
    SignatureState,
    Step,
)
from ui import formats, words
from ui.texts import DOMAIN, LOCALE, _, language, n_, set_language

UI = Path(__file__).parents[2] / "ui"
ENGLISH = LOCALE / "en" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"\{[a-z_]+(?::[0-9])?\}")
SAID = {1: (1,), 2: (1, (2, "c"))}
"""What Babel reads of `_`: a sentence, or a sentence and its place."""
JAKARTA = ZoneInfo("Asia/Jakarta")


@pytest.fixture
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("id")


@pytest.fixture(scope="module")
def kept() -> Catalog:
    with (ENGLISH / f"{DOMAIN}.po").open("rb") as po:
        return read_po(po)


def sentences() -> set[tuple[str, str]]:
    """Every sentence marked in the code, after its place ("" for nearly all)."""
    found = extract_from_dir(
        UI, method_map=[("**.py", "python")], keywords={"_": SAID, "n_": (1, 1), "mark": None}
    )
    return {
        (place or "", message if isinstance(message, str) else message[0])
        for _file, _line, message, _comments, place in found
    }


def translations(kept: Catalog) -> dict[tuple[str, str], tuple[str, ...]]:
    return {
        (message.context or "", message.id if isinstance(message.id, str) else message.id[0]): (
            (message.string,) if isinstance(message.string, str) else tuple(message.string)
        )
        for message in kept
        if message.id and not message.fuzzy
    }


def test_every_sentence_has_its_english(kept: Catalog) -> None:
    """After a new sentence: the four commands in the docstring of ui/texts.py."""
    known = {sentence for sentence, said in translations(kept).items() if all(said)}
    assert sentences() - known - {("", "")} == set()


def test_no_sentence_hides_where_it_is_not_extracted() -> None:
    """Inside an f-string a sentence is not seen before Python 3.12, so it would never be translated."""
    said = {
        (str(file.relative_to(UI)), call.args[0].value)
        for file in UI.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"_", "n_", "mark"}
        if call.args and isinstance(call.args[0], ast.Constant)
    }
    known = {sentence for _place, sentence in sentences()}
    assert {(file, sentence) for file, sentence in said if sentence not in known} == set()


def test_a_sentence_that_counts_is_counted_everywhere() -> None:
    """`_` answers the singular of a sentence that `n_` says elsewhere: "24 hour"."""
    found = extract_from_dir(UI, method_map=[("**.py", "python")], keywords={"_": SAID, "n_": (1, 1)})
    ways: dict[bool, set[str]] = {True: set(), False: set()}
    for _file, _line, message, *_rest in found:
        ways[isinstance(message, str)].add(message if isinstance(message, str) else message[0])
    assert ways[True] & ways[False] == set()


def test_no_english_is_kept_for_a_sentence_nobody_says(kept: Catalog) -> None:
    assert translations(kept).keys() - sentences() == set()


def test_a_translation_fills_in_the_same_values(kept: Catalog) -> None:
    wrong = {
        sentence: said
        for sentence, every in translations(kept).items()
        for said in every
        if set(PLACEHOLDER.findall(sentence[1])) != set(PLACEHOLDER.findall(said))
    }
    assert wrong == {}


def test_the_compiled_catalogue_is_todays(kept: Catalog) -> None:
    with (ENGLISH / f"{DOMAIN}.mo").open("rb") as mo:
        compiled = gettext.GNUTranslations(mo)
    for (place, sentence), said in translations(kept).items():
        if place:
            assert compiled.pgettext(place, sentence) == said[0]
        else:
            assert (
                compiled.ngettext(sentence, sentence, 1) if len(said) > 1 else compiled.gettext(sentence)
            ) == said[0]


def test_the_language_is_switched_and_back(english: None) -> None:
    assert (_("Batal"), language()) == ("Cancelled", "en")
    assert n_("{hours} jam kerja", 1) == "{hours} working hour"
    assert n_("{hours} jam kerja", 2) == "{hours} working hours"
    assert _("Batal", "button") == "Cancel"
    set_language("xx")
    assert (_("Batal"), language()) == ("Batal", "id")
    assert _("Batal", "button") == "Batal"
    assert n_("{hours} jam kerja", 1) == "{hours} jam kerja"
    assert _("") == ""


def test_every_code_has_its_word() -> None:
    states = [*IncomingState, *OutgoingState, *DispositionState, *SignatureState]
    said = [words.state_word(each) for each in states]
    said += [words.step_word(each) for each in Step]
    said += [words.direction_word(each) for each in Direction]
    said += [words.letter_word(each) for each in Direction]
    said += [words.urgency_word(each) for each in Urgency]
    said += [words.secrecy_word(each) for each in Secrecy]
    said += [words.capacity_word(each) for each in Capacity]
    said += [words.task_word(each) for each in SignatureTask]
    said += [words.role_word(each) for each in Role]
    said += [words.fact_word(each) for each in FactKind]
    assert all(said)


def test_states_of_two_tables_keep_their_own_words() -> None:
    assert words.state_word(OutgoingState.CANCELLED) == words.state_word(IncomingState.CANCELLED) == "Batal"
    assert words.state_word(DispositionState.SENT) == "Dikirim"
    assert words.state_word(OutgoingState.IN_REVIEW) == "Diparaf"
    assert words.state_word(OutgoingState.AWAITING_SIGNATURE) == "Menunggu tanda tangan"


def test_the_journal_says_every_step_in_words() -> None:
    letters = {str(line.step) for name in ("incoming", "outgoing") for line in TABLES[name]}
    dispositions = {f"disposition_{line.step}" for line in TABLES["disposition"]}
    for step in letters | dispositions | {"registered", "imported", "corrected", "attached", "chain_set"}:
        assert words.done_word(step) != step
    assert words.done_word("something_new") == "something_new"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 menit kerja"),
        (59, "59 menit kerja"),
        (60, "1 jam kerja"),
        (180, "3 jam kerja"),
        (510, "1 hari kerja"),
        (2 * 510 + 75, "2 hari 1 jam kerja"),
        (5 * 510 + 30, "5 hari kerja"),
        (1500 * 510, "1.500 hari kerja"),
        (None, "–"),
    ],
)
def test_working_time(minutes: int | None, said: str) -> None:
    assert formats.duration(minutes) == said


def test_numbers_and_hours() -> None:
    assert formats.number(1234567) == "1.234.567"
    assert formats.number(3.25, 1) == "3,2"
    assert formats.number(None) == "–"
    assert formats.hours(210) == "3,5 jam kerja"
    assert formats.hours(60) == "1 jam kerja"
    assert formats.size(999) == "999 B"
    assert formats.size(1_468_006) == "1,4 MB"
    assert formats.size(25 * 1024 * 1024) == "25 MB"
    assert formats.size(25 * 1024 * 1024 + 500_000) == "25,5 MB"


def test_days_and_instants() -> None:
    at = datetime(2026, 10, 5, 7, 5, tzinfo=UTC)
    assert formats.day(date(2026, 10, 5)) == "5 Oktober 2026"
    assert formats.short_day(date(2026, 10, 5)) == "05-10-2026"
    assert formats.instant(at, JAKARTA) == "05-10-2026 14.05 WIB"
    assert formats.instant(at, ZoneInfo("Asia/Jayapura")) == "05-10-2026 16.05 WIT"
    assert formats.clock(at, JAKARTA) == "14.05"
    assert formats.month(Month(2026, 10)) == "Oktober 2026"
    assert formats.day(None) == formats.instant(None, JAKARTA) == ""


def test_english_marks_and_months(english: None) -> None:
    assert formats.number(1234.5, 1) == "1,234.5"
    assert formats.day(date(2026, 10, 5)) == "5 October 2026"
    assert formats.instant(datetime(2026, 10, 5, 7, 5, tzinfo=UTC), JAKARTA) == "05-10-2026 14:05 WIB"
    assert formats.duration(60) == "1 working hour"
