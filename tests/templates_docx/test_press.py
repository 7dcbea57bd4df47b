"""Many papers from one template: the same text as docxtpl makes, whatever is in the values."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image

from correspondence.errors import Refused
from templates_docx.catalogue import PAPERS
from templates_docx.fields import fields_of
from templates_docx.press import Press, write_all
from templates_docx.sheet import Sheet
from templates_docx.writer import Filling, write_sound
from tests.templates_docx.making import template, text_of
from tests.ui.paper import samples
from tests.ui.paper.letter_samples import LETTER_PAPERS, around, disposed, own_entries
from tests.ui.paper.samples import NASTY
from ui.paper.letter_contents import letter_context

BRACES = "{_{ x }_} {% y %} {_% z %_}\tTab\nBaris\x07\x0c"


def _emblem() -> dict[str, bytes]:
    whole = io.BytesIO()
    Image.new("L", (200, 230)).save(whole, "PNG")
    return {"kop.lambang": whole.getvalue()}


def _body(content: bytes) -> bytes:
    """The body's XML in one form; docxtpl numbers pictures anew."""
    body = docx.Document(io.BytesIO(content)).element.body
    for numbered in body.iter("{*}docPr"):
        numbered.set("id", "1")
    return etree.tostring(body, method="c14n", exclusive=True)


def _pictures(content: bytes) -> dict[str, bytes]:
    """What each picture of the body shows, by its relation; a relation to nothing is a KeyError."""
    part = docx.Document(io.BytesIO(content)).part
    shown = [str(each.get(qn("r:embed"))) for each in part.element.body.iter("{*}blip")]
    return {name: part.related_parts[name].blob for name in shown}


@pytest.mark.parametrize("count", [1, 2, 3])
def test_every_letter_of_a_batch_has_its_emblem(count: int) -> None:
    code, emblem = "surat-undangan", _emblem()
    content = PAPERS[code].shipped.read_bytes()
    filling = Filling({}, emblem, fields_of(code), Sheet("a4", "a5"), "....")
    contexts = [letter_context(samples.dossier(), around())] * count
    alone = write_sound(content, filling.with_context(contexts[0]))
    for paper in write_all(content, contexts, filling):
        assert list(_pictures(paper).values()) == [emblem["kop.lambang"]]
        assert _pictures(paper) == _pictures(alone)
        with zipfile.ZipFile(io.BytesIO(paper)) as archive:
            assert [name for name in archive.namelist() if name.startswith("word/media/")]
            types = archive.read("[Content_Types].xml").decode()
        assert 'Extension="png"' in types


@pytest.mark.parametrize("code", LETTER_PAPERS)
def test_every_letter_paper_is_what_docxtpl_makes(code: str) -> None:
    content = PAPERS[code].shipped.read_bytes()
    filling = Filling({}, _emblem(), fields_of(code), Sheet("f4", "half_folio"), "....")
    dossiers = (
        samples.dossier(fields=own_entries(code), subject=f"{NASTY} {BRACES}", correspondent=BRACES),
        samples.dossier(fields={**samples.documents(40), "tembusan": "A & B\nC"}, letter_number=""),
        disposed(subject=NASTY),
    )
    contexts = [letter_context(each, around()) for each in dossiers]
    assert Press(content, filling).compiled
    for paper, context in zip(write_all(content, contexts, filling), contexts, strict=True):
        expected = write_sound(content, filling.with_context(context))
        assert text_of(paper) == text_of(expected)
        assert _body(paper) == _body(expected)
        headers = [
            [each.text for each in docx.Document(io.BytesIO(one)).sections[0].header.paragraphs]
            for one in (paper, expected)
        ]
        assert headers[0] == headers[1]
        assert len(docx.Document(io.BytesIO(paper)).inline_shapes) == 1
        with zipfile.ZipFile(io.BytesIO(paper)) as archive:
            assert len(archive.namelist()) == len(set(archive.namelist()))
            assert archive.testzip() is None


@pytest.mark.parametrize(
    "source",
    ["{%tc for x in baris %}{{ x }}{%tc endfor %}", "{{ kop.lambang }} {{ kop.lambang }}"],
)
def test_what_only_docxtpl_can_do_is_left_to_it(source: str, tmp_path: Path) -> None:
    content = template(tmp_path, source).read_bytes()
    assert not Press(content, Filling({}, _emblem(), fields_of(""))).compiled


def test_a_picture_in_the_header_is_left_to_docxtpl(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ kop.lambang }}"
    path = tmp_path / "kepala.docx"
    document.save(str(path))
    filling = Filling({}, _emblem(), fields_of(""))
    assert not Press(path.read_bytes(), filling).compiled
    contexts = [{"kop": {"nama": str(number)}} for number in range(2)]
    assert len(list(write_all(path.read_bytes(), contexts, filling))) == 2


@pytest.mark.parametrize("source", ["{{ nama.__class__ }}", "{{ tidak.ada }}", "{{ 9 ** 9 }}", "{% if x %}"])
def test_the_environment_is_the_hardened_one(source: str, tmp_path: Path) -> None:
    content = template(tmp_path, source).read_bytes()
    with pytest.raises(Refused) as caught:
        list(write_all(content, [{"nama": "x"}, {"nama": "y"}], Filling({}, {}, fields_of(""))))
    assert caught.value.rule.startswith("template_")


def test_a_loop_that_cuts_a_table_is_refused(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(1, 1)
    table.rows[0].cells[0].text = "{% if nama %}"
    document.add_paragraph("{% endif %}")
    path = tmp_path / "potong.docx"
    document.save(str(path))
    with pytest.raises(Refused, match="template_broken"):
        list(write_all(path.read_bytes(), [{"nama": ""}, {"nama": ""}], Filling({}, {}, fields_of(""))))
