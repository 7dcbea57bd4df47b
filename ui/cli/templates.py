"""Commands for the Word templates papers are written with."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from correspondence.services import looking_up
from ui.cli.answers import Answer, Desk, Document
from ui.cli.arguments import Family
from ui.cli.columns import table
from ui.exit_codes import BY_RULE
from ui.texts import _


def add_commands(words: Family) -> None:
    template = words.family("template", _("templat Word kantor"))
    template.command("list", list_templates, _("daftar templat dan letaknya"))
    check = template.command("check", check_template, _("periksa templat sebelum dipakai"))
    check.add("file", metavar="FILE.docx", help=_("templat yang diperiksa"))
    check.add(
        "--kind", default="", metavar="KIND", help=_("jenis surat cetak; tanpa ini ditebak dari nama berkas")
    )
    compare = template.command("compare", compare_template, _("bedakan templat kantor dari templat bawaan"))
    compare.add("kind", metavar="KIND", help=_("jenis surat cetak, lihat template list"))
    reset = template.command("reset", reset_template, _("kembali ke templat bawaan"))
    reset.add("kind", metavar="KIND", help=_("jenis surat cetak, lihat template list"))
    fields = template.command("fields", list_fields, _("isian yang dapat dipakai dalam templat"))
    fields.add("kind", metavar="KIND", help=_("jenis surat cetak, lihat template list"))


def check_template(desk: Desk, args: Namespace) -> Answer:
    """Exit code 4 when the template has problems: a rule refuses it, nothing is broken."""
    # Word is loaded only for commands that open it.
    from ui.template_checking import checked

    found = checked(Path(args.file), args.kind, looking_up.directory(desk.office).kinds)
    problems = [
        {"field": each.field, "where": each.where, "problem": each.problem} for each in found.problems
    ]
    rows = [(each.field, each.where, each.problem) for each in found.problems]
    lines = table((_("Isian"), _("Letak"), _("Masalah")), rows) or [_("Templat ini baik.")]
    assumed = _("Diperiksa sebagai {kind}, menurut isiannya; bila keliru, sebutkan dengan --kind.")
    notes = [assumed.format(kind=found.code)] if found.assumed else []
    document: Document = {"ok": not problems, "problems": problems}
    document |= {"kind": found.code or None, "assumed": found.assumed}
    return Answer(document, lines, notes, BY_RULE if problems else 0)


def list_fields(desk: Desk, args: Namespace) -> Answer:
    fields = desk.registry.printing.fields(args.kind)
    documents = [
        {"field": each.name, "kind": each.kind, "must": each.must, "meaning": each.meaning} for each in fields
    ]
    rows = [(each.name, _("wajib") if each.must else "", each.meaning) for each in fields]
    return Answer({"kind": args.kind, "fields": documents}, table((_("Isian"), "", _("Artinya")), rows))


def compare_template(desk: Desk, args: Namespace) -> Answer:
    """Which fields the office's own template uses and the shipped one does not, and the other way round."""
    found = desk.registry.printing.compare_template(args.kind)
    document = {
        "same": found.same,
        "only_own": list(found.only_own),
        "only_shipped": list(found.only_shipped),
    }
    rows = [
        *((_("hanya di templat kantor"), each) for each in found.only_own),
        *((_("hanya di templat bawaan"), each) for each in found.only_shipped),
    ]
    same = _("Sama persis dengan templat bawaan.") if found.same else _("Isiannya sama, susunannya berbeda.")
    return Answer(document, table(("", _("Isian")), rows) or [same])


def reset_template(desk: Desk, args: Namespace) -> Answer:
    was = desk.registry.printing.reset_template(args.kind)
    said = (
        _("Templat bawaan dipakai lagi; templat kantor disimpan sebagai .docx.lama.")
        if was
        else _("Templat bawaan memang sudah dipakai.")
    )
    return Answer({"kind": args.kind, "reset": was}, [said])


def list_templates(desk: Desk, args: Namespace) -> Answer:  # noqa: ARG001 - every command is called alike
    papers = desk.registry.printing.templates()
    documents = [
        {"kind": each.code, "file": str(each.path), "own": each.own, "own_copy": str(each.own_copy)}
        for each in papers
    ]
    rows = [
        (each.code, _("milik kantor") if each.own else _("bawaan"), each.own_copy.name) for each in papers
    ]
    lines = table((_("Jenis"), _("Templat"), _("Salinan kantor")), rows)
    folder = papers[0].own_copy.parent
    lines += [
        "",
        _("Salinan kantor ditaruh di {folder} dengan nama di kolom terakhir.").format(folder=folder),
    ]
    twice = _("{unused} tidak dipakai karena {used} juga ada; hapus salah satunya.")
    notes = [twice.format(unused=each.unused.name, used=each.own_copy.name) for each in papers if each.unused]
    return Answer({"templates": documents}, lines, notes)
