"""Commands for officers: who they are, which positions they hold and held, when they left."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace

from correspondence.directory import OfficerLine
from correspondence.people import Capacity
from correspondence.services import keeping, looking_up
from correspondence.services.leaving import left_behind
from ui import formats
from ui.cli.answers import Answer, Desk, Document
from ui.cli.arguments import Family
from ui.cli.columns import table
from ui.leaving_words import left_behind_words, unheld_words
from ui.texts import _
from ui.words import capacity_word


def add_commands(words: Family) -> None:
    officer = words.family("officer", _("pejabat dan jabatannya"))
    added = officer.command("add", add_officer, _("tambah pejabat"))
    added.add("name", metavar="NAME", help=_("nama lengkap dengan gelar"))
    added.add("--position", default="", help=_("jabatan"))
    added.add("--unit", default="", help=_("unit"))
    added.add("--nip", default="", help=_("NIP"))
    added.add("--rank", default="", help=_("pangkat"))
    added.add("--phone", default="", help=_("telepon"))
    officer.command("list", list_officers, _("daftar pejabat"))
    appointed = officer.command(
        "appoint", appoint_officer, _("tunjuk pejabat pada jabatan, juga Plt. atau Plh.")
    )
    appointed.add("name", metavar="NAME", help=_("nama, NIP, atau awal nama"))
    appointed.add("--position", required=True, help=_("jabatan"))
    appointed.add("--capacity", default=str(Capacity.DEFINITIVE), choices=[str(each) for each in Capacity])
    appointed.add("--unit", default="", help=_("unit"))
    appointed.add("--principal", default="", help=_("jabatan yang diatasnamakan (a.n., u.b.)"))
    appointed.add("--delegate", default="", help=_("jabatan di antaranya (u.b.)"))
    appointed.add("--from", dest="first", metavar="D", help=_("hari pertama"))
    appointed.add("--to", dest="last", metavar="D", help=_("hari terakhir"))
    left = officer.command("left", officer_left, _("catat pejabat yang pindah atau pensiun"))
    left.add("name", metavar="NAME", help=_("nama, NIP, atau awal nama"))
    left.add("--on", required=True, metavar="D", help=_("hari terakhir bertugas"))


def add_officer(desk: Desk, args: Namespace) -> Answer:
    keeping.add_officer(
        desk.office,
        name=args.name,
        position=args.position,
        unit=args.unit,
        nip=args.nip,
        rank=args.rank,
        phone=args.phone,
    )
    return list_officers(desk, args)


def appoint_officer(desk: Desk, args: Namespace) -> Answer:
    keeping.appoint(
        desk.office,
        officer=args.name,
        position=args.position,
        capacity=Capacity(args.capacity),
        unit=args.unit,
        principal=args.principal,
        delegate=args.delegate,
        first_day=desk.day(args.first, "first"),
        last_day=desk.day(args.last, "last"),
    )
    return _principal_hinted(desk, list_officers(desk, args), args.principal)


def officer_left(desk: Desk, args: Namespace) -> Answer:
    day = desk.day(args.on, "on") or desk.now().today
    keeping.officer_left(desk.office, officer=args.name, on=day)
    told = left_behind_words(left_behind(desk.office, officer=args.name, on=day))
    return replace(list_officers(desk, args), notes=told)


def list_officers(desk: Desk, args: Namespace) -> Answer:  # noqa: ARG001 - every command is called alike
    known = looking_up.directory(desk.office)
    units = {each.id: each.name for each in known.units}
    documents = [_document(each, units) for each in known.officers]
    rows = [row for each in known.officers for row in _rows(each, units)]
    heads = (_("Nama"), _("NIP"), _("Jabatan"), _("Kedudukan"), _("Unit"), _("Berhenti"))
    return Answer({"officers": documents}, table(heads, rows) or [_("Belum ada pejabat.")])


def _document(line: OfficerLine, units: Mapping[int, str]) -> Document:
    """`position` is the one that counts today, `positions` are all that are held."""
    return {
        "id": line.officer.id,
        "name": line.officer.name,
        "nip": line.officer.nip or None,
        "rank": line.officer.rank or None,
        "phone": line.officer.phone or None,
        "position": line.position or None,
        "capacity": str(line.appointment.capacity) if line.appointment else None,
        "unit": line.unit or None,
        "positions": [
            {
                "position": held.position,
                "capacity": str(held.capacity),
                "unit": units.get(held.unit_id or 0),
                "principal": held.principal or None,
                "delegate": held.delegate or None,
            }
            for held in line.appointments
        ],
        "left_on": line.officer.left_on.isoformat() if line.officer.left_on else None,
    }


def _rows(line: OfficerLine, units: Mapping[int, str]) -> list[tuple[str, ...]]:
    """One row for each position, the officer named in the first."""
    who = line.officer
    held = [
        (each.position, capacity_word(each.capacity), units.get(each.unit_id or 0, ""))
        for each in line.appointments
    ] or [("", "", "")]
    first = (who.name, who.nip, *held[0], formats.short_day(who.left_on))
    return [first, *(("", "", *each, "") for each in held[1:])]


def _principal_hinted(desk: Desk, answer: Answer, principal: str) -> Answer:
    told = unheld_words(principal, looking_up.directory(desk.office).officers)
    return replace(answer, notes=(*answer.notes, told)) if told else answer
