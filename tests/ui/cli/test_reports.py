"""Reports and papers from the terminal: told, saved, and what happens without LibreOffice."""

from __future__ import annotations

import json
import zipfile
from argparse import Namespace
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from correspondence.errors import Unavailable
from correspondence.office import Moment, Office, moment
from tests.builders import build_desk
from tests.ui.paper.books_made import texts
from ui.cli.papers import report_month, report_year
from ui.cli.writing import print_paper
from ui.printing import Printing
from ui.written_papers import plain_note

MONTHLY = set(
    "period opening registered finished cancelled closing by_kind by_unit by_day timeliness turnaround signatures quality"
    " workload definitions comparison stages officers senders open_letters headings workload_share workdays".split()
)
TODAY = date.today()  # noqa: DTZ011 - the month the letters of this test fall into
MONTH = f"{TODAY:%Y-%m}"


@pytest.fixture
def busy(any_terminal):
    """Two incoming letters, one of them done with; one outgoing numbered, one cancelled."""
    refs = [
        any_terminal.json(
            "register", "incoming", "--sender", f"Dinas {n}", "--subject", "x", "--unit", "PEM"
        )["ref"]
        for n in range(2)
    ]
    any_terminal.json("step", refs[0], "file", "--note", "untuk diketahui")
    for kind in ("Surat Dinas", "Nota Dinas"):
        ref = any_terminal.json("register", "outgoing", "--to", "Camat", "--subject", "y", "--kind", kind)[
            "ref"
        ]
        any_terminal.json("chain", ref, "--sign", "Endang")
        if kind == "Nota Dinas":
            any_terminal.json("step", ref, "cancel", "--note", "tidak jadi")
            continue
        for step in ("send_for_review", "sign", "give_number"):
            any_terminal.json("step", ref, step)
    return any_terminal


def test_a_month_that_has_not_begun_says_so(busy) -> None:
    said = busy("report", "monthly", "2099-01", "--json")
    assert (said.code, said.document["opening"], said.document["registered"]) == (0, 2, 0)
    assert "Januari 2099 belum mulai" in said.err
    assert "belum mulai" not in busy("report", "monthly", MONTH).err


def test_the_month_closes(busy) -> None:
    report = busy.json("report", "monthly", MONTH)
    assert report.keys() >= MONTHLY
    assert (report["registered"], report["finished"], report["cancelled"]) == (4, 1, 1)
    assert (
        report["opening"] + report["registered"] - report["finished"] - report["cancelled"]
        == report["closing"]
        == 2
    )
    kinds = {each["kind"]: each for each in report["by_kind"]}
    assert (kinds["Surat Dinas"]["outgoing"], kinds["Surat Dinas"]["issued"]) == (1, 1)
    assert all(each.keys() >= {"kind", "incoming", "outgoing", "issued"} for each in report["by_kind"])
    for rows in (report["by_kind"], report["by_unit"]):
        assert sum(each["closing"] for each in rows) == report["closing"]
    assert sum(each["incoming"] for each in report["by_day"]) == 2
    assert report["timeliness"].keys() == {"due", "on_time", "late", "running", "by_urgency"}
    assert report["turnaround"].keys() == {"median_working_hours", "p90_working_hours"}
    assert report["signatures"][0].keys() >= {
        *("officer", "signed", "waiting", "median_working_hours", "promises_kept", "promises_broken"),
    }
    assert (report["quality"]["submitted"], report["quality"]["returned"]) == (1, 0)
    assert {"opening", "registered", "finished", "cancelled", "closing"} <= report["definitions"].keys()
    unit = busy.json("report", "monthly", MONTH, "--unit", "Seksi Pemerintahan")
    assert (unit["registered"], unit["unit"]) == (2, "Seksi Pemerintahan")


def test_what_is_compared_and_what_stayed_open_is_told(busy) -> None:
    report = busy.json("report", "monthly", MONTH)
    assert report["comparison"]["before"] is None, "nothing happened before this month"
    assert report["comparison"]["totals"]["registered"] == {
        "now": 4,
        "before": None,
        "change": None,
        "year_before": None,
        "year_change": None,
    }
    assert len(report["open_letters"]) == report["closing"] == 2
    assert {each["desk"] for each in report["open_letters"]} == {None}
    assert sum(each["letters"] for each in report["senders"]["top"]) == 2
    stages = {each["stage"]: each for each in report["stages"]}
    assert stages["draft_to_signature"]["letters"] == stages["registration_to_completion"]["letters"] == 1
    assert [(each["officer"], each["signed"]) for each in report["officers"]] == [
        ("Endang Lestari, S.Sos.", 1)
    ]
    assert [each["urgency"] for each in report["timeliness"]["by_urgency"]] == [
        "sangat_segera",
        "segera",
        "biasa",
    ]
    shown = {each for keys in report["headings"].values() for each in keys}
    assert shown <= report.keys()
    said = busy("report", "monthly", MONTH).out
    for word in ("PRODUKTIVITAS", "KUALITAS", "RESPONSIVITAS", "AKUNTABILITAS", "Meja agenda", "Dinas 0"):
        assert word in said


def test_the_year_adds_up(busy) -> None:
    report = busy.json("report", "yearly", str(TODAY.year))
    rows = {(each["kind"], each["direction"]): each for each in report["by_kind"]}
    assert rows["Surat Dinas", "outgoing"]["months"][TODAY.month - 1] == 1
    assert rows[None, "incoming"]["total"] == 2
    assert all(
        len(each["months"]) == 12 and sum(each["months"]) == each["total"] for each in report["by_kind"]
    )


def test_people_read_the_same_figures(busy) -> None:
    said = busy("report", "monthly", MONTH).out
    for word in ("Tercatat", "Surat Dinas", "Seksi Pemerintahan", "Endang Lestari"):
        assert word in said
    assert "Jumlah seluruhnya: 3" in busy("report", "yearly", str(TODAY.year)).out


def test_reports_are_saved_in_every_format_asked_for(busy, tmp_path) -> None:
    folder = tmp_path / "laporan é"
    said = busy.json("report", "monthly", MONTH, "--out", str(folder), "--format", "docx,xlsx,json")
    files = {Path(each).suffix: Path(each) for each in said["files"]}
    assert files.keys() == {".docx", ".xlsx", ".json"}
    assert json.loads(files[".json"].read_text(encoding="utf-8"))["closing"] == said["closing"]
    assert zipfile.is_zipfile(files[".docx"])
    assert zipfile.is_zipfile(files[".xlsx"])
    yearly = busy.json("report", "yearly", str(TODAY.year), "--out", str(folder), "--format", "docx")
    assert [Path(each).name for each in yearly["files"]] == [f"Rekap tahunan {TODAY.year}.docx"]


@pytest.mark.libreoffice
def test_a_cover_letter_is_written_as_word_and_pdf(terminal, tmp_path) -> None:
    terminal.json("register", "incoming", "--sender", "Dinas", "--subject", "x & y")
    ref = terminal.json("list")["letters"][0]["ref"]
    for ending, beginning in ((".docx", b"PK"), (".pdf", b"%PDF")):
        out = tmp_path / f"surat{ending}"
        said = terminal.json("write", "surat-pengantar", ref, "--out", str(out), "--to", "Camat")
        assert said["file"] == str(out)
        assert out.read_bytes().startswith(beginning)


@dataclass
class _NoLibreOffice:
    """A desk on a machine without it."""

    @property
    def registry(self) -> _NoLibreOffice:
        return self

    @property
    def printing(self) -> _NoLibreOffice:
        return self

    def pdf(self, papers: list[bytes]) -> list[bytes]:
        raise Unavailable("libreoffice_missing")


@dataclass
class _Machine:
    """A desk as commands see it: its office, its printing."""

    office: Office
    printing: Printing

    @property
    def registry(self) -> _Machine:
        return self

    def now(self) -> Moment:
        with self.office.open_reading() as unit:
            return moment(self.office, unit)


@pytest.mark.parametrize("asked", [{"pdf"}, {"docx", "pdf"}])
def test_without_libreoffice_the_paper_is_there_all_the_same(tmp_path, asked: set[str]) -> None:
    written, notes = print_paper(_NoLibreOffice(), b"PK paper", tmp_path / "v1.2 laporan", frozenset(asked))  # type: ignore[arg-type]
    assert [path.name for path in written] == ["v1.2 laporan.docx"]
    assert written[0].read_bytes() == b"PK paper"
    assert "LibreOffice" in notes[0]
    assert ".docx" in notes[0]


class _PlainPrinting(Printing):
    """The office's printing on a machine without LibreOffice."""

    @property
    def has_libreoffice(self) -> bool:
        return False


@pytest.mark.parametrize(
    ("asked", "endings"), [("pdf", {".pdf"}), ("docx,pdf,json", {".docx", ".pdf", ".json"})]
)
@pytest.mark.parametrize("report", [report_month, report_year])
def test_without_libreoffice_a_report_has_its_pdf_all_the_same(tmp_path, report, asked, endings) -> None:
    office = build_desk().office
    desk = _Machine(office, _PlainPrinting(office, tmp_path / "templat"))
    period = "2026-10" if report is report_month else "2026"
    answer = report(desk, Namespace(period=period, unit="", out=str(tmp_path), format=asked))
    assert answer.code == 0, "nothing that was asked for is missing"
    assert list(answer.notes) == [plain_note()] == [answer.document["missing"]]
    files = {Path(each).suffix: Path(each) for each in answer.document["files"]}
    assert files.keys() == endings
    assert "2026" in texts(files[".pdf"].read_bytes())[0]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (["monthly", "2026-13"], "month_impossible"),
        (["monthly", "bulan lalu"], "month_unreadable"),
        (["monthly", MONTH, "--unit", "Tidak Ada"], "unit_unknown"),
        (["yearly", "3"], "year_out_of_range"),
    ],
)
def test_a_period_that_cannot_be(terminal, words: list[str], rule: str) -> None:
    assert terminal.refused("report", *words)["rule"] == rule
