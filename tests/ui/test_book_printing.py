"""Books into files: whole or not at all, given up when asked, signed by whom the office says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.units import mm

from correspondence.book_ports import BookKind
from correspondence.errors import NotFound, Refused, Unavailable
from correspondence.services.keeping import set_profile
from correspondence.workflow import Step
from tests.builders import BUDI, RAHMA, WEDNESDAY, Desk, build_desk
from ui.book_printing import BookPrinting, Signers


@pytest.fixture
def desk() -> Desk:
    desk = build_desk(actor="Budi")
    for number in range(1, 251):
        desk.incoming(subject=f"Perihal ke-{number}")
    return desk


def text_of(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


@pytest.mark.parametrize("ending", ["pdf", "xlsx"])
def test_printing_tells_how_far_it_is_and_stops_when_asked(desk: Desk, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"agenda.{ending}"
    out.write_bytes(b"the old one")
    told: list[tuple[int, int]] = []

    def until(last: int) -> Callable[[int, int], bool]:
        def go_on(done: int, total: int) -> bool:
            told.append((done, total))
            return done < last

        return go_on

    printing = BookPrinting(desk.office, tmp_path)
    with pytest.raises(Refused, match="printing_cancelled"):
        printing.book(BookKind.INCOMING, WEDNESDAY, WEDNESDAY, out, progress=until(200))
    assert told == [(0, 250), (100, 250), (200, 250)]
    assert out.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [out]
    told.clear()
    assert printing.book(BookKind.INCOMING, WEDNESDAY, WEDNESDAY, out, progress=until(999)).letters == 250
    assert told[-1] == (250, 250)
    assert out.read_bytes() != b"the old one"


def test_a_folder_that_is_not_there_is_an_answer(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="folder_missing"):
        BookPrinting(desk.office, tmp_path).book(
            BookKind.INCOMING, WEDNESDAY, WEDNESDAY, tmp_path / "none" / "agenda.pdf"
        )


def test_the_office_says_who_takes_note_and_the_clerk_signs(desk: Desk, tmp_path: Path) -> None:
    set_profile(desk.office, values={"report_signatory": RAHMA, "paper": "f4", "place": "Kediri"})
    out, day = tmp_path / "agenda.pdf", WEDNESDAY + timedelta(days=1)
    printing = BookPrinting(desk.office, tmp_path)
    printing.book(BookKind.INCOMING, day, day, out)
    text = text_of(out)
    for part in (
        "MENGETAHUI",
        "SEKRETARIS DAERAH,",
        RAHMA,
        "Kediri, 7 Oktober 2026",
        "KEPALA BAGIAN UMUM,",
        BUDI,
    ):
        assert part in text
    with pypdfium2.PdfDocument(out) as document:
        assert document[0].get_size() == pytest.approx((330 * mm, 215 * mm), abs=0.1)
    with pytest.raises(NotFound):
        printing.book(BookKind.INCOMING, day, day, out, signers=Signers(official="Tidak Ada"))
    with pytest.raises(NotFound):
        printing.book(BookKind.INCOMING, day, day, out, sheet="a3")


def test_the_emblem_of_the_office_is_printed(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "agenda.pdf"
    printing = BookPrinting(desk.office, tmp_path)
    printing.book(BookKind.OUTGOING, WEDNESDAY, WEDNESDAY, out)
    assert b"/Subtype /Image" not in out.read_bytes()
    Image.new("RGBA", (60, 80), (0, 0, 0, 128)).save(tmp_path / "lambang.png")
    printing.book(BookKind.OUTGOING, WEDNESDAY, WEDNESDAY, out)
    assert b"/Subtype /Image" in out.read_bytes()
    (tmp_path / "lambang.png").write_bytes(b"no picture at all")
    printing.book(BookKind.OUTGOING, WEDNESDAY, WEDNESDAY, out)
    assert b"/Subtype /Image" not in out.read_bytes()


def test_a_workbook_strikes_what_was_cancelled_and_prints_on_the_office_s_paper(
    desk: Desk, tmp_path: Path
) -> None:
    gone = desk.incoming(subject="Salah catat")
    desk.step(gone, Step.CANCEL, note="rangkap")
    out = tmp_path / "agenda.xlsx"
    set_profile(desk.office, values={"paper": "f4"})
    BookPrinting(desk.office, tmp_path).book(BookKind.INCOMING, WEDNESDAY, WEDNESDAY, out)
    workbook = openpyxl.load_workbook(out)
    sheet = workbook.worksheets[0]
    struck = [[bool(cell.font.strike) for cell in row] for row in sheet.iter_rows()]
    assert struck[251] == [True] * 6 + [False] * 4, "the reason stays legible, as on paper"
    assert not any(any(row) for row in struck[:251])
    for each in workbook.worksheets:
        assert each.print_title_rows == "$1:$1"
        assert (each.page_setup.paperSize, each.page_setup.orientation) == (14, "landscape")
        assert each.sheet_properties.pageSetUpPr.fitToPage
