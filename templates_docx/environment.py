"""The Jinja environment templates are written with: a language of names, loops and conditions, nothing more.

docxtpl's default is code execution through a template, and Jinja's own sandbox is not enough (it called a method
of a passed row; `%` and `*` made gigabytes). So the tree of every template is held against a list of what may stand
in it *before* it is compiled, nothing of a value can be reached but the entries of plain dicts, and loops and output
have a budget.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, NoReturn

from docxtpl import InlineImage
from jinja2 import StrictUndefined, Template, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from templates_docx.filters import FILTERS, Endless, NotAllowed, printable, small_range

TURNS = 20_000
"""Turns of all loops of one part together; a report of 3,000 rows has 6,000."""
OUTPUT = 30_000_000
"""Characters of one written part."""

Number = int | float


class UnknownField(Exception):
    """A template names a field that the paper does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Fields(dict[str, Any]):
    """A plain dict that knows its own path, so that an unknown name is told whole (`pengirim.nmaa`)."""

    def __init__(self, entries: Mapping[str, Any], path: str = "") -> None:
        super().__init__(entries)
        self.path = path


class _Missing(StrictUndefined):
    """Refuses everything but `is defined` and `default(…)`, by name."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise UnknownField(str(self._undefined_name))

    __str__ = __iter__ = __len__ = __bool__ = __hash__ = _fail_with_undefined_error
    __eq__ = __ne__ = __lt__ = __gt__ = __le__ = __ge__ = _fail_with_undefined_error


_ALLOWED_NODES = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.CondExpr),
    *(nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const, nodes.List, nodes.Tuple, nodes.Keyword),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Test, nodes.Filter, nodes.Call),
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Neg, nodes.Pos, nodes.Concat),
)
_ALLOWED_TESTS = frozenset({"defined", "undefined", "none", "odd", "even", "divisibleby"})
_LOOP_NAMES = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})
_COUNTED = "_counted"


def forbidden(tree: nodes.Node) -> str | None:
    """The first thing in `tree` that no template may say, or None."""
    for node in (tree, *tree.find_all(nodes.Node)):
        if not isinstance(node, _ALLOWED_NODES):
            return type(node).__name__.lower()
        if isinstance(node, nodes.For) and node.recursive:
            return "recursive"
        if isinstance(node, nodes.Call) and not (
            isinstance(node.node, nodes.Name) and node.node.name == "range" and not node.kwargs
        ):
            return "call"
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            return f"filter {node.name}"
        if isinstance(node, nodes.Test) and node.name not in _ALLOWED_TESTS:
            return f"test {node.name}"
        named = node.attr if isinstance(node, nodes.Getattr) else getattr(node, "name", "")
        if isinstance(named, str) and named.startswith("_"):
            return named
        if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
            return "getitem"
    return None


@dataclass(slots=True)
class _Budget:
    """What is left of one part's loops; every rendering has its own."""

    turns: int = TURNS

    def counted(self, items: object) -> list[Any]:
        """The turns of one loop, paid for. Only lists and ranges can be gone through; None is no turn."""
        if items is None:
            return []
        if isinstance(items, StrictUndefined):
            return [str(items)]  # raises by name
        if not isinstance(items, list | range):
            raise NotAllowed("loop")
        self.turns -= len(items)
        if self.turns < 0:
            raise Endless
        return list(items)


class _BoundedTemplate(Template):
    """A template whose output stops being collected when it is more than any paper has."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        # The compiled root asks for its filters when it begins.
        self.environment.filters[_COUNTED] = _Budget().counted
        pieces: list[str] = []
        length = 0
        for piece in self.root_render_func(self.new_context(dict(*args, **kwargs))):
            length += len(piece)
            if length > OUTPUT:
                raise Endless
            pieces.append(piece)
        return "".join(pieces)


_DOCXTPL_BRACES = re.compile(r"(?<=\{)_(?=[{%])|(?<=[}%])_(?=\})")


def _finalize(value: Any) -> Any:
    if isinstance(value, InlineImage | StrictUndefined):
        return value
    # docxtpl makes `{{` of a `{_{` that stands in the written paper, whoever wrote it.
    return Markup(_DOCXTPL_BRACES.sub("&#95;", str(escape(printable(value)))))  # noqa: S704  # escaped within


class Hardened(ImmutableSandboxedEnvironment):
    """Made anew for every paper that is written."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    intercepted_unops = frozenset({"+", "-"})
    template_class = _BoundedTemplate
    _SIGNS: ClassVar[Mapping[str, Callable[[Number, Number], Number]]] = {
        "+": lambda left, right: left + right,
        "-": lambda left, right: left - right,
        "*": lambda left, right: left * right,
        "/": lambda left, right: left / right,
        "//": lambda left, right: left // right,
    }

    def __init__(self) -> None:
        # Not optimized: the optimizer would reckon `'x' * 300000000` while it compiles.
        super().__init__(
            autoescape=True, undefined=_Missing, finalize=_finalize, optimized=False, cache_size=0
        )
        self.globals = {"range": small_range}
        self.filters = {**FILTERS, _COUNTED: iter}
        self.tests = {name: test for name, test in self.tests.items() if name in _ALLOWED_TESTS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        what = forbidden(tree)
        if what is not None:
            raise NotAllowed(what)
        for loop in list(tree.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)
        return tree

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An entry of a dict, or a loop's own numbers; nothing of an object, ever."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An entry of a dict by name or of a list by number."""
        if isinstance(obj, Fields):
            if isinstance(argument, str) and argument in obj:
                return obj[argument]
            return self.undefined(name=f"{obj.path}.{argument}" if obj.path else str(argument))
        if isinstance(obj, LoopContext) and argument in _LOOP_NAMES:
            return getattr(obj, argument)
        if isinstance(obj, list) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        if isinstance(obj, StrictUndefined):
            return str(obj)  # raises by name
        return self.undefined(name=str(argument))

    def call_binop(self, _context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers only."""
        if operator not in self._SIGNS or not (_is_number(left) and _is_number(right)):
            raise NotAllowed(f"arithmetic {operator}")
        return self._SIGNS[operator](left, right)

    def call_unop(self, _context: Any, operator: str, arg: Any) -> Any:
        """A sign before a number."""
        if not _is_number(arg):
            raise NotAllowed(f"arithmetic {operator}")
        return -arg if operator == "-" else arg


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def as_fields(value: Any, path: str = "") -> Any:
    """`value` as templates see it: dicts that know their path, lists, strings, numbers, None and pictures.

    Anything else is our own mistake (TypeError): a row of the archive must never reach a template.
    """
    if isinstance(value, Mapping):
        return Fields(
            {name: as_fields(value[name], f"{path}.{name}" if path else name) for name in value}, path
        )
    if isinstance(value, list | tuple):
        return [as_fields(each, f"{path}[]") for each in value]
    if value is None or isinstance(value, str | int | float | InlineImage):
        return value
    raise TypeError(f"{path} is a {type(value).__name__}: a template is given plain values only")
