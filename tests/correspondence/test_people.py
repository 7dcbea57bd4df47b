"""Who is meant, who stands in for whom, and how a signature block reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from correspondence.errors import NotFound
from correspondence.people import (
    Appointment,
    Capacity,
    Officer,
    SignatureBlock,
    appointment_on,
    find_officer,
    signature_block,
)

RAHMA = Officer("Dra. Rahma Wulandari, M.Si.", nip="19700101 199503 2 001", rank="Pembina Utama Muda", id=1)
RAHMAT = Officer("Dra. Rahmawati", nip="19710101 199503 2 002", id=2)
BUDI = Officer("Budi Santoso", nip="19800101 200501 1 003", id=3)
EVERYBODY = [BUDI, RAHMA, RAHMAT]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Budi Santoso", BUDI),
        ("  budi   SANTOSO ", BUDI),
        ("bud", BUDI),
        ("Dra. Rahma Wulandari, M.Si.", RAHMA),
        ("dra. rahmaw", RAHMAT),
        ("Dra. Rahma W", RAHMA),
        ("197001011995032001", RAHMA),
        ("19700101 199503 2 001", RAHMA),
        ("1980", BUDI),
        ("1971 0101", RAHMAT),
        ("rahmaw", RAHMAT),
        ("Wulandari", RAHMA),
        ("wulandari, m", RAHMA),
    ],
)
def test_an_officer_is_found_as_people_type_them(typed: str, meant: Officer) -> None:
    assert find_officer(typed, EVERYBODY) == meant


def test_a_beginning_that_fits_several_names_them() -> None:
    with pytest.raises(NotFound) as several:
        find_officer("dra. rahma", EVERYBODY)
    assert several.value.candidates == (RAHMA.name, RAHMAT.name)
    with pytest.raises(NotFound) as several:
        find_officer("197", [*EVERYBODY[1:], replace(RAHMA, id=4, nip="1970")])
    assert several.value.candidates == (RAHMA.name, RAHMAT.name, RAHMA.name), "three digits are no beginning"
    with pytest.raises(NotFound) as several:
        find_officer("Rahma", EVERYBODY)
    assert several.value.candidates == (RAHMA.name, RAHMAT.name)


def test_a_beginning_of_the_name_comes_before_one_of_another_word() -> None:
    rahma = Officer("Rahma Budiono", id=9)
    assert find_officer("Rahma", [*EVERYBODY, rahma]) == rahma
    assert find_officer("Budi", [*EVERYBODY, rahma]) == BUDI


def test_several_numbers_that_begin_alike_are_told_with_their_names() -> None:
    twin = Officer("Sari", nip="19800101 201001 2 001", id=5)
    with pytest.raises(NotFound) as several:
        find_officer("19800101", [*EVERYBODY, twin])
    assert several.value.candidates == (f"{BUDI.name} (198001012005011003)", "Sari (198001012010012001)")


@pytest.mark.parametrize("typed", ["", "  ", "Santoso Budi", "198", "9800101", "antoso"])
def test_nobody_fits(typed: str) -> None:
    with pytest.raises(NotFound) as nobody:
        find_officer(typed, EVERYBODY)
    assert nobody.value.what == "officer"


@pytest.mark.parametrize(
    ("day", "position"),
    [
        (date(2026, 1, 31), None),
        (date(2026, 2, 1), "Kepala Bagian Umum"),
        (date(2026, 3, 9), "Kepala Bagian Umum"),
        (date(2026, 3, 10), "Sekretaris Daerah"),
        (date(2026, 3, 20), "Sekretaris Daerah"),
        (date(2026, 3, 21), "Kepala Bagian Umum"),
    ],
)
def test_a_stand_in_s_appointment_counts_on_its_days(day: date, position: str | None) -> None:
    own = [
        Appointment(3, "Kepala Bagian Umum", first_day=date(2026, 2, 1), id=1),
        Appointment(
            3,
            "Sekretaris Daerah",
            Capacity.PLH,
            first_day=date(2026, 3, 10),
            last_day=date(2026, 3, 20),
            id=2,
        ),
    ]
    found = appointment_on(own, day)
    assert (found.position if found else None) == position


def test_the_newest_of_two_definitive_appointments_counts() -> None:
    older = Appointment(3, "Kepala Subbagian", first_day=date(2020, 1, 1), id=1)
    newer = Appointment(3, "Kepala Bagian", first_day=date(2024, 1, 1), id=2)
    assert appointment_on([newer, older], date(2026, 1, 1)) == newer
    assert appointment_on([newer, older], date(2023, 1, 1)) == older
    assert appointment_on([], date(2023, 1, 1)) is None


@pytest.mark.parametrize(
    ("capacity", "heads", "bare"),
    [
        (Capacity.DEFINITIVE, ("KEPALA BAGIAN UMUM,",), False),
        (Capacity.PJ, ("Pj. KEPALA BAGIAN UMUM,",), True),
        (Capacity.PLT, ("Plt. KEPALA BAGIAN UMUM,",), True),
        (Capacity.PLH, ("Plh. KEPALA BAGIAN UMUM,",), True),
        (Capacity.AN, ("a.n. SEKRETARIS DAERAH", "KEPALA BAGIAN UMUM,"), False),
        (Capacity.UB, ("a.n. SEKRETARIS DAERAH", "u.b.", "KEPALA BAGIAN UMUM,"), False),
    ],
)
def test_a_signature_block_reads_as_the_capacity_demands(
    capacity: Capacity, heads: tuple[str, ...], bare: bool
) -> None:
    appointment = Appointment(1, "Kepala Bagian Umum", capacity, principal="Sekretaris Daerah")
    acting = f"{capacity.value.capitalize()}. " if bare else ""
    expected = SignatureBlock(
        heads,
        RAHMA.name,
        "" if bare else RAHMA.rank,
        "" if bare else RAHMA.nip,
        f"{acting}Kepala Bagian Umum",
    )
    assert signature_block(RAHMA, appointment) == expected


def test_below_a_delegate_stands_whose_office_is_between() -> None:
    held = Appointment(
        *(1, "Kepala Subbagian Tata Usaha", Capacity.UB),
        principal="Sekretaris Daerah",
        delegate="Kepala Bagian Umum",
    )
    assert signature_block(RAHMA, held).heads == (
        "a.n. SEKRETARIS DAERAH",
        "KEPALA BAGIAN UMUM,",
        "u.b.",
        "KEPALA SUBBAGIAN TATA USAHA,",
    )
