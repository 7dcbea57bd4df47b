"""Commands that print without Word: the books, labels, and a round of dispatch with its page to be signed."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from correspondence.book_ports import BookKind
from correspondence.numbering import LetterRef
from correspondence.services.dispatch_rounds import RefusedLetter, dispatch_round
from ui import formats
from ui.cli.answers import Answer, Desk, Document, read_file
from ui.cli.arguments import Arguments, Family, WrongUsage
from ui.cli.columns import table
from ui.exit_codes import BY_RULE, PARTLY_DONE
from ui.failures import facts_of, sentence
from ui.texts import _, n_

LABEL = "label"
"""`write label REF`: the one paper that is no Word template."""
USUAL_SHEET = "3x7"


def add_commands(words: Family) -> None:
    book = words.command(
        "book", print_book, _("buku agenda, buku ekspedisi, atau kartu kendali dari satu masa")
    )
    book.add("book", metavar="BOOK", choices=[str(each) for each in BookKind], help=" | ".join(BookKind))
    book.add("--from", dest="first", required=True, metavar="D", help=_("dari tanggal"))
    book.add("--to", dest="last", required=True, metavar="D", help=_("sampai tanggal"))
    book.add("--out", required=True, metavar="FILE", help=_("berkas .pdf atau .xlsx"))
    _signing_options(book)

    labels = words.command("labels", print_labels, _("label ber-QR untuk beberapa surat"))
    labels.add("refs", nargs="+", metavar="REF", help=_("nomor rujukan: M-2026-12 atau K-2026-7"))
    labels.add("--out", required=True, metavar="FILE.pdf", help=_("berkas .pdf"))
    label_options(labels)

    going = words.command(
        "dispatch-round", go_round, _("mengirim surat-surat yang labelnya dipindai, satu rujukan tiap baris")
    )
    going.add("file", metavar="FILE", help=_("berkas berisi rujukan; - untuk membaca dari masukan"))
    going.add("--on", metavar="D", help=_("tanggal dikirim; tanpa ini hari ini"))
    going.add("--by", default="", metavar="OFFICER", help=_("pejabat atau petugas yang mengirim"))
    going.add("--out", metavar="FILE", help=_("lembar ekspedisi untuk ditandatangani: .pdf atau .xlsx"))
    _signing_options(going)


def label_options(arguments: Arguments) -> None:
    """What `labels` and `write label` ask alike."""
    arguments.add(
        "--sheet",
        default=USUAL_SHEET,
        metavar="SHEET",
        help=_("lembar label: 3x7, 3x8, 2x7, 2x8, 58x40, 50x30"),
    )
    arguments.add("--start", type=int, default=1, metavar="N", help=_("label kosong pertama pada lembar itu"))


def _signing_options(arguments: Arguments) -> None:
    arguments.add("--official", default="", metavar="OFFICER", help=_("pejabat yang mengetahui"))
    arguments.add("--signer", default="", metavar="OFFICER", help=_("petugas yang menandatangani"))
    arguments.add("--paper", default="", choices=("a4", "f4"), help=_("kertas: a4 atau f4"))


def print_book(desk: Desk, args: Namespace) -> Answer:
    # The PDF library is loaded only when something is printed.
    from ui.book_printing import Signers

    kind, out = BookKind(args.book), _file(args.out)
    first, last = desk.day(args.first, "first") or date.min, desk.day(args.last, "last") or date.max
    signers = Signers(args.official, args.signer)
    printed = desk.registry.book_printing.book(kind, first, last, out, signers=signers, sheet=args.paper)
    document: Document = {
        "book": str(kind),
        "from": first.isoformat(),
        "to": last.isoformat(),
        "letters": printed.letters,
        "pages": printed.pages,
        "file": str(out),
        "format": out.suffix[1:].lower(),
    }
    told = n_("{count} surat", printed.letters).format(count=formats.number(printed.letters))
    return Answer(document, [told, _("Disimpan: {file}").format(file=out)])


def print_labels(desk: Desk, args: Namespace) -> Answer:
    return _labels(desk, args, [LetterRef.read(each) for each in args.refs])


def write_label(desk: Desk, args: Namespace) -> Answer:
    """`write label REF …`."""
    return _labels(desk, args, [LetterRef.read(each) for each in args.ref])


def go_round(desk: Desk, args: Namespace) -> Answer:
    # The PDF library is loaded only when something is printed.
    from ui.book_printing import Signers

    # All that could go wrong with the wish itself is found before a letter is sent on its way.
    out = _file(args.out) if args.out else None
    on = desk.day(args.on, "on")
    outcome = dispatch_round(desk.office, refs=_scanned(args.file), on=on, by=args.by)
    sent = [str(each) for each in outcome.dispatched]
    lines = [
        n_("{count} surat dikirim", len(sent)).format(count=len(sent))
        + (": " if sent else "")
        + ", ".join(sent)
    ]
    pages = None
    if out is not None and outcome.dispatched:
        signers, day = Signers(args.official, args.signer), on or desk.now().today
        printing = desk.registry.book_printing
        pages = printing.round(outcome.dispatched, day, out, signers=signers, sheet=args.paper).pages
        lines.append(_("Disimpan: {file}").format(file=out))
    lines += table((_("Ditolak"), _("Sebab")), [(each.typed, sentence(each.why)) for each in outcome.refused])
    document: Document = {
        "dispatched": sent,
        "refused": [_refused(each) for each in outcome.refused],
        "repeated": [str(each) for each in outcome.repeated],
        "file": str(out) if pages is not None else None,
        "pages": pages,
    }
    code = 0 if not outcome.refused else PARTLY_DONE if sent else BY_RULE
    return Answer(document, lines, code=code)


def _labels(desk: Desk, args: Namespace, refs: list[LetterRef]) -> Answer:
    out = Path(args.out)
    if out.suffix.lower() != ".pdf":
        raise WrongUsage(_("Label hanya ada sebagai .pdf, bukan “{name}”.").format(name=out.name))
    sheets = desk.registry.book_printing.labels(refs, out, sheet=args.sheet, start=args.start)
    document: Document = {
        "ref": str(refs[0]),
        "refs": [str(each) for each in refs],
        "kind": LABEL,
        "sheet": args.sheet,
        "sheets": sheets,
        "file": str(out),
        "format": "pdf",
    }
    return Answer(document, [_("Disimpan: {file}").format(file=out)])


def _refused(refused: RefusedLetter) -> Document:
    return {"ref": refused.typed, "reason": {**facts_of(refused.why), "sentence": sentence(refused.why)}}


def _scanned(file: str) -> list[str]:
    """One reference a line; empty lines are nothing. A byte order mark is no part of the first."""
    raw = sys.stdin.buffer.read() if file == "-" else read_file(file)
    text = raw.decode("utf-8-sig", errors="replace")
    return [line.strip() for line in text.splitlines() if line.strip()]


def _file(typed: str) -> Path:
    out = Path(typed)
    if out.suffix.lower() not in {".pdf", ".xlsx"}:
        raise WrongUsage(_("--out harus berakhiran .pdf atau .xlsx, bukan “{name}”.").format(name=out.name))
    return out
