"""The only way a template is opened: looked at from outside first, because it may come from a stranger.

A 71 KB file took 431 MB to open: the central directory tells sizes before anything is unpacked. What it tells is
then held against what is really unpacked.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from correspondence.errors import NotFound, Refused, Unavailable
from templates_docx.field_codes import check_field_codes, reaches_out

FILE_LIMIT = 20 * 1024 * 1024
ENTRY_LIMIT = 500
PART_LIMIT = 4 * 1024 * 1024
"""Bytes of one XML part unpacked; a report of 60 pages has 1 MB."""
WHOLE_LIMIT = 60 * 1024 * 1024
RATIO_LIMIT = 200
"""How many times smaller than its content an entry above `RATIO_FROM` may be; XML of Word has 10-30."""
RATIO_FROM = 256 * 1024

MAIN_PART = "word/document.xml"

_ENCODING = re.compile(rb"""[^?]*<\?xml[^>]*encoding\s*=\s*["']([^"']*)""")
_DOCTYPE = re.compile(rb"<!DOCTYPE|<!ENTITY")


def read_template(path: Path) -> bytes:
    """The file whole, found sound from outside.

    NotFound("template", …); Unavailable `template_unreadable` (facts: path, why); Refused `template_not_docx`,
    `template_too_large`, `template_bomb`, `template_unsafe`, `template_external_link`, `template_field_code` (facts: path,
    and part where there is one).
    """
    facts = {"path": str(path)}
    try:
        if path.stat().st_size > FILE_LIMIT:
            raise Refused("template_too_large", None, {**facts, "limit": FILE_LIMIT})
        content = path.read_bytes()
    except FileNotFoundError:
        raise NotFound("template", str(path)) from None
    except OSError as error:
        raise Unavailable("template_unreadable", {**facts, "why": error.strerror or str(error)}) from error
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_directory(archive, facts)
            for entry in archive.infolist():
                _check_part(archive, entry, facts)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        etree.XMLSyntaxError,
    ) as error:
        # RuntimeError: an encrypted entry; NotImplementedError: a packing nobody writes .docx with.
        raise Refused("template_not_docx", None, facts) from error
    return content


def _check_directory(archive: zipfile.ZipFile, facts: dict[str, str]) -> None:
    entries = archive.infolist()
    if MAIN_PART not in {entry.filename for entry in entries}:
        raise Refused("template_not_docx", None, facts)
    if len(entries) > ENTRY_LIMIT or sum(entry.file_size for entry in entries) > WHOLE_LIMIT:
        raise Refused("template_bomb", None, facts)
    for entry in entries:
        dense = entry.file_size > RATIO_FROM and entry.file_size > RATIO_LIMIT * max(1, entry.compress_size)
        if dense or (_is_xml(entry) and entry.file_size > PART_LIMIT):
            raise Refused("template_bomb", None, {**facts, "part": entry.filename})


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, facts: dict[str, str]) -> None:
    with archive.open(entry) as part:
        # One byte more than promised: a directory that lies is a bomb.
        content = part.read(entry.file_size + 1)
    if len(content) > entry.file_size:
        raise Refused("template_bomb", None, {**facts, "part": entry.filename})
    if not _is_xml(entry):
        return
    # UTF-16 would hide what is looked for below; Word, LibreOffice and WPS write UTF-8.
    if _DOCTYPE.search(content) or content[:2] in {b"\xff\xfe", b"\xfe\xff"} or _odd_letters(content):
        raise Refused("template_unsafe", None, {**facts, "part": entry.filename})
    if entry.filename.endswith(".rels") and _fetches(content):
        raise Refused("template_external_link", None, {**facts, "part": entry.filename})
    try:
        check_field_codes(entry.filename, content)
    except Refused as error:
        raise Refused(error.rule, error.field, {**facts, **error.facts}) from error


def _odd_letters(content: bytes) -> bool:
    """Whether the part says that its letters are not those of ASCII, so that nothing would be found in it."""
    said = _ENCODING.match(content[:200])
    return said is not None and not said[1].lower().startswith(
        (b"utf-8", b"us-ascii", b"iso-8859", b"windows-125")
    )


def _is_xml(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith((".xml", ".rels"))


def _fetches(relations: bytes) -> bool:
    """Whether something is fetched from outside when the file is opened.

    A hyperlink to a page or to mail waits for a click; one to a file or a program is no office's. Word notes on which template of this desk a file was begun; only a path with a
    drive letter is that, anything else is the known way of loading macros from a stranger's server.
    """
    tree = etree.fromstring(relations, etree.XMLParser(resolve_entities=False, no_network=True))
    for relation in tree.iter("{*}Relationship"):
        kind = relation.get("Type", "").rpartition("/")[2]
        local = re.match(r"file:///[A-Za-z]:", relation.get("Target", "")) is not None
        if relation.get("TargetMode") != "External" or (kind == "attachedTemplate" and local):
            continue
        if kind != "hyperlink" or reaches_out(relation.get("Target", "")):
            return True
    return False
