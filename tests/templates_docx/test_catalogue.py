"""Which template a letter kind is written with."""

from __future__ import annotations

from pathlib import Path

import pytest

from correspondence.errors import NotFound, Refused
from correspondence.letters import LetterKind
from templates_docx import catalogue
from templates_docx.catalogue import file_for, paper_named

KINDS = (
    LetterKind("Surat Undangan"),
    LetterKind("Surat Dinas", template="surat_dinas.docx"),
    LetterKind("Surat Kuasa"),
    LetterKind("Izin Keramaian", template="izin_keramaian.docx"),
    LetterKind("Jahat", template="..\\..\\etc\\surat_dinas.docx"),
)


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("surat-undangan", "surat-undangan"),
        ("Surat Undangan", "surat-undangan"),
        ("SURAT  undangan", "surat-undangan"),
        ("Surat Dinas", "surat-dinas"),
        ("Izin Keramaian", "izin-keramaian"),
        ("izin-keramaian", "izin-keramaian"),
        ("Pengantar KTP", "pengantar-ktp"),
        ("lembar-disposisi", "lembar-disposisi"),
        ("Jahat", "surat-dinas"),
    ],
)
def test_by_code_or_by_the_kind_s_own_name(named: str, code: str) -> None:
    assert paper_named(named, KINDS).code == code


def test_a_kind_without_a_template_and_a_name_nobody_knows() -> None:
    with pytest.raises(Refused, match="kind_without_template"):
        paper_named("Surat Kuasa", KINDS)
    with pytest.raises(NotFound) as caught:
        paper_named("surat-cinta", KINDS)
    assert {"surat-dinas", "izin-keramaian"} <= set(caught.value.candidates)


def test_a_kind_s_own_file_lies_in_the_office_s_folder_only(tmp_path: Path) -> None:
    kind = paper_named("Izin Keramaian", KINDS)
    assert catalogue.template_of(tmp_path, kind) == tmp_path / "izin_keramaian.docx"


def test_what_the_file_of_a_kind_is_called() -> None:
    assert file_for("Surat Dinas") == "surat_dinas.docx"
    assert file_for("Izin: Keramaian/Umum") == "izin_keramaian_umum.docx"
    assert file_for("../..") == "templat.docx"
