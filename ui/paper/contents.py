"""What every paper shares: letterhead, signature block, how figures are written. Always in Indonesian.

A paper is an official document of the office: it does not follow the language of the screen.
"""

from __future__ import annotations

from datetime import date

from correspondence.dates import format_date
from correspondence.people import SignatureBlock
from correspondence.profile import OfficeProfile

Context = dict[str, object]

BLANK = "." * 24
"""Filled in by hand: a visible blank instead of an error."""
SHORT_BLANK = "." * 12
CONTACT_LINE = 62
"""Letters of the usual width that fit beside an emblem."""


def letterhead(profile: OfficeProfile) -> Context:
    """The fields `kop.*`."""
    place = " ".join(part for part in (profile.address, profile.postcode) if part)
    contacts = (
        ("Telepon", profile.phone),
        ("Surel", profile.email),
        ("Laman", profile.website),
    )
    # A word never stands at a line's end without its value, nor a comma where a line ends.
    known = [f"{word}\N{NO-BREAK SPACE}{value}" for word, value in contacts if value]
    lines = [", ".join(known)]
    if len(lines[0]) > CONTACT_LINE and len(known) > 1:
        lines = [", ".join(known[:-1]), known[-1]]
    return {
        "pemerintah": profile.parent,
        "nama": profile.name,
        "alamat": profile.address,
        "telepon": profile.phone,
        "surel": profile.email,
        "laman": profile.website,
        "kode_pos": profile.postcode,
        "baris_alamat": "\n".join(part for part in (place, *lines) if part),
    }


def signer(block: SignatureBlock | None) -> Context:
    """The fields `penandatangan.*` and `pengirim.*`; blanks when nobody is known to sign."""
    if block is None:
        return {"jabatan": BLANK, "nama_jabatan": BLANK, "nama": BLANK, "pangkat": "", "nip": SHORT_BLANK}
    return {
        "jabatan": "\n".join(block.heads),
        "nama_jabatan": block.position,
        "nama": block.name,
        "pangkat": block.rank,
        "nip": block.nip,
    }


def place_and_date(profile: OfficeProfile, on: date) -> Context:
    """The fields `tempat` and `tanggal`."""
    return {"tempat": profile.place or SHORT_BLANK, "tanggal": format_date(on)}


def figure(number: int) -> str:
    """1234 → `1.234`."""
    return f"{number:,}".replace(",", ".")


def quiet_figure(number: int) -> str:
    """As `figure`, and a dash for 0: in a month of days most are empty."""
    return figure(number) if number else "–"


def hours(value: float | None) -> str:
    """3.5 → `3,5 jam`; a dash when nothing was measured."""
    if value is None:
        return "–"
    return f"{value:,.1f}".translate(str.maketrans(",.", ".,")).removesuffix(",0") + " jam"
