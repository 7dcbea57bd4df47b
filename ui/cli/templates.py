"""Commands for the Word templates papers are written with."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ui.cli.answers import Answer, Desk
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
    found = desk.registry.printing.check_template(Path(args.file), args.kind)
    problems = [{"field": each.field, "where": each.where, "problem": each.problem} for each in found]
    rows = [(each.field, each.where, each.problem) for each in found]
    lines = table((_("Isian"), _("Letak"), _("Masalah")), rows) or [_("Templat ini baik.")]
    return Answer({"ok": not found, "problems": problems}, lines, code=BY_RULE if found else 0)


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
    documents = [{"kind": each.code, "file": str(each.path), "own": each.own} for each in papers]
    rows = [(each.code, _("milik kantor") if each.own else _("bawaan"), str(each.path)) for each in papers]
    return Answer({"templates": documents}, table((_("Jenis"), _("Templat"), _("Berkas")), rows))
