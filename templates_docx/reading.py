"""Reading a template tag by tag: which fields it names, which loops are open, what no template may say."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from jinja2 import TemplateSyntaxError, nodes

from templates_docx.environment import Hardened
from templates_docx.fields import OWN_FIELDS, Field, FieldKind
from templates_docx.filters import NotAllowed
from templates_docx.tags import Place, Region, Tag

STATEMENT = re.compile(r"\{%-?\s*(?P<scope>tr|tc|p|r)?\s*(?P<word>[a-z]+)\b(?P<rest>.*?)-?%\}", re.DOTALL)
_VALUE = re.compile(r"\{\{-?(?P<scope>tr |tc |p |r )?(?P<rest>.*?)-?\}\}", re.DOTALL)
_CLOSES = {"endfor": "for", "endif": "if"}
OWN_NAME = re.compile(rf"{OWN_FIELDS}\.[A-Za-z][A-Za-z0-9_]*")
_ITEM = "[]"
_STEPS_INTO = (nodes.Getattr, nodes.Getitem, nodes.Call)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong. `field` is the placeholder or tag it belongs to, `problem` one of:

    unknown, missing, split, unclosed, unbalanced, syntax, not_allowed, list_text, and the `template_…` rules of
    `read_template` and `write_paper`. `suggestion` is the field that was probably meant.
    """

    problem: str
    field: str = ""
    where: Place | None = None
    suggestion: str = ""

    def as_plain(self) -> dict[str, Any]:
        """As JSON can carry it."""
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Back from `as_plain`."""
        where = plain["where"]
        place = Place(**{**where, "region": Region(where["region"])}) if where else None
        return cls(plain["problem"], plain["field"], place, plain["suggestion"])


@dataclass(slots=True)
class Reading:
    """What was met so far: open loops and conditions, names bound by loops, fields used."""

    fields: Mapping[str, Field]
    own_fields: bool
    open: list[tuple[str, Tag, dict[str, str]]] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def bound(self) -> dict[str, str]:
        return {name: path for _, _, names in self.open for name, path in names.items()}


def read_tag(tag: Tag, reading: Reading) -> None:
    """Notes what one tag uses, opens, closes and does wrong."""
    if not tag.whole:
        reading.problems.append(Problem("unclosed", tag.source, tag.place))
    elif tag.source.startswith("{{"):
        _read_value(tag, reading)
    elif tag.source.startswith("{%"):
        _read_statement(tag, reading)


def _read_value(tag: Tag, reading: Reading) -> None:
    match = _VALUE.fullmatch(tag.source)
    if match is None or match["scope"]:
        # `{{r x}}` with a plain text prints nothing, silently.
        reading.problems.append(Problem("not_allowed", tag.source, tag.place))
        return
    tree = _parsed(f"{{{{{match['rest']}}}}}", tag, reading)
    if tree is not None:
        _use(tree, tag, reading)


def _read_statement(tag: Tag, reading: Reading) -> None:
    match = STATEMENT.fullmatch(tag.source)
    word = match["word"] if match else ""
    if match is None or word not in {"for", "if", "elif", "else", "endfor", "endif", "vm", "hm"}:
        reading.problems.append(Problem("not_allowed", tag.source, tag.place))
    elif word in _CLOSES:
        if reading.open and reading.open[-1][0] == _CLOSES[word]:
            reading.open.pop()
        else:
            reading.problems.append(Problem("unbalanced", tag.source, tag.place))
    elif word in {"else", "elif"} and not reading.open:
        reading.problems.append(Problem("unbalanced", tag.source, tag.place))
    elif word in {"for", "if", "elif"}:
        closing = "endfor" if word == "for" else "endif"
        opening = "if" if word == "elif" else word
        tree = _parsed(f"{{% {opening}{match['rest']}%}}{{% {closing} %}}", tag, reading)
        names = {} if tree is None else _use(tree, tag, reading)
        if word != "elif":
            reading.open.append((word, tag, names))


def _parsed(source: str, tag: Tag, reading: Reading) -> nodes.Template | None:
    try:
        return Hardened().parse(source)
    except NotAllowed:
        problem = "not_allowed"
    except (TemplateSyntaxError, RecursionError):
        problem = "syntax"
    reading.problems.append(Problem(problem, tag.source, tag.place))
    return None


def _use(tree: nodes.Template, tag: Tag, reading: Reading) -> dict[str, str]:
    """Notes every field a tag names; answers with the names its loop binds."""
    bound: dict[str, str] = {}
    loop = next(iter(tree.find_all(nodes.For)), None)
    if loop is not None and isinstance(loop.target, nodes.Name):
        path = _path(loop.iter, reading.bound())
        bound = {loop.target.name: f"{path}{_ITEM}" if path else "", "loop": ""}
    known = reading.bound() | bound
    inner = {
        id(each) for node in tree.find_all(_STEPS_INTO) for each in node.iter_child_nodes(only=("node",))
    }
    for named in tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Name)):
        if id(named) not in inner and getattr(named, "ctx", "load") == "load":
            path = _path(named, known)
            if path:
                _note(path, tag, reading)
    return bound


def _path(node: nodes.Node, bound: Mapping[str, str]) -> str:
    """`baris.jenis` → `per_jenis[].jenis`; "" for what is no field (a loop's numbers, a constant)."""
    match node:
        case nodes.Name():
            return bound.get(node.name, node.name)
        case nodes.Getattr():
            holder = _path(node.node, bound)
            return f"{holder}.{node.attr}" if holder else ""
        case nodes.Getitem() if isinstance(node.arg, nodes.Const):
            holder = _path(node.node, bound)
            name = _ITEM if isinstance(node.arg.value, int) else f".{node.arg.value}"
            return f"{holder}{name}" if holder else ""
        case nodes.Filter() if node.node is not None:
            return _path(node.node, bound)
        case _:
            return ""


def _note(path: str, tag: Tag, reading: Reading) -> None:
    reading.used.add(path)
    fields = reading.fields
    # A list of plain texts (`tembusan`) has items without columns.
    item_of = path.removesuffix(_ITEM)
    if path in fields or (path != item_of and item_of in fields):
        if (
            path in fields
            and fields[path].kind is FieldKind.LIST
            and tag.source.startswith("{{")
            and "|" not in tag.source
        ):
            reading.problems.append(Problem("list_text", path, tag.place))
        return
    if any(name.startswith(f"{path}.") for name in fields) and tag.source.startswith("{%"):
        return
    # An item of `isian.isi|alinea` or a column of `isian.daftar|baris` is a text.
    if reading.own_fields and (OWN_NAME.fullmatch(path.replace(_ITEM, "")) or path == OWN_FIELDS):
        return
    near = difflib.get_close_matches(path, fields, n=1, cutoff=0.75)
    reading.problems.append(Problem("unknown", path, tag.place, near[0] if near else ""))
