"""The contents of a surat pengantar, from a letter's dossier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from correspondence.dates import format_date
from correspondence.dossier import Dossier
from correspondence.errors import Refused
from correspondence.letters import Letter, Secrecy, Urgency
from correspondence.people import SignatureBlock
from correspondence.profile import OfficeProfile
from correspondence.wording import Enclosures
from correspondence.workflow import Direction
from ui.paper.contents import BLANK, SHORT_BLANK, Context, letterhead, signer

ROWS_FIELD = "naskah"
"""The letter's own field with the documents, a line each: `text | banyaknya | keterangan`. Where a form keeps one
line a field, `naskah_1`, `naskah_2` … serve as well.
"""
COPIES_FIELD = "tembusan"
NOTE_FIELD = "keterangan"
USUAL_NOTE = "Disampaikan dengan hormat untuk diproses lebih lanjut sesuai ketentuan."

ELECTRONIC = (
    "Dokumen ini telah ditandatangani secara elektronik dengan sertifikat elektronik yang diterbitkan Balai Besar"
    " Sertifikasi Elektronik (BSrE); informasi elektronik dan hasil cetaknya merupakan alat bukti hukum yang sah menurut"
    " Undang-Undang Informasi dan Transaksi Elektronik."
)
"""Only below a letter that really was signed so."""

_NUMBERED = re.compile(r"(?P<name>[a-z]+)_(?P<number>[0-9]{1,3})")
_SAID_DI = re.compile(r"^\s*di(?:\s*[-\u2010-\u2015]\s*|\s+)(?=\S)", re.IGNORECASE)
"""`di Tempat`, `di -` and a line end: the templates say "di" themselves, the office's own ones too."""
_SAID_YTH = re.compile(r"^\s*yth(?:\.\s*|\s+)(?=\S)", re.IGNORECASE)

URGENCY = {Urgency.BIASA: "Biasa", Urgency.SEGERA: "Segera", Urgency.SANGAT_SEGERA: "Sangat Segera"}
_SECRECY = {
    Secrecy.BIASA: "Biasa",
    Secrecy.TERBATAS: "Terbatas",
    Secrecy.RAHASIA: "Rahasia",
    Secrecy.SANGAT_RAHASIA: "Sangat Rahasia",
}


def cover_letter_context(
    dossier: Dossier,
    profile: OfficeProfile,
    *,
    sender: SignatureBlock | None,
    today: date,
    addressee: str = "",
    addressee_address: str = "",
) -> Context:
    """The values of every field of `surat-pengantar`, `isian.*` included.

    An outgoing letter goes to its own addressee under its own number and date, dots for what it has not yet; an incoming one is passed on to
    `addressee`, is itself the document sent, and leaves number and addressee blank when they are not known.
    """
    letter = dossier.letter
    outgoing = letter.direction is Direction.OUTGOING
    own = letter.fields
    return {
        "kop": letterhead(profile),
        "surat": {
            "tempat": profile.place or SHORT_BLANK,
            "tanggal": _dated(letter, today) if outgoing else format_date(today),
            "nomor": (letter.letter_number if outgoing else "") or BLANK,
            "hal": letter.subject,
            "tentang": _about(letter.subject, dossier.kind),
            "lampiran": counted(letter.enclosures),
            "sifat": _character(letter),
            "kode_klasifikasi": letter.classification,
            "nomor_agenda": str(letter.agenda_number),
            "elektronik": ELECTRONIC if letter.signed_electronically else "",
        },
        "tujuan": {
            "nama": _SAID_YTH.sub("", letter.correspondent if outgoing else addressee) or BLANK,
            "alamat": _SAID_DI.sub("", letter.correspondent_address if outgoing else addressee_address),
        },
        "naskah": document_rows(letter),
        "keterangan": own.get("catatan", ""),
        "penerima": _receiver(letter),
        "pengirim": signer(sender),
        "tembusan": lines_of(own, COPIES_FIELD),
        "isian": dict(own),
    }


def document_rows(letter: Letter) -> list[Context]:
    """The rows of the table: those typed into the letter's own field, or the letter itself as the one document."""
    typed = [_row(each) for each in lines_of(letter.fields, ROWS_FIELD)]
    rows = typed or [(_named(letter), counted(letter.enclosures), "")]
    note = letter.fields.get(NOTE_FIELD, "") or USUAL_NOTE
    return [
        {
            "nomor": f"{number}.",
            "naskah": text,
            "banyaknya": number_of or counted("1 berkas"),
            # One sentence for all rows stands in the first, as it is written by hand.
            "keterangan": said or (note if number == 1 else ""),
        }
        for number, (text, number_of, said) in enumerate(rows, start=1)
    ]


def lines_of(fields: Mapping[str, str], name: str) -> list[str]:
    """The lines of a field that holds several, whether in one field or in `name_1`, `name_2` …"""
    numbered: Iterable[tuple[int, str]] = sorted(
        (int(match["number"]), text)
        for key, text in fields.items()
        if (match := _NUMBERED.fullmatch(key)) and match["name"] == name
    )
    texts = [fields.get(name, ""), *(text for _, text in numbered)]
    return [line.strip() for text in texts for line in text.splitlines() if line.strip()]


def counted(enclosures: str) -> str:
    """`2 berkas` → `2 (dua) berkas`; what cannot be read stands as it was typed; none is nothing."""
    try:
        read = Enclosures.read(enclosures)
    except Refused:
        return enclosures
    return str(read) if read.count else ""


def _dated(letter: Letter, today: date) -> str:
    """The letter's own date. It comes with the number, at the latest: until then there is room for the pen."""
    return format_date(letter.letter_date) if letter.letter_date else f"{SHORT_BLANK} {today.year}"


def _character(letter: Letter) -> str:
    """One line for two fields: what is out of the ordinary, `Biasa` when nothing is."""
    urgent = [URGENCY[letter.urgency]] if letter.urgency is not Urgency.BIASA else []
    secret = [_SECRECY[letter.secrecy]] if letter.secrecy is not Secrecy.BIASA else []
    return " / ".join(urgent + secret) or _SECRECY[Secrecy.BIASA]


def _about(subject: str, kind: str) -> str:
    """The subject below a title that has said the kind already: `Berita Acara Serah Terima` → `Serah Terima`."""
    words = r"\s+".join(re.escape(each) for each in kind.split())
    said = re.match(rf"\s*{words}\s+(?:tentang\s+)?(?=\S)", subject, re.IGNORECASE) if words else None
    return subject[said.end() :] if said else subject


def _row(line: str) -> tuple[str, str, str]:
    text, number_of, said = (part.strip() for part in (line + "||").split("|", maxsplit=2))
    return text, counted(number_of), said.rstrip("| ")


def _named(letter: Letter) -> str:
    """An incoming letter by sender, number and date; an outgoing one by its subject."""
    if letter.direction is Direction.OUTGOING:
        return letter.subject
    number = f" Nomor {letter.letter_number}" if letter.letter_number else ""
    written = f" tanggal {format_date(letter.letter_date)}" if letter.letter_date else ""
    return f"Surat {letter.correspondent}{number}{written}\nhal {letter.subject}"


def _receiver(letter: Letter) -> Context:
    """What is known of the receipt; the rest is filled in by hand."""
    return {
        "tanggal": format_date(letter.delivered_on) if letter.delivered_on else BLANK,
        "jabatan": BLANK,
        "nama": letter.received_by or BLANK,
        "nip": BLANK,
        "telepon": SHORT_BLANK,
    }
