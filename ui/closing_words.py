"""What is said of closed months and of the registry's soundness: refusals, the journal's lines, checks and findings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from correspondence.closing_rows import Change, Correction
from correspondence.soundness import Check, CheckName, Fault, Finding
from correspondence.throughput import FactKind
from correspondence.workflow import Direction
from ui import formats
from ui.phrases import quoted, spoken
from ui.texts import _, mark, n_
from ui.words import done_word, fact_word, state_code_word

CHECKS: Mapping[CheckName, str] = {
    CheckName.ENGINE: mark("Berkas dan kunci basis data"),
    CheckName.NUMBERS: mark("Nomor agenda"),
    CheckName.JOURNAL: mark("Segel jurnal"),
    CheckName.ATTACHMENTS: mark("Berkas lampiran"),
    CheckName.INDEX: mark("Indeks pencarian"),
    CheckName.SUMMARIES: mark("Hitungan ringkas"),
    CheckName.FACTS: mark("Riwayat menurut jurnal"),
    CheckName.CLOSINGS: mark("Bulan yang ditutup"),
}

_GOOD: Mapping[CheckName, str] = {
    CheckName.ENGINE: mark("utuh"),
    CheckName.NUMBERS: mark("{count} surat bernomor urut tanpa nomor hilang atau ganda"),
    CheckName.JOURNAL: mark("{count} baris, semua segelnya bersambung"),
    CheckName.ATTACHMENTS: mark("{count} berkas sama dengan saat disimpan"),
    CheckName.INDEX: mark("{count} surat tercatat benar di indeks"),
    CheckName.SUMMARIES: mark("sama dengan hitungan ulang"),
    CheckName.FACTS: mark("{count} surat sesuai dengan jurnalnya"),
    CheckName.CLOSINGS: mark("{count} laporan masih sesuai dengan surat-suratnya"),
}

_FAULTS: Mapping[Fault, str] = {
    Fault.ENGINE: mark("{problem}"),
    Fault.NUMBER_MISSING: mark("Buku {book} {year}: nomor {first}–{last} tidak ada suratnya"),
    Fault.NUMBER_DOUBLED: mark("Buku {book} {year}: nomor {number} dipakai dua kali"),
    Fault.COUNTER_BEHIND: mark("Buku {book} {year}: penghitung di {counter}, padahal ada nomor {highest}"),
    Fault.SEAL_BROKEN: mark("Jurnal baris {line} ({step}, {by}): segelnya tidak cocok"),
    Fault.CONTENT_CHANGED: mark("Isi berkas {sha256} berubah"),
    Fault.CONTENT_MISSING: mark("Isi berkas {sha256} hilang"),
    Fault.INDEX_WRONG: mark("{ref} tidak tercatat benar di indeks pencarian"),
    Fault.SUMMARY_DIFFERS: mark("Hitungan {group}"),
    Fault.FACTS_DIFFER: mark("{ref}: kurang ({missing}), lebih ({extra})"),
    Fault.STATE_DIFFERS: mark("{ref}: menurut jurnal “{told}”, tersimpan “{kept}”"),
    Fault.CHECKSUM_BROKEN: mark("Laporan {month}: angka yang disimpan tidak cocok dengan kode pemeriksanya"),
    Fault.CLOSING_UNTOLD: mark("Laporan {month}: penutupannya tidak ada di jurnal"),
    Fault.CLOSING_OUT_OF_TURN: mark("Laporan {month}: tidak berurutan dengan bulan sebelumnya"),
    Fault.FIGURES_DIFFER: mark(
        "Laporan {month}: {what}, {direction}, {kind}, {unit}: tercetak {printed}, sekarang {now}"
    ),
}

_OPENING = mark("Saldo awal")
_BOOKS: Mapping[str, str] = {Direction.INCOMING: mark("masuk"), Direction.OUTGOING: mark("keluar")}

_CHANGES: Mapping[Change, str] = {
    Change.ADDED: mark("Menyusul {facts}"),
    Change.REMOVED: mark("Keluar dari bulan itu: {facts}"),
    Change.MOVED: mark("Tanggal {was} menjadi {now}"),
    Change.KIND: mark("Jenis {was} menjadi {now}"),
    Change.UNIT: mark("Unit {was} menjadi {now}"),
}


def check_word(name: CheckName) -> str:
    """What a check is called."""
    return _(CHECKS[name])


def detail(check: Check) -> str:
    """One sentence: what is right, or how much is wrong and the first of it."""
    if check.ok and not check.looked_at:
        return _("belum ada")
    if check.ok:
        said = _(_GOOD[check.name]).format(count=formats.number(check.looked_at))
        late = check.facts.get("late")
        if isinstance(late, int) and late:
            said += "; " + n_("{count} koreksi dihitung di bulan berikutnya", late).format(
                count=formats.number(late)
            )
        return said
    first = finding_words(check.findings[0])
    left = check.wrong - 1
    return (
        n_("{first}; dan {count} lagi", left).format(first=first, count=formats.number(left))
        if left
        else first
    )


def finding_words(finding: Finding) -> str:
    """What is wrong, as a person reads it."""
    said = {name: _fact_word(name, value) for name, value in finding.facts.items()}
    return _(_FAULTS[finding.fault]).format(**said)


def correction_words(correction: Correction) -> str:
    """`Menyusul dicatat, diselesaikan`; `Jenis Undangan menjadi Nota Dinas`."""
    facts = ", ".join(fact_word(FactKind(each)).lower() for each in correction.facts)
    was, now = (_value(correction.change, each) for each in (correction.was, correction.now))
    return _(_CHANGES[correction.change]).format(facts=facts, was=was, now=now)


def report_number(number: int, year: int) -> str:
    """`Laporan No. 10/2026`."""
    return _("Laporan No. {number}/{year}").format(number=number, year=year)


def _value(change: Change, value: str) -> str:
    if change is Change.MOVED:
        return formats.short_day(date.fromisoformat(value))
    none = _("tanpa jenis") if change is Change.KIND else _("tanpa unit")
    return f"“{quoted(value)}”" if value else none


def _fact_word(name: str, value: object) -> str:
    if name in {"book", "direction"}:
        return _(_BOOKS[str(value)])
    if name == "what":
        return _(_OPENING) if value == "opening" else fact_word(FactKind(str(value)))
    if name in {"told", "kept"}:
        return state_code_word(str(value))
    if name == "step":
        return done_word(str(value))
    if name in {"kind", "unit"} and not value:
        return _("tanpa jenis") if name == "kind" else _("tanpa unit")
    if name in {"missing", "extra"} and isinstance(value, tuple):
        return ", ".join(str(each) for each in value) or "–"
    return quoted(spoken(value))
