"""Labels: the QR is read back from the printed page, everything stands on its own label."""

from __future__ import annotations

import io
from itertools import combinations
from typing import Any

import pypdfium2
import pytest
from reportlab.lib.units import mm

from correspondence.errors import NotFound, Refused
from tests.ui.paper import qr_reading
from tests.ui.paper.books_made import squeezed
from tests.ui.paper.samples import NASTY
from ui.paper.labels import LAYOUTS, PADDING, QUIET, Label, Layout, layout_called, write_labels

LONGEST = "K-2026-999999999"


def label(reference: str = "M-2026-12", *lines: str) -> Label:
    return Label(
        reference, "Bagian Umum Sekretariat Daerah Kota Wanasari", lines or ("Dinas Pendidikan", "Permohonan")
    )


def printed(labels: list[Label], layout: Layout, start: int = 1) -> tuple[bytes, int]:
    stream = io.BytesIO()
    sheets = write_labels(stream, labels, layout, start=start)
    return stream.getvalue(), sheets


def modules_on(page: Any, layout: Layout, place: int) -> list[list[bool]]:
    """What is printed on a place of the sheet, module by module, from a picture of the page."""
    scale = 600 / 72
    picture = page.render(scale=scale, grayscale=True).to_pil()
    left, top = layout.corner(place)
    side = min(layout.label[1] - 2 * PADDING, layout.label[0] * 0.46) * mm
    module = side / (qr_reading.SIZE + 2 * QUIET)
    x, y = (left + PADDING) * mm, (top + layout.label[1] / 2) * mm - side / 2
    middle = QUIET + 0.5
    return [
        [
            picture.getpixel(
                (int((x + (middle + column) * module) * scale), int((y + (middle + row) * module) * scale))
            )
            < 128
            for column in range(qr_reading.SIZE)
        ]
        for row in range(qr_reading.SIZE)
    ]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("reference", ["M-2026-1", "K-2026-12345", LONGEST])
def test_the_printed_qr_says_the_reference_and_nothing_else(layout: Layout, reference: str) -> None:
    pdf, _ = printed([label("M-2020-7"), label(reference)], layout)
    pages, place = divmod(1, layout.places)
    with pypdfium2.PdfDocument(pdf) as document:
        assert qr_reading.read(modules_on(document[pages], layout, place)) == reference
        assert reference in document[pages].get_textpage().get_text_bounded()


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_labels_lie_on_their_sheet_and_not_on_each_other(layout: Layout) -> None:
    width, height = layout.label
    boxes = []
    for place in range(layout.places):
        left, top = layout.corner(place)
        assert left >= 0
        assert left + width <= layout.sheet[0] + 0.01
        assert top >= 0
        assert top + height <= layout.sheet[1] + 0.01
        boxes.append((left, top))
    for (left, top), (other_left, other_top) in combinations(boxes, 2):
        assert abs(left - other_left) >= width - 0.01 or abs(top - other_top) >= height - 0.01


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_words_stay_on_their_own_label(layout: Layout) -> None:
    long = [label(LONGEST, NASTY, "W" * 300, "kata " * 100, "000.1.2.3/" * 20)] * layout.places
    pdf, sheets = printed(long, layout)
    assert sheets == 1
    width, height = layout.label
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        for number in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(number)
            inside = [
                corner
                for corner in map(layout.corner, range(layout.places))
                if corner[0] * mm <= left
                and right <= (corner[0] + width) * mm
                and corner[1] * mm <= layout.sheet[1] * mm - top
                and layout.sheet[1] * mm - bottom <= (corner[1] + height) * mm
            ]
            assert len(inside) == 1, (left, bottom, right, top)


def test_a_begun_sheet_is_used_up_and_another_follows() -> None:
    layout = layout_called("3×7")
    labels = [label(f"M-2026-{number}") for number in range(1, 4)]
    pdf, sheets = printed(labels, layout, start=20)
    assert sheets == 2
    with pypdfium2.PdfDocument(pdf) as document:
        first, second = (page.get_textpage().get_text_bounded() for page in document)
        assert qr_reading.read(modules_on(document[0], layout, 20)) == "M-2026-2"
        assert qr_reading.read(modules_on(document[1], layout, 0)) == "M-2026-3"
    assert [("M-2026-1" in first), ("M-2026-2" in first), ("M-2026-3" in second)] == [True] * 3


@pytest.mark.parametrize("start", [0, -1, 22])
def test_a_place_the_sheet_does_not_have_is_refused(start: int) -> None:
    with pytest.raises(Refused, match="label_start_unknown"):
        printed([label()], LAYOUTS["3x7"], start=start)


def test_an_unknown_sheet_names_those_there_are() -> None:
    with pytest.raises(NotFound) as missing:
        layout_called("9x9")
    assert missing.value.candidates == tuple(LAYOUTS)


def test_a_label_without_words_is_a_label() -> None:
    pdf, sheets = printed([Label("M-2026-1", "", ())], LAYOUTS["50x30"])
    assert sheets == 1
    with pypdfium2.PdfDocument(pdf) as document:
        assert squeezed(document[0].get_textpage().get_text_bounded()) == "M-2026-1"
        assert document[0].get_size() == pytest.approx((50 * mm, 30 * mm), abs=0.1)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize(
    "number", ["000.1.2.3/4461/107.1/BAGUM/SETDA/VII/2026", "B-46/INSP/000.1.2.3/" * 4 + "I/2026"]
)
def test_a_number_is_never_cut_nor_the_office_s_name(layout: Layout, number: str) -> None:
    office = "Bagian Umum Sekretariat Daerah Kota Wanasari"
    lines = ("7 September 2026", "Dinas Pendidikan dan Kebudayaan Kota Wanasari", "Permohonan data pegawai")
    pdf, _ = printed([Label("M-2026-12", office, lines, number)], layout)
    with pypdfium2.PdfDocument(pdf) as document:
        # The reader takes a hyphen at a line's end for one of its own.
        text = squeezed(document[0].get_textpage().get_text_bounded()).replace("\x02", "-")
    assert squeezed(number) in text
    assert squeezed(office) in text
    assert squeezed("7 September 2026") in text
