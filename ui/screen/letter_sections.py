"""What the detail pane shows of a letter, one section each. They are made anew for every letter: that is cheap and true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from correspondence.dossier import DispositionLine, Dossier
from correspondence.letters import Attachment, Letter, Secrecy, Urgency
from correspondence.own_tables import read_table
from correspondence.profile import OfficeProfile
from correspondence.workflow import Direction, Step, is_open
from ui import formats
from ui.journal_words import change_words
from ui.own_words import shown_fields
from ui.screen.desk import Desk
from ui.screen.files import file_line
from ui.screen.line_texts import NONE, Reading, deadline, short_day
from ui.screen.plain import button_text, plain_label, plain_tooltip, push_button
from ui.screen.steps import disposition_steps
from ui.texts import _
from ui.words import done_word, secrecy_word, state_word, step_word, urgency_word

OnFile = Callable[[str, str], None]


def facts(dossier: Dossier, reading: Reading) -> tuple[tuple[str, str], ...]:
    """Words and values of the letter's head, what is empty left out."""
    letter = dossier.letter
    incoming = letter.direction is Direction.INCOMING
    zone = reading.calendar.zone
    registered = formats.instant(letter.registered_at, zone)
    kinds_of_urgency = [urgency_word(letter.urgency)] if letter.urgency is not Urgency.BIASA else []
    kinds_of_urgency += [secrecy_word(letter.secrecy)] if letter.secrecy is not Secrecy.BIASA else []
    rows = (
        (_("Dari") if incoming else _("Kepada"), letter.correspondent),
        (_("Alamat"), letter.correspondent_address),
        (_("Nomor"), letter.letter_number),
        (_("Tanggal"), formats.day(letter.letter_date)),
        (_("Diterima"), formats.day(letter.received_on)),
        (_("Dicatat"), registered),
        (_("Sifat"), " · ".join(kinds_of_urgency)),
        (_("Klasifikasi"), letter.classification),
        (_("Jenis"), dossier.kind),
        (_("Unit"), dossier.unit),
        (_("Lampiran"), letter.enclosures),
        (_("Balasan atas"), str(dossier.reply_to or "")),
        (_("SRIKANDI"), letter.external_reference),
        (_("Dikirim"), formats.day(letter.dispatched_on)),
        (_("Diterima oleh"), letter.received_by),
        (_("Batas"), _due(letter, reading)),
    )
    return tuple((word, value) for word, value in rows if value)


def own_facts(dossier: Dossier, profile: OfficeProfile) -> tuple[tuple[str, str], ...]:
    """What the letter kind's own form holds, as the office calls it."""
    return tuple(shown_fields(dossier.letter.fields, read_table(profile.own_fields), dossier.kind))


def _due(letter: Letter, reading: Reading) -> str:
    """`18 Nov 16.00 · lewat 3 hari`; the word only while the letter is open."""
    if letter.due_at is None:
        return ""
    zone = reading.calendar.zone
    day = short_day(letter.due_at.astimezone(zone).date(), reading.today)
    word = deadline(letter.due_at, reading, open_=is_open(letter.state)).text
    when = f"{day} {formats.clock(letter.due_at, zone)}"
    return when if word in (NONE, day) else f"{when} · {word}"


def facts_section(desk: Desk, dossier: Dossier, reading: Reading) -> QWidget:
    """Two columns: word and value."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(desk.look.px(12))
    grid.setVerticalSpacing(desk.look.px(3))
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    own = own_facts(dossier, desk.known.directory.profile)
    for row, (word, value) in enumerate((*facts(dossier, reading), *own)):
        grid.addWidget(plain_label(word, "muted"), row, 0, top)
        grid.addWidget(plain_label(value, wrap=True, select=True), row, 1, top)
    return box


def rows_of(desk: Desk, rows: Sequence[QWidget]) -> QWidget:
    """Widgets below each other."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(desk.look.px(4))
    for row in rows:
        column.addWidget(row)
    return box


def two_lines(desk: Desk, text: str, second: str, *buttons: QPushButton, late: bool = False) -> QWidget:
    """A text, a smaller one below it, buttons at the right."""
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(desk.look.px(4))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(plain_label(text, wrap=True))
    if second:
        words.addWidget(plain_label(second, "wrong" if late else "muted", wrap=True))
    line.addLayout(words, 1)
    for button in buttons:
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return box


def menu_button(
    word: str, entries: Sequence[tuple[str, Callable[[], None]]], look: str = "quiet"
) -> QPushButton:
    """A button that opens a short menu."""
    button = push_button(word, look)
    menu = QMenu(button)
    for text, action in entries:
        # Qt says whether it is checked to whoever takes an argument: no entry is a tick, and none is told.
        menu.addAction(button_text(text)).triggered.connect(lambda _checked=False, act=action: act())
    button.setMenu(menu)
    return button


def disposition_row(
    desk: Desk,
    dossier: Dossier,
    line: DispositionLine,
    reading: Reading,
    take: Callable[[int, Step], None],
    *,
    depth: int,
) -> QWidget:
    """`1 Kasubbag TU`, its state, and the steps it allows now; indented by how often it was handed on."""
    each = line.disposition
    mark = "1" if each.lead else "V"
    who = line.recipient_position or line.recipient
    told = [state_word(each.state), *each.instructions]
    if each.due_on:
        told.append(_("batas {when}").format(when=short_day(each.due_on, reading.today)))
    told += [text for text in (each.note, each.report) if text]
    late = each.live and each.due_on is not None and each.due_on < reading.today
    entries = [
        (step_word(step), partial(take, each.id, step)) for step in disposition_steps(dossier, each.id)
    ]
    buttons = (menu_button(_("Langkah ▾"), entries),) if entries else ()
    row = two_lines(desk, f"{mark}  {who}", " · ".join(told), *buttons, late=late)
    row.setContentsMargins(desk.look.px(14) * min(depth, 5), 0, 0, 0)
    return row


def attachment_rows(desk: Desk, dossier: Dossier, open_: OnFile, save: OnFile) -> list[QWidget]:
    """The files of a letter; both verbs take name and SHA-256."""
    return [
        _attachment_row(
            desk,
            dossier,
            each,
            partial(open_, each.name, each.sha256),
            partial(save, each.name, each.sha256),
        )
        for each in dossier.attachments
    ]


def _attachment_row(
    desk: Desk, dossier: Dossier, attachment: Attachment, open_: Callable[[], None], save: Callable[[], None]
) -> QWidget:
    """A file with what can be done with it, and whose report it came with."""
    lines = {line.disposition.id: line for line in dossier.dispositions}
    line = lines.get(attachment.disposition_id or 0)
    who = line.recipient_position or line.recipient if line is not None else ""
    of = _("laporan {who}").format(who=who) if who else ""
    opened = push_button(_("Buka"), "quiet")
    opened.clicked.connect(open_)
    opened.setAccessibleName(_("Buka {name}").format(name=attachment.name))
    saved = push_button(_("Simpan …"), "quiet")
    saved.clicked.connect(save)
    row = two_lines(desk, file_line(attachment.name, attachment.size), of, opened, saved)
    row.setToolTip(plain_tooltip(attachment.name))
    return row


def journal_rows(desk: Desk, dossier: Dossier, reading: Reading) -> list[QWidget]:
    """Every entry, newest first, with old and new of what was corrected."""
    rows = []
    for entry in reversed(dossier.journal):
        told = [entry.by, formats.instant(entry.at, reading.calendar.zone), entry.note]
        zone = reading.calendar.zone
        told += [
            change_words(name, old, new, zone)
            for name, (old, new) in entry.changes.items()
            if entry.step == "corrected" or name == "undone"
        ]
        rows.append(two_lines(desk, done_word(entry.step), " · ".join(text for text in told if text)))
    return rows
