"""Template care: nothing is used unseen, whatever was used comes back, and who did it is known."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from PIL import Image

from correspondence.accounts import NOBODY, Account
from correspondence.errors import NotFound, Refused
from correspondence.letters import Secrecy
from correspondence.services.printed import last_printed
from correspondence.services.signed_in import at_desk_of
from correspondence.workflow import Role
from templates_docx.catalogue import PAPERS
from tests.builders import Desk, build_desk
from tests.templates_docx.making import template, text_of
from ui.office_templates import OfficeTemplates, office_templates
from ui.printing import Printing

CODE = "surat-dinas"


@pytest.fixture
def desk() -> Desk:
    return build_desk()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "templat é"


@pytest.fixture
def care(desk: Desk, folder: Path) -> OfficeTemplates:
    return office_templates(desk.office, folder)


def edit(path: Path, text: str) -> None:
    """Somebody adds a paragraph in Word and saves."""
    document = docx.Document(io.BytesIO(path.read_bytes()))
    document.add_paragraph(text)
    document.save(str(path))


def line(care: OfficeTemplates, code: str = CODE):
    return next(each for each in care.care.lines() if each.code == code)


def test_a_changed_copy_is_used_once_it_is_sound(desk: Desk, care: OfficeTemplates, folder: Path) -> None:
    copy = care.care.working_copy(CODE)
    assert not line(care).own
    assert care.care.take_in(CODE) == care.care.take_in(CODE), "a copy nobody changed is nothing new"
    edit(copy, "Catatan {{ surat.nmor }}")
    flawed = care.care.take_in(CODE)
    assert not flawed.used
    assert ["surat.nmor" in each.problem for each in flawed.flaws] == [True]
    assert (line(care).own, line(care).editing) == (False, copy)
    edit(copy, "x")
    copy.write_bytes(PAPERS[CODE].shipped.read_bytes())
    edit(copy, "Kota yang baik")
    taken = care.care.take_in(CODE)
    assert (taken.used, taken.flaws) == (True, ())
    now = line(care)
    assert (now.own, now.changed_by, now.editing) == (True, desk.office.actor, None)
    assert now.changed_at == desk.office.clock.now()
    assert "Kota yang baik" in text_of((folder / "surat_dinas.docx").read_bytes())
    with desk.archive.open_reading() as unit:
        noted = [each for each in unit.journal.whole() if each.step == "template_changed"]
    assert [each.by for each in noted] == [desk.office.actor]
    assert noted[0].changes["template"] == (taken.before, now.version)


def test_every_version_comes_back(care: OfficeTemplates, folder: Path) -> None:
    for text in ("satu", "dua"):
        edit(care.care.working_copy(CODE), text)
        assert care.care.take_in(CODE).used
    newest, older, shipped = care.care.versions(CODE)
    assert [each.turn for each in (newest, older, shipped)] == ["changed", "changed", "shipped"]
    assert newest.current
    care.care.restore(CODE, older.version)
    own = folder / "surat_dinas.docx"
    assert "dua" not in text_of(own.read_bytes())
    assert [each.current for each in care.care.versions(CODE)] == [True, False, False]
    assert care.care.reset(CODE)
    assert not care.care.reset(CODE)
    assert not line(care).own
    assert [each.current for each in care.care.versions(CODE)] == [False, False, True]
    care.care.restore(CODE, newest.version)
    assert "dua" in text_of(own.read_bytes())
    with pytest.raises(NotFound):
        care.care.restore(CODE, "0" * 64)


def test_a_copy_nobody_wants_any_more_goes_with_the_way_back(care: OfficeTemplates) -> None:
    copy = care.care.working_copy(CODE)
    edit(copy, "{{ surat.nmor }}")
    assert not care.care.take_in(CODE).used
    assert not care.care.reset(CODE), "the shipped template was in use all the time"
    assert line(care).editing is None
    assert not copy.exists()


def test_a_file_laid_into_the_folder_is_told_without_a_name(care: OfficeTemplates, folder: Path) -> None:
    folder.mkdir()
    own = folder / "surat_dinas.docx"
    own.write_bytes(PAPERS[CODE].shipped.read_bytes())
    edit(own, "dari luar")
    assert (line(care).own, line(care).changed_by) == (True, "")
    first, shipped = care.care.versions(CODE)
    assert (first.by, first.current, shipped.turn) == ("", True, "shipped")


def _laid_in(folder: Path, text: str) -> bytes:
    """The office's own template, put into the folder by hand."""
    folder.mkdir(exist_ok=True)
    own = folder / "surat_dinas.docx"
    own.write_bytes(PAPERS[CODE].shipped.read_bytes())
    edit(own, text)
    return own.read_bytes()


def test_a_file_laid_into_the_folder_comes_back_after_a_reset(care: OfficeTemplates, folder: Path) -> None:
    mine = _laid_in(folder, "dari luar")
    was = care.care.versions(CODE)[0]
    assert care.care.reset(CODE)
    kept, shipped = care.care.versions(CODE)
    assert (kept.version, kept.turn, kept.at, kept.by) == (was.version, "changed", was.at, "")
    assert (kept.current, shipped.current) == (False, True)
    care.care.restore(CODE, kept.version)
    assert (folder / "surat_dinas.docx").read_bytes() == mine


def test_a_file_laid_into_the_folder_comes_back_after_a_change(care: OfficeTemplates, folder: Path) -> None:
    _laid_in(folder, "dari luar")
    was = care.care.versions(CODE)[0].version
    edit(care.care.working_copy(CODE), "lagi")
    assert care.care.take_in(CODE).used
    assert [each.version for each in care.care.versions(CODE)][1] == was
    assert len(care.care.versions(CODE)) == 3, "its own, the one before, the shipped one"
    edit(care.care.working_copy(CODE), "sekali lagi")
    assert care.care.take_in(CODE).used
    assert [each.version for each in care.care.versions(CODE)].count(was) == 1


def test_the_differences_are_told_as_a_person_would(care: OfficeTemplates) -> None:
    copy = care.care.working_copy(CODE)
    document = docx.Document(str(copy))
    first = next(each for each in document.paragraphs if "surat.tanggal" in each.text)
    was = first.text
    first.text = "Kalimat lain"
    document.add_paragraph("NIK {{ isian.nik }}")
    document.save(str(copy))
    taken = care.care.take_in(CODE)
    assert taken.used, "what it lacks is told, and used all the same"
    assert [each.code for each in taken.flaws] == ["missing"]
    found = care.care.compare(CODE)
    assert found.only_own == ("isian.nik",)
    assert not found.same
    told = {(each.what, each.was, each.now) for each in found.paragraphs}
    assert ("added", "", "NIK {{ isian.nik }}") in told
    assert ("changed", was, "Kalimat lain") in told
    assert care.care.compare("surat-undangan").paragraphs == []


def test_a_letter_is_printed_again_as_it_was(desk: Desk, care: OfficeTemplates, folder: Path) -> None:
    edit(care.care.working_copy(CODE), "versi lama")
    care.care.take_in(CODE)
    ref, printing = desk.outgoing(), Printing(desk.office, folder)
    printing.letter(CODE, ref)
    care.care.reset(CODE)
    assert "versi lama" not in text_of(printing.letter("surat-undangan", ref))
    assert last_printed(desk.office, ref=ref, paper=CODE).template
    assert "versi lama" in text_of(printing.reprint(CODE, ref))


def test_a_kind_takes_its_file_and_its_name(desk: Desk, care: OfficeTemplates, tmp_path: Path) -> None:
    file = template(tmp_path, "Izin {{ isian.nama }}", name="terserah.docx")
    care.kinds.add(name="Izin Keramaian", file=file)
    own = line(care, "izin-keramaian")
    assert (own.name, own.own, own.shipped) == ("Izin Keramaian", True, False)
    with pytest.raises(Refused, match="template_without_shipped"):
        care.care.reset("izin-keramaian")
    with pytest.raises(Refused, match="template_without_shipped"):
        care.care.compare("izin-keramaian")
    with pytest.raises(Refused, match="kind_known"):
        care.kinds.add(name="izin keramaian", file=template(tmp_path, "lain", name="lain.docx"))
    assert "Izin {{ isian.nama }}" in text_of(own.path.read_bytes())
    care.kinds.put(name="Izin Keramaian", file=template(tmp_path, "Dua {{ isian.nama }}", name="dua.docx"))
    assert [each.turn for each in care.care.versions("izin-keramaian")] == ["added", "added"]


def test_a_template_is_shown_with_the_newest_letter_and_nothing_is_noted(desk: Desk, folder: Path) -> None:
    shown = office_templates(desk.office, folder, lambda papers: [b"%PDF" for _each in papers]).showing
    assert shown.shown("surat-undangan").name == "", "no letter yet: made-up values"
    desk.outgoing(subject="Yang lama")
    ref = desk.outgoing(subject="Yang baru")
    paper = shown.shown(CODE)
    assert (paper.name, paper.pdf) == (str(ref), b"%PDF")
    assert "Yang baru" in text_of(paper.docx)
    assert "printed" not in [each.step for each in desk.journal(ref)]
    assert shown.shown("laporan-bulanan").name == "September 2026"
    incoming = desk.incoming()
    assert shown.shown("lembar-disposisi").name == str(incoming)


def test_who_keeps_no_lists_changes_no_template(desk: Desk, folder: Path, tmp_path: Path) -> None:
    clerk = office_templates(desk.acting_as(Role.CLERK, "wati").office, folder)
    file = template(tmp_path, "Izin", name="izin.docx")
    for forbidden in (
        lambda: clerk.care.working_copy(CODE),
        lambda: clerk.kinds.add(name="Izin", file=file),
        lambda: clerk.emblem.put(file),
    ):
        with pytest.raises(Refused, match="right_missing"):
            forbidden()
    assert not folder.exists()
    assert clerk.care.lines()


def test_an_emblem_is_a_picture(desk: Desk, care: OfficeTemplates, folder: Path, tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (20, 24), "blue").save(picture, "PNG")
    png = picture.getvalue()
    assert care.emblem.read() == b""
    file = tmp_path / "logo.bmp"
    file.write_bytes(b"bukan gambar")
    with pytest.raises(Refused, match="emblem_unreadable"):
        care.emblem.put(file)
    (tmp_path / "kota.png").write_bytes(png)
    care.emblem.put(tmp_path / "kota.png")
    assert care.emblem.read() == png
    assert (folder / "lambang.png").is_file()
    care.emblem.remove()
    assert care.emblem.read() == b""


def test_a_letter_above_the_clearance_is_passed_over(desk: Desk, folder: Path) -> None:
    open_one = desk.outgoing(subject="Boleh dibaca")
    secret = desk.outgoing(subject="Jangan dibaca", secrecy=Secrecy.RAHASIA)
    account = Account("wati", Role.SECRETARY, Secrecy.TERBATAS, NOBODY, desk.office.clock.now())
    office = at_desk_of(desk.office, account, veil="tertutup")
    showing = office_templates(office, folder, lambda papers: [b"%PDF" for _each in papers]).showing
    assert showing.shown(CODE).name == str(open_one)
    with pytest.raises(Refused, match="letter_secret"):
        showing.shown(CODE, secret)
