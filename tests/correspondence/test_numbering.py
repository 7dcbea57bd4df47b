"""Letter numbers by pattern, counters by scope, references of the agenda books."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from correspondence.errors import Refused
from correspondence.letters import Secrecy
from correspondence.numbering import (
    LETTER_NUMBER_LIMIT,
    PLACEHOLDERS,
    SECRECY_LETTERS,
    Book,
    CounterScope,
    LetterRef,
    NumberParts,
    NumberPattern,
    agenda_key,
    check_letter_number,
    counter_key,
    roman_month,
)

YEARS = st.integers(1945, 2099)


def parts(number: int = 123, **given: str) -> NumberParts:
    return NumberParts(number=number, on=date(2025, 7, 9), **given)


@pytest.mark.parametrize(
    ("pattern", "filled", "written"),
    [
        ("{kode}/{urut}/{unit}", parts(15, classification="000.8.3.3", unit="OR"), "000.8.3.3/15/OR"),
        (
            "{kode}/{urut}/{unit}/{bulan_romawi}/{tahun}",
            parts(classification="045", unit="DISDIK"),
            "045/123/DISDIK/VII/2025",
        ),
        (
            "{kode}/{urut}/{kode_opd}/{tahun}",
            parts(4461, classification="000.1.2.3", office_code="107.1"),
            "000.1.2.3/4461/107.1/2025",
        ),
        (
            "{keamanan}-{urut}/{unit}/{kode}/{bulan_romawi}/{tahun}",
            parts(46, classification="000.1.2.3", unit="INSP", secrecy="sangat_rahasia"),
            "SR-46/INSP/000.1.2.3/VII/2025",
        ),
        ("{urut:3}/{jenis}/{bulan}", parts(45, kind="SK"), "045/SK/07"),
        ("{urut:3}", parts(4500), "4500"),
        ("{ Urut : 4 }", parts(7), "0007"),
        ("Nomor {urut} Tahun {tahun}", parts(7), "Nomor 7 Tahun 2025"),
        ("{urut}/{unit}", parts(7, unit=" BAG. \n UMUM "), "7/BAG. UMUM"),
    ],
)
def test_patterns_seen_in_use(pattern: str, filled: NumberParts, written: str) -> None:
    read = NumberPattern.read(pattern)
    assert read.write(filled) == written
    assert NumberPattern.read(str(read)) == read


@pytest.mark.parametrize(
    ("pattern", "rule"),
    [
        *(
            ("{kode}/{tahun}", "pattern_without_urut"),
            ("", "pattern_without_urut"),
            ("045/12", "pattern_without_urut"),
        ),
        *(("{urut}/{nomor}", "pattern_unknown_field"), ("{urut}{}", "pattern_unknown_field")),
        *(
            ("{urut}/{kode", "pattern_unbalanced"),
            ("urut}", "pattern_unbalanced"),
            ("{{urut}}", "pattern_unbalanced"),
        ),
        *(("{urut:0}", "pattern_width"), ("{urut:10}", "pattern_width"), ("{urut:}", "pattern_width")),
        *(("{tahun:2}{urut}", "pattern_width"), ("{urut}\n{kode}", "pattern_unprintable")),
    ],
)
def test_a_pattern_that_cannot_number_is_refused(pattern: str, rule: str) -> None:
    with pytest.raises(Refused) as refused:
        NumberPattern.read(pattern)
    assert (refused.value.rule, refused.value.field) == (rule, "pattern")


def test_an_unknown_placeholder_is_named_with_those_that_are_known() -> None:
    with pytest.raises(Refused) as refused:
        NumberPattern.read("{urut}/{bagian}")
    assert refused.value.facts["name"] == "bagian"
    assert refused.value.facts["known"] == tuple(PLACEHOLDERS)


def test_an_unbalanced_brace_is_pointed_at() -> None:
    with pytest.raises(Refused) as refused:
        NumberPattern.read("{urut}/{kode")
    assert refused.value.facts["position"] == 8


@pytest.mark.parametrize(
    ("placeholder", "field"),
    [("kode", "classification"), ("unit", "unit"), ("kode_opd", "office_code"), ("jenis", "kind")],
)
@pytest.mark.parametrize("blank", ["", "  "])
def test_an_empty_part_is_asked_for(placeholder: str, field: str, blank: str) -> None:
    pattern = NumberPattern.read(f"{{{placeholder}}}/{{urut}}")
    with pytest.raises(Refused) as refused:
        pattern.write(parts(**{field: blank}))
    assert (refused.value.rule, refused.value.field) == ("number_part_missing", field)
    assert refused.value.facts["part"] == placeholder


def test_a_pattern_tells_what_it_needs() -> None:
    assert NumberPattern.read("{kode}/{urut:3}/2026").placeholders == {"kode", "urut"}


def test_every_placeholder_can_be_written() -> None:
    full = parts(classification="045", unit="UM", office_code="107", kind="SK")
    assert set(full.placeholders()) == set(PLACEHOLDERS)
    for name in PLACEHOLDERS:
        assert NumberPattern.read(f"{{urut}}{{{name}}}").write(full)


def test_every_secrecy_has_its_letter() -> None:
    assert set(SECRECY_LETTERS) == {each.value for each in Secrecy}


def test_numbers_are_never_cut() -> None:
    longest = "9" * LETTER_NUMBER_LIMIT
    assert check_letter_number(f" {longest} ") == longest
    with pytest.raises(Refused) as refused:
        check_letter_number("9" * 500)
    assert refused.value.rule == "letter_number_too_long"
    assert refused.value.facts == {"length": 500, "limit": 200}
    with pytest.raises(Refused, match="letter_number_too_long"):
        NumberPattern.read("{urut}/{unit}").write(parts(unit="U" * 200))


@given(st.text(max_size=40), st.integers(1, 10**9))
def test_nothing_typed_as_a_pattern_breaks_it(text: str, number: int) -> None:
    try:
        pattern = NumberPattern.read(text)
    except Refused:
        return
    assert str(number) in pattern.write(
        parts(number, classification="1", unit="U", office_code="O", kind="K")
    )


@given(
    st.sampled_from(["{urut}", "{kode}/{urut:3}", "{urut}-{tahun}"]),
    st.integers(1, 10**6),
    st.integers(1, 10**6),
)
def test_two_running_numbers_never_print_alike(text: str, one: int, other: int) -> None:
    assume(one != other)
    pattern = NumberPattern.read(text)
    assert pattern.write(parts(one, classification="045")) != pattern.write(
        parts(other, classification="045")
    )


def test_running_numbers_start_at_one() -> None:
    with pytest.raises(ValueError, match="start at 1"):
        parts(0)


def test_roman_months() -> None:
    assert [roman_month(month) for month in (1, 4, 5, 9, 12)] == ["I", "IV", "V", "IX", "XII"]
    for month in (0, 13, -1):
        with pytest.raises(ValueError, match=str(month)):
            roman_month(month)


def sharing(
    scope: CounterScope, book: Book, year: int, kind: str, code: str, unit: str
) -> tuple[object, ...]:
    """What letters have in common that take from one sequence."""
    own = {CounterScope.OFFICE: "", CounterScope.KIND: kind, CounterScope.CLASSIFICATION: code}
    return scope, book, year, own.get(scope, unit)


SHORT = st.text(alphabet="a:0|-", min_size=1, max_size=3)
COUNTED = st.tuples(
    st.sampled_from(CounterScope), st.sampled_from(Book), st.integers(2025, 2027), SHORT, SHORT, SHORT
)


@given(COUNTED, COUNTED)
def test_letters_share_a_counter_exactly_when_they_should(
    one: tuple[object, ...], other: tuple[object, ...]
) -> None:
    def key(scope: CounterScope, book: Book, year: int, kind: str, code: str, unit: str) -> str:
        return counter_key(scope, book=book, year=year, kind=kind, classification=code, unit=unit)

    assert (key(*one) == key(*other)) == (sharing(*one) == sharing(*other))
    assert key(*one) not in {agenda_key(book, year) for book in Book for year in range(2025, 2028)}


def test_counter_keys_do_not_change_between_releases() -> None:
    assert agenda_key(Book.INCOMING, 2026) == "agenda:incoming:2026"
    assert counter_key(CounterScope.OFFICE, book=Book.OUTGOING, year=2026) == "number:outgoing:2026:office"
    by_unit = counter_key(CounterScope.UNIT, book=Book.OUTGOING, year=2026, unit="UM", kind="SK")
    assert by_unit == "number:outgoing:2026:unit:UM"


@pytest.mark.parametrize("scope", [CounterScope.KIND, CounterScope.CLASSIFICATION, CounterScope.UNIT])
def test_a_scope_without_its_own_part_is_refused(scope: CounterScope) -> None:
    with pytest.raises(Refused) as refused:
        counter_key(scope, book=Book.OUTGOING, year=2026)
    assert (refused.value.rule, refused.value.field) == ("number_part_missing", scope.value)


@pytest.mark.parametrize(
    "typed",
    [
        "M-2026-12",
        "m-2026-12",
        " M - 2026 - 012 ",
        "m 2026 12",
        "M/2026/12",
        "M2026-12",
        "M–2026–12",
        "m\t2026 0012",
        # From hand scanners at keyboards of other countries, or set to leave out signs.
        "M202612",
        "M'2026'12",
        "M?2026_12\r\n",
    ],
)
def test_references_are_read_as_people_type_them(typed: str) -> None:
    assert LetterRef.read(typed) == LetterRef(Book.INCOMING, 2026, 12)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "M",
        "12",
        "X-2026-12",
        "M-26-12",
        "M-2026-0",
        "M-2026-",
        "M-2026-1-2",
        "M20261x",
        "M-2026--1",
        "K-2026-x",
    ],
)
def test_other_references_are_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        LetterRef.read(typed)
    assert refused.value.rule == "reference_unreadable"
    assert refused.value.facts["typed"] == typed


@given(st.sampled_from(Book), YEARS, st.integers(1, 999_999_999))
def test_a_printed_reference_is_read_back(book: Book, year: int, number: int) -> None:
    ref = LetterRef(book, year, number)
    assert LetterRef.read(str(ref)) == ref
    assert LetterRef.read(str(ref).lower().replace("-", " ")) == ref


@given(st.text(max_size=20))
def test_nothing_typed_as_a_reference_breaks_it(typed: str) -> None:
    try:
        ref = LetterRef.read(typed)
    except Refused:
        return
    assert LetterRef.read(str(ref)) == ref


def test_references_print_and_sort() -> None:
    assert str(LetterRef(Book.OUTGOING, 2026, 7)) == "K-2026-7"
    assert LetterRef.read("M-2026-9") < LetterRef.read("M-2026-10")
