"""Three months of the sample office, lived through: every letter takes its steps at its own time, by a clock that runs.

Journals, waiting times, deadlines and counts are then what they would be, because they came about the same way.
Each letter is a generator: it acts, and yields how many working minutes pass before it acts again. What would lie
after now has not happened yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from correspondence.dates import MONTHS
from correspondence.forms import LetterForm
from correspondence.letters import Urgency
from correspondence.numbering import LetterRef, roman_month
from correspondence.services import disposing, looking_up, registering, signing
from correspondence.services.deeds import StepOrder
from correspondence.workflow import DispositionState, Step
from ui.demo.letters import Came, Wrote
from ui.demo.people import ARCHIVIST, ASSISTANT, HEAD, SECRETARY, SUBHEADS
from ui.demo.scans import scan
from ui.demo.stage import Life, Story

HOUR, DAY = 60, 510

PACE = {Urgency.BIASA: 0.7, Urgency.SEGERA: 0.3, Urgency.SANGAT_SEGERA: 0.12}
"""What is urgent goes faster through the same hands; some of it is late all the same."""

INSTRUCTIONS = ("Proses lebih lanjut", "Tanggapan dan Saran", "Koordinasi/konfirmasikan")
REPORTS = (
    "Sudah ditindaklanjuti, berkas terlampir.",
    "Sudah dikoordinasikan dengan perangkat daerah terkait.",
    "Sudah dijawab dengan surat keluar.",
    "Dihadiri, notula disimpan di bagian.",
)


def incoming(story: Story, came: Came, number: int, stop: str) -> Life:
    """A letter that came in, as far as `stop`: a state's code, or one of the odd ways of `_odd_ways`."""
    ref = came_in(story, came, number)
    if stop == "registered":
        return
    pace = PACE[came.urgency]
    yield story.about(2 * HOUR, pace)
    if stop in {"cancelled", "returned"}:
        _turned_away(story, ref, stop)
        return
    story.step(ref, Step.SUBMIT, to=(story.head(),))
    if stop == "submitted":
        return
    yield story.about(5 * HOUR, pace)
    if stop == "noted":
        story.step(ref, Step.FILE, note="Untuk diketahui, tidak perlu disposisi.")
        return
    yield from _disposed(story, ref, came, stop)


def came_in(story: Story, came: Came, number: int) -> LetterRef:
    """A letter is entered in the book."""
    today = story.today()
    dated = today - timedelta(days=story.chance.randint(1, 6))
    form = LetterForm(
        correspondent=came.sender,
        correspondent_address=came.address,
        subject=_dated(came.subject, dated),
        letter_number=f"{came.number.format(n=100 + number * 7)}/{roman_month(dated.month)}/{dated.year}",
        letter_date=dated,
        received_on=today,
        kind=came.kind,
        urgency=came.urgency,
        secrecy=came.secrecy,
        classification=came.code,
        unit=came.unit,
        enclosures=came.enclosures,
    )
    scans = (scan(form),) if number % 3 == 0 else ()
    key = f"contoh-masuk-{number}"
    return registering.register_incoming(story.desk(), form=form, attachments=scans, request_key=key).ref


def _turned_away(story: Story, ref: LetterRef, stop: str) -> None:
    if stop == "cancelled":
        story.step(ref, Step.CANCEL, note="Tercatat dua kali; yang berlaku nomor agenda sebelumnya.")
    else:
        story.step(ref, Step.RETURN_TO_SENDER, note="Salah alamat, ditujukan kepada Dinas Sosial.")


def _disposed(story: Story, ref: LetterRef, came: Came, stop: str) -> Life:
    lead = SUBHEADS[came.unit]
    others = [name for name in (*SUBHEADS.values(), ARCHIVIST) if name not in {lead, story.head()}]
    head = HEAD if lead == story.head() else story.head()
    also = tuple(story.chance.sample(others, story.chance.randint(0, 2)))
    story.step(
        ref,
        Step.DISPOSE,
        by=head,
        to=(lead, *also),
        lead=lead,
        instructions=tuple(story.chance.sample(INSTRUCTIONS, story.chance.randint(1, 2))),
        note=story.chance.choice(("", "Laporkan hasilnya.", "Siapkan jawaban.")),
    )
    if stop == "disposed":
        return
    pace = PACE[came.urgency]
    yield story.about(3 * HOUR, pace)
    sent = [each.disposition for each in looking_up.dossier(story.office, ref=ref).dispositions]
    if stop == "recalled" and len(sent) > 1:
        disposing.dispose_step(story.desk(), disposition_id=sent[-1].id, step=Step.RECALL, order=StepOrder())
    if stop == "declined" and len(sent) > 1:
        note = StepOrder(note="Bukan tugas subbagian kami.")
        disposing.dispose_step(story.desk(), disposition_id=sent[-1].id, step=Step.RETURN, order=note)
    _take(story, sent[0].id, Step.READ)
    if stop == "read":
        return
    yield story.about(DAY, pace)
    if stop == "forwarded" and lead != ARCHIVIST and ARCHIVIST not in also:
        order = StepOrder(to=(ARCHIVIST,), instructions=("Proses lebih lanjut",))
        disposing.dispose_step(story.desk(), disposition_id=sent[0].id, step=Step.FORWARD, order=order)
        return
    _take(story, sent[0].id, Step.START)
    if stop == "in_progress":
        return
    yield story.about(2 * DAY, pace)
    _take(story, sent[0].id, Step.DONE, story.chance.choice(REPORTS))
    yield story.about(HOUR, pace)
    _others_finish(story, ref)
    story.step(ref, Step.COMPLETE)
    if stop == "completed":
        return
    yield story.about(DAY)
    story.step(ref, Step.FILE)
    if stop == "reopened":
        yield story.about(2 * DAY)
        story.step(ref, Step.REOPEN, note="Pengirim meminta penjelasan tambahan.")


def _others_finish(story: Story, ref: LetterRef) -> None:
    """Who was asked besides the lead answers too; now and then one forgets."""
    for line in looking_up.dossier(story.office, ref=ref).dispositions:
        each = line.disposition
        if each.state is DispositionState.SENT and story.chance.random() < 0.9:
            for step in (Step.READ, Step.START):
                _take(story, each.id, step)
            _take(story, each.id, Step.DONE, "Sudah dilaksanakan.")


def _take(story: Story, disposition_id: int, step: Step, note: str = "") -> None:
    disposing.dispose_step(story.desk(), disposition_id=disposition_id, step=step, order=StepOrder(note=note))


def outgoing(story: Story, wrote: Wrote, number: int, stop: str) -> Life:
    """A letter that the office writes, as far as `stop`."""
    ref = written(story, wrote, number)
    initials = [SUBHEADS[wrote.unit]]
    signs_above = number % 4 == 0
    if signs_above:
        initials += [HEAD, ASSISTANT]
    signatory = SECRETARY if signs_above else HEAD
    promised = _promise(story, number)
    signing.set_chain(story.desk(), ref=ref, initials=initials, sign=signatory, promised_for=promised)
    if stop == "draft":
        return
    yield story.about(2 * HOUR)
    if stop == "dropped":
        story.step(ref, Step.CANCEL, note="Konsep digabung dengan surat lain.")
        return
    story.step(ref, Step.SEND_FOR_REVIEW)
    if stop == "in_review":
        return
    yield story.about(3 * HOUR)
    if stop in {"needs_revision", "mended"}:
        story.step(ref, Step.SEND_BACK, by=initials[0], note="Perihal dan dasar surat belum sesuai.")
        if stop == "needs_revision":
            return
        yield story.about(4 * HOUR)
        story.step(ref, Step.SEND_FOR_REVIEW, note="Sudah diperbaiki.")
        yield story.about(2 * HOUR)
    yield from _signed(story, ref, initials, signatory, stop)


def _signed(story: Story, ref: LetterRef, initials: Sequence[str], signatory: str, stop: str) -> Life:
    for name in initials:
        story.step(ref, Step.INITIAL, by=name)
        yield story.about(2 * HOUR)
    if stop == "awaiting_signature":
        return
    yield story.about(3 * HOUR)
    if signatory == HEAD and story.head() in initials:
        yield 5 * DAY  # nobody signs what he has initialled: this one waits until the head is back
    if signatory == HEAD and story.head() != HEAD:
        line = next(
            each.step for each in looking_up.dossier(story.office, ref=ref).signatures if each.officer == HEAD
        )
        note = "Kepala Bagian dinas luar."
        signing.signature_step(
            story.desk(), signature_id=line.id, step=Step.REASSIGN, by=HEAD, to=story.head(), note=note
        )
        signatory = story.head()
        yield story.about(HOUR)
    story.step(ref, Step.SIGN, by=signatory)
    if stop == "signed":
        return
    yield story.about(HOUR)
    story.step(ref, Step.GIVE_NUMBER)
    if stop == "numbered":
        return
    yield story.about(2 * HOUR)
    if stop == "cancelled":
        story.step(ref, Step.CANCEL, note="Kegiatan ditunda, surat tidak jadi dikirim.")
        return
    story.step(ref, Step.DISPATCH)
    if stop == "dispatched":
        return
    yield story.about(DAY)
    receiver = story.chance.choice(("Sdr. Hendra (staf TU)", "Ibu Wati (penerima tamu)", "Sdr. Arif"))
    story.step(ref, Step.CONFIRM_DELIVERY, received_by=receiver)
    if stop == "delivered":
        return
    yield story.about(DAY)
    story.step(ref, Step.FILE)


def written(story: Story, wrote: Wrote, number: int) -> LetterRef:
    """A draft is begun."""
    form = LetterForm(
        correspondent=wrote.to,
        correspondent_address=wrote.address,
        subject=_dated(wrote.subject, story.today()),
        kind=wrote.kind,
        urgency=wrote.urgency,
        classification=wrote.code,
        unit=wrote.unit,
        enclosures=wrote.enclosures,
        fields=dict(wrote.fields),
    )
    key = f"contoh-keluar-{number}"
    return registering.register_outgoing(story.desk(), form=form, request_key=key).ref


def _promise(story: Story, number: int) -> datetime | None:
    """Every second letter is promised for two in the afternoon, tomorrow or the day after."""
    if number % 2:
        return None
    day = story.calendar.add_workdays(story.today(), 1 + number % 3)
    return datetime.combine(day, time(14), tzinfo=story.calendar.zone)


def _dated(subject: str, day: date) -> str:
    return subject.format(bulan=MONTHS[day.month - 1], tahun=day.year)
