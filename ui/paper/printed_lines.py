"""What printing answers about templates: lines to show, in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """One paper and the template it is written with; `own` when that is the office's.

    `own_copy` is where the office's copy lies or would lie, `unused` a second copy under the other spelling of its name.
    `name` is that of a letter kind with a template of its own, "" for the papers that are there anyway.
    """

    code: str
    path: Path
    own: bool
    own_copy: Path
    unused: Path | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One placeholder, explained. `kind` is text, list or picture.

    Of a letter kind's own form (`isian.nik`) also what the office calls it and the code of its type.
    """

    name: str
    kind: str
    must: bool
    meaning: str
    label: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One flaw of a template in words; `code` is for programs."""

    field: str
    where: str
    problem: str
    code: str
