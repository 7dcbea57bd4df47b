"""`write`: the papers of one letter or of many, from their Word templates."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from correspondence.errors import Unavailable
from correspondence.numbering import LetterRef
from ui.cli import books
from ui.cli.answers import Answer, Desk, Document
from ui.cli.arguments import Family, WrongUsage
from ui.cli.columns import table
from ui.exit_codes import BY_RULE, PARTLY_DONE
from ui.failures import facts_of, sentence
from ui.files import check_folder, make_folder, write_whole
from ui.texts import _
from ui.written_papers import RefusedPaper


def add_commands(words: Family) -> None:
    write = words.command(
        "write", write_letter, _("mencetak satu surat, lembar disposisi, atau tanda terima")
    )
    write.add("kind", metavar="KIND", help=_("jenis naskah, atau jenis surat cetak dari template list"))
    write.add(
        "ref", metavar="REF", nargs="+", help=_("nomor rujukan: M-2026-12 atau K-2026-7; boleh beberapa")
    )
    write.add(
        "--out", required=True, metavar="FILE", help=_("berkas .docx atau .pdf; folder bila beberapa surat")
    )
    write.add("--format", default="pdf", choices=("docx", "pdf"), help=_("jenis berkas bila beberapa surat"))
    write.add("--as-printed", action="store_true", help=_("cetak ulang persis seperti terakhir dicetak"))
    write.add("--blank", action="store_true", help=_("lembar disposisi kosong, untuk diisi dengan tangan"))
    write.add("--to", default="", metavar="NAME", help=_("tujuan, bila surat masuk diteruskan"))
    books.label_options(write)


def write_letter(desk: Desk, args: Namespace) -> Answer:
    if args.kind == books.LABEL:
        return books.write_label(desk, args)
    refs, out = [LetterRef.read(each) for each in args.ref], Path(args.out)
    if len(refs) > 1:
        return _write_many(desk, args, refs, out)
    ref = refs[0]
    if out.suffix.lower() not in {".docx", ".pdf"}:
        raise WrongUsage(_("--out harus berakhiran .docx atau .pdf, bukan “{name}”.").format(name=out.name))
    check_folder(out)
    paper = _papers_of(desk, args, refs)[0]
    written, notes = print_paper(desk, paper, out.with_suffix(""), frozenset({out.suffix.lower()[1:]}))
    document: Document = {
        "ref": str(ref),
        "kind": args.kind,
        "file": str(written[0]),
        "format": written[0].suffix[1:],
        "missing": notes[0] if notes else None,
    }
    lines = [_("Disimpan: {file}").format(file=path) for path in written]
    return Answer(document, lines, [*notes, *_hints(desk, args, refs)], PARTLY_DONE if notes else 0)


def _hints(desk: Desk, args: Namespace, refs: Sequence[LetterRef]) -> list[str]:
    """Another kind's template is allowed, and hardly ever meant."""
    if args.as_printed:
        return []
    said = _("{ref} berjenis {kind}, tetapi dicetak dengan templat {named}; pastikan memang itu maksudnya.")
    others = desk.registry.printing.of_another_kind(args.kind, refs)
    return [said.format(ref=ref, kind=kind or "–", named=args.kind) for ref, kind in others]


def _papers_of(desk: Desk, args: Namespace, refs: Sequence[LetterRef]) -> list[bytes]:
    printing = desk.registry.printing
    if args.as_printed:
        return [printing.reprint(args.kind, ref) for ref in refs]
    return printing.letters(args.kind, refs, addressee=args.to, blank=args.blank)


def _write_many(desk: Desk, args: Namespace, refs: Sequence[LetterRef], folder: Path) -> Answer:
    """One run for all, a file a letter; without LibreOffice the .docx of each. What one refuses stops no other."""
    refs, papers, refused = _batch_of(desk, args, refs)
    ending, notes = args.format, []
    if ending == "pdf" and papers:
        try:
            papers = desk.registry.printing.pdf(papers)
        except Unavailable as error:
            ending, notes = "docx", [sentence(error)]
    make_folder(folder)
    files = [folder / f"{args.kind} {ref}.{ending}" for ref in refs]
    for file, paper in zip(files, papers, strict=True):
        write_whole(file, paper)
    document: Document = {
        "kind": args.kind,
        "files": [{"ref": str(ref), "file": str(file)} for ref, file in zip(refs, files, strict=True)],
        "format": ending,
        "missing": notes[0] if notes else None,
        "refused": [
            {
                "ref": str(each.ref),
                "reason": {**facts_of(each.why), "sentence": sentence(each.why, codes=True)},
            }
            for each in refused
        ],
    }
    said = [_("{count} surat dicetak ke {folder}").format(count=len(files), folder=folder)]
    said += table(
        (_("Ditolak"), _("Sebab")), [(str(each.ref), sentence(each.why, codes=True)) for each in refused]
    )
    return Answer(document, said, [*notes, *_hints(desk, args, refs)], _code(files, refused, notes))


def _code(files: Sequence[Path], refused: Sequence[RefusedPaper], notes: Sequence[str]) -> int:
    if refused and not files:
        return BY_RULE
    return PARTLY_DONE if refused or notes else 0


def _batch_of(
    desk: Desk, args: Namespace, refs: Sequence[LetterRef]
) -> tuple[list[LetterRef], list[bytes], Sequence[RefusedPaper]]:
    """Those that were written with their papers, and those that were not."""
    if args.as_printed or args.blank or args.to:
        return list(refs), _papers_of(desk, args, refs), ()
    printing = desk.registry.printing
    batch = printing.batch(args.kind, refs)
    printing.note(batch.written)
    return [each.ref for each in batch.written], [each.docx for each in batch.written], batch.refused


def print_paper(desk: Desk, paper: bytes, path: Path, asked: frozenset[str]) -> tuple[list[Path], list[str]]:
    """The .docx is safe before LibreOffice is tried: without it the paper is there all the same."""
    written: list[Path] = []
    docx, pdf = path.with_name(f"{path.name}.docx"), path.with_name(f"{path.name}.pdf")
    if "docx" in asked:
        write_whole(docx, paper)
        written.append(docx)
    if "pdf" not in asked:
        return written, []
    try:
        write_whole(pdf, desk.registry.printing.pdf([paper])[0])
    except Unavailable as error:
        if docx not in written:
            write_whole(docx, paper)
            written.append(docx)
        return written, [sentence(error)]
    return [*written, pdf], []
