"""Commands for the office's own data: its settings, units and letter kinds; its officers are in `officers`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from correspondence.own_tables import kind_code
from correspondence.profile import profile_texts
from correspondence.services import keeping, looking_up
from ui.cli import hours, officers
from ui.cli.answers import Answer, Desk
from ui.cli.arguments import Family
from ui.cli.columns import pairs, table
from ui.own_words import own_label, type_word
from ui.texts import _


def add_commands(words: Family) -> None:
    office = words.family("office", _("data kantor: identitas, kop surat, penomoran, tenggat, jam kerja"))
    office.command("show", show_office, _("tampilkan semua pengaturan kantor"))
    setting = office.command("set", set_office, _("ubah satu pengaturan kantor"))
    setting.add("key", metavar="KEY", help=_("nama pengaturan, lihat office show"))
    setting.add("value", metavar="VALUE", help=_('isi baru; "" mengosongkan'))
    hours.add_commands(office)

    officers.add_commands(words)

    unit = words.family("unit", _("unit pengolah"))
    new_unit = unit.command("add", add_unit, _("tambah unit"))
    new_unit.add("name", metavar="NAME", help=_("nama unit"))
    new_unit.add("--code", default="", help=_("kode unit di nomor surat"))
    unit.command("list", list_units, _("daftar unit"))

    kind = words.family("kind", _("jenis naskah dinas"))
    new_kind = kind.command("add", add_kind, _("tambah jenis naskah"))
    new_kind.add("name", metavar="NAME", help=_("nama jenis naskah"))
    new_kind.add("--group", default="", help=_("kelompok"))
    new_kind.add("--template", metavar="FILE.docx", help=_("templat Word jenis naskah ini"))
    kind_template = kind.command(
        "template", set_template, _("pasang atau ganti templat Word satu jenis naskah")
    )
    kind_template.add("name", metavar="NAME", help=_("nama jenis naskah"))
    kind_template.add("template", metavar="FILE.docx", help=_("templat Word jenis naskah ini"))
    kind.command("list", list_kinds, _("daftar jenis naskah"))


def show_office(desk: Desk, args: Namespace) -> Answer:  # noqa: ARG001 - every command is called alike
    texts = profile_texts(keeping.profile(desk.office))
    return Answer({"office": texts}, pairs((key, value or "–") for key, value in texts.items()))


def set_office(desk: Desk, args: Namespace) -> Answer:
    keeping.set_profile(desk.office, values={args.key: args.value})
    return show_office(desk, args)


def add_unit(desk: Desk, args: Namespace) -> Answer:
    keeping.add_unit(desk.office, name=args.name, code=args.code)
    return list_units(desk, args)


def list_units(desk: Desk, args: Namespace) -> Answer:  # noqa: ARG001 - every command is called alike
    units = looking_up.directory(desk.office).units
    documents = [
        {"id": each.id, "name": each.name, "code": each.code or None, "active": each.active} for each in units
    ]
    lines = table((_("Unit"), _("Kode")), [(each.name, each.code) for each in units])
    return Answer({"units": documents}, lines or [_("Belum ada unit.")])


def add_kind(desk: Desk, args: Namespace) -> Answer:
    if args.template:
        file = Path(args.template)
        desk.registry.office_templates.kinds.add(name=args.name, group=args.group, file=file)
    else:
        keeping.add_kind(desk.office, name=args.name, group=args.group)
    return _kind_answer(desk, args, _("Jenis naskah {name} ditambahkan."))


def set_template(desk: Desk, args: Namespace) -> Answer:
    desk.registry.office_templates.kinds.put(name=args.name, file=Path(args.template))
    return _kind_answer(desk, args, _("Templat {name} dipasang."))


def _kind_answer(desk: Desk, args: Namespace, said: str) -> Answer:
    """The kind and what its template asks for: who made the file sees whether every field was found."""
    listed = list_kinds(desk, args).document
    kind = next(each for each in listed["kinds"] if kind_code(each["name"]) == kind_code(args.name))
    fields = desk.registry.printing.own_fields(kind["name"]) if kind["template"] else ()
    documents = [
        {
            "field": each.name,
            "label": own_label(each),
            "type": str(each.type),
            "choices": list(each.choices),
            "must": each.required,
        }
        for each in fields
    ]
    rows = [(each.name, own_label(each), type_word(each.type), ", ".join(each.choices)) for each in fields]
    lines = [said.format(name=kind["name"])]
    if rows:
        lines += ["", *table((_("Isian"), _("Sebutan"), _("Jenis"), _("Pilihan")), rows)]
    elif kind["template"]:
        lines.append(_("Templatnya tidak meminta isian sendiri."))
    return Answer({**listed, "kind": kind, "fields": documents}, lines)


def list_kinds(desk: Desk, args: Namespace) -> Answer:  # noqa: ARG001 - every command is called alike
    kinds = looking_up.directory(desk.office).kinds
    documents = [
        {
            "id": each.id,
            "name": each.name,
            "group": each.group or None,
            "template": each.template or None,
            "active": each.active,
        }
        for each in kinds
    ]
    rows = [
        (each.name, each.group, each.template, "" if each.active else _("tidak dipakai")) for each in kinds
    ]
    heads = (_("Jenis naskah"), _("Kelompok"), _("Templat"), "")
    return Answer({"kinds": documents}, table(heads, rows) or [_("Belum ada jenis naskah.")])
