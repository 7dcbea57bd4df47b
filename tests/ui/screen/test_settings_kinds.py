"""Jenis surat: a kind takes its Word file and its name; a stranger's file is refused in words; own fields in a table."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from correspondence.services import keeping, looking_up
from tests.templates_docx.making import repacked, template
from tests.ui.screen.real_desk import RealDesk, real_desk
from ui.desk_printing import DeskPrinting
from ui.screen.kind_dialog import KindDialog
from ui.screen.own_rows_dialog import OwnRowsDialog
from ui.screen.settings_kinds import KindsSection

Key = Qt.Key


class KindsOnly(KindsSection):
    """The section as a page of its own."""

    def on_changed(self, _changes: object) -> None:
        """Nothing of a letter is shown here."""


@pytest.fixture
def real(qtbot, sqlite_url, tmp_path) -> Iterator[RealDesk]:
    with real_desk(qtbot, sqlite_url) as opened:
        opened.desk.printing = DeskPrinting(tmp_path / "templat")
        yield opened


@pytest.fixture
def section(real) -> KindsOnly:
    return real.show(KindsOnly(real.desk))


def drop(widget: QWidget, file: Path) -> None:
    """As the file manager does it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    actions, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(20, 20).toPoint(), actions, mime, left, none)
    QApplication.sendEvent(widget, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), actions, mime, left, none))


def dialog(section: QWidget, kind: type = KindDialog) -> QDialog:
    return next(each for each in section.findChildren(kind) if each.isVisible())


def says(section: QWidget) -> str:
    return dialog(section).findChild(QLabel, "template_says").text()


def kinds(real: RealDesk) -> dict[str, str]:
    return {each.name: each.template for each in real.ask(looking_up.directory).kinds}


def save(real: RealDesk, section: QWidget) -> None:
    dialog(section).findChild(QPushButton, "save").click()
    real.settle()


def test_a_dropped_file_and_a_name_are_a_kind(qtbot, real, section, tmp_path) -> None:
    drop(section, template(tmp_path, "Izin {{ isian.nama }} {{ isian.nik }}", name="izin_keramaian.docx"))
    name = dialog(section).findChild(QLineEdit, "name")
    assert name.text() == "Izin keramaian"
    real.settle()
    assert says(section) == "izin_keramaian.docx: baik, semua isian dikenal."
    name.selectAll()
    qtbot.keyClicks(name, "Izin Keramaian Umum")
    qtbot.keyClick(name, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    real.settle()
    assert kinds(real)["Izin Keramaian Umum"] == "izin_keramaian_umum.docx"
    asked = real.desk.printing.own_fields(real.office, "Izin Keramaian Umum")
    assert [each.name for each in asked] == ["nama", "nik"]


def test_a_file_to_be_mended_is_told_with_the_place_and_the_typing_stays(
    qtbot, real, section, tmp_path
) -> None:
    file = template(tmp_path, "Nomor {{ surat.nmor }}", "{% for x in y %}", name="izin.docx")
    section.findChild(QPushButton, "add_kind").click()
    qtbot.keyClicks(dialog(section).findChild(QLineEdit, "name"), "Izin Acara")
    drop(dialog(section), file)
    real.settle()
    assert "“Nomor {{ surat.nmor }}”" in says(section)
    save(real, section)
    assert "Izin Acara" not in kinds(real)
    wrong = dialog(section).findChild(QLabel, "form_wrong")
    assert wrong.isVisible()
    assert "izin.docx" in wrong.text()
    assert dialog(section).findChild(QLineEdit, "name").text() == "Izin Acara"
    drop(dialog(section), template(tmp_path, "Nomor {{ surat.nomor }}", name="izin.docx"))
    real.settle()
    save(real, section)
    assert kinds(real)["Izin Acara"] == "izin_acara.docx"


def test_a_name_that_is_taken_is_said_under_it(qtbot, real, section, tmp_path) -> None:
    drop(section, template(tmp_path, "x", name="surat dinas.docx"))
    real.settle()
    save(real, section)
    assert "sudah ada" in dialog(section).findChild(QLabel, "name_below").text()
    assert not (tmp_path / "templat" / "surat_dinas.docx").exists()


def macro(path: Path) -> Path:
    content = zipfile.ZipFile(path).read("[Content_Types].xml")
    word = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    changed = content.replace(word, b"application/vnd.ms-word.document.macroEnabled.main+xml")
    return repacked(path, {"[Content_Types].xml": changed, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def linked(path: Path) -> Path:
    rels = zipfile.ZipFile(path).read("word/_rels/document.xml.rels")
    link = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        b'Target="http://127.0.0.1:9/x.png" TargetMode="External"/></Relationships>'
    )
    return repacked(path, {"word/_rels/document.xml.rels": rels.replace(b"</Relationships>", link)})


def bomb(path: Path) -> Path:
    return repacked(path, {"word/media/besar.xml": b"<a>" + b" " * 90_000_000 + b"</a>"})


def code(path: Path) -> Path:
    return template(path.parent, "{{ ''.__class__.__mro__[1].__subclasses__() }}", name=path.name)


def endless(path: Path) -> Path:
    return template(path.parent, "{{ 'x' * 300000000 }}", name=path.name)


@pytest.mark.parametrize(
    ("spoil", "word"),
    [(macro, "Word"), (linked, "luar"), (bomb, "besar"), (code, "izin"), (endless, "izin")],
)
def test_a_stranger_s_file_is_refused_in_a_sentence_and_warkat_lives(
    real, section, tmp_path, spoil: Callable[[Path], Path], word: str
) -> None:
    drop(section, spoil(template(tmp_path, "Izin", name="izin_orang.docx")))
    real.settle()
    assert "belum dapat dipakai" in says(section)
    assert word in says(section)
    assert "__" not in says(section).replace("__class__", "").replace("__mro__", "").replace(
        "__subclasses__", ""
    )
    save(real, section)
    assert "Izin orang" not in kinds(real)
    assert not (tmp_path / "templat" / "izin_orang.docx").exists()
    dialog(section).reject()
    real.desk.do(lambda office: keeping.add_kind(office, name="Masih hidup"))
    real.settle()
    assert "Masih hidup" in kinds(real)


def test_another_template_is_put_to_a_kind(real, section, tmp_path) -> None:
    section.list.stand_on("Surat Dinas")
    section.findChild(QPushButton, "kind_template").click()
    save(real, section)
    assert "Letakkan" in dialog(section).findChild(QLabel, "form_wrong").text()
    drop(dialog(section), template(tmp_path, "Dinas {{ isian.nama }}", name="apa saja.docx"))
    real.settle()
    save(real, section)
    assert [each.name for each in real.desk.printing.own_fields(real.office, "Surat Dinas")] == ["nama"]


def fields_of(real: RealDesk, section: KindsSection) -> OwnRowsDialog:
    section.findChild(QPushButton, "kind_fields").click()
    real.settle()
    found = dialog(section, OwnRowsDialog)
    assert isinstance(found, OwnRowsDialog)
    return found


def test_the_fields_of_a_kind_stand_in_a_table_and_are_kept(qtbot, real, section, tmp_path) -> None:
    drop(
        section, template(tmp_path, "{{ isian.nama }} {{ isian.jalur }} {{ isian.agama }}", name="izin.docx")
    )
    real.settle()
    save(real, section)
    section.list.stand_on("Izin")
    table = fields_of(real, section)
    assert [each.label.text() for each in table.rows] == ["Nama", "Jalur", "Agama"]
    assert table.findChild(QComboBox, "agama_type").currentText() == "Pilihan"
    label = table.findChild(QLineEdit, "nama_label")
    label.selectAll()
    qtbot.keyClicks(label, "Nama pemohon")
    table.findChild(QWidget, "nama_required").setChecked(True)
    kind = table.findChild(QComboBox, "jalur_type")
    kind.setCurrentIndex(kind.findText("Pilihan"))
    table.findChild(QPushButton, "save").click()
    real.settle()
    assert "dua pilihan" in table.findChild(QLabel, "form_wrong").text()
    qtbot.keyClicks(table.findChild(QLineEdit, "jalur_choices"), "Umum | Khusus")
    qtbot.keyClick(table, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    real.settle()
    assert real.ask(keeping.profile).own_fields == "izin/nama! (Nama pemohon):; izin/jalur: Umum | Khusus"
    asked = {each.name: each for each in real.desk.printing.own_fields(real.office, "Izin")}
    assert (asked["nama"].label, asked["nama"].required) == ("Nama pemohon", True)
    assert asked["jalur"].choices == ("Umum", "Khusus")
    again = fields_of(real, section)
    assert [each.label.text() for each in again.rows] == ["Nama pemohon", "Jalur", "Agama"]
    again.save()
    real.settle()
    assert real.ask(keeping.profile).own_fields == "izin/nama! (Nama pemohon):; izin/jalur: Umum | Khusus"


def test_a_new_field_in_the_template_stands_there_by_itself(real, section, tmp_path) -> None:
    drop(section, template(tmp_path, "{{ isian.nama }}", name="izin.docx"))
    real.settle()
    save(real, section)
    template(tmp_path / "templat", "{{ isian.nama }} {{ isian.tanggal_mulai }}", name="izin.docx")
    section.list.stand_on("Izin")
    table = fields_of(real, section)
    assert [each.field.name for each in table.rows] == ["nama", "tanggal_mulai"]
    assert table.findChild(QComboBox, "tanggal_mulai_type").currentText() == "Tanggal"


def test_a_kind_without_fields_says_how_to_get_one(real, section, tmp_path) -> None:
    drop(section, template(tmp_path, "Tanpa", name="izin.docx"))
    real.settle()
    save(real, section)
    section.list.stand_on("Izin")
    section.findChild(QPushButton, "kind_fields").click()
    real.settle()
    assert "{{ isian.nama }}" in real.said[-1].text
    assert section.findChild(QTableView, "kinds_view") is not None
