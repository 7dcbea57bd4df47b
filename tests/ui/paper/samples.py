"""Real-looking letters and counts of offices that do not exist, for the papers' tests and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from correspondence.dossier import Dossier
from correspondence.letters import Letter, Urgency
from correspondence.numbering import LetterRef
from correspondence.people import Appointment, Capacity, Officer, SignatureBlock, signature_block
from correspondence.profile import OfficeProfile
from correspondence.report_rows import (
    OfficerRow,
    OpenLetter,
    Quality,
    SenderRow,
    Senders,
    SignatureRow,
    Stage,
    StageRow,
    Timeliness,
    Turnaround,
    UrgencyRow,
    WorkloadRow,
)
from correspondence.throughput import (
    Balance,
    DayRow,
    Earlier,
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
    kinds: tuple[str, ...] = KINDS,
    month: date = date(2026, 10, 1),
    *,
    busy: int = 1,
    left_open: int = 12,
    compared: bool = True,
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
        quality=Quality(80, 9, 14, 3, 1),
        workload=(WorkloadRow("Rina Puspitasari, S.E.", 31, 27, 4, 1), WorkloadRow("Agus Salim", 9, 9, 0, 0)),
        workdays=22,
        urgencies=(
            UrgencyRow(Urgency.SANGAT_SEGERA, Timeliness(12, 7, 5), hours=24),
            UrgencyRow(Urgency.SEGERA, Timeliness(26, 20, 4), hours=48),
            UrgencyRow(Urgency.BIASA, Timeliness(80, 70, 6), workdays=5),
        ),
        stages=tuple(
            StageRow(stage, number, Turnaround(number / 4, number * 1.5) if number else Turnaround())
            for stage, number in zip(Stage, (31, 96, 61, 58, 0), strict=True)
        ),
        officers=(
            OfficerRow("Bambang Hermanto, S.Sos.", 18, 0, 0),
            OfficerRow("Dra. Siti Rahmawati, M.Si.", 61, 4, 0),
            OfficerRow("Rina Puspitasari, S.E.", 0, 40, 27),
        ),
        senders=Senders(tuple(SenderRow(f"Dinas Nomor {n}", 20 - n) for n in range(10)), 31, 14),
        open_letters=tuple(open_letter(number) for number in range(left_open)),
        before=earlier(month, 2, busy) if compared else None,
        year_before=None,
    )


def open_letter(number: int) -> OpenLetter:
    """One that stayed open; every seventh is secret, some late, every fifth finished since."""
    secret, finished = number % 7 == 6, number % 5 == 4
    return OpenLetter(
        letter_id=number + 1,
        ref=LetterRef(Direction.INCOMING, 2026, number + 1),
        subject="" if secret else f"Permohonan data pegawai dan undangan rapat koordinasi nomor {number + 1}",
        correspondent="" if secret else "Dinas Pendidikan",
        since=date(2026, 10, 1) + timedelta(days=number % 28),
        state=IncomingState.FILED if finished else IncomingState.DISPOSED,
        holder="" if finished else "Rina Puspitasari, S.E.",
        due_on=date(2026, 10, 9) if number % 2 else None,
        late=number % 6 == 1,
        secret=secret,
    )


def earlier(month: date, fewer: int, busy: int) -> Earlier:
    """The month before, a little quieter, in which one kind moved that rests now."""
    last = month - timedelta(days=1)
    rows = (
        KindRow("Surat Dinas", 30 * busy - fewer, 9, 4, Balance(3, 39 * busy - fewer, 30)),
        KindRow("Nota Kesepahaman", 0, fewer, 1, Balance(0, fewer, fewer)),
    )
    whole = Balance(3, 39 * busy, 30 + fewer)
    units = (UnitRow("Subbagian Tata Usaha", 30 * busy - fewer, 9 + fewer, 5, whole),)
    officers = (OfficerRow("Dra. Siti Rahmawati, M.Si.", 55, 0, 0),)
    return Earlier(last.replace(day=1), last, 21, whole, rows, units, officers)


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
