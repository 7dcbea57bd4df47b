"""Saved chains at the terminal: their list, a chain filled in from one, a chain that is kept as one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence

from correspondence.chain_models import ChainModel, ProposedPerson
from correspondence.numbering import LetterRef
from correspondence.services import looking_up, proposing, signing
from correspondence.signatures import Asked
from ui.cli.answers import Answer, Desk, Document
from ui.cli.columns import table
from ui.cli.letters import letter_answer
from ui.cli.time_hints import promise_hinted
from ui.cli.wrong_usage import WrongUsage
from ui.texts import _

_TYPED = ("initial", "coordination", "initial_as", "sign", "sign_as", "save_model")


def check_words(args: Namespace) -> None:
    """WrongUsage unless a chain of a letter is either typed or taken from a model, or the models are asked for."""
    typed = [f"--{name.replace('_', '-')}" for name in _TYPED if getattr(args, name)]
    if args.models:
        if args.ref or typed or args.model is not None or args.promised:
            raise WrongUsage(_("--models hanya menampilkan daftar model; jalankan tanpa isian lain."))
        return
    if args.model is not None and typed:
        raise WrongUsage(_("--model tidak dapat dipakai bersama {other}.").format(other=", ".join(typed)))
    if args.model is not None and not args.model.strip():
        raise WrongUsage(_("Nama model kosong; lihat daftarnya dengan chain --models."))
    missing = [] if args.ref else ["REF"]
    if args.model is None and args.sign is None:
        missing.append("--sign")
    if missing:
        raise WrongUsage(_("Perintah ini masih kurang: {names}.").format(names=", ".join(missing)))


def list_models(desk: Desk) -> Answer:
    """Every saved chain."""
    known = looking_up.directory(desk.office)
    people = {line.officer.id: line.officer.name for line in known.officers}
    kinds = {each.id: each.name for each in known.kinds}
    units = {each.id: each.name for each in known.units}
    documents = [_document(each, people, kinds, units) for each in proposing.chain_models(desk.office)]
    rows = [
        (
            each["name"],
            each["kind"] or "",
            each["unit"] or "",
            ", ".join(" + ".join(group) for group in each["initials"]),
            each["sign"],
        )
        for each in documents
    ]
    heads = (_("Model"), _("Jenis naskah"), _("Unit"), _("Paraf"), _("Penanda tangan"))
    lines = table(heads, rows) or [
        _("Belum ada model rantai; simpan satu dengan chain REF … --save-model NAMA.")
    ]
    return Answer({"chain_models": documents}, lines)


def chain_of_model(desk: Desk, args: Namespace) -> Answer:
    """The letter's chain as the model and the day propose it."""
    ref, promised_for = LetterRef.read(args.ref), desk.instant(args.promised, "promised_for")
    proposal = proposing.proposed_chain(desk.office, ref=ref, model=args.model)
    changes = signing.set_chain(
        desk.office,
        ref=ref,
        initials=[[_asked(each) for each in group] for group in proposal.initials],
        sign=_asked(proposal.sign) if proposal.sign is not None else "",
        promised_for=promised_for,
    )
    return promise_hinted(desk, letter_answer(desk, changes), promised_for)


def save_model(
    desk: Desk, *, name: str, ref: LetterRef, initials: Sequence[Sequence[Asked]], sign: str
) -> None:
    """Keeps a chain that was typed, for letters of this one's kind and unit as the window does."""
    letter = looking_up.dossier(desk.office, ref=ref)
    proposing.save_chain_model(
        desk.office, name=name, initials=initials, sign=sign, kind=letter.kind, unit=letter.unit
    )


def _asked(person: ProposedPerson) -> Asked:
    capacity = person.capacity if person.position else None
    return Asked(person.officer, capacity, person.kind, position=person.position)


def _document(
    model: ChainModel, people: Mapping[int, str], kinds: Mapping[int, str], units: Mapping[int, str]
) -> Document:
    return {
        "name": model.name,
        "kind": kinds.get(model.kind_id or 0),
        "unit": units.get(model.unit_id or 0),
        "initials": [[people.get(place.officer_id, "") for place in group] for group in model.initials],
        "sign": people.get(model.sign_id, ""),
    }
