"""The templates in the office's folder: which is used, and how another takes its place. A part of printing.

Whatever was used is kept as a version: it can come back, and a letter printed with it can be printed again as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from correspondence.accounts import Right
from correspondence.journal import JournalEntry
from correspondence.letters import LetterKind
from correspondence.office import Office, moment
from correspondence.services import looking_up
from correspondence.services.signed_in import by_right
from templates_docx import catalogue
from templates_docx.catalogue import PaperKind
from templates_docx.history import Change, Turn, changes_of, note_change
from templates_docx.versions import keep_version, version_of
from ui.files import make_folder, write_whole

EDITED = "sedang diubah"
"""The folder of copies that are open in Word, beside the office's templates."""
CHANGED = "template_changed"
"""The journal's word."""


class TemplateFolder:
    """`templates` is the folder of the office's own templates, which need not exist."""

    def __init__(self, office: Office, templates: Path) -> None:
        self._office = office
        self._templates = templates

    def _kinds(self) -> Sequence[LetterKind]:
        return looking_up.directory(self._office).kinds

    def _paper(self, code: str) -> PaperKind:
        return catalogue.paper_named(code, self._kinds())

    def _used(self, kind: PaperKind) -> Path:
        return catalogue.template_of(self._templates, kind)

    def _content(self, kind: PaperKind) -> bytes:
        path = self._used(kind)
        return path.read_bytes() if path.is_file() else b""

    def _copy(self, kind: PaperKind) -> Path:
        return self._templates / EDITED / kind.file

    def _use(self, kind: PaperKind, content: bytes, turn: Turn) -> None:
        """Lays the content into the office's folder; what was used before is kept as a version."""
        self._note(kind, content, turn, self._content(kind))
        make_folder(self._templates)
        write_whole(catalogue.own_copy(self._templates, kind), content)
        if turn is not Turn.CHANGED:
            self._forget_copy(kind)

    def _note(self, kind: PaperKind, content: bytes, turn: Turn, before: bytes) -> None:
        """Keeps both versions and says who did it, in the journal and in the templates' own history."""
        with by_right(self._office, Right.KEEP_LISTS) as unit:
            at = moment(self._office, unit).at
            for each in (before, content):
                if each:
                    keep_version(self._templates, each)
            change = {"template": (version_of(before) if before else "", version_of(content))}
            unit.journal.append(
                JournalEntry(at, self._office.actor, CHANGED, note=f"{kind.file}: {turn}", changes=change)
            )
            unit.commit()
        if before:
            self._note_found(kind, before, at)
        who = self._office.actor
        note_change(self._templates, Change(kind.file, version_of(content), turn, at, who))

    def _note_found(self, kind: PaperKind, before: bytes, now: datetime) -> None:
        """Somebody may have laid a file into the folder without asking anybody: then only the file itself tells when."""
        version = version_of(before)
        if kind.code in catalogue.PAPERS and version == version_of(kind.shipped.read_bytes()):
            return
        if any(each.version == version for each in changes_of(self._templates, kind.file)):
            return
        found = catalogue.own_copy(self._templates, kind)
        at = datetime.fromtimestamp(found.stat().st_mtime, UTC) if found.is_file() else now
        note_change(self._templates, Change(kind.file, version, Turn.CHANGED, at, ""))

    def _forget_copy(self, kind: PaperKind) -> None:
        """A copy begun from another version would bring that back."""
        # Open in Word on Windows it stays; what is saved there is looked over as any change.
        with suppress(OSError):
            self._copy(kind).unlink(missing_ok=True)
