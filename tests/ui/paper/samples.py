"""Real-looking letters and counts of offices that do not exist, for the papers' tests and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from correspondence.dossier import Dossier
from correspondence.letters import Letter
from correspondence.people import Appointment, Capacity, Officer, SignatureBlock, signature_block
from correspondence.profile import OfficeProfile
from correspondence.report_rows import Quality, SignatureRow, Timeliness, Turnaround, WorkloadRow
from correspondence.throughput import (
    Balance,
    DayRow,
    KindRow,
    MonthlyReport,
    UnitRow,
    YearlyReport,
    YearRow,
)
from correspondence.workflow import Direction, IncomingState, OutgoingState

NASTY = "PT A & B <tr> \"Maju\" 'Jaya' 😀 ]]> &amp; {{ x }} {% if %}"

PROFILE = OfficeProfile(
    name="Sekretariat Daerah",
    parent="Pemerintah Kota Wanasari",
    address="Jalan Merdeka Nomor 12, Kelurahan Tamansari",
    phone="(0354) 555120",
    email="setda@wanasari.example",
    website="setda.wanasari.example",
    postcode="64129",
    place="Wanasari",
)
HEAD = Officer(
    "Dra. Siti Rahmawati, M.Si.", "19720314 199803 2 005", "Pembina Tingkat I (IV/b)", "081234567890", id=1
)


def block(capacity: Capacity = Capacity.DEFINITIVE) -> SignatureBlock:
    return signature_block(
        HEAD, Appointment(1, "Kepala Bagian Umum", capacity, principal="Sekretaris Daerah")
    )


def dossier(direction: Direction = Direction.OUTGOING, **changes: object) -> Dossier:
    outgoing = direction is Direction.OUTGOING
    fields: dict[str, object] = {
        "direction": direction,
        "book_year": 2026,
        "agenda_number": 7,
        "state": OutgoingState.NUMBERED if outgoing else IncomingState.REGISTERED,
        "entered_on": date(2026, 9, 7),
        "registered_at": datetime(2026, 9, 7, 2, tzinfo=UTC),
        "correspondent": "Kepala Dinas Pekerjaan Umum dan Penataan Ruang Kota Wanasari",
        "correspondent_address": "Jalan Veteran Nomor 5, Wanasari",
        "subject": "Laporan realisasi pemeliharaan gedung kantor triwulan III",
        "letter_number": "000.1.2.3/4461/UM/IX/2026" if outgoing else "045/123/DISDIK/VII/2026",
        "letter_date": date(2026, 9, 7),
        "received_on": None if outgoing else date(2026, 9, 7),
        "enclosures": "2 berkas",
    }
    letter = Letter(**{**fields, **changes})  # type: ignore[arg-type]
    return Dossier(letter, "Surat Pengantar", "Bagian Umum", None, None, False, None, (), (), (), (), ())


def documents(rows: int) -> Mapping[str, str]:
    return {
        f"naskah_{number}": f"Naskah ke-{number} & lampirannya | {number} lembar | "
        for number in range(1, rows + 1)
    }


KINDS = (
    "Pengantar KTP",
    "Pengantar KK",
    "Pengantar Pindah",
    "Surat Dinas",
    "Surat Undangan",
    "Surat Tugas",
    "Surat Pernyataan Melaksanakan Tugas",
    "Nota Dinas",
)


def shared(total: int, parts: int) -> list[int]:
    """`total` in `parts` falling pieces that add up to it."""
    weights = [parts - n + 2 for n in range(parts)]
    pieces = [total * weight // sum(weights) for weight in weights]
    return [pieces[0] + total - sum(pieces), *pieces[1:]]


def _rows(
    count: int, whole: Balance, incoming: int, outgoing: int, issued: int
) -> list[tuple[int, int, int, Balance]]:
    opening, finished = shared(whole.opening, count), shared(whole.finished, count)
    came, went, out = shared(incoming, count), shared(outgoing, count), shared(issued, count)
    cancelled = [whole.cancelled, *[0] * (count - 1)]
    balances = [Balance(opening[n], came[n] + went[n], finished[n], cancelled[n]) for n in range(count)]
    return list(zip(came, went, out, balances, strict=True))


def monthly(
    kinds: tuple[str, ...] = KINDS, month: date = date(2026, 10, 1), *, busy: int = 1
) -> MonthlyReport:
    """A month that adds up, by kind, by unit and by day."""
    days = [month + timedelta(days=n) for n in range(31) if (month + timedelta(days=n)).month == month.month]
    by_day = tuple(
        DayRow(day, 0, 0, 0, 0)
        if day.weekday() > 4
        else DayRow(
            day, *(busy * n for n in (day.day % 7 + 4, day.day % 5 + 2, day.day % 4, day.day % 6 + 3))
        )
        for day in days
    )
    incoming, outgoing, issued, finished = (
        sum(getattr(each, name) for each in by_day) for name in ("incoming", "outgoing", "issued", "finished")
    )
    whole = Balance(1234, incoming + outgoing, finished, 3, 2)
    units = ("Subbagian Tata Usaha", "Subbagian Perencanaan", "Subbagian Keuangan", "")
    return MonthlyReport(
        first=days[0],
        last=days[-1],
        unit="",
        balance=whole,
        by_kind=tuple(
            KindRow(kind, *row)
            for kind, row in zip(kinds, _rows(len(kinds), whole, incoming, outgoing, issued), strict=True)
        )
        if kinds
        else (),
        by_unit=tuple(
            UnitRow(unit, *row)
            for unit, row in zip(units, _rows(4, whole, incoming, outgoing, issued), strict=True)
        ),
        by_day=by_day,
        timeliness=Timeliness(118, 97, 15),
        turnaround=Turnaround(11.5, 38.25),
        signatures=(
            SignatureRow("Dra. Siti Rahmawati, M.Si.", 61, 4, 3.5, 22, 3),
            SignatureRow("Bambang Hermanto, S.Sos.", 18, 1, None, 5, 0),
        ),
        quality=Quality(80, 9),
        workload=(WorkloadRow("Rina Puspitasari, S.E.", 31, 27, 4, 1), WorkloadRow("Agus Salim", 9, 9, 0, 0)),
    )


TANJUNG = {
    "Pengantar KTP": 1128,
    "Pengantar KK": 949,
    "Pengantar Pindah": 348,
    "Pengantar Perizinan": 94,
    "Pengantar Nikah": 155,
    "Pengantar Domisili": 96,
    "Keterangan Tidak Mampu": 110,
}


def yearly(totals: Mapping[str, int] = TANJUNG) -> YearlyReport:
    """Each kind's total spread over twelve months."""
    rows = [
        YearRow(kind, Direction.OUTGOING, tuple(shared(total, 12)[(month * 5) % 12] for month in range(12)))
        for kind, total in totals.items()
    ]
    return YearlyReport(2017, "", tuple(rows))
