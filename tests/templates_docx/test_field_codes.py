"""Field codes that reach files, networks or programs are refused with their place; those that only say something stay."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from correspondence.errors import Refused
from templates_docx.apart import Manner, check_apart, write_papers
from templates_docx.catalogue import PAPERS
from templates_docx.check import check_template
from templates_docx.opening import read_template
from templates_docx.tags import Region
from tests.templates_docx.making import repacked, template, with_xml

BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "separate", "end")
)


def told(*pieces: str, element: str = "instrText") -> str:
    """A code cut into runs."""
    return "".join(f"<w:r><w:{element}>{each}</w:{element}></w:r>" for each in pieces)


def coded(*pieces: str) -> str:
    """A paragraph whose code Word has cut into these pieces."""
    return f"<w:p>{BEGIN}{told(*pieces)}{SEPARATE}<w:r><w:t>Isi</w:t></w:r>{END}</w:p>"


def refused(path: Path) -> Refused:
    with pytest.raises(Refused) as caught:
        read_template(path)
    assert caught.value.rule == "template_field_code"
    return caught.value


@pytest.mark.parametrize(
    ("pieces", "code"),
    [
        (['DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'], "DDEAUTO"),
        ([" D", "D", "E excel a b"], "DDE"),
        ([" ", "\t", " includetext ", '"C:\\\\x.txt"'], "INCLUDETEXT"),
        (['INCLUDEPICTURE "http://jahat.example/x.png" \\d'], "INCLUDEPICTURE"),
        (['IMPORT"x.png"'], "IMPORT"),
        (["LINK Excel.Sheet.8 x"], "LINK"),
        (["DATABASE \\d x"], "DATABASE"),
        (["D\u200bDE x y"], "DDE"),
        (["{{ isian.kode }} x"], "{…}"),
        (["D{% if nama %}DE{% endif %} x"], "{…}"),
        (['HYPERLINK "\\\\\\\\jahat\\\\x.exe"'], "HYPERLINK"),
        (['HYPERLINK "file:///C:/x.exe"'], "HYPERLINK"),
        (['HYPERLINK "C:\\\\x.exe"'], "HYPERLINK"),
    ],
)
def test_codes_that_reach_out_are_refused(pieces: list[str], code: str, tmp_path: Path) -> None:
    assert refused(with_xml(tmp_path, coded(*pieces))).facts["code"] == code


@pytest.mark.parametrize(
    "pieces",
    [
        ["PAGE"],
        [" NUMPAGES "],
        ['DATE \\@ "d MMMM yyyy"'],
        ["MERGEFIELD LINK"],
        ["HYPER", 'LINK "https://setda.example/"'],
        ['HYPERLINK \\l "bab"'],
        ['HYPERLINK "https://setda.example" \\o "C: atau D:" \\t "_blank"'],
        ['HYPERLINK "mailto:a@setda.example"'],
        ['IF 1 = 1 "DDE" "LINK"'],
        ["= 1 + 2"],
        ['DISPLAYBARCODE "{{ surat.nomor }}" QR'],
        ["TOC \\o"],
    ],
)
def test_codes_that_only_say_something_stay(pieces: list[str], tmp_path: Path) -> None:
    assert read_template(with_xml(tmp_path, coded(*pieces)))


@pytest.mark.parametrize(
    "xml",
    [
        '<w:p><w:fldSimple w:instr="DDEAUTO cmd"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>',
        f"<w:p>{BEGIN}{told('IF ')}{BEGIN}{told('DDE a b')}{END}{told(' = 1')}{END}</w:p>",
        f"<w:p>{BEGIN}{BEGIN}{told('QUOTE 68 68 69')}{END}{told(' a b')}{END}</w:p>",
        f"<w:p>{BEGIN}{told('DDE a b')}</w:p>",
        f"<w:p>{told('DDE a b')}</w:p>",
        f"<w:p>{BEGIN}{told('X', element='t')}{told('DDE a b')}{END}</w:p>",
        f"<w:p>{BEGIN}<w:del>{told('X', element='delInstrText')}</w:del>{told('DDE a b')}{END}</w:p>",
        f"<w:p>{BEGIN}{told('X', element='delInstrText')}{told('Y', element='t')}{told('DDE')}{END}</w:p>",
    ],
)
def test_codes_are_found_wherever_they_hide(xml: str, tmp_path: Path) -> None:
    refused(with_xml(tmp_path, xml))


def test_a_code_that_readers_choose_between_is_found(tmp_path: Path) -> None:
    choice = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="x">{told("X")}</mc:Choice><mc:Fallback>{told("DDE a")}</mc:Fallback>'
        "</mc:AlternateContent>"
    )
    refused(with_xml(tmp_path, f"<w:p>{BEGIN}{choice}{END}</w:p>"))


@pytest.mark.parametrize("which", ["header", "footer"])
def test_headers_and_footers_are_looked_at_and_named(which: str, tmp_path: Path) -> None:
    document = docx.Document()
    holder = getattr(document.sections[0], which)
    holder.paragraphs[0].text = "Kop"
    for each in parse_xml(f"<w:p {nsdecls('w')}>{coded('DDE a b')[5:]}"):
        holder.paragraphs[0]._p.append(each)
    path = tmp_path / "kop.docx"
    document.save(str(path))
    (flaw,) = check_template(path, "").problems
    assert (flaw.problem, flaw.field) == ("template_field_code", "DDE")
    assert flaw.where is not None
    assert (flaw.where.region, flaw.where.text) == (Region(which), "KopIsi")
    assert check_apart(path, "") == (flaw,)


@pytest.mark.parametrize("part", ["word/footnotes.xml", "word/comments.xml", "word/glossary/document.xml"])
def test_every_part_is_looked_at(part: str, tmp_path: Path) -> None:
    xml = f"<w:footnotes {nsdecls('w')}><w:footnote>{coded('DDE a b')}</w:footnote></w:footnotes>"
    error = refused(repacked(template(tmp_path), {part: xml.encode()}))
    assert (error.facts["part"], error.facts["region"]) == (part, "footnotes")


def test_the_cell_is_named(tmp_path: Path) -> None:
    document = docx.Document()
    cell = document.add_table(2, 3).cell(1, 2).paragraphs[0]
    cell.text = "Nilai"
    for each in parse_xml(f"<w:p {nsdecls('w')}>{coded('LINK a b')[5:]}"):
        cell._p.append(each)
    path = tmp_path / "tabel.docx"
    document.save(str(path))
    (flaw,) = check_template(path, "").problems
    assert flaw.where is not None
    assert (flaw.where.table, flaw.where.row, flaw.where.column) == (1, 2, 3)


@pytest.mark.parametrize("element", ["altChunk", "mailMerge"])
def test_foreign_documents_and_queries_are_refused(element: str, tmp_path: Path) -> None:
    xml = f"<w:settings {nsdecls('w')}><w:{element}/></w:settings>".encode()
    assert refused(repacked(template(tmp_path), {"word/asing.xml": xml})).facts["code"] == element


def test_letters_that_hide_everything_are_refused(tmp_path: Path) -> None:
    xml = b'<?xml version="1.0" encoding="UTF-7"?>+ADw-x/+AD4-'
    with pytest.raises(Refused, match="template_unsafe"):
        read_template(repacked(template(tmp_path), {"word/asing.xml": xml}))


@pytest.mark.parametrize("count", [1, 2])
def test_a_code_that_only_writing_puts_together_is_refused(count: int, tmp_path: Path) -> None:
    """The row with the tag goes when the paper is written, and with it what closed a harmless code."""
    document = docx.Document()
    table = document.add_table(4, 2)
    for row, pieces in ((0, BEGIN), (1, f"{told('PAGE')}{SEPARATE}"), (2, f"{told('D', 'DE a b')}{END}")):
        for each in parse_xml(f"<w:p {nsdecls('w')}>{pieces}</w:p>"):
            table.cell(row, 0).paragraphs[0]._p.append(each)
    table.cell(1, 1).text = "{%tr if nama %}"
    table.cell(3, 0).text = "{%tr endif %}"
    path = tmp_path / "tersusun.docx"
    document.save(str(path))
    assert read_template(path), "nothing of it can be seen yet"
    with pytest.raises(Refused, match="template_field_code"):
        write_papers(path, [{"nama": "x"}] * count, Manner())


def test_shipped_templates_have_none() -> None:
    assert all(read_template(each.shipped) for each in PAPERS.values())
