"""What a person types into the search field, on both engines."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from correspondence.letters import LetterKind
from correspondence.search import LetterFilter
from correspondence.workflow import Direction, IncomingState, OutgoingState
from db.asking import typed_words
from db.connection import Archive
from tests.builders import WEDNESDAY, a_letter

FUZZ = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
LETTERS = {
    "data": a_letter(
        agenda_number=12, letter_number="045/77/005-A/DISDIK/IX/2026", classification="000.8.3.3"
    ),
    "invitation": a_letter(
        agenda_number=13,
        subject='Rapat koordinasi "Kota Layak Anak" & AND OR NOT NEAR(',
        correspondent="PT. Maju-Jaya, Tbk",
        correspondent_address="Jl. Pahlawan 3",
        external_reference="SRIKANDI 9912",
        fields={"tempat": "Balai Désa", "acara": "Pembukaan"},
    ),
    "draft": a_letter(
        direction=Direction.OUTGOING,
        state=OutgoingState.IN_REVIEW,
        agenda_number=12,
        subject="Rapat kerja tahunan",
    ),
}
WORDS = {
    "permohonan": ["data"],
    "PERMOHONAN Peg": ["data"],
    "pegawai permohonan data": ["data"],
    "77/005": ["data"],
    "77/00": ["data"],
    "005-a": ["data"],
    "77-005": ["data"],
    "disdik": ["data"],
    "000.8.3": ["data"],
    "rapat": ["draft", "invitation"],
    "rapat undang": ["invitation"],
    "undangan": ["invitation"],
    "surat und": ["invitation"],
    '"kota layak': ["invitation"],
    "AND": ["invitation"],
    "NEAR(": ["invitation"],
    "maju jaya": ["invitation"],
    "maju-jaya": ["invitation"],
    "pt.": ["invitation"],
    "pahlawan": ["invitation"],
    "9912": ["invitation"],
    "desa": ["invitation"],
    "DÉSA": ["invitation"],
    "pembuk": ["invitation"],
    "tempat": [],
    "rapat zebra": [],
    "iregistered": [],
    "k1": [],
    "m202610": [],
    "M-2026-12": ["data"],
    "m 2026 012": ["data"],
    "K-2026-12": ["draft"],
    "M-2026-99": [],
    "%": ["draft", "invitation", "data"],
    '" - *': ["draft", "invitation", "data"],
    "": ["draft", "invitation", "data"],
}


@pytest.fixture
def register(archive: Archive) -> Archive:
    with archive.open_unit() as unit:
        kind = unit.kinds.add(LetterKind("Surat Undangan"))
        for name, letter in LETTERS.items():
            own = {"kind_id": kind.id} if name == "invitation" else {}
            unit.letters.add(a_letter(**{f: getattr(letter, f) for f in letter.__slots__} | own), name)
        unit.commit()
    return archive


def _found(archive: Archive, asked: LetterFilter) -> list[str]:
    with archive.open_reading() as unit:
        ids = list(unit.searches.ids(asked))
        page = unit.searches.page(asked, limit=100)
        assert [line.id for line in page.lines] == ids
        assert unit.searches.count(asked).number == len(ids)
        names = {unit.letters.by_request_key(name).id: name for name in LETTERS}  # type: ignore[union-attr]
        return [names[letter_id] for letter_id in ids]


def test_words_find_their_letters_newest_first(register: Archive) -> None:
    assert {words: _found(register, LetterFilter(words=words)) for words in WORDS} == WORDS


def test_words_and_filters_are_one_question(register: Archive) -> None:
    def rapat(**asked: object) -> list[str]:
        return _found(register, LetterFilter(words="rapat", **asked))  # type: ignore[arg-type]

    assert rapat(direction=Direction.INCOMING) == ["invitation"]
    assert rapat(states=frozenset({OutgoingState.IN_REVIEW})) == ["draft"]
    assert rapat(states=frozenset({IncomingState.FILED, OutgoingState.DRAFT})) == []
    assert rapat(kind_id=1) == ["invitation"]
    assert rapat(unit_id=4) == []
    assert rapat(first_day=WEDNESDAY, last_day=WEDNESDAY) == ["draft", "invitation"]
    assert rapat(first_day=date(2026, 11, 1), last_day=date(2027, 3, 1)) == []
    assert rapat(first_day=date(1990, 1, 1), last_day=date(2026, 10, 6)) == []
    assert rapat(first_day=date(2026, 10, 7)) == ["draft", "invitation"]


def test_a_letter_is_found_by_its_new_words_only(register: Archive) -> None:
    with register.open_unit() as unit:
        letter = unit.letters.by_request_key("data")
        assert letter is not None
        changed = {f: getattr(letter, f) for f in letter.__slots__} | {"subject": "Pengaduan warga"}
        unit.letters.save(a_letter(**changed | {"state": IncomingState.SUBMITTED}))
        unit.commit()
    assert _found(register, LetterFilter(words="pengaduan")) == ["data"]
    assert _found(register, LetterFilter(words="permohonan")) == []
    submitted = frozenset({IncomingState.SUBMITTED})
    assert _found(register, LetterFilter(words="warga", states=submitted)) == ["data"]
    assert _found(register, LetterFilter(words="warga", states=frozenset({IncomingState.REGISTERED}))) == []


def test_a_renamed_kind_is_found_by_its_new_name(register: Archive) -> None:
    with register.open_unit() as unit:
        (kind,) = unit.kinds.every()
        unit.kinds.save(LetterKind("Panggilan dinas", id=kind.id))
        unit.commit()
    assert _found(register, LetterFilter(words="panggilan")) == ["invitation"]
    assert _found(register, LetterFilter(words="undangan")) == []


def test_the_index_agrees_with_the_letters(register: Archive, engine_url: str) -> None:
    if engine_url.startswith("sqlite"):
        with register.open_unit() as unit:
            unit._session.run("INSERT INTO letter_index (letter_index, rank) VALUES ('integrity-check', 1)")


@FUZZ
@given(typed=st.text(max_size=60))
@example(typed="\0")
@example(typed="\ud800 a")
@example(typed="' OR 1=1 --")
@example(typed="a:b {c} ^d -e +f")
@example(typed="'a' & !b | (c <-> d):*")
@example(typed="²")
def test_anything_typed_gets_an_answer(archive: Archive, typed: str) -> None:
    with archive.open_reading() as unit:
        asked = LetterFilter(words=typed, direction=Direction.INCOMING)
        assert unit.searches.page(asked).lines == ()
        assert unit.searches.count(asked).number == 0
        assert (
            list(unit.people.correspondents(typed.replace("\0", "").encode("utf-8", "ignore").decode())) == []
        )


# What Indonesian offices write, and the accents and signs that get into names.
SUBJECT = st.text(st.characters(min_codepoint=32, max_codepoint=0x17F), min_size=1, max_size=60)


@FUZZ
@given(subject=SUBJECT, cut=st.integers(1, 60))
@example(subject="Ñandú ½ 3² ª", cut=60)
@example(subject="a\xadb", cut=60)
def test_a_letters_own_words_find_it(archive: Archive, subject: str, cut: int) -> None:
    with archive.open_unit() as unit:
        letter = unit.letters.add(a_letter(subject=subject), "key")
        beginning = " ".join([*subject.split()[:-1], *(word[:cut] for word in subject.split()[-1:])])
        for typed in (
            subject,
            subject.upper() if subject.isascii() else subject,
            beginning,
            *subject.split(),
        ):
            if typed_words(typed):
                assert [line.id for line in unit.searches.page(LetterFilter(words=typed)).lines] == [
                    letter.id
                ]
