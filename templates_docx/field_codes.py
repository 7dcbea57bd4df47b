"""Field codes of Word that fetch files, ask networks or start programs, found before Word comes to see them.

Word hides a code behind what it shows, may cut it into runs, and computes codes within codes. So what names its code
only while it is written (a tag, a code within the code) is as good as named. Read as Word writes it: ECMA-376 part 1,
17.16.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from lxml import etree

from correspondence.errors import Refused
from templates_docx.tags import Place, Region, W, paragraph_text, place_of, tables_of

REACHING = frozenset(
    "CONTROL DATA DATABASE DDE DDEAUTO IMPORT INCLUDE INCLUDEPICTURE INCLUDETEXT LINK PRINT RD".split()
)
"""Codes that read a file, ask another program or send the printer more than a page. DATE, PAGE, MERGEFIELD and their like
stay."""
FOREIGN = frozenset({"altChunk", "mailMerge"})
"""Elements that bring a whole foreign document or a query of a database."""

HIDDEN = "{…}"
"""Stands for a code that only writing would tell."""

_TRACES = re.compile(rb"instrText|delInstrText|fldSimple|altChunk|mailMerge")
_CODE = re.compile(r'\s*(?P<code>[^\s"\\{\0]*)(?P<more>.*)', re.DOTALL)
_SWITCH = re.compile(r'(?<!\S)\\(?:[lot]\s*(?:"[^"]*"|[^\s"]+)|[hmn](?!\S))', re.IGNORECASE)
"""Of HYPERLINK: those with a text of their own (a place in the document, a hint, a frame) and those without."""
_WORD = re.compile(r'"([^"]*)"?|([^\s"]+)')
_HARMLESS = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_EXCERPT = 60
_REGIONS = {
    "hdr": Region.HEADER,
    "ftr": Region.FOOTER,
    "footnotes": Region.FOOTNOTES,
    "endnotes": Region.FOOTNOTES,
}


@dataclass(slots=True)
class _Open:
    """A code that is being told: its pieces, each with why some reader may leave it out ("" when none may)."""

    at: etree._Element
    pieces: list[tuple[str, str]] = field(default_factory=list)
    telling: bool = True


def check_field_codes(part: str, xml: bytes) -> None:
    """Refuses `template_field_code` (facts part, code, and the place: near, region, table, row, column)."""
    if not _TRACES.search(xml):
        return
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    for at, code in _reaching(root):
        raise Refused("template_field_code", None, {"part": part, "code": code, **_place(root, at)})


def reaches_out(target: str) -> bool:
    """Whether a hyperlink opens more than a page or a letter of mail: a file, another desk, a program."""
    plain = target.strip().replace("\\\\", "\\")
    scheme = _SCHEME.match(plain)
    return plain.startswith(("\\", "//")) or (scheme is not None and scheme[1].lower() not in _HARMLESS)


def place_told(facts: dict[str, object]) -> Place | None:
    """The place in the facts of such a refusal, None in those of others."""
    if "region" not in facts or "table" not in facts:
        return None
    numbers = (int(str(facts[name])) for name in ("table", "row", "column"))
    return Place(Region(str(facts["region"])), str(facts["near"]), *numbers)


def _reaching(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    stack: list[_Open] = []
    closed: list[_Open] = []
    for node in root.iter(etree.Element):
        name = etree.QName(node).localname
        if name in FOREIGN:
            yield node, name
        elif name == "fldSimple":
            closed.append(_Open(node, [("", _attribute(node, "instr"))]))
        elif name == "fldChar":
            _turn(_attribute(node, "fldCharType"), node, stack, closed)
        elif name in {"instrText", "delInstrText", "t"}:
            said = "".join(node.itertext())
            if stack and stack[-1].telling:
                stack[-1].pieces.append((_why_not(node, name), said))
            elif name != "t":
                closed.append(_Open(node, [("", said)]))
    for each in (*closed, *stack):
        code = _code_of(each.pieces)
        if code:
            yield each.at, code


def _turn(kind: str, node: etree._Element, stack: list[_Open], closed: list[_Open]) -> None:
    if kind == "begin":
        if stack and stack[-1].telling:
            stack[-1].pieces.append(("", "\0"))
        stack.append(_Open(node))
    elif kind == "separate" and stack:
        stack[-1].telling = False
    elif kind == "end" and stack:
        closed.append(stack.pop())


def _why_not(node: etree._Element, name: str) -> str:
    """What a reader must not know to leave the piece out."""
    if name != "instrText":
        return name
    holders = {etree.QName(each).localname for each in node.iterancestors()}
    return next((each for each in ("Choice", "Fallback", "del", "ins") if each in holders), "")


def _code_of(pieces: list[tuple[str, str]]) -> str:
    """The code that reaches out, whichever pieces a reader leaves out; "" when none does."""
    reasons = sorted({why for why, _said in pieces if why})
    for count in range(len(reasons) + 1):
        for left_out in combinations(reasons, count):
            found = _reached("".join(said for why, said in pieces if why not in left_out))
            if found:
                return found
    return ""


def _reached(told: str) -> str:
    visible = "".join(each for each in told if unicodedata.category(each) != "Cf")
    match = _CODE.match(visible)
    code, more = (match["code"].upper(), match["more"]) if match else ("", "")
    if code in REACHING:
        return code
    if more.startswith(("{", "\0")):
        return HIDDEN
    targets = ("".join(each) for each in _WORD.findall(_SWITCH.sub(" ", more)))
    return code if code == "HYPERLINK" and any(map(reaches_out, targets)) else ""


def _attribute(node: etree._Element, name: str) -> str:
    """By its local name: the strict form of the format has another namespace."""
    return next((str(said) for key, said in node.items() if etree.QName(key).localname == name), "")


def _place(root: etree._Element, at: etree._Element) -> dict[str, object]:
    region = _REGIONS.get(etree.QName(root).localname, Region.BODY)
    paragraph = next(at.iterancestors(f"{W}p"), None)
    place = Place(region)
    if paragraph is not None:
        place = place_of(paragraph, paragraph_text(paragraph), region, tables_of(root))
    return {
        "region": region.value,
        "near": place.text[:_EXCERPT],
        "table": place.table,
        "row": place.row,
        "column": place.column,
    }
