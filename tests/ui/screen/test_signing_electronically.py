"""The electronically signed PDF in place of wet ink: chosen, dropped, refused; and any file later. Names stay names."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from correspondence.services.undoing import undo_last
from correspondence.workflow import OutgoingState, Step
from tests.builders import RAHMA
from ui.screen.files import safe_name
from ui.screen.sign_dialog import SignDialog

PDF = b"%PDF-1.7 /ByteRange"


@pytest.fixture
def ref(office_desk):
    ref = office_desk.outgoing(subject="Jawaban permohonan data")
    office_desk.chain(ref, sign=RAHMA)
    office_desk.step(ref, Step.SEND_FOR_REVIEW)
    return ref


@pytest.fixture
def driver(ref, open_office_window, office_desk):
    driver = open_office_window(office_desk.office)
    yield driver
    for dialog in driver.window.findChildren(SignDialog):
        dialog.reject()


@pytest.fixture
def pane(driver):
    driver.window.open_page("page_outgoing")
    detail = driver.find(QWidget, "detail", "page_outgoing")
    driver.wait(lambda: detail.dossier is not None)
    return detail


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    path = tmp_path / "surat final.PDF"
    path.write_bytes(PDF)
    return path


def drop(pane: QWidget, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    where, copy, left = QPoint(20, 20), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    pane.dropEvent(QDropEvent(where, copy, mime, left, Qt.KeyboardModifier.NoModifier))


def sign_dialog(driver) -> SignDialog:
    driver.wait(lambda: bool(driver.window.findChildren(SignDialog)))
    return driver.window.findChildren(SignDialog)[-1]


def names(office_desk) -> list[str]:
    return [each.name for each in office_desk.archive.kept.attachments.values()]


def test_a_pdf_that_is_dropped_may_be_the_signed_one(driver, pane, office_desk, ref, signed: Path) -> None:
    drop(pane, signed)
    dialog = sign_dialog(driver)
    assert dialog.files.paths == (signed,)
    dialog.submit()
    driver.wait(lambda: office_desk.letter(ref).state is OutgoingState.SIGNED)
    assert office_desk.letter(ref).signed_electronically
    assert names(office_desk) == ["surat final.PDF"]
    assert office_desk.journal(ref)[-1].changes["attachments"] == ("", "surat final.PDF")
    undo_last(office_desk.office, ref=ref)
    assert not office_desk.letter(ref).signed_electronically
    office_desk.step(ref, Step.SIGN)
    assert not office_desk.letter(ref).signed_electronically, "in wet ink after all"


def test_or_only_an_attachment(driver, pane, office_desk, ref, signed: Path) -> None:
    drop(pane, signed)
    sign_dialog(driver).findChild(QPushButton, "attach_only").click()
    driver.wait(lambda: names(office_desk) == ["surat final.PDF"])
    assert office_desk.letter(ref).state is OutgoingState.AWAITING_SIGNATURE
    driver.wait(lambda: not driver.window.findChildren(SignDialog))


def test_anything_else_is_hung_on_the_letter_at_once(driver, pane, office_desk, ref, tmp_path: Path) -> None:
    scan = tmp_path / "pindaian é.jpg"
    scan.write_bytes(b"\xff\xd8")
    drop(pane, scan)
    driver.wait(lambda: names(office_desk) == ["pindaian é.jpg"])
    assert not driver.window.findChildren(SignDialog)


def test_it_is_asked_for_below_the_letter(driver, pane, office_desk, ref, signed: Path) -> None:
    menu = driver.find(QPushButton, "more_steps", "page_outgoing").menu()
    words = [each.text() for each in menu.actions()]
    [entry] = [each for each in menu.actions() if each.text().startswith("Lampirkan PDF")]
    assert len(words) == len(set(words))
    entry.trigger()
    chooser = pane.findChild(QFileDialog)
    assert chooser.nameFilters()[0] == "PDF (*.pdf)"
    chooser.filesSelected.emit([str(signed)])
    chooser.reject()
    dialog = sign_dialog(driver)
    assert dialog.findChild(QPushButton, "attach_only") is None
    dialog.submit()
    driver.wait(lambda: office_desk.letter(ref).signed_electronically)


def test_what_is_no_pdf_is_said_beside_the_field(driver, pane, office_desk, ref, tmp_path: Path) -> None:
    false = tmp_path / "bukan.pdf"
    false.write_bytes(b"PK\x03\x04")
    drop(pane, false)
    dialog = sign_dialog(driver)
    dialog.fields["note"].editor.setText("ditandatangani di rumah")
    dialog.submit()
    driver.wait(dialog.accept_button.isEnabled)
    foot = dialog.findChild(QLabel, "attachments_foot")
    assert "bukan.pdf" in foot.text()
    assert dialog.isVisible()
    assert dialog.fields["note"].editor.text() == "ditandatangani di rumah"
    assert office_desk.letter(ref).state is OutgoingState.AWAITING_SIGNATURE
    dialog.files.clear()
    dialog.submit()
    driver.wait(lambda: office_desk.letter(ref).state is OutgoingState.SIGNED)
    assert not office_desk.letter(ref).signed_electronically


def test_a_letter_that_waits_for_nobody_takes_a_pdf_as_a_file(driver, pane, office_desk, ref, signed) -> None:
    office_desk.step(ref, Step.RECALL)
    pane.refresh()
    driver.wait(lambda: pane.dossier.letter.state is OutgoingState.DRAFT)
    drop(pane, signed)
    driver.wait(lambda: names(office_desk) == ["surat final.PDF"])


@pytest.mark.parametrize(
    "name",
    ["../../etc/cron.d/x", "C:\\Windows\\x.pdf", "/etc/passwd", ".", "", "nul", "CON.pdf", "aux.tar.gz", "com1 .pdf",
     "laporan\u202efdp.exe", "a" * 300 + ".pdf", "tanya?.pdf", "titik. .", "\x00.pdf", "COM¹.txt"],
)  # fmt: skip
def test_a_name_is_only_a_name(name: str) -> None:
    safe = safe_name(name)
    assert safe == PurePosixPath(safe).name == PureWindowsPath(safe).name
    assert safe.strip(" .") == safe != ""
    assert safe.isprintable()
    assert len(safe) <= 120
    before_the_dot = safe.split(".")[0].strip().casefold()
    assert before_the_dot not in {"con", "prn", "aux", "nul", "com1", "com¹"}, "Windows would open a device"
