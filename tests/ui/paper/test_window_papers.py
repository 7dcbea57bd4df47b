"""Papers of letters for the window: one or many, with LibreOffice and without, noted when they go to paper."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from correspondence.errors import Refused, Unavailable
from correspondence.numbering import LetterRef
from correspondence.own_fields import OwnType
from correspondence.services.keeping import add_kind
from correspondence.workflow import Direction, Step
from tests.builders import Desk, build_desk
from tests.templates_docx.making import template, text_of
from ui.desk_printing import DeskPrinting
from ui.letter_papers import LetterPapers, file_title
from ui.pdf_joining import joined


def _no_libreoffice(_papers: Sequence[bytes]) -> list[bytes]:
    raise Unavailable("libreoffice_missing")


def _a_page_each(papers: Sequence[bytes]) -> list[bytes]:
    """A PDF of one page that says which letter it is."""
    made = []
    for paper in papers:
        stream = io.BytesIO()
        canvas = Canvas(stream)
        canvas.drawString(100, 700, re.findall(r"Surat ke-\d+", text_of(paper))[0])
        canvas.save()
        made.append(stream.getvalue())
    return made


@pytest.fixture
def desk() -> Desk:
    return build_desk()


@pytest.fixture
def papers(desk: Desk, tmp_path: Path) -> LetterPapers:
    return LetterPapers(desk.office, tmp_path / "templat", _no_libreoffice)


def _printed(desk: Desk, ref: LetterRef) -> int:
    return [each.step for each in desk.journal(ref)].count("printed")


def test_any_paper_of_a_letter_and_the_word_file_without_libreoffice(
    desk: Desk, papers: LetterPapers
) -> None:
    ref = desk.incoming()
    shown = papers.shown("lembar-disposisi", ref, blank=True)
    assert shown.name == "Lembar disposisi M-2026-1"
    assert "LEMBAR DISPOSISI" in text_of(shown.docx)
    assert shown.pdf is None
    assert isinstance(shown.missing, Unavailable)
    assert shown.missing.reason == "libreoffice_missing"


def test_a_paper_looked_at_is_not_yet_printed(desk: Desk, papers: LetterPapers) -> None:
    ref = desk.incoming()
    shown = papers.shown("tanda-terima", ref)
    assert _printed(desk, ref) == 0
    papers.note(shown)
    papers.note(shown)
    assert _printed(desk, ref) == 1
    again = papers.shown("tanda-terima", ref, again=True)
    assert text_of(again.docx) == text_of(shown.docx)
    papers.note(again)
    assert _printed(desk, ref) == 1


def test_a_kind_s_name_is_never_a_path() -> None:
    assert file_title("Izin ../A:B") == "Izin A B"
    assert file_title("..") == "Surat"


def test_a_batch_counts_and_can_be_stopped(desk: Desk, papers: LetterPapers, tmp_path: Path) -> None:
    refs = [desk.outgoing(subject=f"Surat ke-{number}") for number in range(6)]
    seen: list[tuple[int, int]] = []

    def until_three(done: int, every: int) -> bool:
        seen.append((done, every))
        return done < 3

    with pytest.raises(Unavailable, match="libreoffice_cancelled"):
        papers.batch("surat-pengantar", refs, told=until_three)
    assert seen == [(1, 12), (2, 12), (3, 12)]
    shown = papers.batch("surat-pengantar", refs)
    files = papers.save_each(shown, tmp_path / "keluaran é")
    assert [each.name for each in files][:2] == [
        "Surat pengantar K-2026-1.docx",
        "Surat pengantar K-2026-2.docx",
    ]
    assert all(f"Surat ke-{number}\n" in text_of(file.read_bytes()) for number, file in enumerate(files))
    assert [_printed(desk, ref) for ref in refs] == [0] * 6
    papers.note(shown)
    assert [_printed(desk, ref) for ref in refs] == [1] * 6


def test_one_pdf_of_many_letters_in_their_order(desk: Desk, tmp_path: Path) -> None:
    refs = [desk.outgoing(subject=f"Surat ke-{number}") for number in range(4)]
    papers = LetterPapers(desk.office, tmp_path, _a_page_each)
    shown = papers.batch("surat-pengantar", [refs[2], refs[0], refs[3]])
    with pypdfium2.PdfDocument(joined(shown.pdfs)) as whole:
        texts = [page.get_textpage().get_text_bounded().strip() for page in whole]
    assert texts == ["Surat ke-2", "Surat ke-0", "Surat ke-3"]
    assert [each.suffix for each in papers.save_each(shown, tmp_path / "pdf")] == [".pdf"] * 3


def test_what_one_letter_refuses_holds_up_none_of_the_others(
    desk: Desk, papers: LetterPapers, tmp_path: Path
) -> None:
    """Each by its own kind: one without a template, one that is not there, and of one kind a single letter that its
    template refuses."""
    folder = tmp_path / "templat"
    folder.mkdir()
    turns = "{% for a in range(1000) %}{% for b in range(1000) %}x{% endfor %}{% endfor %}"
    long = f"{{% if surat.hal|length > 300 %}}{turns}{{% endif %}}"
    template(folder, f"Punya kami {{{{ surat.hal }}}} {long}", name="nota_dinas.docx")
    for kind in ("Nota Dinas", "Surat Kuasa"):
        add_kind(desk.office, name=kind)
    good = [desk.outgoing(subject=f"s{number}", kind="Nota Dinas") for number in range(3)]
    bad = desk.outgoing(subject="panjang " * 60, kind="Nota Dinas")
    none = desk.outgoing(kind="Surat Kuasa")
    dinas = desk.outgoing(subject="Jawaban", kind="Surat Dinas")
    gone = LetterRef(Direction.OUTGOING, 2026, 99)
    shown = papers.batch("", [good[0], none, bad, dinas, gone, good[1], good[2]])
    assert [each.ref for each in shown.batch.written] == [good[0], dinas, good[1], good[2]]
    refused = {each.ref: each.why for each in shown.batch.refused}
    assert list(refused) == [none, bad, gone]
    assert isinstance(refused[none], Refused)
    assert refused[none].rule == "kind_without_template"
    assert "Punya kami s2" in text_of(shown.batch.written[3].docx)


def test_a_paper_is_called_as_people_call_it(desk: Desk, papers: LetterPapers) -> None:
    ref = desk.outgoing()
    assert papers.shown("pengantar-ktp", ref, title="Pengantar KTP").name == f"Pengantar KTP {ref}"
    assert papers.shown("tanda-terima", ref).name == f"Tanda terima {ref}"


def test_a_cancelled_letter_is_not_printed_as_if_it_were_valid(desk: Desk, papers: LetterPapers) -> None:
    good, bad = desk.outgoing(subject="Jawaban"), desk.outgoing(subject="Batal")
    papers.note(papers.shown("surat-pengantar", bad))
    desk.step(bad, Step.CANCEL, note="salah alamat")
    for again in (False, True):
        with pytest.raises(Refused, match="cancelled_not_printed"):
            papers.shown("surat-pengantar", bad, again=again)
    batch = papers.batch("surat-pengantar", [bad, good]).batch
    assert [each.ref for each in batch.written] == [good]
    (left_out,) = batch.refused
    assert left_out.ref == bad
    assert isinstance(left_out.why, Refused)
    assert left_out.why.rule == "cancelled_not_printed"


def test_a_template_that_writes_nothing_refuses_its_letters_at_once(
    desk: Desk, papers: LetterPapers, tmp_path: Path
) -> None:
    folder = tmp_path / "templat"
    folder.mkdir()
    template(folder, "{{ surat.hal.__class__ }}", name="surat_pengantar.docx")
    refs = [desk.outgoing(subject=f"s{number}") for number in range(9)]
    shown = papers.batch("surat-pengantar", refs)
    assert shown.batch.written == ()
    assert [each.ref for each in shown.batch.refused] == refs
    assert len({str(each.why) for each in shown.batch.refused}) == 1


@pytest.mark.libreoffice
def test_a_batch_becomes_pdf_in_one_run(desk: Desk, tmp_path: Path) -> None:
    papers = LetterPapers(desk.office, tmp_path)
    refs = [desk.outgoing() for _ in range(8)]
    seen: list[int] = []

    def told(done: int, _all: int) -> bool:
        seen.append(done)
        return True

    shown = papers.batch("surat-pengantar", refs, told=told)
    assert [each[:4] for each in shown.pdfs] == [b"%PDF"] * 8
    assert seen == sorted(seen)
    with pytest.raises(Unavailable, match="libreoffice_cancelled"):
        papers.batch("surat-pengantar", refs, told=lambda done, _all: done < 8 or done > 8)


def test_the_window_asks_what_a_kind_s_form_holds(desk: Desk, tmp_path: Path) -> None:
    fields = DeskPrinting(tmp_path).own_fields(desk.office, "Surat Undangan")
    asked = {each.name: each.type for each in fields}
    assert (asked["tanggal_acara"], asked["isi"]) == (OwnType.DATE, OwnType.LONG)
