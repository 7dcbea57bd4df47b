"""A template opened: docxtpl made strict, the parts of the file that are written, the names of the letter's own fields."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from lxml import etree

from correspondence.errors import Refused
from templates_docx.fields import OWN_FIELDS
from templates_docx.opening import read_template
from templates_docx.reading import OWN_NAME
from templates_docx.tags import Region, W, check_marks, tags_of

_STRICT = {"resolve_entities": False, "no_network": True, "huge_tree": False}


class SoundTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl, strict where it is lenient: its parser mends broken XML by dropping what does not fit."""

    def patch_xml(self, src_xml: str) -> str:
        """Looks for open tags first: they cost docxtpl's expressions quadratic time."""
        check_marks(src_xml, Region.BODY)
        return str(super().patch_xml(src_xml))

    def fix_tables(self, xml: str) -> Any:
        """Refuses `template_broken` when loops and conditions cut the paper where paper cannot be cut."""
        try:
            written = etree.fromstring(xml, etree.XMLParser(**_STRICT))
        except etree.XMLSyntaxError as error:
            raise Refused("template_broken", None, {"why": str(error)}) from error
        tree = super().fix_tables(xml)
        # docxtpl counts the cells of an inner table as the outer one's and cuts the outer one into more columns.
        for fixed, was in zip(tree.iter(f"{W}tbl"), written.iter(f"{W}tbl"), strict=True):
            if next(was.iterdescendants(f"{W}tbl"), None) is not None:
                fixed.replace(fixed.find(f"{W}tblGrid"), was.find(f"{W}tblGrid"))
        return tree


def open_sound(content: bytes) -> SoundTemplate:
    """The template ready to be read or written; Refused `template_not_docx`."""
    paper = SoundTemplate(io.BytesIO(content))
    try:
        paper.get_docx()
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        # A zip that has word/document.xml may still lack what ties the parts together.
        raise Refused("template_not_docx") from error
    return paper


def regions_of(paper: SoundTemplate) -> Iterator[tuple[Region, etree._Element]]:
    """Body, headers and footers as XML."""
    document = paper.get_docx()
    yield Region.BODY, document.element.body
    for uri, region in ((paper.HEADER_URI, Region.HEADER), (paper.FOOTER_URI, Region.FOOTER)):
        for _, part in paper.get_headers_footers(uri):
            yield region, etree.fromstring(part.blob, etree.XMLParser(**_STRICT))


def own_names(paper: SoundTemplate) -> dict[str, bool]:
    """The names of the template's `isian.…` in the order they first stand in it, and whether it does without them:
    it asks `if isian.…` or says what stands there instead.
    """
    found: dict[str, bool] = {}
    for region, root in regions_of(paper):
        for tag in tags_of(root, region):
            asks = re.match(r"\{%-?\s*(?:tr|tc|p|r)?\s*(?:if|elif)\b", tag.source) or "default" in tag.source
            for name in OWN_NAME.findall(tag.source):
                known = name.removeprefix(f"{OWN_FIELDS}.")
                found[known] = found.get(known, False) or bool(asks)
    return found


def own_names_of(path: Path) -> dict[str, bool]:
    """As `own_names`, of a file; Refused as `read_template`."""
    return own_names(open_sound(read_template(path)))
