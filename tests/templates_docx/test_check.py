"""`template check`: every flaw is found, with its field and its place, and nothing sound is called a flaw."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from templates_docx.catalogue import PAPERS, paper
from templates_docx.check import check_template
from templates_docx.fields import fields_of
from templates_docx.reading import Problem
from templates_docx.sampling import sample_context
from templates_docx.sound import own_names_of
from templates_docx.tags import Region
from templates_docx.writer import write_paper
from tests.templates_docx.making import split_runs, template, text_of, with_xml

KIND = "surat-izin-kantor"
"""No paper of ours: a letter kind's own template, of which nothing must be there."""


def problems(path: Path, code: str = KIND) -> list[Problem]:
    return list(check_template(path, code).problems)


def codes(path: Path, code: str = KIND) -> list[tuple[str, str]]:
    return [(each.problem, each.field) for each in problems(path, code)]


@pytest.mark.parametrize("code", PAPERS)
def test_the_shipped_templates_are_sound(code: str) -> None:
    assert check_template(paper(code).shipped, code).ok


@pytest.mark.parametrize("code", PAPERS)
def test_the_shipped_templates_lack_no_field_that_must_be_there(code: str, tmp_path: Path) -> None:
    missing = {field for problem, field in codes(template(tmp_path, "kosong"), code) if problem == "missing"}
    assert missing == {each.name for each in fields_of(code).values() if each.must} != set()


def test_an_unknown_field_is_told_with_its_place_and_what_was_meant(tmp_path: Path) -> None:
    path = template(tmp_path, "Yang terhormat {{ pengirim.nmaa }} di tempat")
    (found,) = problems(path)
    assert (found.problem, found.field, found.suggestion) == ("unknown", "pengirim.nmaa", "pengirim.nama")
    assert found.where is not None
    assert found.where.region is Region.BODY
    assert found.where.text == "Yang terhormat {{ pengirim.nmaa }} di tempat"


def test_the_place_in_a_table_and_in_a_footer(tmp_path: Path) -> None:
    path = template(tmp_path)
    document = docx.Document(str(path))
    document.add_table(rows=1, cols=1)
    document.add_table(rows=3, cols=2).cell(2, 1).text = "{{ salah }}"
    document.sections[0].footer.paragraphs[0].text = "{{ keliru }}"
    document.save(str(path))
    first, second = problems(path)
    assert first.where is not None
    assert (first.where.table, first.where.row, first.where.column) == (2, 3, 2)
    assert second.where is not None
    assert (second.field, second.where.region) == ("keliru", Region.FOOTER)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("{{ surat.nomor", "unclosed"),
        ("surat.nomor }}", "unclosed"),
        ("{{ surat.nomor }", "unclosed"),
        ("{% if surat.nomor %}x", "unbalanced"),
        ("x{% endif %}", "unbalanced"),
        ("{% for x in naskah %}{{ x.naskah }}{% endif %}", "unbalanced"),
        ("{% else %}", "unbalanced"),
        ("{{ surat. }}", "syntax"),
        ("{{ surat nomor }}", "syntax"),
        ("{% if %}x{% endif %}", "syntax"),
        ("{{ surat.nomor.upper() }}", "not_allowed"),
        ("{{ surat.nomor|attr('x') }}", "not_allowed"),
        ("{{r surat.nomor }}", "not_allowed"),
        ("{% set x = 1 %}", "not_allowed"),
        ("{% include 'x' %}", "not_allowed"),
        ("{{ tembusan }}", "list_text"),
        ("{{ naskah[0].salah }}", "unknown"),
        ("{% for x in naskah %}{{ x.salah }}{% endfor %}", "unknown"),
        ("{% for x in salah %}{{ x }}{% endfor %}", "unknown"),
        ("{% if salah %}x{% endif %}", "unknown"),
        ("{{ isian }}", "template_not_allowed"),
    ],
)
def test_each_flaw_has_its_name(source: str, problem: str, tmp_path: Path) -> None:
    assert problem in {each for each, _ in codes(template(tmp_path, source))}


@pytest.mark.parametrize(
    "source",
    [
        "{{ surat.nomor }}",
        "{{surat.nomor|upper}}",
        "{{ isian.nik }} {{ isian.tempat_lahir|title }}",
        "{% for x in naskah %}{{ loop.index }} {{ x.naskah }} {{ x['banyaknya'] }}{% endfor %}",
        "{% for satu in tembusan %}{{ satu }}{% endfor %}",
        "{{ tembusan|join(', ') }} {{ naskah|length }}",
        "{% if tembusan %}{{ tembusan[0] }}{% elif surat.hal %}x{% else %}y{% endif %}",
        "{% for n in range(3) %}{{ n }}{% endfor %}",
        "{# {{ salah }} #}",
        "{{ surat.hal or “tanpa hal” }}",
        "{% if surat.sifat == 'Rahasia' and kop.nama %}R{% endif %}",
        "100 % benar { } dan { { bukan tag } }",
    ],
)
def test_what_is_sound_is_not_called_a_flaw(source: str, tmp_path: Path) -> None:
    assert codes(template(tmp_path, source)) == []


def test_a_report_has_no_fields_of_a_letter_kind(tmp_path: Path) -> None:
    assert ("unknown", "isian.nik") in codes(template(tmp_path, "{{ isian.nik }}"), "laporan-bulanan")


@pytest.mark.parametrize("between", ["", "w:proofErr", "w:bookmarkStart", "w:bookmarkEnd"])
@pytest.mark.parametrize(
    "pieces",
    [["{{ surat.", "nomor }}"], ["{", "{ surat.nomor }", "}"], ["{{", " surat", ".nomor", " ", "}}"]],
)
def test_a_placeholder_split_into_runs_is_filled_all_the_same(
    pieces: list[str], between: str, tmp_path: Path
) -> None:
    path = split_runs(tmp_path, ["Nomor ", *pieces, " selesai"], between=between)
    assert codes(path) == []
    said = text_of(write_paper(path, sample_context(KIND), {}))
    assert said == "Nomor [surat.nomor] selesai"


@pytest.mark.parametrize(
    "xml",
    [
        "<w:p><w:r><w:t>{{ surat.</w:t><w:br/><w:t>nomor }}</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>{{ surat</w:t></w:r><w:r><w:tab/><w:t>.nomor }}</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>{{ sur</w:t></w:r><w:r><w:t>at.</w:t></w:r></w:p>",
    ],
)
def test_what_cannot_be_joined_is_either_filled_or_told(xml: str, tmp_path: Path) -> None:
    """The one thing that must not happen is silence: #651 of docxtpl."""
    path = with_xml(tmp_path, xml)
    found = codes(path)
    if found:
        assert {problem for problem, _ in found} <= {"split", "unclosed", "syntax"}
    else:
        assert "[surat.nomor]" in text_of(write_paper(path, sample_context(KIND), {}))


def test_a_tag_that_runs_over_two_paragraphs_is_told(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ surat.", "nomor }}")
    assert {problem for problem, _ in codes(path)} == {"unclosed"}
    assert text_of(write_paper(path, sample_context(KIND), {})) == "[surat.nomor]", (
        "docxtpl joins it all the same"
    )


def test_own_fields_are_listed_in_their_order(tmp_path: Path) -> None:
    path = template(
        tmp_path, "{{ isian.nik }} {% if isian.tgl_lahir %}{{ isian.nik }}{% endif %} {{ isian.Alamat }}"
    )
    assert own_names_of(path) == {"nik": False, "tgl_lahir": True, "Alamat": False}
