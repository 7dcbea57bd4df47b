"""The chart: true to its values, legible, and no label touches another."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.pdfbase.pdfmetrics import getAscentDescent, stringWidth

from tests.ui.paper import samples
from ui.paper.charts import Chart, Series, axis_marks, draw, elided, png, shown_labels
from ui.paper.fonts import typeface
from ui.paper.reports import monthly_chart, yearly_chart

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


Box = tuple[float, float, float, float, str]


def boxes(drawing: Drawing) -> list[Box]:
    """Left, bottom, right, top and text of every label, as the font draws it."""
    found = []
    for each in drawing.contents:
        if isinstance(each, String) and each.text:
            wide = stringWidth(each.text, each.fontName, each.fontSize)
            left = each.x - {"middle": wide / 2, "end": wide}.get(each.textAnchor, 0)
            up, down = getAscentDescent(each.fontName, each.fontSize)
            # Line spacing is part of what a font says; the ink of figures and letters is less.
            found.append((left, each.y + down * 0.8, left + wide, each.y + up * 0.78, each.text))
    return found


def hold_apart(drawing: Drawing) -> None:
    labels = boxes(drawing)
    for left, bottom, right, top, text in labels:
        assert left >= -1, text
        assert right <= drawing.width + 1, text
        assert bottom >= -1, text
        assert top <= drawing.height + 1, text
    for number, (left, bottom, right, top, text) in enumerate(labels):
        for other_left, other_bottom, other_right, other_top, other in labels[number + 1 :]:
            beside = right <= other_left + 0.01 or other_right <= left + 0.01
            above = top <= other_bottom + 0.01 or other_top <= bottom + 0.01
            assert beside or above, (text, other)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.title)
def test_no_label_touches_another_or_leaves_the_picture(chart: Chart) -> None:
    assert boxes(draw(chart))
    hold_apart(draw(chart))


_WORDS = st.text(st.characters(codec="latin-1", categories=("Lu", "Ll", "Nd")), min_size=1, max_size=60)
_NAMES = st.lists(_WORDS, min_size=1, max_size=6).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(
    number=st.sampled_from([1, 2, 7, 12, 31]),
    series=st.integers(1, 3),
    lying=st.booleans(),
    drawn=st.data(),
)
def test_labels_never_collide_whatever_is_drawn(number: int, series: int, lying: bool, drawn: Any) -> None:
    names = drawn.draw(st.lists(_NAMES, min_size=number, max_size=number))
    values = st.lists(st.integers(0, 10**7), min_size=number, max_size=number).map(tuple)
    chart = Chart(
        drawn.draw(_NAMES),
        tuple(names),
        tuple(Series(drawn.draw(_NAMES), drawn.draw(values)) for _ in range(series)),
        lying=lying,
    )
    hold_apart(draw(chart))


def test_bars_are_as_long_as_their_values_and_every_name_has_one() -> None:
    chart = Chart("Beban", ("Eko", "Siti", "Budi"), (Series("x", (9, 3, 0)),), lying=True)
    drawing = draw(chart)
    lengths = [each.width for each in drawing.contents if isinstance(each, Rect)]
    assert lengths == [pytest.approx(3 * lengths[1]), lengths[1]]
    assert [box[4] for box in boxes(drawing)] == ["Beban", "Eko", "9", "Siti", "3", "Budi", "0"]


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
    assert elided("Pertanggungjawaban keuangan", 85) == "Pertanggungjawaban …"
    assert elided("Pertanggungjawaban", 40) == "Pertangg…"


def test_the_png_has_the_size_and_resolution_asked_for() -> None:
    picture = Image.open(io.BytesIO(png(yearly_chart(samples.yearly()), dpi=100)))
    assert picture.size == pytest.approx((158 / 25.4 * 100, 44 / 25.4 * 100), abs=1)
    assert picture.info["dpi"] == pytest.approx((100, 100), abs=0.1)


def test_the_font_is_embedded() -> None:
    content = renderPDF.drawToString(draw(CHARTS[0]))
    assert b"/FontFile2" in content
    assert typeface().plain != "Helvetica"
