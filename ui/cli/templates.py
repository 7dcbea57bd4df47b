"""Commands for the Word templates papers are written with."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from correspondence.errors import NotFound
from correspondence.services import looking_up
from ui import formats
from ui.cli.answers import Answer, Desk, Document
from ui.cli.arguments import Family
from ui.cli.columns import table
from ui.exit_codes import BY_RULE
from ui.paper.printed_lines import TemplateLine
from ui.template_words import difference_word, turn_word
from ui.texts import _


def add_commands(words: Family) -> None:
    template = words.family("template", _("templat Word kantor"))
    template.command("list", list_templates, _("daftar templat dan letaknya"))
    check = template.command("check", check_template, _("periksa templat sebelum dipakai"))
    check.add("file", metavar="FILE.docx", help=_("templat yang diperiksa"))
    check.add(
        "--kind", default="", metavar="KIND", help=_("jenis surat cetak; tanpa ini ditebak dari nama berkas")
    )
    compare = template.command(
        "compare", compare_template, _("bandingkan templat kantor dengan templat bawaan")
    )
    compare.add("kind", metavar="KIND", help=_("jenis surat cetak, lihat template list"))
    reset = template.command("reset", reset_template, _("kembali ke templat bawaan"))
    reset.add("kind", metavar="KIND", help=_("jenis surat cetak, lihat template list"))
    versions = template.command("versions", list_versions, _("versi templat yang pernah dipakai"))
    versions.add("kind", metavar="KIND", help=_("jenis surat cetak, lihat template list"))
    restore = template.command("restore", restore_version, _("pakai lagi versi yang lama"))
    restore.add("kind", metavar="KIND", help=_("jenis surat cetak, lihat template list"))
    restore.add("which", metavar="VERSION", help=_("awal nama versi, lihat template versions"))
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
        {
            "field": each.name,
            "kind": each.kind,
            "must": each.must,
            "meaning": each.meaning,
            "label": each.label or None,
            "type": each.type or None,
        }
        for each in fields
    ]
    rows = [(each.name, _("wajib") if each.must else "", each.meaning) for each in fields]
    return Answer({"kind": args.kind, "fields": documents}, table((_("Isian"), "", _("Artinya")), rows))


def compare_template(desk: Desk, args: Namespace) -> Answer:
    """Fields and paragraphs that only the office's own template has, or only the shipped one."""
    found = desk.registry.office_templates.care.compare(args.kind)
    document = {
        "same": found.same,
        "only_own": list(found.only_own),
        "only_shipped": list(found.only_shipped),
        "paragraphs": [
            {"what": each.what, "where": each.where or None, "was": each.was or None, "now": each.now or None}
            for each in found.paragraphs
        ],
    }
    rows = [
        *((_("isian hanya di templat kantor"), each, "") for each in found.only_own),
        *((_("isian hanya di templat bawaan"), each, "") for each in found.only_shipped),
        *((difference_word(each.what), _both(each.was, each.now), each.where) for each in found.paragraphs),
    ]
    same = (
        _("Sama persis dengan templat bawaan.") if found.same else _("Tulisannya sama, susunannya berbeda.")
    )
    return Answer(document, table(("", _("Tulisan"), _("Letak")), rows) or [same])


def _both(was: str, now: str) -> str:
    return f"{was} → {now}" if was and now else now or was


def list_versions(desk: Desk, args: Namespace) -> Answer:
    """Newest first; the shipped one last."""
    found = desk.registry.office_templates.care.versions(args.kind)
    documents = [
        {
            "version": each.version,
            "turn": each.turn,
            "at": each.at.isoformat() if each.at else None,
            "by": each.by or None,
            "current": each.current,
        }
        for each in found
    ]
    zone = desk.now().zone
    rows = [
        (
            each.version[:12],
            turn_word(each.turn),
            formats.instant(each.at, zone) if each.at else "",
            each.by,
            _("dipakai sekarang") if each.current else "",
        )
        for each in found
    ]
    heads = (_("Versi"), "", _("Kapan"), _("Oleh"), "")
    return Answer({"kind": args.kind, "versions": documents}, table(heads, rows))


def restore_version(desk: Desk, args: Namespace) -> Answer:
    care = desk.registry.office_templates.care
    known = [each.version for each in care.versions(args.kind)]
    named = [each for each in known if each.startswith(args.which)]
    if len(named) != 1:
        raise NotFound("template_version", args.which, tuple(each[:12] for each in known))
    care.restore(args.kind, named[0])
    return list_versions(desk, args)


def reset_template(desk: Desk, args: Namespace) -> Answer:
    was = desk.registry.office_templates.care.reset(args.kind)
    said = (
        _("Templat bawaan dipakai lagi; templat kantor disimpan, lihat template versions.")
        if was
        else _("Templat bawaan memang sudah dipakai.")
    )
    return Answer({"kind": args.kind, "reset": was}, [said])


def list_templates(desk: Desk, args: Namespace) -> Answer:  # noqa: ARG001 - every command is called alike
    papers = desk.registry.printing.templates()
    documents = [
        {
            "kind": each.code,
            "name": each.name or None,
            "file": str(each.path),
            "own": each.own,
            "own_copy": str(each.own_copy),
        }
        for each in papers
    ]
    rows = [(each.code, _whose(each), each.own_copy.name) for each in papers]
    lines = table((_("Jenis"), _("Templat"), _("Salinan kantor")), rows)
    folder = papers[0].own_copy.parent
    lines += [
        "",
        _("Salinan kantor ditaruh di {folder} dengan nama di kolom terakhir.").format(folder=folder),
    ]
    twice = _("{unused} tidak dipakai karena {used} juga ada; hapus salah satunya.")
    notes = [twice.format(unused=each.unused.name, used=each.own_copy.name) for each in papers if each.unused]
    return Answer({"templates": documents}, lines, notes)


def _whose(line: TemplateLine) -> str:
    if not line.own:
        return _("bawaan")
    if not line.path.is_file():
        return _("berkasnya tidak ada di meja ini")
    return _("milik jenis {name}").format(name=line.name) if line.name else _("milik kantor")
