"""Templat: which papers there are, whose template is used, and all that can be done to it, over a real registry."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QTableView, QWidget
from reportlab.pdfgen.canvas import Canvas

from correspondence.services import keeping
from correspondence.services.registering import register_outgoing
from tests.builders import outgoing_form
from tests.templates_docx.making import text_of
from tests.ui.screen.real_desk import RealDesk, real_desk
from ui.desk_printing import DeskPrinting
from ui.screen.paper_preview import PaperPreview
from ui.screen.settings_templates import TemplatesSection
from ui.screen.template_watch import TemplateWatch


class TemplatesOnly(TemplatesSection):
    """The section as a page of its own."""

    def on_changed(self, _changes: object) -> None:
        """Nothing of a letter is shown here."""


class Word(QWidget):
    """The desk's word processor: knows what it was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


def a_page_each(papers: Sequence[bytes]) -> list[bytes]:
    """PDF without LibreOffice: a page that says the paper's first line."""
    made = []
    for paper in papers:
        stream = io.BytesIO()
        canvas = Canvas(stream)
        canvas.drawString(100, 700, text_of(paper)[:40])
        canvas.save()
        made.append(stream.getvalue())
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "templat"


@pytest.fixture
def real(qtbot, sqlite_url, folder) -> Iterator[RealDesk]:
    with real_desk(qtbot, sqlite_url) as opened:
        opened.desk.printing = DeskPrinting(folder, a_page_each)
        yield opened


@pytest.fixture
def word(qtbot) -> Iterator[Word]:
    program = Word()
    qtbot.addWidget(program)
    QDesktopServices.setUrlHandler("file", program, "open")
    yield program
    QDesktopServices.unsetUrlHandler("file")


def rows(section: QWidget, name: str) -> list[tuple[str, ...]]:
    model = section.findChild(QTableView, name).model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def press(section: QWidget, name: str) -> None:
    button = section.findChild(QPushButton, name)
    assert button.isEnabled(), name
    button.click()


def said(section: QWidget) -> str:
    return section.findChild(QLabel, "template_said").text()


def save_in_word(copy: Path, text: str) -> None:
    document = docx.Document(str(copy))
    document.add_paragraph(text)
    document.save(str(copy))


def look(real: RealDesk, section: TemplatesSection) -> None:
    """As the clock does: once to see that the file moved, once to see that it lies still."""
    watch = section.findChild(TemplateWatch)
    watch.look()
    watch.look()
    real.settle()
    real.settle()


def dinas(section: TemplatesSection) -> tuple[str, ...]:
    return next(row for row in rows(section, "templates_view") if row[0] == "Surat dinas")


def changed(real: RealDesk, section: TemplatesSection, word: Word, text: str) -> None:
    section.list.stand_on("Surat dinas")
    press(section, "open_template")
    real.settle()
    save_in_word(word.opened[-1], text)
    look(real, section)


def test_papers_stand_with_the_template_that_is_used(real) -> None:
    section = real.show(TemplatesOnly(real.desk))
    shown = rows(section, "templates_view")
    assert {row[1:] for row in shown} == {("bawaan Warkat", "—", "baik")}
    names = [row[0] for row in shown]
    assert {"Lembar disposisi", "Tanda terima", "Pengantar KTP", "Surat dinas", "Rekap tahunan"} <= set(names)
    assert not [name for name in names if "-" in name], "a paper stands by its word, not by its code"


def test_what_was_saved_in_word_is_looked_over_and_used(real, word, folder) -> None:
    section = real.show(TemplatesOnly(real.desk))
    changed(real, section, word, "Kota yang baik")
    assert word.opened[0].parent != folder, "Word never holds the file letters are printed with"
    assert "Kota yang baik" in text_of((folder / "surat_dinas.docx").read_bytes())
    row = dinas(section)
    assert (row[1], row[3]) == ("milik kantor", "baik")
    assert row[2].endswith("petugas")
    assert real.said[-1].text == "Templat Surat dinas yang baru dipakai sekarang."
    real.said[-1].on_action()
    real.settle()
    assert dinas(section)[1] == "bawaan Warkat"


def test_a_flawed_copy_is_told_and_not_used_and_goes_on_being_mended(real, word, folder) -> None:
    section = real.show(TemplatesOnly(real.desk))
    changed(real, section, word, "Nomor {{ surat.nmor }}")
    assert not (folder / "surat_dinas.docx").exists()
    assert dinas(section)[3] == "salinan diubah, belum dipakai"
    assert "surat.nmor" in rows(section, "flaws_view")[0][2]
    assert real.said[-1].text == "Templat Surat dinas belum dipakai: 1 hal perlu diperbaiki."
    assert real.said[-1].wrong
    press(section, "open_template")
    real.settle()
    assert word.opened[0] == word.opened[1], "the typing in Word is gone on with"
    document = docx.Document(str(word.opened[0]))
    document.paragraphs[-1].text = "Nomor {{ surat.nomor }}"
    document.save(str(word.opened[0]))
    look(real, section)
    assert dinas(section)[1::2] == ("milik kantor", "baik")


def test_a_copy_saved_while_warkat_was_closed_is_taken_in(real, word, folder) -> None:
    copy = real.desk.printing.office_templates(real.office).care.working_copy("surat-dinas")
    save_in_word(copy, "Semalam")
    section = real.show(TemplatesOnly(real.desk))
    look(real, section)
    assert dinas(section)[1] == "milik kantor"


def test_the_differences_stand_in_a_list(real, word) -> None:
    section = real.show(TemplatesOnly(real.desk))
    section.list.stand_on("Surat dinas")
    assert not section.findChild(QPushButton, "compare_template").isEnabled()
    changed(real, section, word, "NIK {{ isian.nik }}")
    press(section, "compare_template")
    real.settle()
    assert rows(section, "differences_view") == [
        ("isian ditambah", "—", "isian.nik", "—"),
        ("ditambah", "—", "NIK {{ isian.nik }}", "—"),
    ]
    assert said(section) == "Surat dinas: 2 perbedaan dengan templat bawaan."


def test_versions_come_back_by_a_key(qtbot, real, word, folder) -> None:
    section = real.show(TemplatesOnly(real.desk))
    for text in ("Satu", "Dua"):
        changed(real, section, word, text)
    press(section, "template_versions")
    real.settle()
    dialog = section.findChild(QDialog, "versions_dialog")
    told = rows(dialog, "versions_view")
    assert [each[1] for each in told] == ["diubah", "diubah", "bawaan Warkat"]
    assert [each[3] for each in told] == ["dipakai sekarang", "", ""]
    assert not dialog.findChild(QPushButton, "restore_version").isEnabled()
    dialog.findChild(QTableView, "versions_view").selectRow(1)
    press(dialog, "restore_version")
    real.settle()
    text = text_of((folder / "surat_dinas.docx").read_bytes())
    assert "Satu" in text
    assert "Dua" not in text


def test_going_back_to_the_shipped_one_can_be_taken_back(real, word, folder) -> None:
    section = real.show(TemplatesOnly(real.desk))
    changed(real, section, word, "Kota yang baik")
    press(section, "reset_template")
    real.settle()
    assert dinas(section)[1] == "bawaan Warkat"
    assert not (folder / "surat_dinas.docx").exists()
    real.said[-1].on_action()
    real.settle()
    assert "Kota yang baik" in text_of((folder / "surat_dinas.docx").read_bytes())


def test_a_template_is_shown_with_a_real_letter(real) -> None:
    register_outgoing(real.office, form=outgoing_form())
    second = register_outgoing(real.office, form=outgoing_form()).ref
    section = real.show(TemplatesOnly(real.desk))
    section.list.stand_on("Surat dinas")
    press(section, "show_template")
    real.settle()
    preview = section.findChild(PaperPreview, "paper_preview")
    assert preview.windowTitle() == f"Surat dinas dengan {second}"
    preview.reject()
    section.findChild(QLineEdit, "sample_letter").setText("bukan surat")
    press(section, "show_template")
    assert "bukan surat" in said(section)


def test_a_sound_template_is_said_to_be(real) -> None:
    section = real.show(TemplatesOnly(real.desk))
    press(section, "check_template")
    real.settle()
    assert said(section) == "Surat pengantar: templat baik, semua isian dikenal."
    assert not section.findChild(QTableView, "flaws_view").isVisible()


def test_a_broken_file_in_the_folder_is_listed_in_words(real, folder) -> None:
    folder.mkdir()
    (folder / "laporan_bulanan.docx").write_bytes(b"bukan berkas Word")
    section = real.show(TemplatesOnly(real.desk))
    row = next(row for row in rows(section, "templates_view") if row[0] == "Laporan bulanan")
    assert row[3] == "1 hal perlu diperbaiki"
    section.list.stand_on("Laporan bulanan")
    press(section, "check_template")
    real.settle()
    assert said(section) == "Laporan bulanan: 1 hal perlu diperbaiki."
    assert "Word" in rows(section, "flaws_view")[0][2]
    press(section, "reset_template")
    real.settle()
    assert "bawaan" in next(row for row in rows(section, "templates_view") if row[0] == "Laporan bulanan")[1]


def test_without_a_typing_pool_the_list_says_so(real) -> None:
    real.desk.printing = None
    section = real.show(TemplatesOnly(real.desk))
    assert section.findChild(QLabel, "templates_view_empty").isVisible()


def test_a_template_that_lies_on_another_desk_is_said_to_be_missing(real) -> None:
    keeping.add_kind(real.office, name="Izin Keramaian", template="izin_keramaian.docx")
    section = real.show(TemplatesOnly(real.desk))
    assert rows(section, "templates_view")[-1] == (
        "Izin Keramaian",
        "milik kantor",
        "—",
        "berkasnya tidak ada di meja ini",
    )
    assert not real.said
