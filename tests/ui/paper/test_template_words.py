"""What a template check says is whole: every code has its sentence, every place its words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from templates_docx.tags import Region
from ui.paper.template_words import PROBLEMS, place_words, problem_sentence

ROOM = Path(__file__).parents[3] / "templates_docx"


def test_every_rule_of_the_typing_pool_has_a_sentence() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py"))
    codes = set(re.findall(r'(?:Refused|Problem)\(\s*"([a-z_]+)"', source))
    assert len(codes) > 12
    # Not a flaw of a template: there is none.
    assert codes - {"kind_without_template"} <= set(PROBLEMS)


@pytest.mark.parametrize("problem", PROBLEMS)
def test_every_sentence_can_be_said(problem: str) -> None:
    said = problem_sentence(problem, "surat.nmor", "surat.nomor")
    assert said.endswith(".")
    assert "surat.nomor" in said


def test_braces_are_shown_as_they_are_typed() -> None:
    assert "{{ harus ditutup }}" in problem_sentence("unclosed", "{{ a")


@pytest.mark.parametrize("region", Region)
def test_places(region: Region) -> None:
    assert place_words(region.value, "Nomor").endswith("“Nomor”")


def test_a_place_in_a_table() -> None:
    assert (
        place_words("footer", "x", table=2, row=3, column=1) == "kaki halaman, tabel 2, baris 3, kolom 1: “x”"
    )
    assert place_words("body", "") == ""
