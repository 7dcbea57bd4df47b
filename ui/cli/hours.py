"""Commands for dated hours: Ramadan, a market day, a Saturday that is worked instead."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import date

from correspondence.changes import Changes
from correspondence.errors import Refused
from correspondence.hours import WEEKDAY_CODES, day_hours_text, read_week_hours
from correspondence.services import keeping, looking_up, other_hours
from correspondence.workdays import DatedHours
from ui import formats
from ui.cli.answers import Answer, Desk, Document
from ui.cli.arguments import Arguments, Family
from ui.cli.columns import table
from ui.texts import _, n_
from ui.week_words import week_line, weekday_word


def add_commands(office: Family) -> None:
    """Under `office`: the hours of a usual week are settings of its own."""
    hours = office.family("hours", _("jam kerja khusus pada tanggal tertentu: Ramadan, hari pasar"))
    hours.command("list", list_hours, _("daftar jam kerja khusus"))
    added = hours.command("add", add_hours, _("tambah jam kerja khusus"))
    _days(added, required=True)
    added.add("--name", required=True, help=_("sebabnya, mis. Ramadan 1447 H"))
    added.add(
        "--hours",
        default="",
        metavar="08.00-15.00",
        help=_("jam pada hari-hari yang biasanya hari kerja; beberapa bagian dipisah koma"),
    )
    for number, code in enumerate(WEEKDAY_CODES):
        word = _("jam pada hari {day} bila berbeda; - bila libur").format(day=weekday_word(number))
        added.add(f"--{code}", metavar="08.00-15.30", help=word)
    removed = hours.command("remove", remove_hours, _("hapus jam kerja khusus; jam mingguan berlaku lagi"))
    _days(removed, required=False)


def _days(arguments: Arguments, *, required: bool) -> None:
    last = _("hari terakhir; kosong: satu hari saja") if required else _("hari terakhirnya, bila perlu")
    arguments.add("--from", dest="first", required=True, metavar="D", help=_("hari pertama"))
    arguments.add("--to", dest="last", metavar="D", help=last)


def list_hours(desk: Desk, args: Namespace) -> Answer:  # noqa: ARG001 - every command is called alike
    known = other_hours.dated_hours(desk.office)
    return Answer({"hours": [_document(each) for each in known]}, _lines(known))


def add_hours(desk: Desk, args: Namespace) -> Answer:
    first = _day(desk, args.first, "first")
    last = _day(desk, args.last, "last") if args.last else first
    week = read_week_hours(keeping.profile(desk.office).hours)
    own = {code: typed for code in WEEKDAY_CODES if (typed := getattr(args, code)) is not None}
    hours = other_hours.spread(week, first, last, args.hours, own)
    changes = other_hours.put_dated_hours(desk.office, first=first, last=last, hours=hours, name=args.name)
    return _changed(desk, args, changes)


def remove_hours(desk: Desk, args: Namespace) -> Answer:
    """The one that begins on that day; `--to` is asked of nobody, for no two begin together."""
    first = _day(desk, args.first, "first")
    known = (each for each in other_hours.dated_hours(desk.office) if each.first == first)
    last = desk.day(args.last, "last") or next((each.last for each in known), first)
    return _changed(desk, args, other_hours.remove_dated_hours(desk.office, first=first, last=last))


def _changed(desk: Desk, args: Namespace, changes: Changes) -> Answer:
    """The list, and how many deadlines followed."""
    answer = list_hours(desk, args)
    moved = looking_up.lines(desk.office, letter_ids=changes.letter_ids)
    document: Document = {**answer.document, "deadlines_moved": [str(each.ref) for each in moved]}
    told = n_("Tenggat {count} surat ikut berubah.", len(moved)).format(count=formats.number(len(moved)))
    return Answer(document, [*answer.lines, *([told] if moved else [])])


def _day(desk: Desk, typed: str | None, field: str) -> date:
    day = desk.day(typed, field)
    if day is None:
        raise Refused("date_unreadable", field, {"typed": typed or ""})
    return day


def _document(each: DatedHours) -> Document:
    days = zip(WEEKDAY_CODES, each.hours, strict=True)
    return {
        "first": each.first.isoformat(),
        "last": each.last.isoformat(),
        "name": each.name,
        "hours": {code: day_hours_text(spans) or None for code, spans in days},
    }


def _lines(known: Sequence[DatedHours]) -> list[str]:
    rows = [
        (formats.short_day(each.first), formats.short_day(each.last), each.name, week_line(each.hours))
        for each in known
    ]
    heads = (_("Dari"), _("Sampai"), _("Sebab"), _("Jam kerja"))
    return table(heads, rows) or [_("Belum ada jam kerja khusus; jam mingguan berlaku sepanjang tahun.")]
