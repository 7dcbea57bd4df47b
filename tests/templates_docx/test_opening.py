"""What is not a sound Word file is refused before it is unpacked."""

from __future__ import annotations

import random
import time
import zipfile
from pathlib import Path

import pytest

from correspondence.errors import OfficeError, Refused, Unavailable
from templates_docx.check import check_template
from templates_docx.opening import ENTRY_LIMIT, MAIN_PART, read_template
from tests.templates_docx.making import repacked, template

RELS = "word/_rels/document.xml.rels"
SCHEMA = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _relations(kind: str, target: str) -> bytes:
    tie = f'<Relationship Id="rId9" Type="{SCHEMA}/{kind}" Target="{target}" TargetMode="External"/>'
    return (
        f'<Relationships xmlns="{SCHEMA.replace("officeDocument", "package")}">{tie}</Relationships>'.encode()
    )


def _rule(path: Path) -> str:
    with pytest.raises(OfficeError) as caught:
        read_template(path)
    error = caught.value
    return (
        error.rule if isinstance(error, Refused) else error.reason if isinstance(error, Unavailable) else "?"
    )


@pytest.mark.parametrize(
    "content", [b"", b"not a zip", b"PK\x03\x04 cut off", b"%PDF-1.4", b"\xd0\xcf\x11\xe0old doc"]
)
def test_other_files_are_no_template(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "surat.docx"
    path.write_bytes(content)
    assert _rule(path) == "template_not_docx"
    assert [each.problem for each in check_template(path, "surat-pengantar").problems] == [
        "template_not_docx"
    ]


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    assert _rule(tmp_path) == "template_unreadable"


def test_a_template_cut_in_the_middle(tmp_path: Path) -> None:
    path = template(tmp_path, "x" * 1000)
    path.write_bytes(path.read_bytes()[:-700])
    assert _rule(path) == "template_not_docx"


def test_a_zip_without_a_document(tmp_path: Path) -> None:
    assert _rule(repacked(template(tmp_path), {MAIN_PART: None})) == "template_not_docx"


def test_a_document_whose_parts_are_not_tied_together(tmp_path: Path) -> None:
    path = repacked(template(tmp_path), {"_rels/.rels": None})
    assert [each.problem for each in check_template(path, "x").problems] == ["template_not_docx"]


def test_a_bomb_is_refused_by_its_directory(tmp_path: Path) -> None:
    path = repacked(template(tmp_path), {"word/media/image1.bmp": bytes(50 * 1024 * 1024)})
    assert path.stat().st_size < 200_000
    began = time.monotonic()
    assert _rule(path) == "template_bomb"
    assert time.monotonic() - began < 1


def test_a_directory_that_lies_is_found_out(tmp_path: Path) -> None:
    path = repacked(template(tmp_path), {"word/media/image1.bmp": bytes(10_000_000)})
    content = path.read_bytes()
    size = (10_000_000).to_bytes(4, "little")
    assert content.count(size) == 2, "once beside the entry, once in the directory"
    path.write_bytes(content.replace(size, (1000).to_bytes(4, "little")))
    assert _rule(path) in {"template_bomb", "template_not_docx"}


def test_too_many_entries(tmp_path: Path) -> None:
    path = repacked(template(tmp_path), {f"word/media/{n}.txt": b"x" for n in range(ENTRY_LIMIT)})
    assert _rule(path) == "template_bomb"


def test_an_encrypted_entry(tmp_path: Path) -> None:
    path = template(tmp_path, "x")
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    path.write_bytes(content)
    assert _rule(path) == "template_not_docx"


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document/>',
        b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><x/>'.encode("utf-16"),
    ],
)
def test_entities_are_not_looked_at(xml: bytes, tmp_path: Path) -> None:
    assert _rule(repacked(template(tmp_path), {MAIN_PART: xml})) == "template_unsafe"


@pytest.mark.parametrize(
    ("kind", "target", "fetched"),
    [
        ("image", "http://jahat.example/x.png", True),
        ("oleObject", "file:///C:/x.xlsx", True),
        ("attachedTemplate", "http://jahat.example/x.dotm", True),
        ("attachedTemplate", "file:///\\\\server\\x.dotm", True),
        ("attachedTemplate", "file:///C:/Users/a/Surat.dotx", False),
        ("hyperlink", "https://setda.example/", False),
    ],
)
def test_nothing_is_fetched_from_outside(kind: str, target: str, fetched: bool, tmp_path: Path) -> None:
    path = repacked(template(tmp_path), {"word/_rels/extra.xml.rels": _relations(kind, target)})
    if fetched:
        assert _rule(path) == "template_external_link"
    else:
        assert read_template(path)


def test_tags_that_never_close_cost_no_time(tmp_path: Path) -> None:
    path = template(tmp_path, "{{tr " * 1500 + random.Random(1).randbytes(400_000).hex())
    began = time.monotonic()
    found = check_template(path, "surat-pengantar")
    assert "unclosed" in {each.problem for each in found.problems}
    assert time.monotonic() - began < 5
    assert zipfile.is_zipfile(path)
