"""The file dialogue speaks the reader's language, also where the desk has none of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QTreeView, QWidget

from ui.screen.files import file_dialog


def test_the_dialogue_asks_in_indonesian(qtbot, qapp) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = file_dialog(parent, "Pilih berkas lampiran", lambda _names: None)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    labels = {each.text() for each in dialog.findChildren(QLabel)}
    assert {"Cari di:", "Nama berkas:", "Jenis berkas:"} <= labels
    buttons = {each.text().replace("&", "") for each in dialog.findChildren(QPushButton)}
    assert buttons == {"Buka", "Batal"}
    model = dialog.findChild(QTreeView, "treeView").model()
    across = Qt.Orientation.Horizontal
    headings = [model.headerData(column, across) for column in range(4)]
    assert headings == ["Nama", "Ukuran", "Jenis", "Diubah"]
    dialog.close()


def test_what_is_chosen_is_handed_on(qtbot, tmp_path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[Path] = []
    dialog = file_dialog(parent, "Simpan salinan", chosen.extend, save=True)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.filesSelected.emit([str(tmp_path / "salinan.pdf")])
    assert chosen == [tmp_path / "salinan.pdf"]


def test_sentences_nobody_translated_stay_as_they_are(qapp) -> None:
    assert QCoreApplication.translate("QFileDialog", "Nobody wrote this") == "Nobody wrote this"
