"""Made-up letters of an Indonesian office, the same for the same number, and registries filled with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from bench.harness import ACTOR
from correspondence.letters import Letter, LetterKind, Secrecy, Urgency
from correspondence.numbering import agenda_key
from correspondence.people import Unit
from correspondence.services.starting import open_office
from correspondence.sheets import SheetRow, Table
from correspondence.workflow import Direction, IncomingState
from ui.starter import starter
from ui.wiring import Registry, open_registry

FIRST_DAY = date(2016, 1, 4)
MOST_YEARS, A_YEAR = 10, 5000
"""Letters are spread over ten years at most, each with an agenda book of its own; a busy office fills one with 5,000."""

KINDS = ("Surat Dinas", "Surat Undangan", "Surat Pengantar", "Nota Dinas", "Surat Keterangan", "Surat Edaran")
UNITS = (
    "Bagian Umum",
    "Subbagian Keuangan",
    "Subbagian Tata Usaha",
    "Seksi Pemerintahan",
    "Seksi Pelayanan Umum",
    "Seksi Ekonomi dan Pembangunan",
    "Seksi Kesejahteraan Rakyat",
    "Seksi Ketenteraman dan Ketertiban",
)
RARE = "swakelola"
"""Stands in the subject of one letter in five thousand, and nowhere else."""
RARE_EVERY = 5000

_OPENINGS = (
    "Undangan|Permohonan|Pengantar|Laporan|Pemberitahuan|Permintaan|Penyampaian|Usulan|Rekomendasi|Tanggapan atas|Jawaban"
).split("|")
# The commonest first: a word's share falls with its place, as it does in real subjects.
_WORDS = (
    "rapat koordinasi kegiatan bantuan data pembangunan desa kelurahan kecamatan penduduk laporan keuangan anggaran tahun"
    " pelaksanaan program kesehatan sekolah guru pegawai kenaikan pangkat cuti mutasi izin usaha mikro sosial warga miskin"
    " jalan jembatan irigasi saluran banjir penanganan lingkungan sampah kebersihan pasar retribusi pajak bumi bangunan"
    " tanah sertifikat waris domisili kelahiran kematian pindah datang nikah ketertiban keamanan pemilihan musyawarah"
    " perencanaan evaluasi pemantauan verifikasi sosialisasi pelatihan bimbingan teknis penyuluhan imunisasi posyandu"
    " stunting pangan pertanian perikanan peternakan pupuk bibit koperasi pariwisata kebudayaan olahraga pemuda perempuan"
    " anak perlindungan arsip kepegawaian disiplin pensiun penghargaan lomba peringatan hari kemerdekaan gotong royong"
).split()
_WEIGHTS = list(accumulate(1 / place for place in range(2, len(_WORDS) + 2)))
_SENDERS = (
    "Dinas Pendidikan|Dinas Kesehatan|Dinas Sosial|Dinas Pekerjaan Umum|Badan Keuangan Daerah|Kecamatan|Kelurahan|Desa"
    "|Puskesmas|SD Negeri|SMP Negeri|Polsek|Koramil|PT|CV|Koperasi|Yayasan|Kantor Pertanahan"
).split("|")
_SYLLABLES = (
    "ba|bi|da|di|ga|gu|ha|hi|ja|jo|ka|ki|la|li|ma|mu|na|ni|pa|pu|ra|ri|sa|su|ta|ti|wa|wi|ya|yu".split("|")
)
_CODES = ("005", "045.2", "400.14.5.4", "470", "474.3", "500", "800.1.11", "900.1.3")
_URGENCIES = (*(Urgency.BIASA,) * 8, Urgency.SEGERA, Urgency.SANGAT_SEGERA)
_STATES = (
    *(IncomingState.FILED,) * 16,
    IncomingState.COMPLETED,
    IncomingState.DISPOSED,
    IncomingState.SUBMITTED,
    IncomingState.REGISTERED,
)


def letters(number: int) -> Iterator[Letter]:
    """`number` incoming letters in the order of their days, agenda numbers 1, 2, … in each year."""
    chance = Random(number)
    numbers: dict[int, int] = {}
    years = min(MOST_YEARS, max(1, number // A_YEAR))
    for place in range(number):
        day = FIRST_DAY + timedelta(days=place * 365 * years // number)
        numbers[day.year] = numbers.get(day.year, 0) + 1
        written = day - timedelta(days=chance.randrange(9))
        code = chance.choice(_CODES)
        yield Letter(
            direction=Direction.INCOMING,
            book_year=day.year,
            agenda_number=numbers[day.year],
            state=chance.choice(_STATES),
            entered_on=day,
            registered_at=datetime(day.year, day.month, day.day, 2, 30, tzinfo=UTC),
            correspondent=f"{chance.choice(_SENDERS)} {_name(chance)} {_name(chance)}",
            subject=_subject(chance) + (f" {RARE}" if place % RARE_EVERY == RARE_EVERY // 2 else ""),
            letter_number=f"{code}/{chance.randrange(1, 2000)}/{_name(chance)[:4].upper()}/{written.year}",
            letter_date=written,
            received_on=day,
            correspondent_address=f"Jalan {_name(chance)} Nomor {chance.randrange(1, 200)}",
            kind_id=chance.randrange(len(KINDS)) + 1,
            urgency=chance.choice(_URGENCIES),
            secrecy=Secrecy.BIASA,
            classification=code,
            unit_id=chance.randrange(len(UNITS)) + 1,
            enclosures=chance.choice(("", "", "1 berkas", "2 lembar")),
        )


def book(number: int) -> Table:
    """The same letters as an agenda book somebody typed: texts, Indonesian headings, a title above them."""
    headings = (
        *("Nomor Urut", "Tanggal Penerimaan", "Nomor Surat", "Tanggal Surat", "Pengirim", "Isi Singkat"),
        *("Jenis", "Unit Pengolah", "Kode", "Kecepatan", "Lampiran", "Alamat"),
    )
    rows = [SheetRow(1, ("BUKU AGENDA SURAT MASUK",)), SheetRow(2, headings)]
    for place, each in enumerate(letters(number), 3):
        cells = (
            str(each.agenda_number),
            f"{each.received_on:%d-%m-%Y}",
            each.letter_number,
            f"{each.letter_date:%d/%m/%Y}",
            each.correspondent,
            each.subject,
            KINDS[(each.kind_id or 1) - 1],
            UNITS[(each.unit_id or 1) - 1],
            each.classification,
            each.urgency.value.replace("_", " ").title(),
            each.enclosures or "-",
            each.correspondent_address,
        )
        rows.append(SheetRow(place, cells))
    return Table("agenda.csv", rows, width=len(headings))


def furnished(url: str) -> Registry:
    """A new office with the starter's lists, and with the kinds and units that the letters name by number."""
    registry = open_registry(url, actor=ACTOR, create=True)
    with registry.office.open_unit() as unit:
        for name in KINDS:
            unit.kinds.add(LetterKind(name))
        for name in UNITS:
            unit.people.add_unit(Unit(name))
        unit.commit()
    open_office(registry.office, name="Kecamatan Sukamaju", starter=starter(datetime.now(UTC).year))
    return registry


def filled(url: str, number: int, *, portion: int = 100_000) -> Registry:
    """A new registry that holds `number` letters; written as the archive writes many, without facts and journal."""
    registry = furnished(url)
    waiting: list[Letter] = []
    for place, letter in enumerate(letters(number), 1):
        waiting.append(letter)
        if len(waiting) == portion or place == number:
            _add(registry, waiting, place)
            waiting.clear()
    return registry


def _add(registry: Registry, waiting: list[Letter], last: int) -> None:
    with registry.office.open_unit() as unit:
        unit.letters.add_many(waiting, [f"bench-{last}-{each}" for each in range(len(waiting))])
        for year in {each.book_year for each in waiting}:
            highest = max(each.agenda_number for each in waiting if each.book_year == year)
            unit.numbers.raise_to(agenda_key(Direction.INCOMING, year), highest)
        unit.commit()


def url_of(file: Path) -> str:
    return f"sqlite:///{file.as_posix()}"


def _name(chance: Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randrange(2, 5))).title()


def _subject(chance: Random) -> str:
    words = chance.choices(_WORDS, cum_weights=_WEIGHTS, k=chance.randrange(3, 8))
    return f"{chance.choice(_OPENINGS)} {' '.join(words)} {_name(chance)}"
