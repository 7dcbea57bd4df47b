"""Commands about the registry itself: making one, the sample office, old books and tables brought in."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from correspondence.errors import Unavailable
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services import importing, keeping, looking_up, starting
from correspondence.sheets import ImportOutcome, InheritedHole, RejectedRow, Table
from correspondence.workflow import Direction
from ui import formats
from ui.cli.answers import Answer, Desk, Document
from ui.cli.arguments import Family
from ui.exit_codes import PARTLY_DONE
from ui.failures import sentence
from ui.settings import data_folder, has_display
from ui.texts import _, n_
from ui.wiring import sqlite_file

_MOST_REASONS_SHOWN = 20
_MOST_HOLES_SHOWN = 10


def add_commands(words: Family) -> None:
    init = words.command("init", make_registry, _("membuat registri bila belum ada, dengan daftar awalnya"))
    init.add("--name", default="", help=_("nama kantor; dapat diisi nanti"))

    demo = words.command(
        "demo", make_demo, _("membuat kantor contoh beserta surat cetaknya, lalu membuka jendela")
    )
    demo.add("folder", nargs="?", metavar="DIR", help=_("folder kantor contoh"))
    demo.add("--no-window", action="store_true", help=_("jangan buka jendela"))

    imports = words.family("import", _("memasukkan buku agenda lama, kode klasifikasi, atau hari libur"))
    letters = imports.command("letters", import_letters, _("buku agenda lama dari .csv atau .xlsx"))
    letters.add("file", metavar="FILE", help=_("berkas .csv atau .xlsx"))
    letters.add(
        "--direction", choices=[str(each) for each in Direction], help=_("bila berkas tidak menyebutkannya")
    )
    letters.add("--dry-run", action="store_true", help=_("periksa saja, jangan simpan"))
    for name, run, about in (
        ("codes", import_codes, _("kode klasifikasi dari .csv atau .xlsx")),
        ("holidays", import_holidays, _("hari libur dan cuti bersama dari .csv atau .xlsx")),
    ):
        imports.command(name, run, about).add("file", metavar="FILE", help=_("berkas .csv atau .xlsx"))


def make_registry(desk: Desk, args: Namespace) -> Answer:
    """Says where it is; made again it stays as it is, and only what is missing of the starter lists is added."""
    made = desk.open_or_make()
    if made or args.name or not looking_up.directory(desk.office).kinds:
        # The holidays of the years around take their own library, which only a first day needs.
        from ui.starter import starter

        starting.open_office(desk.office, name=args.name, starter=starter(desk.now().today.year))
    directory = looking_up.directory(desk.office)
    file = sqlite_file(desk.url)
    counts = {
        "kinds": len(directory.kinds),
        "codes": len(looking_up.codes(desk.office, words="", limit=100_000)),
        "holidays": len(keeping.holidays(desk.office)),
    }
    where = desk.url if file is None else str(file)
    document: Document = {
        "registry": desk.url,
        "file": None if file is None else str(file),
        "made": made,
        "office": directory.profile.name or None,
        **counts,
    }
    first = (
        _("Registri dibuat di {where}.").format(where=where)
        if made
        else _("Registri sudah ada di {where}; isinya tetap.").format(where=where)
    )
    lists = _("Isinya: {kinds} jenis naskah, {codes} kode klasifikasi, {holidays} hari libur.").format(
        **{name: formats.number(count) for name, count in counts.items()}
    )
    return Answer(document, [first, lists])


def make_demo(desk: Desk, args: Namespace) -> Answer:
    # The sample office prints papers: Word, charts and PDF are loaded only for it.
    from ui.demo import make_sample

    folder = Path(args.folder) if args.folder else data_folder() / "demo"
    sample = make_sample(folder.expanduser().absolute(), actor=desk.actor, say=_tell)
    document: Document = {
        "registry": sample.url,
        "folder": str(sample.folder),
        "made": sample.made,
        "letters": sample.letters,
        "papers": [str(each) for each in sample.papers],
    }
    said = (
        _("Kantor contoh dengan {letters} surat dibuat di {folder}.")
        if sample.made
        else _("Kantor contoh dengan {letters} surat sudah ada di {folder} dan dipakai lagi.")
    )
    lines = [said.format(letters=formats.number(sample.letters), folder=sample.folder)]
    lines += [_("Surat cetak: {paper}").format(paper=each) for each in sample.papers]
    opens = not args.no_window and not args.json and has_display()
    if not opens:
        lines.append(
            _("Lihat suratnya dengan: {command}").format(command=f'./run --registry "{sample.url}" list')
        )
    return Answer(document, lines, sample.notes, window=(sample.url, desk.actor) if opens else None)


def import_letters(desk: Desk, args: Namespace) -> Answer:
    direction = Direction(args.direction) if args.direction else None

    def take(office: Office, rows: Table) -> ImportOutcome:
        return importing.import_letters(
            office, rows=rows, direction=direction, dry_run=args.dry_run, progress=_progress()
        )

    return _imported(desk, args, take)


def import_codes(desk: Desk, args: Namespace) -> Answer:
    return _imported(desk, args, lambda office, rows: importing.import_codes(office, rows=rows))


def import_holidays(desk: Desk, args: Namespace) -> Answer:
    return _imported(desk, args, lambda office, rows: importing.import_holidays(office, rows=rows))


def _imported(desk: Desk, args: Namespace, take: Callable[[Office, Table], ImportOutcome]) -> Answer:
    # Spreadsheets are read by openpyxl, which takes longer to load than the terminal.
    from ui.sheets import read_table

    file = Path(args.file)
    outcome = take(desk.office, read_table(file))
    notes = _reasons(outcome.rejected)
    dry_run = getattr(args, "dry_run", False)
    rejected_file = _written_rejected(file, outcome, notes) if outcome.rejected and not dry_run else None
    document: Document = {
        "imported": outcome.imported,
        "skipped": outcome.skipped,
        "rejected": [_rejected(each) for each in outcome.rejected],
        "rejected_file": None if rejected_file is None else str(rejected_file),
        "new_kinds": list(outcome.new_kinds),
        "new_units": list(outcome.new_units),
        "inherited_holes": [
            {"book": str(each.book), "year": each.year, "first": each.first, "last": each.last}
            for each in outcome.inherited_holes
        ],
    }
    lines = [
        _("{imported} baris dimasukkan, {skipped} sudah ada, {rejected} ditolak.").format(
            imported=formats.number(outcome.imported),
            skipped=formats.number(outcome.skipped),
            rejected=formats.number(len(outcome.rejected)),
        ),
        *_holes(outcome.inherited_holes),
    ]
    return Answer(document, lines, notes, PARTLY_DONE if outcome.rejected else 0)


def _holes(holes: Sequence[InheritedHole]) -> list[str]:
    """Numbers of the old book that no letter has, on one line."""
    shown = []
    for each in holes[:_MOST_HOLES_SHOWN]:
        first, last = (str(LetterRef(each.book, each.year, number)) for number in (each.first, each.last))
        shown.append(first if first == last else _("{first} sampai {last}").format(first=first, last=last))
    if len(holes) > len(shown):
        shown.append("…")
    said = _("Nomor yang tidak dipakai di buku lama: {numbers}.").format(numbers=", ".join(shown))
    return [said] if holes else []


def _written_rejected(file: Path, outcome: ImportOutcome, notes: list[str]) -> Path | None:
    """Where the rejected rows were written; `notes` tell it."""
    from ui.sheets import usual_rejected, write_rejected  # as above

    try:
        written = write_rejected(file, outcome, sentence)
    except Unavailable as error:  # what was taken is in the registry: that is not undone
        notes.append(sentence(error))
        return None
    notes.append(_("Baris yang ditolak ditulis di {file}; perbaiki lalu impor lagi.").format(file=written))
    usual = usual_rejected(file)
    if written != usual:
        notes.append(_("{file} yang sudah ada tidak ditimpa.").format(file=usual.name))
    return written


def _rejected(row: RejectedRow) -> Document:
    return {
        "row": row.row,
        "reason": _reason(row),
        "rules": [each.rule for each in row.reasons],
        "fields": [each.field for each in row.reasons],
    }


def _reason(row: RejectedRow) -> str:
    return " ".join(sentence(each) for each in row.reasons)


def _reasons(rejected: Sequence[RejectedRow]) -> list[str]:
    shown = [
        _("Baris {row}: {reason}").format(row=each.row, reason=_reason(each))
        for each in rejected[:_MOST_REASONS_SHOWN]
    ]
    left = len(rejected) - len(shown)
    if left:
        shown.append(n_("… dan {count} baris lagi.", left).format(count=formats.number(left)))
    return shown


def _progress() -> Callable[[int, int], bool] | None:
    """Rows done, on one line of a terminal; nothing where stderr is a file."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> bool:
        end = "\n" if done >= total else ""
        print(f"\r{formats.number(done)} / {formats.number(total)}", end=end, file=sys.stderr, flush=True)
        return True

    return tell


def _tell(said: str) -> None:
    print(said, file=sys.stderr, flush=True)
