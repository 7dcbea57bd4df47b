"""Papers for the window: each call ends in files, one letter or many, with LibreOffice and without."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from correspondence.errors import Unavailable
from correspondence.own_fields import OwnType
from tests.builders import Desk, build_desk
from tests.templates_docx.making import template, text_of
from ui.desk_printing import DeskPrinting


def _no_libreoffice(_papers: Sequence[bytes]) -> list[bytes]:
    raise Unavailable("libreoffice_missing")


@pytest.fixture
def desk() -> Desk:
    return build_desk()


@pytest.fixture
def printing(tmp_path: Path) -> DeskPrinting:
    return DeskPrinting(tmp_path / "templat", tmp_path / "surat é", _no_libreoffice)


def test_any_paper_of_a_letter(desk: Desk, printing: DeskPrinting) -> None:
    ref = desk.incoming()
    path = printing.paper(desk.office, "lembar-disposisi", ref, blank=True)
    assert path.name == "Lembar disposisi M-2026-1.docx"
    assert "LEMBAR DISPOSISI" in text_of(path.read_bytes())
    again = printing.paper(desk.office, "lembar-disposisi", ref, again=True)
    assert text_of(again.read_bytes()) == text_of(path.read_bytes())


def test_a_kind_s_name_is_never_a_path(desk: Desk, printing: DeskPrinting, tmp_path: Path) -> None:
    folder = tmp_path / "templat"
    folder.mkdir()
    template(folder, "x {{ surat.hal }}", name="izin_a_b.docx")
    with desk.office.open_unit() as unit:
        kind = next(each for each in unit.kinds.every() if each.name == "Surat Dinas")
        unit.kinds.save(type(kind)("Izin ../A:B", template="izin_a_b.docx", id=kind.id))
        unit.commit()
    path = printing.paper(desk.office, "Izin ../A:B", desk.outgoing(kind="Izin ../A:B"))
    assert path.parent == tmp_path / "surat é"
    assert path.name == "Izin a b K-2026-1.docx"


def test_a_batch_counts_and_can_be_stopped(desk: Desk, printing: DeskPrinting, tmp_path: Path) -> None:
    refs = [desk.outgoing(subject=f"Surat ke-{number}") for number in range(6)]
    seen: list[tuple[int, int]] = []

    def told(done: int, every: int) -> bool:
        seen.append((done, every))
        return done < 3 or len(seen) > 3

    out = tmp_path / "keluaran"
    assert printing.batch(desk.office, "surat-pengantar", refs, out, told=told) == []
    assert not out.exists()
    assert seen == [(1, 12), (2, 12), (3, 12)]
    files = printing.batch(desk.office, "surat-pengantar", refs, out)
    assert [each.name for each in files][:2] == [
        "Surat pengantar K-2026-1.docx",
        "Surat pengantar K-2026-2.docx",
    ]
    assert all(f"Surat ke-{number}\n" in text_of(file.read_bytes()) for number, file in enumerate(files))


@pytest.mark.libreoffice
def test_a_batch_becomes_pdf_in_one_run(desk: Desk, tmp_path: Path) -> None:
    printing = DeskPrinting(tmp_path, tmp_path)
    refs = [desk.outgoing() for _ in range(8)]
    seen: list[int] = []

    def told(done: int, _all: int) -> bool:
        seen.append(done)
        return True

    files = printing.batch(desk.office, "surat-pengantar", refs, tmp_path / "pdf", told=told)
    assert all(each.read_bytes().startswith(b"%PDF") for each in files)
    assert len(files) == 8
    assert seen == sorted(seen)
    stopped = pytest.raises(Unavailable, match="libreoffice_cancelled")
    with stopped:
        printing.batch(
            desk.office, "surat-pengantar", refs, tmp_path / "x", told=lambda done, _all: done < 8 or done > 8
        )
    assert not (tmp_path / "x").exists()


def test_the_window_asks_what_a_kind_s_form_holds(desk: Desk, printing: DeskPrinting) -> None:
    asked = {each.name: each.type for each in printing.own_fields(desk.office, "Surat Undangan")}
    assert (asked["tanggal_acara"], asked["isi"]) == (OwnType.DATE, OwnType.LONG)
