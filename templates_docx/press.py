"""Writing many papers from one template: its parts are compiled once, and only what differs is written anew.

docxtpl reads, patches and packs the whole file for every letter. Here the template is laid out once (patched by docxtpl
itself, so that the text is the same), its parts become Jinja templates, and each letter is the unchanged rest of the
file with the written parts put in. What only docxtpl can do (pictures in headers, cells from loops) is left to it.
"""

from __future__ import annotations

import io
import re
import xml.parsers.expat
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from docxtpl import InlineImage
from jinja2 import Template
from lxml import etree

from correspondence.errors import Refused
from templates_docx.environment import Hardened, as_fields
from templates_docx.field_codes import check_field_codes
from templates_docx.fields import FieldKind
from templates_docx.opening import MAIN_PART
from templates_docx.reading import STATEMENT
from templates_docx.sound import SoundTemplate, open_sound, own_names, regions_of
from templates_docx.tags import Region, tags_of
from templates_docx.writer import Filling, as_refused, fill_own, prepare, write_sound

_MARKS = re.compile(r"\{\{|\{%|\{#")
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
_BROKEN_LINE = re.compile("[\n\t]")
_BODY = "<!--body-->"
_ONLY_DOCXTPL = frozenset({"vm", "hm", "colspan", "cellbg"})
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LEVEL = 3
"""Of packing: the highest takes twice as long for a twentieth less."""


class _Placed(InlineImage):  # type: ignore[misc]  # docxtpl has no types
    """A picture that stands in the file already: its XML, the same for every letter."""

    def __init__(self, xml: str) -> None:
        self._xml = xml

    def __html__(self) -> str:
        return self._xml


class Press:
    """One template ready to be written many times. `write` raises Refused as `write_paper` does."""

    def __init__(self, content: bytes, filling: Filling) -> None:
        """`filling`: what all letters share; its context is not looked at. Refused `template_…`."""
        self._content = content
        self._filling = filling
        with as_refused():
            paper = open_sound(content)
            self._own = own_names(paper)
            self._compiled = _fits(paper, filling)
            if self._compiled:
                self._set_up(paper)

    @property
    def compiled(self) -> bool:
        """Whether the parts are compiled; otherwise every letter goes through docxtpl."""
        return self._compiled

    def write(self, context: Mapping[str, Any]) -> bytes:
        """One letter."""
        if not self._compiled:
            return write_sound(self._content, self._filling.with_context(context))
        values = as_fields(context)
        with as_refused():
            self._place(values)
            fill_own(values, self._own, self._filling.own_blank)
            parts = {name: render(values) for name, render in self._parts.items()}
        return self._pack(parts)

    def _set_up(self, paper: SoundTemplate) -> None:
        shared = as_fields({})
        paper.render_init()
        paper.current_rendering_part = paper.get_docx().part
        prepare(paper, shared, self._filling)
        self._pictures = {
            name: _Placed(str(picture.__html__())) if picture is not None else None
            for name, picture in self._drawn(shared)
        }
        environment = Hardened()
        self._parts: dict[str, Callable[[dict[str, Any]], str]] = {MAIN_PART: self._main(paper, environment)}
        for uri in (paper.HEADER_URI, paper.FOOTER_URI):
            for _, part in paper.get_headers_footers(uri):
                if _MARKS.search(part.blob.decode("utf-8")):
                    source = paper.patch_xml(paper.get_part_xml(part))
                    self._parts[str(part.partname).lstrip("/")] = _renderer(paper, environment, source)
        whole = io.BytesIO()
        # Not `paper.save`: that reads the template anew and loses the picture that was just placed.
        paper.get_docx().save(whole)
        self._rest = _without(whole, frozenset(self._parts))

    def _drawn(self, values: Mapping[str, Any]) -> list[tuple[str, Any]]:
        names = [each.name for each in self._filling.fields.values() if each.kind is FieldKind.PICTURE]
        found = []
        for name in names:
            holder: Any = values
            for group in name.split("."):
                holder = holder[group]
            found.append((name, holder))
        return found

    def _place(self, values: dict[str, Any]) -> None:
        for name, picture in self._pictures.items():
            *groups, last = name.split(".")
            holder: Any = values
            for group in groups:
                holder = holder.setdefault(group, as_fields({}, group))
            holder[last] = picture

    def _main(self, paper: SoundTemplate, environment: Hardened) -> Callable[[dict[str, Any]], str]:
        """The main part: its body is written anew, what stands around it is kept as it is."""
        document = paper.get_docx().element
        body = _renderer(paper, environment, paper.patch_xml(paper.get_xml()))
        around = etree.fromstring(etree.tostring(document))
        old = around.find(document.body.tag)
        around.replace(old, etree.Comment("body"))
        head, tail = etree.tostring(around, encoding="unicode").split(_BODY)
        return lambda values: f"{head}{body(values)}{tail}"

    def _pack(self, parts: Mapping[str, str]) -> bytes:
        whole = io.BytesIO(self._rest)
        with zipfile.ZipFile(whole, "a") as archive:
            for name, xml in parts.items():
                written = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()
                _check_whole(written)
                check_field_codes(name, written)
                entry = zipfile.ZipInfo(name, _EPOCH)
                archive.writestr(entry, written, zipfile.ZIP_DEFLATED, _LEVEL)
        return whole.getvalue()


def write_all(content: bytes, contexts: Sequence[Mapping[str, Any]], filling: Filling) -> Iterator[bytes]:
    """One paper a context, in their order; for a single one setting up would take longer than writing."""
    if len(contexts) == 1:
        yield write_sound(content, filling.with_context(contexts[0]))
        return
    press = Press(content, filling)
    for context in contexts:
        yield press.write(context)


def _renderer(paper: SoundTemplate, environment: Hardened, source: str) -> Callable[[dict[str, Any]], str]:
    """As docxtpl's `render_xml_part`, with the line breaks looked for only where there are some."""
    template: Template = environment.from_string(re.sub(r"<w:p([ >])", r"\n<w:p\1", source))

    def broken(paragraph: re.Match[str]) -> str:
        xml = paragraph.group()
        return str(paper.resolve_listing(xml)) if _BROKEN_LINE.search(xml) else xml

    def render(values: dict[str, Any]) -> str:
        xml = re.sub(r"\n<w:p([ >])", r"<w:p\1", template.render(values))
        for escaped, brace in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
            xml = xml.replace(escaped, brace)
        return _PARAGRAPH.sub(broken, xml)

    return render


def _fits(paper: SoundTemplate, filling: Filling) -> bool:
    """Whether nothing in the template needs docxtpl letter by letter."""
    pictures = {each.name for each in filling.fields.values() if each.kind is FieldKind.PICTURE}
    seen: dict[str, int] = {}
    for region, root in regions_of(paper):
        for tag in tags_of(root, region):
            statement = STATEMENT.fullmatch(tag.source)
            if statement and (statement["scope"] == "tc" or statement["word"] in _ONLY_DOCXTPL):
                return False
            for name in pictures:
                if name in tag.source and not statement:
                    seen[name] = seen.get(name, 0) + 1
                    if region is not Region.BODY or seen[name] > 1:
                        return False
    package = paper.get_docx().part.package
    notes = [
        part for part in package.iter_parts() if str(part.partname).endswith(("footnotes.xml", "core.xml"))
    ]
    return not any(_MARKS.search(part.blob.decode("utf-8")) for part in notes)


def _without(whole: io.BytesIO, parts: frozenset[str]) -> bytes:
    rest = io.BytesIO()
    with zipfile.ZipFile(whole) as made, zipfile.ZipFile(rest, "w", zipfile.ZIP_DEFLATED) as kept:
        for entry in made.infolist():
            if entry.filename not in parts:
                kept.writestr(zipfile.ZipInfo(entry.filename, _EPOCH), made.read(entry), zipfile.ZIP_DEFLATED)
    return rest.getvalue()


def _check_whole(part: bytes) -> None:
    """Refuses `template_broken` when loops and conditions cut the paper where paper cannot be cut."""
    try:
        xml.parsers.expat.ParserCreate().Parse(part, True)  # noqa: FBT003  # "this was all"
    except xml.parsers.expat.ExpatError as error:
        raise Refused("template_broken", None, {"why": str(error)}) from error
