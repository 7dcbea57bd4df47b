"""Attached files: the content by its hash, in the letter's own transaction; the name only in the register."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from correspondence.letters import Attachment
from db.failures import missing
from db.session import Session
from db.tables import LetterAttachmentRow

LONGEST_NAME = 150
# Names that Windows gives to devices, whatever stands after a dot.
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}
)

_KEEP = "INSERT INTO content (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING"


class Attachments:
    """The office's Attachments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        letter_id: int,
        name: str,
        content: bytes,
        added_at: datetime,
        disposition_id: int | None = None,
    ) -> Attachment:
        digest = sha256(content).hexdigest()
        self._session.run(_KEEP, (digest, len(content), content))
        safe = display_name(name) or digest[:12]
        row = LetterAttachmentRow.insert(
            letter_id=letter_id, name=safe, sha256=digest, added_at=added_at, disposition_id=disposition_id
        )
        return Attachment(
            safe, digest, len(content), added_at, self._session.execute(row), letter_id, disposition_id
        )

    def of_letter(self, letter_id: int) -> Sequence[Attachment]:
        rows = self._session.rows(
            """SELECT letter_attachment.id, name, letter_attachment.sha256, size, added_at, disposition_id
            FROM letter_attachment JOIN content ON content.sha256 = letter_attachment.sha256
            WHERE letter_id = ? ORDER BY letter_attachment.id""",
            (letter_id,),
        )
        return [
            Attachment(name, digest, size, datetime.fromisoformat(added), new_id, letter_id, disposition_id)
            for new_id, name, digest, size, added, disposition_id in rows
        ]

    def content(self, sha256: str) -> bytes:
        found = self._session.value("SELECT bytes FROM content WHERE sha256 = ?", (sha256,))
        if found is None:
            raise missing("attachment", sha256)
        return bytes(found)


def display_name(name: str) -> str:
    """`name` as it may be shown and offered for saving on any system: no folder, no device, no hidden direction.

    "" when nothing remains. Keeps the extension when it must shorten.
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    # Cc: line breaks, NUL; Cf: U+202E, which shows `fdp.exe` as `exe.pdf`; Cs: half characters.
    kept = "".join(each for each in last if unicodedata.category(each) not in {"Cc", "Cf", "Cs", "Zl", "Zp"})
    for sign in '<>:"|?*':
        kept = kept.replace(sign, "_")
    kept = " ".join(kept.split()).strip(". ")
    if kept.partition(".")[0].strip().upper() in _DEVICES:
        kept = f"_{kept}"
    if len(kept) > LONGEST_NAME:
        stem, dot, extension = kept.rpartition(".")
        ending = f".{extension}" if dot and stem and len(extension) <= 10 else ""
        kept = kept[: LONGEST_NAME - len(ending)] + ending
    return kept
