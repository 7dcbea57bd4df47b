"""What template care answers: lines to show. Light: no paper library is needed to name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ui.paper.printed_lines import ProblemLine


@dataclass(frozen=True, slots=True)
class CareLine:
    """One paper and the template it is written with.

    `name` is the letter kind's own name, "" for a paper known by its code. `own`: the office's template is used; `shipped`:
    there is one to go back to. `version` is "" for a file that is not there: a kind may have got it at another desk. `changed_at` and `changed_by` are None and "" where nobody noted it. `editing` is a copy that
    was changed and is not used yet.
    """

    code: str
    name: str
    path: Path
    own: bool
    shipped: bool
    version: str
    changed_at: datetime | None = None
    changed_by: str = ""
    editing: Path | None = None


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version of a template. `turn` says how it came into use (a code of templates_docx.history, or "shipped")."""

    version: str
    turn: str
    at: datetime | None
    by: str
    current: bool


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a changed copy: used from now on (`flaws`: what it lacks), or what is to be mended first; neither when it
    was not changed. `before` is the version used until now.
    """

    code: str
    used: bool
    flaws: tuple[ProblemLine, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True)
class DifferingLine:
    """A paragraph that differs. `what` is added, removed or changed."""

    what: str
    where: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The office's template against the shipped one: fields only one of them has, and paragraphs."""

    same: bool
    only_own: Sequence[str]
    only_shipped: Sequence[str]
    paragraphs: Sequence[DifferingLine]
