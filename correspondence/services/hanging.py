"""Files on their way into the register: what they may be called, how large they may be, and hanging them on a letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from hashlib import sha256

from correspondence.errors import Refused
from correspondence.forms import NewAttachment
from correspondence.letters import ATTACHMENT_LIMIT
from correspondence.office import Moment
from correspondence.ports import UnitOfWork

FILE_NAME_LIMIT = 200
_NAMELESS = "lampiran"
_PDF = b"%PDF-"


def checked(attachment: NewAttachment) -> NewAttachment:
    """The attachment under the name the register shows. Refuses `attachment_empty`, `attachment_too_large`."""
    name, size = display_name(attachment.name), len(attachment.content)
    if size == 0:
        raise Refused("attachment_empty", "attachments", {"name": name})
    if size > ATTACHMENT_LIMIT:
        facts = {"name": name, "size": size, "limit": ATTACHMENT_LIMIT}
        raise Refused("attachment_too_large", "attachments", facts)
    return NewAttachment(name, attachment.content)


def checked_signed(attachment: NewAttachment) -> NewAttachment:
    """A file that stands for a signature in wet ink. Refuses `signed_file_not_pdf`, and as `checked`."""
    file = checked(attachment)
    # Some programs put a line or two before the header; readers look for it in the first kilobyte.
    if _PDF not in file.content[:1024]:
        raise Refused("signed_file_not_pdf", "attachments", {"name": file.name})
    return file


def display_name(name: str) -> str:
    """The last part of a file's path as it may be shown: no control or direction characters, 200 at most, never empty.

    Only a name to read: content is found by its hash, so nothing here ever becomes a path.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rstrip("/").rpartition("/")[2]
    shown = "".join(each for each in last if unicodedata.category(each) not in {"Cc", "Cf", "Cs", "Zl", "Zp"})
    shown = " ".join(shown.split())
    if not shown.strip(". "):
        return _NAMELESS
    if len(shown) <= FILE_NAME_LIMIT:
        return shown
    stem, dot, ending = shown.rpartition(".")
    if not dot or not stem or len(ending) > 10:
        return shown[:FILE_NAME_LIMIT]
    return f"{stem[: FILE_NAME_LIMIT - len(ending) - 1]}.{ending}"


def hang(
    unit: UnitOfWork,
    letter_id: int,
    files: Sequence[NewAttachment],
    now: Moment,
    disposition_id: int | None = None,
) -> list[str]:
    """Adds the files that do not hang there yet (on the same disposition, if one is given), and returns their names."""
    hanging = unit.attachments.of_letter(letter_id) if files else ()
    there = {(each.name, each.sha256) for each in hanging if each.disposition_id == disposition_id}
    names = []
    for file in files:
        if (file.name, sha256(file.content).hexdigest()) not in there:
            added = unit.attachments.add(letter_id, file.name, file.content, now.at, disposition_id)
            there.add((added.name, added.sha256))
            names.append(added.name)
    return names
