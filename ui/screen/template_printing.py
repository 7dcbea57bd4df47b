"""What the settings ask of the office's templates. Made by wiring, which alone knows the typing pool."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from correspondence.changes import Changes
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.own_fields import OwnField
from ui.paper.printed_lines import ProblemLine
from ui.screen.desk import Desk
from ui.template_lines import CareLine, Comparison, TakenIn, VersionLine
from ui.written_papers import ShownPaper, Told


class Care(Protocol):
    """Templates changed in Word, compared, put back."""

    def lines(self) -> Sequence[CareLine]: ...

    def flaws(self, code: str) -> Sequence[ProblemLine]: ...

    def working_copy(self, code: str) -> Path: ...

    def take_in(self, code: str) -> TakenIn: ...

    def compare(self, code: str) -> Comparison: ...

    def versions(self, code: str) -> Sequence[VersionLine]: ...

    def restore(self, code: str, version: str) -> None: ...

    def reset(self, code: str) -> bool: ...


class Kinds(Protocol):
    """The template of a letter kind, from a stranger's file."""

    def add(self, *, name: str, group: str = "", file: Path) -> Changes: ...

    def put(self, *, name: str, file: Path) -> Changes: ...

    def look_over(self, file: Path) -> Sequence[ProblemLine]: ...


class Showing(Protocol):
    """A template with a real letter."""

    def shown(self, code: str, ref: LetterRef | None = None, *, told: Told) -> ShownPaper: ...


class Emblem(Protocol):
    """The picture of every letterhead."""

    def read(self) -> bytes: ...

    def put(self, file: Path) -> None: ...

    def remove(self) -> None: ...


class Templates(Protocol):
    """All of it, together."""

    @property
    def care(self) -> Care: ...

    @property
    def kinds(self) -> Kinds: ...

    @property
    def showing(self) -> Showing: ...

    @property
    def emblem(self) -> Emblem: ...


class TemplatePrinting(Protocol):
    """The part of the desk's printing that the settings use; every call runs on the worker."""

    def office_templates(self, office: Office) -> Templates: ...

    def own_fields(self, office: Office, kind: str) -> Sequence[OwnField]: ...


def templates_of(desk: Desk) -> TemplatePrinting | None:
    """The desk's printing, None on a desk without."""
    # The desk's printing is one object; each page names the part of it that it uses.
    return cast("TemplatePrinting | None", desk.printing)
