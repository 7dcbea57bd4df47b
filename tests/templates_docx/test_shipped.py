"""The shipped templates are what the drafts make, and are typed as the defaults of the office's handbook say."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from correspondence.errors import NotFound
from templates_docx import catalogue
from templates_docx.catalogue import PAPERS, paper
from templates_docx.drafting import draft

NAMES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("code", PAPERS)
def test_the_shipped_file_is_what_the_draft_makes(code: str) -> None:
    shipped, made = _parts(paper(code).shipped.read_bytes()), _parts(draft(code))
    assert shipped.keys() == made.keys()
    different = [
        name
        for name in shipped
        if etree.tostring(etree.fromstring(shipped[name]), method="c14n")
        != etree.tostring(etree.fromstring(made[name]), method="c14n")
    ]
    assert not different, "run python -m templates_docx.drafting"


SLIPS = ("lembar-disposisi", "tanda-terima")


@pytest.mark.parametrize("code", PAPERS)
def test_the_sheet_arial_and_the_usual_margins(code: str) -> None:
    """A4 with the margins of an official letter; the two slips A5 with small ones."""
    document = docx.Document(str(paper(code).shipped))
    section = document.sections[0]
    sides = sorted((round(section.page_width.mm), round(section.page_height.mm)))
    assert sides == ([148, 210] if code in SLIPS else [210, 297])
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(each.mm) for each in margins] == ([10] * 4 if code in SLIPS else [20, 25, 30, 20])
    font = document.styles["Normal"].font
    assert (font.name, font.size.pt) == ("Arial", 12)


@pytest.mark.parametrize("code", PAPERS)
def test_rows_stay_whole(code: str) -> None:
    xml = _parts(paper(code).shipped.read_bytes())["word/document.xml"].decode()
    assert xml.count("<w:cantSplit/>") == xml.count("<w:tr>") + xml.count("<w:tr ")


@pytest.mark.parametrize("code", ["surat-pengantar", "laporan-bulanan", "rekap-tahunan", "surat-tugas"])
def test_headings_of_long_tables_repeat(code: str) -> None:
    xml = _parts(paper(code).shipped.read_bytes())["word/document.xml"].decode()
    assert xml.count("<w:tblHeader/>") >= 1


@pytest.mark.parametrize("code", PAPERS)
def test_no_property_stands_twice_and_every_style_is_there(code: str) -> None:
    """Word calls such a file damaged; LibreOffice says nothing."""
    parts = _parts(paper(code).shipped.read_bytes())
    styles = set(etree.fromstring(parts["word/styles.xml"]).xpath("//@w:styleId", namespaces=NAMES))
    for name, content in parts.items():
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        root = etree.fromstring(content)
        for holder in root.iter("{*}rPr", "{*}pPr", "{*}tblPr", "{*}trPr", "{*}tcPr"):
            tags = [each.tag for each in holder]
            assert len(tags) == len(set(tags)), (name, tags)
        used = root.xpath("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", namespaces=NAMES)
        based = root.xpath("//w:basedOn/@w:val | //w:link/@w:val | //w:next/@w:val", namespaces=NAMES)
        assert {*used, *based} <= styles, name


def test_the_office_copy_wins_until_it_is_put_aside(tmp_path: Path) -> None:
    folder = tmp_path / "templat é"
    code = "surat-pengantar"
    assert catalogue.template_of(folder, code) == paper(code).shipped
    folder.mkdir()
    own = catalogue.own_copy(folder, code)
    own.write_bytes(b"changed")
    assert catalogue.template_of(folder, code) == own
    assert catalogue.reset(folder, code)
    assert catalogue.template_of(folder, code) == paper(code).shipped
    assert (folder / "surat_pengantar.docx.lama").read_bytes() == b"changed"
    assert not catalogue.reset(folder, code)


def test_a_paper_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(NotFound) as caught:
        paper("surat-cinta")
    assert "surat-pengantar" in caught.value.candidates
