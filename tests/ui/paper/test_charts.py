"""The chart: true to its values, legible, and no label touches another."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.ui.paper import samples
from ui.paper.charts import Chart, Series, axis_marks, draw, elided, png, shown_labels
from ui.paper.fonts import typeface
from ui.paper.reports import monthly_chart, yearly_chart


def _labels(drawing: Drawing) -> list[tuple[float, float, float, str]]:
    """Left, right, base line and text of every label."""
    found = []
    for each in drawing.contents:
        if isinstance(each, String):
            wide = stringWidth(each.text, each.fontName, each.fontSize)
            left = each.x - {"middle": wide / 2, "end": wide}.get(each.textAnchor, 0)
            found.append((left, left + wide, each.y, each.text))
    return found


CHARTS = [
    monthly_chart(samples.monthly()),
    monthly_chart(samples.monthly(busy=400)),
    yearly_chart(samples.yearly()),
    Chart("Kosong", (), ()),
    Chart("Nol", ("a", "b"), (Series("x", (0, 0)),)),
    Chart("Satu", ("a",), (Series("x", (1,)),)),
    Chart(
        "Nama panjang",
        tuple(f"Surat Pernyataan Melaksanakan Tugas {n}" for n in range(20)),
        (Series("x", tuple(range(20))),),
    ),
    Chart("Besar", ("a", "b"), (Series("x", (1_234_567, 1)), Series("y", (999_999, 2)), Series("z", (3, 4)))),
]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.title)
def test_no_label_touches_another_or_leaves_the_picture(chart: Chart) -> None:
    drawing = draw(chart)
    labels = _labels(drawing)
    assert labels
    for left, right, base, text in labels:
        assert left >= -1, text
        assert right <= drawing.width + 1, text
        assert 0 <= base <= drawing.height, text
    for number, (left, right, base, text) in enumerate(labels):
        for other_left, other_right, other_base, other in labels[number + 1 :]:
            apart = right <= other_left or other_right <= left or abs(base - other_base) >= 7
            assert apart, (text, other)


def test_columns_are_as_high_as_their_values() -> None:
    drawing = draw(Chart("x", ("a", "b", "c"), (Series("s", (10, 5, 0)),)))
    heights = [each.height for each in drawing.contents if isinstance(each, Rect)]
    assert len(heights) == 2
    assert heights[0] == pytest.approx(2 * heights[1])


def test_two_series_differ_without_colour() -> None:
    drawing = draw(Chart("x", ("a",), (Series("s", (1,)), Series("t", (1,)))))
    tones = {each.fillColor.rgb() for each in drawing.contents if isinstance(each, Rect)}
    assert len(tones) == 2
    assert all(len(set(tone)) == 1 for tone in tones), "greys only"


@pytest.mark.parametrize(
    ("largest", "marks"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (3, (0, 1, 2, 3)),
        (10, (0, 5, 10)),
        (12, (0, 5, 10, 15)),
        (433, (0, 200, 400, 600)),
        (1_128, (0, 500, 1_000, 1_500)),
    ],
)
def test_marks_of_the_axis_are_whole_and_round(largest: int, marks: tuple[int, ...]) -> None:
    assert axis_marks(largest) == marks


@pytest.mark.parametrize("largest", [*range(1, 120), 999, 1_001, 54_321, 10**7])
def test_marks_reach_the_largest_and_are_few(largest: int) -> None:
    marks = axis_marks(largest)
    assert largest <= marks[-1] < 2 * largest + 2
    assert 2 <= len(marks) <= 6


def test_labels_are_thinned_evenly() -> None:
    assert list(shown_labels([10.0] * 31, 20)) == list(range(31))
    assert list(shown_labels([18.0] * 10, 11)) == [0, 3, 6, 9]
    assert list(shown_labels([], 10)) == []


def test_long_names_are_cut_at_the_end_of_a_word() -> None:
    assert elided("Surat Dinas", 200) == "Surat Dinas"
    assert elided("Surat Pernyataan Melaksanakan Tugas", 80) == "Surat Pernyataan …"
    assert elided("Pertanggungjawaban keuangan", 10) == "Pertanggungjawaban …"


def test_the_png_has_the_size_and_resolution_asked_for() -> None:
    picture = Image.open(io.BytesIO(png(yearly_chart(samples.yearly()), dpi=100)))
    assert picture.size == pytest.approx((158 / 25.4 * 100, 44 / 25.4 * 100), abs=1)
    assert picture.info["dpi"] == pytest.approx((100, 100), abs=0.1)


def test_the_font_is_embedded() -> None:
    content = renderPDF.drawToString(draw(CHARTS[0]))
    assert b"/FontFile2" in content
    assert typeface().plain != "Helvetica"
