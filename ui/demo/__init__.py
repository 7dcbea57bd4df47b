"""A sample office to look around in: made once, three months of letters up to this minute, with its printed papers."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from correspondence.dates import Month
from correspondence.errors import Unavailable
from correspondence.search import LetterFilter
from correspondence.services import looking_up, reporting, starting
from correspondence.services.calendar import calendar_of
from correspondence.workflow import Direction, OutgoingState
from ui.demo import people
from ui.demo.plan import lives
from ui.demo.stage import DemoClock, Story
from ui.demo.today import lives_now
from ui.failures import sentence
from ui.files import make_folder, write_whole
from ui.settings import sqlite_url
from ui.starter import starter
from ui.texts import _
from ui.wiring import Registry, open_registry

LETTERS = 120
DAYS_BACK = 91
REGISTRY_FILE = "registri.sqlite"
PAPERS_FOLDER = "surat cetak"
COVER_LETTER_KIND = "Surat Pengantar"

_WENT_OUT = frozenset(
    {OutgoingState.NUMBERED, OutgoingState.DISPATCHED, OutgoingState.DELIVERED, OutgoingState.FILED}
)


@dataclass(frozen=True, slots=True)
class Sample:
    """Where the sample office is. `made` is False when it was there already; `notes` say what could not be printed."""

    url: str
    folder: Path
    made: bool
    letters: int
    papers: tuple[Path, ...]
    notes: tuple[str, ...]


def make_sample(folder: Path, *, actor: str, say: Callable[[str], None] = lambda _said: None) -> Sample:
    """The sample office in `folder`, made if it is not there yet; `say` is told what is being done.

    A half-made one (the power went) is in another folder and is made anew. Unavailable as `open_registry`,
    `file_unwritable`, `folder_is_file`.
    """
    file = folder / REGISTRY_FILE
    make_folder(folder)
    made = not file.exists()
    if made:
        say(_("Membuat kantor contoh: tiga bulan surat di {folder} …").format(folder=folder))
        _live(file, actor)
    with open_registry(sqlite_url(file), actor=actor) as registry:
        papers, notes = _print(registry, folder / PAPERS_FOLDER, say)
        letters = looking_up.count(registry.office, asked=LetterFilter(), cap=100_000).number
    return Sample(sqlite_url(file), folder, made, letters, tuple(papers), tuple(notes))


def _live(file: Path, actor: str) -> None:
    """Three months in a folder beside `file`; the registry comes out of it when all has happened."""
    workshop = file.with_name("setengah jadi")
    shutil.rmtree(workshop, ignore_errors=True)
    workshop.mkdir()
    beside = workshop / file.name
    now = datetime.now(UTC)
    clock = DemoClock(now - timedelta(days=DAYS_BACK + 4))
    with open_registry(sqlite_url(beside), actor=actor, clock=clock, create=True) as registry:
        office = registry.office
        starting.open_office(office, name=people.NAME, starter=starter(now.year))
        with office.open_reading() as unit:
            calendar = calendar_of(unit)
        today = now.astimezone(calendar.zone).date()
        away = (today - timedelta(days=40), today - timedelta(days=36))
        people.settle(
            office, away=away, assistant_away=(today - timedelta(days=4), today + timedelta(days=2))
        )
        story = Story(office, clock, calendar, now, away)
        waiting = lives_now(story)
        earlier = lives(story, today - timedelta(days=DAYS_BACK), LETTERS - len(waiting))
        story.run([*earlier, *waiting])
    beside.replace(file)
    shutil.rmtree(workshop, ignore_errors=True)


def _print(registry: Registry, folder: Path, say: Callable[[str], None]) -> tuple[list[Path], list[str]]:
    """A cover letter, last month's report and the year so far; all PDFs in one run of LibreOffice.

    What is there already stays: the clerk may have opened it. Without LibreOffice the .docx are there all the same.
    """
    office, printing = registry.office, registry.printing
    today = datetime.now(UTC).date()
    month, year = Month.of(today).previous(), today.year
    make: dict[str, Callable[[], bytes]] = {
        f"Laporan bulanan {month}": lambda: printing.report(reporting.monthly_report(office, month=month)),
        f"Rekap tahunan {year}": lambda: printing.report(reporting.yearly_report(office, year=year)),
    }
    asked = LetterFilter(direction=Direction.OUTGOING, states=_WENT_OUT, words="Penyampaian")
    sent = [each for each in looking_up.page(office, asked=asked).lines if each.kind == COVER_LETTER_KIND]
    if sent:
        ref = sent[0].ref
        make[f"Surat pengantar {ref}"] = lambda: printing.letter("surat-pengantar", ref)
    make_folder(folder)
    if not all((folder / f"{name}.docx").exists() for name in make):
        say(_("Mencetak surat pengantar dan laporan …"))
    fresh = {name: paper() for name, paper in make.items() if not (folder / f"{name}.docx").exists()}
    for name, content in fresh.items():
        write_whole(folder / f"{name}.docx", content)
    notes: list[str] = []
    unprinted = [path for path in sorted(folder.glob("*.docx")) if not path.with_suffix(".pdf").exists()]
    try:
        printed = printing.pdf([path.read_bytes() for path in unprinted])
        for path, content in zip(unprinted, printed, strict=True):
            write_whole(path.with_suffix(".pdf"), content)
    except Unavailable as error:
        notes.append(sentence(error))
    return sorted(each for each in folder.iterdir() if each.suffix in {".docx", ".pdf"}), notes
