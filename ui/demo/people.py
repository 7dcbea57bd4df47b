"""The sample office itself: a made-up city's general affairs section, its units and the people who sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from correspondence.office import Office
from correspondence.people import Capacity
from correspondence.services import keeping

NAME = "Bagian Umum Sekretariat Daerah"

PROFILE = {
    "parent": "Pemerintah Kota Tirta Kencana",
    "address": "Jalan Merdeka Nomor 1, Tirta Kencana",
    "phone": "(0299) 555012",
    "email": "bagianumum@tirtakencana.example",
    "website": "bagianumum.tirtakencana.example",
    "postcode": "59999",
    "place": "Tirta Kencana",
    "number_pattern": "{kode}/{urut:3}/{unit}/{bulan_romawi}/{tahun}",
    "default_unit_code": "UM",
}

UNITS = (
    ("Subbagian Tata Usaha", "TU"),
    ("Subbagian Rumah Tangga", "RT"),
    ("Subbagian Perlengkapan", "PLK"),
    ("Subbagian Keuangan", "KEU"),
)

SECRETARY = "Dr. Hj. Ratna Wulandari, M.Si."
ASSISTANT = "Drs. Bambang Hartono, M.M."
OTHER_ASSISTANT = "Ir. I Made Suartana, M.T."
HEAD = "Endang Lestari, S.Sos., M.A.P."
ARCHIVIST = "Muhammad Fadli, A.Md."

SUBHEADS = {
    "TU": "Agus Setiawan, S.E.",
    "RT": "Dewi Anggraini, S.STP.",
    "PLK": "Yohanes Lado, S.T.",
    "KEU": "Nurul Hidayati, S.E., M.Ak.",
}
"""Who leads the unit of this code."""

STAFF = {
    "undangan": "Sri Handayani",
    "protokol": "Rizky Maulana, S.I.Kom.",
    "agenda": "Rini Astuti, A.Md.",
    "arsip": "Joko Susilo",
    "barang": "Maria Goreti Bria, S.E.",
    "kendaraan": "Slamet Riyadi",
    "rumah": "Ni Luh Putu Sari",
}
"""Who does the work below the heads of the subdivisions, by what they see to."""

CLERKS = ("rini", "joko")
"""Who sits at the keyboard; the journal names them."""


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    position: str
    nip: str
    rank: str
    unit: str = ""
    phone: str = ""


PEOPLE = (
    _Person(SECRETARY, "Sekretaris Daerah", "19680412 199303 2 004", "Pembina Utama Muda"),
    _Person(ASSISTANT, "Asisten Administrasi Umum", "19700823 199603 1 002", "Pembina Tingkat I"),
    _Person(
        OTHER_ASSISTANT, "Asisten Perekonomian dan Pembangunan", "19690305 199603 1 005", "Pembina Tingkat I"
    ),
    _Person(HEAD, "Kepala Bagian Umum", "19750117 200003 2 003", "Pembina"),
    _Person(
        SUBHEADS["TU"],
        "Kepala Subbagian Tata Usaha",
        "19790930 200501 1 006",
        "Penata Tingkat I",
        UNITS[0][0],
        "0812-0000-0004",
    ),
    _Person(SUBHEADS["RT"], "Kepala Subbagian Rumah Tangga", "19860204 200701 2 001", "Penata", UNITS[1][0]),
    _Person(SUBHEADS["PLK"], "Kepala Subbagian Perlengkapan", "19811125 200604 1 009", "Penata", UNITS[2][0]),
    _Person(
        SUBHEADS["KEU"], "Kepala Subbagian Keuangan", "19840619 200902 2 005", "Penata Tingkat I", UNITS[3][0]
    ),
    _Person(
        ARCHIVIST, "Arsiparis Terampil", "19950308 201903 1 007", "Pengatur", UNITS[0][0], "0812-0000-0007"
    ),
    _Person(STAFF["undangan"], "Pengadministrasi Umum", "19880711 201001 2 011", "Pengatur", UNITS[0][0]),
    _Person(
        STAFF["protokol"], "Pranata Humas Ahli Pertama", "19930525 201903 1 009", "Penata Muda", UNITS[0][0]
    ),
    _Person(STAFF["agenda"], "Pengelola Surat", "19960214 202012 2 015", "Pengatur", UNITS[0][0]),
    _Person(STAFF["arsip"], "Penata Arsip", "19850630 200801 1 013", "Pengatur Muda", UNITS[0][0]),
    _Person(
        STAFF["barang"],
        "Pengurus Barang",
        "19871120 201101 2 008",
        "Penata Muda",
        UNITS[2][0],
        "0812-0000-0011",
    ),
    _Person(STAFF["kendaraan"], "Pengelola Kendaraan Dinas", "19760903 200701 1 010", "Juru", UNITS[2][0]),
    _Person(STAFF["rumah"], "Pengelola Kebersihan", "19910418 201502 2 003", "Pengatur Muda", UNITS[1][0]),
)


def phone_of(person: _Person) -> str:
    """A number nobody has, so that reminders can be looked at; two at the end of the list have none, as in any office."""
    place = PEOPLE.index(person) + 1
    return person.phone or (f"0812-0000-00{20 + place}" if place <= len(PEOPLE) - 2 else "")


def settle(office: Office, *, away: tuple[date, date], assistant_away: tuple[date, date]) -> None:
    """Fills the office's own lists. In the days given the head, or the assistant, is away and a Plh. stands in."""
    for name, code in UNITS:
        keeping.add_unit(office, name=name, code=code)
    for each in PEOPLE:
        keeping.add_officer(
            office,
            name=each.name,
            position=each.position,
            unit=each.unit,
            nip=each.nip,
            rank=each.rank,
            phone=phone_of(each),
        )
    keeping.set_profile(office, values={**PROFILE, "report_signatory": HEAD})
    keeping.appoint(
        office,
        officer=SUBHEADS["TU"],
        position="Kepala Bagian Umum",
        capacity=Capacity.PLH,
        first_day=away[0],
        last_day=away[1],
    )
    keeping.appoint(
        office,
        officer=OTHER_ASSISTANT,
        position="Asisten Administrasi Umum",
        capacity=Capacity.PLH,
        first_day=assistant_away[0],
        last_day=assistant_away[1],
    )
