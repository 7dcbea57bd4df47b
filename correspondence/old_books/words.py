"""Words that stand in the columns of old agenda books, and the register's own for them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from correspondence.errors import Refused
from correspondence.letters import Secrecy, Urgency
from correspondence.old_books.headings import plain
from correspondence.workflow import Direction, IncomingState, OutgoingState

_I, _O = IncomingState, OutgoingState

URGENCIES: Mapping[str, Urgency] = {
    "biasa": Urgency.BIASA,
    "normal": Urgency.BIASA,
    "segera": Urgency.SEGERA,
    "penting": Urgency.SEGERA,
    "sangatsegera": Urgency.SANGAT_SEGERA,
    "kilat": Urgency.SANGAT_SEGERA,
    "amatsegera": Urgency.SANGAT_SEGERA,
}
SECRECIES: Mapping[str, Secrecy] = {
    "biasa": Secrecy.BIASA,
    "terbuka": Secrecy.BIASA,
    "b": Secrecy.BIASA,
    "terbatas": Secrecy.TERBATAS,
    "konfidensial": Secrecy.TERBATAS,
    "t": Secrecy.TERBATAS,
    "rahasia": Secrecy.RAHASIA,
    "r": Secrecy.RAHASIA,
    "sangatrahasia": Secrecy.SANGAT_RAHASIA,
    "sr": Secrecy.SANGAT_RAHASIA,
}

# The words of the workflow tables as people read them, and what books say for the same.
_INCOMING_WORDS: Mapping[IncomingState, str] = {
    _I.REGISTERED: "tercatat|dicatat|baru",
    _I.SUBMITTED: "diajukan|diteruskan",
    _I.DISPOSED: "didisposisi|disposisi|didisposisikan|proses|diproses",
    _I.COMPLETED: "selesai|sudah selesai|tuntas",
    _I.FILED: "diarsipkan|arsip|diarsip|sudah diarsipkan",
    _I.RETURNED: "dikembalikan|retur",
    _I.CANCELLED: "batal|dibatalkan",
}
_OUTGOING_WORDS: Mapping[OutgoingState, str] = {
    _O.DRAFT: "konsep|draf",
    _O.IN_REVIEW: "diparaf|paraf",
    _O.AWAITING_SIGNATURE: "menunggu tanda tangan",
    _O.NEEDS_REVISION: "perlu perbaikan|perbaikan|revisi",
    _O.SIGNED: "ditandatangani",
    _O.NUMBERED: "bernomor|diberi nomor",
    _O.DISPATCHED: "dikirim|terkirim|sudah dikirim",
    _O.DELIVERED: "diterima|sudah diterima|sampai",
    _O.FILED: "diarsipkan|arsip|diarsip|sudah diarsipkan|selesai",
    _O.CANCELLED: "batal|dibatalkan",
}
STATES: Mapping[Direction, Mapping[str, IncomingState | OutgoingState]] = {
    direction: {
        plain(word): state for state, listed in words.items() for word in (*listed.split("|"), state.value)
    }
    for direction, words in ((Direction.INCOMING, _INCOMING_WORDS), (Direction.OUTGOING, _OUTGOING_WORDS))
}
DIRECTIONS: Mapping[str, Direction] = {
    **dict.fromkeys(("incoming", "masuk", "suratmasuk", "m"), Direction.INCOMING),
    **dict.fromkeys(("outgoing", "keluar", "suratkeluar", "k"), Direction.OUTGOING),
}

_INCOMING_TITLE = re.compile(r"surat\W*masuk|incoming", re.IGNORECASE)
_OUTGOING_TITLE = re.compile(r"surat\W*keluar|ekspedisi|outgoing", re.IGNORECASE)

_MONTHS = (
    "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
)
_MONTH_LINE = re.compile(rf"(?:bulan\W*)?(?:{_MONTHS})(?:\W*[0-9]{{4}})?\W*", re.IGNORECASE)
_PAGE_LINE = re.compile(
    r"(?:halaman|hal\.?|hlm\.?|page)\W*[0-9]+(?:\W*(?:dari|of|/)\W*[0-9]+)?", re.IGNORECASE
)
_SUM_LINE = re.compile(r"(?:sub\W*)?(?:jumlah|total)\b|(?:di)?pindahan\b|dipindahkan\b", re.IGNORECASE)
_FIGURE = re.compile(r"[0-9.,]+(?: [a-z]+)?", re.IGNORECASE)
_CLOSING = re.compile(
    r"mengetahui|\bnip\b|\bttd\b|tanda tangan|^(?:plt|plh|a\.n)\. |^[a-z .]{3,40}, *(?:[0-9]{1,2}|[. ]+) +[a-z]+ +[0-9]{4}$",
    re.IGNORECASE,
)


def title_says(text: str) -> Direction | None:
    """Which book a title ("BUKU AGENDA SURAT MASUK") or a file's name speaks of; None when of both or none."""
    incoming, outgoing = _INCOMING_TITLE.search(text), _OUTGOING_TITLE.search(text)
    if bool(incoming) == bool(outgoing):
        return None
    return Direction.INCOMING if incoming else Direction.OUTGOING


def is_divider(texts: list[str]) -> bool:
    """Whether the filled cells of a row are a month's heading or a page's number."""
    return len(texts) == 1 and bool(_MONTH_LINE.fullmatch(texts[0]) or _PAGE_LINE.fullmatch(texts[0]))


def is_sum(texts: list[str]) -> bool:
    """Whether a row is the JUMLAH or TOTAL at the foot of a page: the word first, and nothing but figures after it."""
    first, figures = texts[:1], texts[1:]
    return bool(first and _SUM_LINE.match(first[0])) and all(_FIGURE.fullmatch(each) for each in figures)


def is_closing(texts: list[str]) -> bool:
    """Whether a row belongs to the signatures under a book: MENGETAHUI, NIP …, or a place with a date."""
    return any(_CLOSING.search(each) for each in texts)


def natures(urgency: str, secrecy: str, both: str) -> tuple[Urgency, Secrecy, tuple[Refused, ...]]:
    """The two natures of a letter from the words for each and from a word or words for either."""
    unknown = []
    speed, safety = URGENCIES.get(plain(urgency)), SECRECIES.get(plain(secrecy))
    if urgency and speed is None:
        unknown.append(_unknown("urgency", urgency))
    if secrecy and safety is None:
        unknown.append(_unknown("secrecy", secrecy))
    for part in both.replace("/", ",").replace("&", ",").split(","):
        word = plain(part)
        if word in URGENCIES:
            speed = URGENCIES[word] if speed in (None, Urgency.BIASA) else speed
        elif word in SECRECIES:
            safety = SECRECIES[word] if safety in (None, Secrecy.BIASA) else safety
        elif word:
            unknown.append(_unknown("urgency", part.strip()))
    return speed or Urgency.BIASA, safety or Secrecy.BIASA, tuple(unknown)


def _unknown(name: str, text: str) -> Refused:
    kinds = Urgency if name == "urgency" else Secrecy
    return Refused(f"{name}_unknown", name, {"typed": text, "known": tuple(each.value for each in kinds)})
