"""Commands that only look: one letter, lists of letters, what waits for whom."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from correspondence.errors import NotFound, Refused
from correspondence.letters import LetterState
from correspondence.numbering import LetterRef
from correspondence.search import LetterFilter
from correspondence.services import boards, looking_up
from correspondence.workflow import Direction, IncomingState, OutgoingState
from ui.cli.answers import Answer, Desk
from ui.cli.arguments import Arguments, Family, WrongUsage
from ui.cli.plain import dossier_lines, letter_lines, pending_lines
from ui.cli.reckonings import reckoning_document, reckoning_lines
from ui.cli.shapes import Shapes
from ui.texts import _

STATES = tuple(
    dict.fromkeys([*(str(each) for each in IncomingState), *(str(each) for each in OutgoingState)])
)
USUAL_LIMIT = 50


def add_commands(words: Family) -> None:
    show = words.command(
        "show", show_letter, _("satu surat dengan disposisi, paraf, lampiran, dan jurnalnya")
    )
    show.add("ref", metavar="REF", help=_("nomor rujukan: M-2026-12 atau K-2026-7"))
    show.add(
        "--reckoning",
        action="store_true",
        help=_("hari mana yang dihitung selama surat menunggu, dan sebabnya"),
    )

    lists = words.command("list", list_letters, _("daftar surat, yang terbaru lebih dulu"))
    _filter_options(lists)
    search = words.command("search", search_letters, _("mencari surat dengan kata apa pun"))
    search.add("words", nargs="+", metavar="WORDS", help=_("kata yang dicari"))
    _filter_options(search)

    pending = words.family("pending", _("apa yang menunggu siapa"))
    pending.command("signatures", pending_signatures, _("paraf dan tanda tangan yang ditunggu"))
    pending.command("dispositions", pending_dispositions, _("disposisi yang belum selesai"))


def _filter_options(arguments: Arguments) -> None:
    arguments.add("--direction", choices=[str(each) for each in Direction])
    arguments.add("--state", action="append", choices=STATES, metavar="STATE", help=", ".join(STATES))
    arguments.add("--unit", help=_("unit pengolah"))
    arguments.add("--from", dest="first", metavar="D", help=_("dari tanggal"))
    arguments.add("--to", dest="last", metavar="D", help=_("sampai tanggal"))
    arguments.add("--overdue", action="store_true", help=_("hanya yang lewat tenggat"))
    arguments.add(
        "--limit", type=_limit, default=USUAL_LIMIT, metavar="N", help=_("paling banyak sekian surat")
    )


def show_letter(desk: Desk, args: Namespace) -> Answer:
    dossier = looking_up.dossier(desk.office, ref=LetterRef.read(args.ref))
    zone = desk.now().zone
    answer = Answer(Shapes(zone).letter(dossier), dossier_lines(dossier, zone))
    if not args.reckoning:
        return answer
    holder = dossier.holder
    if holder is None:
        told = [_("Surat ini tidak menunggu siapa pun, jadi tidak ada waktu yang dihitung.")]
        return replace(answer, lines=(*answer.lines, "", *told))
    days = boards.reckoning(desk.office, start=holder.since)
    held = {**answer.document["holder"], "reckoning": reckoning_document(days)}
    return replace(
        answer, document={**answer.document, "holder": held}, lines=(*answer.lines, *reckoning_lines(days))
    )


def list_letters(desk: Desk, args: Namespace) -> Answer:
    return _listed(desk, args, _asked(desk, args))


def search_letters(desk: Desk, args: Namespace) -> Answer:
    words = " ".join(args.words)
    if not any(each.isalnum() for each in words):
        raise Refused("words_missing", "words", {"typed": words})
    return _listed(desk, args, replace(_asked(desk, args), words=words))


def pending_signatures(desk: Desk, args: Namespace) -> Answer:  # noqa: ARG001 - every command is called alike
    waiting, zone = looking_up.pending_signatures(desk.office), desk.now().zone
    return Answer(Shapes(zone).pending(waiting), pending_lines(waiting, zone))


def pending_dispositions(desk: Desk, args: Namespace) -> Answer:  # noqa: ARG001 - every command is called alike
    waiting, zone = looking_up.pending_dispositions(desk.office), desk.now().zone
    return Answer(Shapes(zone).pending(waiting), pending_lines(waiting, zone))


def _listed(desk: Desk, args: Namespace, asked: LetterFilter) -> Answer:
    page = looking_up.page(desk.office, asked=asked, limit=args.limit)
    now = desk.now()
    lines = letter_lines(page.lines, now.at)
    if page.more:
        lines.append(_("… masih ada lagi; tambah dengan --limit."))
    return Answer(Shapes(now.zone).lines(page.lines, page.more, now.at), lines)


def _asked(desk: Desk, args: Namespace) -> LetterFilter:
    direction = Direction(args.direction) if args.direction else None
    first, last = desk.day(args.first, "first"), desk.day(args.last, "last")
    if first and last and first > last:
        raise Refused("period_backwards", "first", {"first": first, "last": last})
    return LetterFilter(
        direction=direction,
        states=_states(args.state or (), direction),
        unit_id=_unit_id(desk, args.unit) if args.unit else None,
        first_day=first,
        last_day=last,
        overdue_at=desk.now().at if args.overdue else None,
    )


def _states(codes: list[str] | tuple[()], direction: Direction | None) -> frozenset[LetterState]:
    """The states of these codes; a code that both books know means both, unless one book was named."""
    found: set[LetterState] = set()
    for code in codes:
        if direction is not Direction.OUTGOING and code in set(IncomingState):
            found.add(IncomingState(code))
        if direction is not Direction.INCOMING and code in set(OutgoingState):
            found.add(OutgoingState(code))
    if codes and not found:
        raise WrongUsage(
            _("Status {state} tidak ada di buku {direction}.").format(
                state=", ".join(codes), direction=direction
            )
        )
    return frozenset(found)


def _unit_id(desk: Desk, name: str) -> int:
    units = looking_up.directory(desk.office).units
    for each in units:
        if name.strip().casefold() in {each.name.casefold(), each.code.casefold()}:
            return each.id
    raise NotFound("unit", name, tuple(each.name for each in units))


def _limit(typed: str) -> int:
    number = int(typed)
    if not 1 <= number <= 10_000:
        raise ValueError(typed)
    return number
