"""The office's own settings: identity, letterhead, numbering, deadlines, hours.

All of it editable, none of it law.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DISPOSITION_INSTRUCTIONS: tuple[str, ...] = (
    "Tanggapan dan Saran",
    "Proses lebih lanjut",
    "Koordinasi/konfirmasikan",
)


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """One office. Texts as they stand on paper.

    `parent` is the line over the office's name in the letterhead (PEMERINTAH KOTA …), `place` stands before
    the date of a letter. `number_scope` is one of CounterScope, `zone` an IANA name. `deadline_*`: hours
    after receipt for the urgent ones, working days for biasa [a rule of 2011, unconfirmed since: hence a
    setting]. `hours` maps monday … sunday to "07.30-12.00, 12.30-16.00" ("" is a day off). `report_signatory`
    is an officer's name.
    """

    name: str = ""
    parent: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    postcode: str = ""
    place: str = ""
    opd_code: str = ""
    zone: str = "Asia/Jakarta"
    number_pattern: str = "{kode}/{urut}/{unit}/{tahun}"
    number_scope: str = "office"
    default_unit_code: str = "UM"
    deadline_sangat_segera_hours: int = 24
    deadline_segera_hours: int = 48
    deadline_biasa_workdays: int = 5
    report_signatory: str = ""
    instructions: tuple[str, ...] = DISPOSITION_INSTRUCTIONS
    hours: Mapping[str, str] = field(
        default_factory=lambda: {
            "monday": "07.30-16.00",
            "tuesday": "07.30-16.00",
            "wednesday": "07.30-16.00",
            "thursday": "07.30-16.00",
            "friday": "07.30-16.30",
            "saturday": "",
            "sunday": "",
        }
    )
