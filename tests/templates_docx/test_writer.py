"""What is put into a template comes out of the paper, character by character."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from correspondence.errors import NotFound, Refused
from templates_docx.catalogue import paper
from templates_docx.filters import printable
from templates_docx.sampling import sample_context
from templates_docx.writer import write_paper
from tests.templates_docx.making import template, text_of

NASTY = [
    "PT A & B <tr> \"Maju\" 'Jaya'",
    "&amp; &lt;w:p/&gt; &#65; ]]> <!-- -->",
    "</w:t></w:r></w:p><w:p><w:r><w:t>palsu",
    "{{ nama }} {% if x %} {# y #}",
    "Emoji 😀 dan 漢字 é ñ ½ – “kutip”",
    "=1+1 \\ / % _",
    "x" * 5_000,
    "  spasi  ganda  ",
    "kiri\tkanan",
    "{_{ x }_} {_% y %_}",
    "baris satu\nbaris dua",
]


@pytest.mark.parametrize("value", NASTY)
def test_every_character_is_printed(value: str, tmp_path: Path) -> None:
    content = write_paper(template(tmp_path, "[{{ nama }}]"), {"nama": value}, {})
    assert text_of(content) == f"[{value}]"


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=60), min_size=5, max_size=40))
def test_any_text_is_printed_whole(tmp_path: Path, values: list[str]) -> None:
    path = tmp_path / "lain.docx"
    if not path.is_file():
        template(tmp_path, "{%p for satu in nilai %}", "[{{ satu }}]", "{%p endfor %}", name=path.name)
    document = docx.Document(io.BytesIO(write_paper(path, {"nilai": values}, {})))
    assert [each.text for each in document.paragraphs] == [f"[{printable(each)}]" for each in values]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("a\x00b\x07c\x0cd\x1be\x85f", "abcde\nf"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\ud800b\uffffc", "abc"),
        (None, ""),
        (3, "3"),
    ],
)
def test_what_paper_cannot_hold_is_dropped(value: object, printed: str, tmp_path: Path) -> None:
    content = write_paper(template(tmp_path, "[{{ nama }}]"), {"nama": value}, {})
    document = docx.Document(io.BytesIO(content))
    assert [each.text for each in document.paragraphs] == [f"[{printed}]"], "no paragraph is forged"


def test_header_and_footer_are_written_too(tmp_path: Path) -> None:
    path = template(tmp_path, "isi")
    document = docx.Document(str(path))
    document.sections[0].header.paragraphs[0].text = "Kepala {{ nama }}"
    document.sections[0].footer.paragraphs[0].text = "Kaki {{ nama }}"
    document.save(str(path))
    said = docx.Document(io.BytesIO(write_paper(path, {"nama": "A & B"}, {}))).sections[0]
    assert said.header.paragraphs[0].text == "Kepala A & B"
    assert said.footer.paragraphs[0].text == "Kaki A & B"


def test_a_condition_that_cuts_a_table_is_refused_and_not_mended_in_silence(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{% if kosong %}")
    document.add_table(rows=1, cols=2).cell(0, 1).text = "{% endif %}"
    path = tmp_path / "potong.docx"
    document.save(str(path))
    with pytest.raises(Refused) as caught:
        write_paper(path, {"kosong": ""}, {})
    assert caught.value.rule == "template_broken"


def _png(size: tuple[int, int]) -> bytes:
    painted = io.BytesIO()
    Image.new("L", size).save(painted, "PNG")
    return painted.getvalue()


@pytest.mark.parametrize(
    ("size", "mm"), [((300, 300), (19, 19)), ((200, 400), (11, 22)), ((900, 100), (19, 2.1))]
)
def test_a_picture_fits_into_its_place_unstretched(size: tuple[int, int], mm: tuple[float, float]) -> None:
    code = "surat-pengantar"
    content = write_paper(paper(code).shipped, sample_context(code), {"kop.lambang": _png(size)}, code=code)
    (shape,) = docx.Document(io.BytesIO(content)).inline_shapes
    assert (shape.width.mm, shape.height.mm) == pytest.approx(mm, abs=0.15)


def test_a_picture_that_is_none_is_refused() -> None:
    code = "surat-pengantar"
    with pytest.raises(Refused) as caught:
        write_paper(paper(code).shipped, sample_context(code), {"kop.lambang": b"GIF? no"}, code=code)
    assert caught.value.rule == "template_picture"


def test_a_template_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        write_paper(tmp_path / "tidak ada.docx", {}, {})
