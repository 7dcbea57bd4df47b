"""Number words and enclosures as forms print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.errors import Refused
from correspondence.wording import LARGEST, Enclosures, spell

WORDS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"
VALUES = {word: number for number, word in enumerate(WORDS.split())}
SCALES = {"ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        *((0, "nol"), (1, "satu"), (10, "sepuluh"), (11, "sebelas"), (12, "dua belas"), (20, "dua puluh")),
        *((99, "sembilan puluh sembilan"), (100, "seratus"), (111, "seratus sebelas"), (200, "dua ratus")),
        *((1_000, "seribu"), (1_100, "seribu seratus"), (2_017, "dua ribu tujuh belas")),
        *((11_000, "sebelas ribu"), (101_000, "seratus satu ribu"), (1_000_000, "satu juta")),
        (1_001_000, "satu juta seribu"),
        (1_000_000_000, "satu miliar"),
    ],
)
def test_numbers_are_spelled_as_written_on_paper(number: int, words: str) -> None:
    assert spell(number) == words


@given(st.integers(0, LARGEST))
def test_words_say_the_number_back(number: int) -> None:
    assert heard(spell(number)) == number


def test_every_count_an_office_meets_says_its_number() -> None:
    assert [heard(spell(number)) for number in range(3_000)] == list(range(3_000))


def heard(words: str) -> int:
    """Reads number words the other way round, from a table of its own."""
    total = group = last = 0
    for word in words.split():
        if word == "seribu":
            total += 1_000
        elif word == "seratus":
            group += 100
        elif word == "belas":
            group += 10
        elif word == "puluh":
            group += 9 * last
        elif word == "ratus":
            group += 99 * last
        elif word in SCALES:
            total, group = total + group * SCALES[word], 0
        else:
            group, last = group + VALUES[word], VALUES[word]
    return total + group


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_other_numbers_have_no_words(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        spell(number)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        *(
            ("2 berkas", "2 (dua) berkas"),
            ("1 (satu) berkas", "1 (satu) berkas"),
            ("1 (Satu) Berkas", "1 (satu) Berkas"),
        ),
        *(("12lembar", "12 (dua belas) lembar"), ("1.500 lembar", "1.500 (seribu lima ratus) lembar")),
        *(("satu bundel", "1 (satu) bundel"), ("Dua puluh lima lembar", "25 (dua puluh lima) lembar")),
        *(
            ("3", "3 (tiga) berkas"),
            ("2 berkas, 1 CD", "2 (dua) berkas, 1 CD"),
            ("  2   berkas ", "2 (dua) berkas"),
        ),
        *(("-", "-"), ("", "-"), (" ", "-"), ("–", "-"), ("Nihil", "-"), ("tidak ada", "-"), ("0", "-")),
    ],
)
def test_enclosures_are_counted_twice(typed: str, printed: str) -> None:
    assert str(Enclosures.read(typed)) == printed


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "banyak",
            "berkas",
            "-1 berkas",
            "2.5 berkas",
            "1.50 lembar",
            "2 (tiga) berkas",
            "0 berkas",
            "2 ; berkas",
        ),
        *("2 <b>", "=2+2", "1 " + "x" * 61, "9" * 13 + " lembar"),
    ],
)
def test_nonsense_is_refused_and_given_back(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        Enclosures.read(typed)
    assert (refused.value.rule, refused.value.field) == ("enclosures_unreadable", "enclosures")
    assert refused.value.facts["typed"] == typed


@pytest.mark.parametrize(("count", "unit"), [(0, "berkas"), (2, ""), (-1, "berkas"), (1, "x" * 61)])
def test_a_count_without_a_unit_cannot_be_made(count: int, unit: str) -> None:
    with pytest.raises(Refused):
        Enclosures(count, unit)


@given(st.integers(1, LARGEST), st.sampled_from(["berkas", "lembar", "map besar", "buku"]))
def test_what_is_printed_is_read_back(count: int, unit: str) -> None:
    enclosures = Enclosures(count, unit)
    assert Enclosures.read(str(enclosures)) == enclosures


@given(st.text(max_size=20))
def test_nothing_typed_breaks_the_reader(typed: str) -> None:
    try:
        read = Enclosures.read(typed)
    except Refused:
        return
    assert Enclosures.read(str(read)) == read
