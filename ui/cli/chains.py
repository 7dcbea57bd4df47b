"""Commands of the signature chain, its promises and its exceptions, and taking back a letter's last step."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from correspondence.numbering import LetterRef
from correspondence.people import Capacity
from correspondence.services import promising, signing, undoing
from correspondence.signatures import Asked, InitialKind
from correspondence.workflow import Step
from ui.cli import chain_models
from ui.cli.answers import Answer, Desk
from ui.cli.arguments import Family
from ui.cli.letters import code, letter_answer
from ui.cli.line_ids import line_id
from ui.cli.once import refuse_unknown
from ui.cli.time_hints import promise_hinted
from ui.cli.wrong_usage import WrongUsage
from ui.texts import _

PROMISE = "promise"
SIGNATURE_STEPS = (str(Step.REASSIGN), str(Step.SKIP), PROMISE)
CAPACITIES = tuple(str(each) for each in Capacity)
_REASSIGNS = frozenset({str(Step.REASSIGN)})
_OF_STEPS = {"to": _REASSIGNS, "to_as": _REASSIGNS, "promised": _REASSIGNS | {PROMISE}}
"""Options and the steps they belong to; the others belong to every step."""

NOTHING = "-"
"""Takes a promise back."""


def add_commands(words: Family) -> None:
    chain = words.command("chain", set_chain, _("menyusun rantai paraf dan tanda tangan konsep"))
    chain.add("ref", metavar="REF", nargs="?", help=_("nomor rujukan surat keluar"))
    chain.add(
        "--initial",
        action="extend",
        nargs="+",
        default=[],
        metavar="OFFICER",
        help=_("pemaraf, berurutan; “A + B” memaraf bersamaan"),
    )
    chain.add(
        "--coordination",
        action="extend",
        nargs="+",
        default=[],
        metavar="OFFICER",
        help=_("pemaraf yang berada di kolom paraf koordinasi"),
    )
    chain.add(
        "--initial-as",
        action="extend",
        nargs="+",
        default=[],
        metavar="OFFICER=CAPACITY",
        help=_("kapasitas pemaraf, misalnya “Budi=plh”: {known}").format(known=", ".join(CAPACITIES)),
    )
    chain.add("--sign", metavar="OFFICER", help=_("penanda tangan"))
    chain.add(
        "--sign-as",
        type=code,
        choices=CAPACITIES,
        help=_("kapasitas penanda tangan: {known}").format(known=", ".join(CAPACITIES)),
    )
    chain.add("--promised", metavar='"D HH:MM"', help=_("waktu yang dijanjikan"))
    chain.add(
        "--model",
        metavar="NAME",
        help=_("memakai model rantai yang disimpan; penggantinya hari ini diusulkan"),
    )
    chain.add("--save-model", default="", metavar="NAME", help=_("menyimpan rantai ini sebagai model"))
    chain.add("--models", action="store_true", help=_("daftar model rantai"))

    signature = words.command(
        "signature", take_signature_step, _("mengalihkan, melewati, atau menjanjikan paraf")
    )
    signature.add("id", metavar="ID", type=line_id("signature"), help=_("nomor baris, lihat show"))
    signature.add("step", metavar="STEP", type=code, choices=SIGNATURE_STEPS, help=", ".join(SIGNATURE_STEPS))
    signature.add("--by", default="", metavar="OFFICER", help=_("pejabat yang memutuskan"))
    signature.add("--to", default="", metavar="OFFICER", help=_("pengganti"))
    signature.add("--to-as", type=code, choices=CAPACITIES, help=_("kapasitas pengganti"))
    signature.add("--note", default="", help=_("alasan"))
    signature.add("--promised", metavar='"D HH:MM"', help=_("waktu yang dijanjikan; - mencabutnya"))

    undo = words.command("undo", undo_last, _("menarik langkah terakhir surat bila aturan mengizinkan"))
    undo.add("ref", metavar="REF", help=_("nomor rujukan: M-2026-12 atau K-2026-7"))


def set_chain(desk: Desk, args: Namespace) -> Answer:
    chain_models.check_words(args)
    if args.models:
        return chain_models.list_models(desk)
    return _typed_chain(desk, args) if args.model is None else chain_models.chain_of_model(desk, args)


def _typed_chain(desk: Desk, args: Namespace) -> Answer:
    coordination = {each.strip() for each in args.coordination}
    capacities = dict(_named_capacity(each) for each in args.initial_as)
    groups = [
        [_asked(name.strip(), coordination, capacities) for name in group.split(" + ")]
        for group in args.initial
    ]
    named = {each.officer for group in groups for each in group}
    for option, missing in (
        ("--coordination", coordination - named),
        ("--initial-as", capacities.keys() - named),
    ):
        if missing:
            raise WrongUsage(
                _("{option} menyebut {names}, yang tidak ada di --initial.").format(
                    option=option, names=", ".join(sorted(missing))
                )
            )
    promised_for = desk.instant(args.promised, "promised_for")
    ref = LetterRef.read(args.ref)
    changes = signing.set_chain(
        desk.office,
        ref=ref,
        initials=groups,
        sign=Asked(args.sign, _capacity(args.sign_as)),
        promised_for=promised_for,
    )
    if args.save_model:
        chain_models.save_model(desk, name=args.save_model, ref=ref, initials=groups, sign=args.sign)
    return promise_hinted(desk, letter_answer(desk, changes), promised_for)


def take_signature_step(desk: Desk, args: Namespace) -> Answer:
    refuse_unknown(args, args.step, _OF_STEPS)
    typed = args.promised or ""
    promised_for = desk.instant(None if typed.strip() == NOTHING else typed, "promised_for")
    if args.step == PROMISE:
        if not typed:
            raise WrongUsage(
                _("promise memerlukan --promised, misalnya --promised “hari ini 14.00”; - mencabutnya.")
            )
        changes = promising.promise(desk.office, signature_id=args.id, promised_for=promised_for)
    else:
        changes = signing.signature_step(
            desk.office,
            signature_id=args.id,
            step=Step(args.step),
            by=args.by,
            to=Asked(args.to, _capacity(args.to_as), promised_for=promised_for),
            note=args.note,
        )
    return promise_hinted(desk, letter_answer(desk, changes), promised_for)


def undo_last(desk: Desk, args: Namespace) -> Answer:
    return letter_answer(desk, undoing.undo_last(desk.office, ref=LetterRef.read(args.ref)))


def _asked(name: str, coordination: set[str], capacities: Mapping[str, Capacity]) -> Asked:
    kind = InitialKind.COORDINATION if name in coordination else InitialKind.HIERARCHY
    return Asked(name, capacities.get(name), kind)


def _named_capacity(typed: str) -> tuple[str, Capacity]:
    name, _equals, typed_capacity = typed.rpartition("=")
    wanted = code(typed_capacity.strip())
    if not name.strip() or wanted not in CAPACITIES:
        raise WrongUsage(
            _("--initial-as ditulis PEJABAT=KEDUDUKAN, bukan “{typed}”; kapasitas: {known}.").format(
                typed=typed, known=", ".join(CAPACITIES)
            )
        )
    return name.strip(), Capacity(wanted)


def _capacity(typed: str | None) -> Capacity | None:
    return Capacity(typed) if typed else None
