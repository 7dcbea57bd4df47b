"""One letter with every field of every kind's own form filled, and what an office knows beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from correspondence.dispositions import Disposition
from correspondence.dossier import DispositionLine, Dossier
from correspondence.letters import Secrecy, Urgency
from correspondence.own_fields import OwnType
from correspondence.own_tables import own_field
from correspondence.people import Capacity
from correspondence.profile import OfficeProfile
from correspondence.workflow import Direction
from templates_docx.catalogue import PAPERS
from templates_docx.sheet import Sheet
from templates_docx.sound import own_names_of
from templates_docx.writer import write_paper
from tests.ui.paper import samples
from tests.ui.paper.samples import NASTY
from ui.paper.contents import BLANK
from ui.paper.letter_contents import Around, letter_context

LETTER_PAPERS = tuple(code for code, each in PAPERS.items() if each.of_letter)
POSITIONS = ("Sekretaris Daerah", "Kepala Bagian Umum", "Kepala Subbagian Keuangan", f"Kepala {NASTY}")
ZONE = ZoneInfo("Asia/Jakarta")
SAID = datetime(2026, 9, 8, 3, tzinfo=UTC)
_BY_TYPE: Mapping[OwnType, str] = {
    OwnType.DATE: "2026-09-14",
    OwnType.NUMBER: "12",
    OwnType.MONEY: "1500000",
    OwnType.NIK: "3571014509900003",
}


def own_entries(code: str, text: str = NASTY) -> dict[str, str]:
    """Every `isian.…` of the shipped template: what its type asks for, else `text` with the field's name."""
    entries = {}
    for name in own_names_of(PAPERS[code].shipped):
        asked = own_field(name)
        usual = f"{name} {text}\nBaris kedua {name}" if asked.type is OwnType.LONG else f"{name} {text}"
        entries[name] = asked.choices[0] if asked.choices else _BY_TYPE.get(asked.type, usual)
    return entries


def around(profile: OfficeProfile = samples.PROFILE, **changes: object) -> Around:
    usual = Around(
        profile,
        date(2026, 9, 7),
        ZONE,
        signatory=samples.block(),
        disposer=samples.block(Capacity.PLT),
        positions=POSITIONS,
        hierarchy=("Kepala Subbagian Tata Usaha", "Kepala Bagian Umum"),
        coordinating=("Kepala Bagian Hukum",),
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def disposed(**changes: object) -> Dossier:
    """An incoming letter that was passed on to two officers."""
    letter: dict[str, object] = {"urgency": Urgency.SEGERA, "secrecy": Secrecy.RAHASIA, **changes}
    dossier = samples.dossier(Direction.INCOMING, **letter)
    lines = tuple(
        DispositionLine(
            Disposition(
                1,
                number,
                number == 1,
                SAID,
                from_id=9,
                instructions=("Proses lebih lanjut", "Siapkan jawaban"),
                note=f"Bahas dengan {NASTY}",
                due_on=date(2026, 9, 11),
            ),
            "Dra. Siti Rahmawati, M.Si.",
            "Budi",
            position,
        )
        for number, position in ((1, "Kepala Bagian Umum"), (2, f"Kepala {NASTY}"))
    )
    return replace(dossier, dispositions=lines)


def written(code: str, dossier: Dossier, known: Around, sheet: Sheet | None = None) -> bytes:
    """The shipped template filled."""
    context = letter_context(dossier, known)
    return write_paper(PAPERS[code].shipped, context, {}, code=code, sheet=sheet or Sheet(), own_blank=BLANK)
