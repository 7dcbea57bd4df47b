"""A board of more letters than a screen: read as it is scrolled, and printed whole to take along."""

from __future__ import annotations

import io

import pypdfium2

from correspondence.office import Office
from tests.builders import BUDI
from tests.ui.screen.real_desk import real_desk
from tests.ui.screen.test_boards import draft_on_its_way, page_of, subjects, view_of
from ui.round_printing import signature_round


def many_drafts(office: Office) -> None:
    for number in range(120):
        draft_on_its_way(office, f"Surat <b>ke-{number}</b> & lain-lain")
    draft_on_its_way(office, "Untuk Kabag", sign=BUDI)


def test_a_long_list_is_read_as_it_is_scrolled_and_printed_whole(qtbot, tmp_path) -> None:
    with real_desk(qtbot, f"sqlite:///{tmp_path}/registri.sqlite", fill=many_drafts) as desk:
        page = page_of(desk)
        assert page._model.rowCount() == 50
        for _time in range(3):
            view_of(page).scrollToBottom()
            desk.settle()
            qtbot.wait(20)
        qtbot.waitUntil(lambda: page._model.rowCount() == 121)
        assert len(set(subjects(page))) == 121
        page.refresh()
        desk.settle()
        assert page._model.rowCount() == 121

        paper = pypdfium2.PdfDocument(io.BytesIO(desk.ask(signature_round)))
        text = "".join(sheet.get_textpage().get_text_bounded() for sheet in paper)
        assert len(paper) > 3
        assert "121 surat" in text
        assert all(f"Surat <b>ke-{number}</b> & lain-lain" in text for number in range(120))
        assert text.index("Kepala Bagian Umum") < text.index("Untuk Kabag")
        assert text.index("Sekretaris Daerah\r\n") < text.index("ke-0</b>")
        paper.close()
