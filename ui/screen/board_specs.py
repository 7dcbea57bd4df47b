"""The two boards told apart by a table: their words, their counters, and what each asks of the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from correspondence.boards import Board, BoardLines, DispositionWait, SignatureWait
from correspondence.office import Office
from correspondence.services import boards
from ui import formats
from ui.screen.board_rows import ALL, Question, Wait
from ui.texts import _, mark, n_


@dataclass(frozen=True, slots=True)
class BoardSpec:
    """One of the two boards. `queues` are the counters of its lines with their words, those of the first screen."""

    view: str
    title: str
    nothing: str
    late: Callable[[int], str]
    board: Callable[[Office, Question], Board]
    lines: Callable[[Office, Question, Wait | None, int], tuple[Wait, ...]]
    fresh: Callable[[BoardLines], tuple[Wait, ...]]
    queues: Mapping[str, str]


def _signature_lines(office: Office, question: Question, after: Wait | None, limit: int) -> tuple[Wait, ...]:
    last = after if isinstance(after, SignatureWait) else None
    return boards.signature_lines(
        office, officer_id=question.officer_id, asked=question.asked, after=last, limit=limit
    )


def _disposition_lines(
    office: Office, question: Question, after: Wait | None, limit: int
) -> tuple[Wait, ...]:
    last = after if isinstance(after, DispositionWait) else None
    return boards.disposition_lines(
        office,
        officer_id=question.officer_id,
        asked=question.asked,
        side=question.side,
        after=last,
        limit=limit,
    )


SIGNATURES = BoardSpec(
    view="signatures_view",
    title=mark("Tanda Tangan"),
    nothing=mark(
        "Tidak ada yang menunggu paraf atau tanda tangan. Konsep yang diajukan muncul di sini sampai ditandatangani."
    ),
    late=lambda number: n_("{count} lewat janji", number).format(count=formats.number(number)),
    board=lambda office, question: boards.signature_board(office, asked=question.asked),
    lines=_signature_lines,
    fresh=lambda lines: lines.signatures,
    queues={
        ALL: mark("Semua"),
        "initials": mark("Menunggu paraf"),
        "signatures": mark("Menunggu tanda tangan"),
        "promised_today": mark("Dijanjikan hari ini"),
        "promises_broken": mark("Lewat janji"),
    },
)
DISPOSITIONS = BoardSpec(
    view="dispositions_view",
    title=mark("Disposisi"),
    nothing=mark(
        "Tidak ada disposisi yang menunggu. Surat yang didisposisikan muncul di sini sampai selesai."
    ),
    late=lambda number: n_("{count} terlambat", number).format(count=formats.number(number)),
    board=lambda office, question: boards.disposition_board(office, asked=question.asked, side=question.side),
    lines=_disposition_lines,
    fresh=lambda lines: lines.dispositions,
    queues={
        ALL: mark("Semua"),
        "dispositions_unread": mark("Belum dibaca"),
        "dispositions_in_progress": mark("Dibaca, diproses"),
        "dispositions_overdue": mark("Lewat batas"),
    },
)


def headings(spec: BoardSpec) -> tuple[str, ...]:
    """Above the columns."""
    last = _("Dijanjikan") if spec.view == SIGNATURES.view else _("Batas")
    return ("", _("Surat"), _("Menunggu"), last)
