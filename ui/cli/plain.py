"""Letters as plain text for a terminal: aligned columns, one letter a line; a letter whole, label by label."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from correspondence.dossier import Dossier, Pending
from correspondence.search import LetterLine
from correspondence.workflow import is_open
from ui import formats
from ui.cli.columns import pairs, shown, table
from ui.cli.plain_chains import signature_lines
from ui.journal_words import change_words
from ui.texts import _
from ui.words import (
    done_word,
    field_word,
    letter_word,
    secrecy_word,
    state_word,
    step_word,
    task_word,
    urgency_word,
)


def letter_lines(lines: Iterable[LetterLine], now: datetime) -> list[str]:
    heads = (_("Rujukan"), _("Tanggal"), _("Status"), _("Dari/Kepada"), _("Perihal"), _("Di tangan"), "")
    rows = [
        (
            str(line.ref),
            formats.short_day(line.entered_on),
            state_word(line.state),
            line.correspondent,
            line.subject,
            _holder(line.holder, line.held_since),
            _("LEWAT") if line.due_at is not None and line.due_at < now and is_open(line.state) else "",
        )
        for line in lines
    ]
    return table(heads, rows) or [_("Tidak ada surat yang cocok.")]


def pending_lines(pending: Iterable[Pending], zone: ZoneInfo) -> list[str]:
    heads = (
        _("No."),
        _("Surat"),
        _("Menunggu"),
        _("Untuk"),
        _("Sejak"),
        _("Lama"),
        _("Batas/janji"),
        _("Perihal"),
    )
    rows = [
        (
            str(each.item_id),
            str(each.ref),
            each.officer,
            _what_for(each),
            formats.instant(each.requested_at, zone),
            formats.duration(each.waiting_minutes),
            _until(each, zone),
            each.subject,
        )
        for each in pending
    ]
    return table(heads, rows) or [_("Tidak ada yang menunggu.")]


def _what_for(pending: Pending) -> str:
    """`Paraf`, `1 Dibaca, dari Sekretaris`: the mark of the lead as on the sheet."""
    one = pending.disposition
    if one is None:
        task = task_word(pending.task) if pending.task is not None else ""
        again = pending.round is not None and pending.round > 1
        return _("{task}, putaran {number}").format(task=task, number=pending.round) if again else task
    told = f"{'1' if one.lead else 'V'} {state_word(one.state)}"
    return _("{what}, dari {who}").format(what=told, who=pending.giver) if pending.giver else told


def _until(pending: Pending, zone: ZoneInfo) -> str:
    """Of an initial also when the signature after it is promised: it holds that one up."""
    over = _(" (lewat)")
    late = over if pending.late else ""
    if pending.disposition is not None:
        return formats.day(pending.disposition.due_on) + late
    own, after = formats.instant(pending.promised_for, zone) + late, pending.signature_promised_for
    if after is None:
        return own
    signed = _("TTD {when}").format(when=formats.instant(after, zone))
    return "; ".join(
        text for text in (own, signed + (over if pending.signature_promise_broken else "")) if text
    )


def dossier_lines(dossier: Dossier, zone: ZoneInfo) -> list[str]:
    """A letter with everything that hangs on it."""
    letter = dossier.letter
    incoming = letter.received_on is not None
    lines = [f"{letter.ref}  {letter_word(letter.direction)}  [{state_word(letter.state)}]"]
    lines += pairs(
        (
            (field_word("sender" if incoming else "correspondent"), letter.correspondent),
            (field_word("correspondent_address"), letter.correspondent_address),
            (field_word("subject"), letter.subject),
            (field_word("letter_number"), letter.letter_number),
            (field_word("letter_date"), formats.day(letter.letter_date)),
            (field_word("received_on"), formats.day(letter.received_on)),
            (_("Dicatat"), formats.instant(letter.registered_at, zone)),
            (field_word("kind"), dossier.kind),
            (field_word("urgency"), urgency_word(letter.urgency)),
            (field_word("secrecy"), secrecy_word(letter.secrecy)),
            (field_word("classification"), letter.classification),
            (field_word("unit"), dossier.unit),
            (field_word("enclosures"), letter.enclosures),
            (field_word("external_reference"), letter.external_reference),
            (field_word("reply_to"), str(dossier.reply_to or "")),
            *letter.fields.items(),
            (
                _("Tenggat"),
                formats.instant(letter.due_at, zone) + (_(" (lewat)") if dossier.overdue else ""),
            ),
            (_("Di tangan"), _held(dossier)),
            (_("Dikirim"), formats.day(letter.dispatched_on)),
            (
                _("Diterima"),
                " · ".join(each for each in (formats.day(letter.delivered_on), letter.received_by) if each),
            ),
            (_("Dibatalkan"), _cancelled(dossier, zone)),
        )
    )
    for heading, rows in (
        (_("Lampiran berkas"), _attachments(dossier)),
        (_("Disposisi"), _dispositions(dossier, zone)),
        (_("Paraf dan tanda tangan"), signature_lines(dossier, zone)),
        (_("Jurnal"), _journal(dossier, zone)),
    ):
        if rows:
            lines += ["", heading, *(f"  {row}" for row in rows)]
    if dossier.steps:
        steps = ", ".join(f"{step_word(each)} ({each})" for each in dossier.steps)
        lines += ["", _("Langkah berikutnya: {steps}").format(steps=steps)]
    return lines


def _attachments(dossier: Dossier) -> list[str]:
    return [f"{shown(each.name)} ({formats.size(each.size)})" for each in dossier.attachments]


def _dispositions(dossier: Dossier, zone: ZoneInfo) -> list[str]:
    heads = (_("No."), _("Dari"), _("Kepada"), "", _("Status"), _("Dikirim"), _("Batas waktu"), _("Isi"))
    rows = []
    for line in dossier.dispositions:
        each = line.disposition
        asked = "; ".join(part for part in (*each.instructions, each.note, each.report) if part)
        rows.append(
            (
                str(each.id),
                line.sender,
                line.recipient,
                _("utama") if each.lead else "",
                state_word(each.state),
                formats.instant(each.sent_at, zone),
                formats.short_day(each.due_on),
                asked,
            )
        )
    return table(heads, rows)


def _journal(dossier: Dossier, zone: ZoneInfo) -> list[str]:
    heads = (_("Waktu"), _("Oleh"), _("Apa"), _("Catatan"))
    rows = []
    for entry in dossier.journal:
        changed = (change_words(name, old, new, zone) for name, (old, new) in sorted(entry.changes.items()))
        rows.append(
            (
                formats.instant(entry.at, zone),
                entry.by,
                done_word(entry.step),
                "; ".join(part for part in (entry.note, *changed) if part),
            )
        )
    return table(heads, rows)


def _held(dossier: Dossier) -> str:
    holder = dossier.holder
    if holder is None:
        return ""
    waited = formats.duration(holder.waiting_minutes)
    return f"{_holder(holder.officer, holder.since)} ({waited})"


def _holder(name: str, since: datetime | None) -> str:
    return name or (_("Meja agenda") if since is not None else "")


def _cancelled(dossier: Dossier, zone: ZoneInfo) -> str:
    struck = dossier.cancelled
    return "" if struck is None else f"{formats.instant(struck.at, zone)} · {struck.by} · {struck.why}"
