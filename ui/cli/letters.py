"""Commands that change a letter. Each answers with the letter as `show` gives it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from correspondence.changes import Changes
from correspondence.errors import Refused
from correspondence.forms import LetterForm, NewAttachment
from correspondence.letters import Secrecy, Urgency
from correspondence.numbering import LetterRef
from correspondence.own_fields import OwnField, check_names
from correspondence.own_tables import kind_code, read_table
from correspondence.services import disposing, keeping, looking_up, registering, stepping
from correspondence.services.deeds import StepOrder
from correspondence.workflow import DISPOSITION, INCOMING, OUTGOING, Step
from ui.cli.answers import Answer, Desk, read_file
from ui.cli.arguments import Arguments, Family, WrongUsage
from ui.cli.line_ids import line_id
from ui.cli.once import refuse_unknown
from ui.cli.plain import dossier_lines
from ui.cli.shapes import Shapes
from ui.cli.time_hints import due_hinted
from ui.failures import sentence
from ui.texts import _

LETTER_STEPS = tuple(dict.fromkeys(str(line.step) for line in (*INCOMING, *OUTGOING)))
DISPOSITION_STEPS = tuple(dict.fromkeys(str(line.step) for line in DISPOSITION))

_DISPOSES, _FORWARDS = frozenset({str(Step.DISPOSE)}), frozenset({str(Step.FORWARD)})
_OF_STEPS = {
    "to": _DISPOSES | {str(Step.SUBMIT)},
    "lead": _DISPOSES,
    "instruction": _DISPOSES,
    "due": _DISPOSES,
    "received_by": frozenset({str(Step.CONFIRM_DELIVERY)}),
}
_OF_DISPOSITION_STEPS = dict.fromkeys(("to", "lead", "instruction", "due"), _FORWARDS)
"""Options and the steps they belong to; the others belong to every step."""


def add_commands(words: Family) -> None:
    register = words.family("register", _("mencatat surat masuk atau surat keluar"))
    incoming = register.command("incoming", register_incoming, _("mencatat surat masuk"))
    incoming.add("--sender", required=True, help=_("pengirim"))
    incoming.add("--number", default="", help=_("nomor surat sebagaimana tercetak"))
    incoming.add("--received", help=_("tanggal diterima; tanpa ini hari ini"))
    incoming.add("--kind", default="", help=_("jenis naskah"))
    _form_options(incoming)
    outgoing = register.command("outgoing", register_outgoing, _("mencatat konsep surat keluar"))
    outgoing.add("--to", dest="sender", required=True, metavar="TO", help=_("tujuan surat"))
    outgoing.add("--kind", required=True, help=_("jenis naskah"))
    _form_options(outgoing)

    step = words.command("step", take_step, _("menjalankan satu langkah surat"))
    step.add("ref", metavar="REF", help=_("nomor rujukan: M-2026-12 atau K-2026-7"))
    step.add("step", metavar="STEP", type=code, choices=LETTER_STEPS, help=", ".join(LETTER_STEPS))
    _order_options(step)
    step.add("--lead", default="", metavar="OFFICER", help=_("penanggung jawab disposisi"))
    step.add("--instruction", action="append", default=[], help=_("isi disposisi; dapat diulang"))
    step.add("--due", help=_("batas waktu disposisi"))
    step.add("--received-by", default="", metavar="NAME", help=_("yang menerima surat"))

    disposition = words.command("disposition", take_disposition_step, _("menjalankan satu langkah disposisi"))
    disposition.add("id", metavar="ID", type=line_id("disposition"), help=_("nomor disposisi, lihat show"))
    disposition.add(
        "step", metavar="STEP", type=code, choices=DISPOSITION_STEPS, help=", ".join(DISPOSITION_STEPS)
    )
    _order_options(disposition)
    disposition.add("--lead", default="", metavar="OFFICER", help=_("penanggung jawab terusan"))
    disposition.add("--instruction", action="append", default=[], help=_("isi disposisi; dapat diulang"))
    disposition.add("--due", help=_("batas waktu"))


def _form_options(arguments: Arguments) -> None:
    arguments.add("--date", help=_("tanggal surat"))
    arguments.add("--subject", required=True, help=_("perihal"))
    arguments.add("--address", default="", help=_("alamat"))
    arguments.add("--urgency", default="biasa", choices=[str(each) for each in Urgency], type=code)
    arguments.add("--secrecy", default="biasa", choices=[str(each) for each in Secrecy], type=code)
    arguments.add("--code", default="", help=_("kode klasifikasi"))
    arguments.add("--unit", default="", help=_("unit pengolah"))
    arguments.add("--enclosures", default="", metavar='"2 berkas"', help=_("lampiran"))
    arguments.add(
        "--external-reference", default="", metavar="TEXT", help=_("rujukan di luar, misalnya SRIKANDI")
    )
    arguments.add("--reply-to", metavar="REF", help=_("surat yang dibalas"))
    arguments.add("--attach", action="append", default=[], metavar="FILE", help=_("berkas; dapat diulang"))
    arguments.add(
        "--field",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help=_("isian jenis naskah; dapat diulang"),
    )
    arguments.add(
        "--request-key",
        default="",
        metavar="KEY",
        help=_("kunci agar perintah yang diulang tidak mencatat dua kali"),
    )


def _order_options(arguments: Arguments) -> None:
    arguments.add("--by", default="", metavar="OFFICER", help=_("pejabat yang melakukan"))
    arguments.add("--note", default="", help=_("catatan"))
    arguments.add("--on", metavar="DATE", help=_("tanggal langkah ini; tanpa ini hari ini"))
    arguments.add("--to", action="extend", nargs="+", default=[], metavar="OFFICER", help=_("penerima"))
    arguments.add(
        "--attach",
        action="append",
        default=[],
        metavar="FILE",
        help=_("berkas yang menyertai langkah ini; pada sign: PDF yang ditandatangani secara elektronik"),
    )


def register_incoming(desk: Desk, args: Namespace) -> Answer:
    form = _form(desk, args, letter_number=args.number, received=args.received or "hari ini")
    files = _attachments(args.attach)
    return letter_answer(
        desk,
        registering.register_incoming(
            desk.office, form=form, attachments=files, request_key=args.request_key
        ),
    )


def register_outgoing(desk: Desk, args: Namespace) -> Answer:
    form = _form(desk, args)
    files = _attachments(args.attach)
    return letter_answer(
        desk,
        registering.register_outgoing(
            desk.office, form=form, attachments=files, request_key=args.request_key
        ),
    )


def take_step(desk: Desk, args: Namespace) -> Answer:
    refuse_unknown(args, args.step, _OF_STEPS)
    # Who types has not seen the letter: a step that another desk took since then is not passed over.
    ref, order = LetterRef.read(args.ref), replace(_order(desk, args), looked_at=desk.began)
    changes = stepping.take_step(desk.office, ref=ref, step=Step(args.step), order=order)
    return due_hinted(desk, letter_answer(desk, changes), order.due)


def take_disposition_step(desk: Desk, args: Namespace) -> Answer:
    refuse_unknown(args, args.step, _OF_DISPOSITION_STEPS)
    order = _order(desk, args)
    changes = disposing.dispose_step(desk.office, disposition_id=args.id, step=Step(args.step), order=order)
    return due_hinted(desk, letter_answer(desk, changes), order.due)


def letter_answer(desk: Desk, changes: Changes) -> Answer:
    """The letter acted upon, as it is now; its reference is the first word of the first line.

    Of a letter above the clearance of who entered it only the line that a list would show.
    """
    now = desk.now()
    zone = now.zone
    try:
        dossier = looking_up.dossier(desk.office, ref=changes.ref)
    except Refused as refused:
        lines = looking_up.lines(desk.office, letter_ids=changes.letter_ids[:1])
        [document] = Shapes(zone).lines(lines, more=False, now=now.at)["letters"]
        said = _("{ref} sudah disimpan.").format(ref=changes.ref)
        return Answer(document, [said], [sentence(refused)])
    return Answer(Shapes(zone).letter(dossier), dossier_lines(dossier, zone))


def _form(desk: Desk, args: Namespace, *, letter_number: str = "", received: str | None = None) -> LetterForm:
    fields, own_fields = _fields(args.field), _own_fields(desk, args)
    if received is None:
        # Letters that come in are not written here: what is noted of them has no form.
        check_names(fields, own_fields)
    return LetterForm(
        correspondent=args.sender,
        subject=args.subject,
        letter_number=letter_number,
        letter_date=desk.day(args.date, "letter_date"),
        received_on=desk.day(received, "received_on"),
        correspondent_address=args.address,
        kind=args.kind,
        urgency=Urgency(args.urgency),
        secrecy=Secrecy(args.secrecy),
        classification=args.code,
        unit=args.unit,
        enclosures=args.enclosures,
        external_reference=args.external_reference,
        reply_to=LetterRef.read(args.reply_to) if args.reply_to else None,
        fields=fields,
        own_fields=own_fields,
    )


def _own_fields(desk: Desk, args: Namespace) -> tuple[OwnField, ...]:
    """Word's libraries are asked only when there is something to check, or something that must not be missing."""
    if not args.kind:
        return ()
    table = read_table(keeping.profile(desk.office).own_fields)
    wanted = any(each.required and each.kind in {"", kind_code(args.kind)} for each in table.rows)
    return desk.registry.printing.own_fields(args.kind) if args.field or wanted else ()


def _order(desk: Desk, args: Namespace) -> StepOrder:
    return StepOrder(
        by=args.by,
        note=args.note,
        on=desk.day(args.on, "on"),
        to=tuple(args.to),
        lead=args.lead,
        instructions=tuple(args.instruction),
        due=desk.day(args.due, "due"),
        received_by=getattr(args, "received_by", ""),
        attachments=_attachments(args.attach),
    )


def _fields(typed: Sequence[str]) -> dict[str, str]:
    fields = {}
    for each in typed:
        name, equals, value = each.partition("=")
        if not equals or not name.strip():
            raise WrongUsage(_("--field ditulis NAMA=ISI, bukan “{typed}”.").format(typed=each))
        fields[name.strip()] = value.strip()
    return fields


def _attachments(paths: Sequence[str]) -> tuple[NewAttachment, ...]:
    return tuple(NewAttachment(path, read_file(path)) for path in paths)


def code(typed: str) -> str:
    """`Send-For-Review` is as good as send_for_review."""
    return typed.strip().lower().replace("-", "_").replace(" ", "_")
