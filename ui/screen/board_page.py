"""Tanda Tangan and Disposisi: people with what waits for them, their letters beside, oldest or most overdue first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from correspondence.boards import Board, BoardLines, Side
from correspondence.changes import Changes, Topic
from correspondence.dossier import Dossier
from correspondence.office import Office
from correspondence.services import boards
from ui.screen.board_bar import SIGN_KEY
from ui.screen.board_frame import BoardFrame
from ui.screen.board_rows import (
    AT_ONCE,
    DISPOSITIONS,
    SIGNATURES,
    BoardSpec,
    Question,
    Wait,
    belongs,
)
from ui.screen.desk import Desk
from ui.screen.help_panel import Keys
from ui.screen.requests import ShowLetter, ShowPerson
from ui.screen.round_paper import RoundPaper
from ui.texts import _

_MOST_AT_ONCE = 400
"""Letters put in place one by one; more are read again as a whole."""
Answer = tuple[Board, tuple[Wait, ...], Question]
Update = tuple[Board, BoardLines, Question]


class BoardPage(BoardFrame):
    """One board. It reads headings and the first lines at once, and afterwards only the letters that were touched."""

    def __init__(self, desk: Desk, spec: BoardSpec) -> None:
        super().__init__(desk, spec)
        self._question = Question()
        self._begun = False
        self._wanted_letter: int | None = None
        self._paper = RoundPaper(desk, self)
        self._listen()

    # -------------------------------------------------------------------------------------------- for the window

    def refresh(self) -> None:
        """Reads headings and lines again; the row stood upon stays."""
        question, spec = self._question, self._spec
        limit = max(AT_ONCE, self._model.rowCount())

        def job(office: Office) -> Answer:
            board = spec.board(office, question)
            return board, spec.lines(office, question, None, limit), question

        self._desk.ask(job, partial(self._show, limit), owner=self, replaces="board")
        self._detail.refresh()

    def on_changed(self, changes: Changes) -> None:
        """A step on a letter changes its own lines and the headings, nothing else."""
        if not self.isVisible():
            return  # opening a page reads it anyway
        if changes.topics & {Topic.MANY_LETTERS, Topic.PEOPLE, Topic.KINDS, Topic.HOLIDAYS, Topic.OFFICE}:
            self.refresh()
            return
        if not changes.letter_ids:
            return
        if not self._begun or len(changes.letter_ids) > _MOST_AT_ONCE:
            self.refresh()
            return
        question, spec, touched = self._question, self._spec, changes.letter_ids

        def job(office: Office) -> Update:
            return (
                spec.board(office, question),
                boards.lines_of_letters(office, letter_ids=touched),
                question,
            )

        self._desk.ask(job, partial(self._put, frozenset(touched)), owner=self)
        dossier = self._detail.dossier
        if dossier is not None and dossier.letter.id in touched:
            self._detail.refresh()

    def receive(self, request: object) -> None:
        """A letter to stand on, looked for among everybody's lines; or one officer's lines."""
        if isinstance(request, ShowLetter):
            self._wanted_letter = request.letter_id
            self._ask_about(None)
        elif isinstance(request, ShowPerson):
            self._ask_about(request.officer_id)

    def key_actions(self) -> dict[str, Callable[[], None]]:
        """Ctrl+T writes down what the line waits for; the others as on the pages of letters."""
        actions = self._detail.acts
        keys = {SIGN_KEY: self.acts.next_step, "Ctrl+D": actions.dispose, "Ctrl+P": actions.print_paper}
        if self._spec is SIGNATURES:
            keys |= {SIGN_KEY: self.acts.sign, "Ctrl+P": self._print}
        return keys

    def help_keys(self) -> Keys:
        """For F1."""
        if self._spec is SIGNATURES:
            one_key = _("catat paraf/tanda tangan: baris ini, atau semua yang dicentang")
            own = ("J", _("ubah jam yang dijanjikan"))
        else:
            one_key = _("langkah berikutnya: baris ini, atau semua yang dicentang")
            own = ("P", _("pohon disposisi surat ini"))
        return (
            ("↑ ↓", _("pindah baris")),
            ("← →", _("ke daftar pejabat dan kembali")),
            (_("Spasi"), _("centang baris")),
            ("Ctrl+A", _("centang semua")),
            (SIGN_KEY, one_key),
            own,
            ("R", _("salin teks pengingat")),
            ("W", _("buka pengingat di WhatsApp")),
            ("H", _("hitungan waktu kerja")),
            ("Enter", _("ke tombol langkah berikutnya")),
            ("Ctrl+Z", _("urungkan langkah terakhir")),
        )

    # ---------------------------------------------------------------------------------------------------- asking

    def _ask_about(self, officer_id: int | None) -> None:
        self._question = replace(self._question, officer_id=officer_id)
        self._read_anew()

    def _ask_about_chosen(self) -> None:
        chosen = self._who.value()
        self._ask_about(chosen if isinstance(chosen, int) else None)

    def _narrow(self) -> None:
        self._question = replace(self._question, asked=self._narrowed())
        self._read_anew()

    def _listen(self) -> None:
        self._people_view.chosen.connect(self._ask_about)
        self._people_view.entered.connect(self._view.setFocus)
        self._view.left.connect(self._people_view.setFocus)
        self._view.stood_on.connect(self._show_current)
        self._view.opened.connect(self._open_detail)
        self._view.set_acts(
            {
                "J": self.acts.promise,
                "P": self._detail.show_tree,
                "R": self.acts.copy_reminder,
                "W": self.acts.open_whatsapp,
                "H": self.acts.show_reckoning,
            }
        )
        self._model.ticks_changed.connect(self._show_picked)
        self._model.more_wanted.connect(self._read_more)
        self._detail.acts.edit_asked.connect(self._edit)
        self._sides.chosen.connect(self._turn_side)
        self._print_button.clicked.connect(self._print)
        self._who.currentIndexChanged.connect(lambda _row: self._ask_about_chosen())
        for choice in (self._unit, self._kind):
            choice.currentIndexChanged.connect(lambda _row: self._narrow())

    def _turn_side(self, side: str) -> None:
        self._question = replace(self._question, side=Side(side), officer_id=None)
        self._read_anew()

    def _read_anew(self) -> None:
        self._begun = False
        question, spec = self._question, self._spec

        def job(office: Office) -> Answer:
            board = spec.board(office, question)
            return board, spec.lines(office, question, None, AT_ONCE), question

        self._desk.ask(job, partial(self._show, AT_ONCE), owner=self, replaces="board")

    def _read_more(self) -> None:
        question, spec, last = self._question, self._spec, self._model.last

        def show(waits: tuple[Wait, ...]) -> None:
            if question == self._question:
                self._model.add_waits(waits, more=len(waits) == AT_ONCE)

        self._desk.ask(lambda office: spec.lines(office, question, last, AT_ONCE), show, owner=self)

    # --------------------------------------------------------------------------------------------------- showing

    def _show(self, limit: int, answer: Answer) -> None:
        board, waits, question = answer
        if question != self._question:
            return
        more = len(waits) == limit
        self._show_board(board)
        if self._begun:
            with self._view.holding_still():
                self._model.put_all(waits, self._reading, more=more)
            return
        self._model.set_waits(waits, question, self._reading, more=more)
        self._begun = True
        wanted, self._wanted_letter = self._wanted_letter, None
        place = self._model.row_of_letter(wanted) if wanted is not None else 0
        self._view.stand_on(max(0, place))

    def _put(self, letter_ids: frozenset[int], update: Update) -> None:
        board, lines, question = update
        if question != self._question or not self._begun:
            return
        fresh = [each for each in self._spec.fresh(lines) if belongs(each, question) and self._fits(each)]
        self._show_board(board)
        with self._view.holding_still():
            self._model.put_letters(letter_ids, fresh, self._reading)

    def _show_board(self, board: Board) -> None:
        self._show_headings(board, self._question)
        if self._people_view.officer_id != self._question.officer_id:
            self._ask_about(None)  # nothing waits for that officer any more

    def _show_current(self, wait: Wait | None) -> None:
        ref, lead = (wait.letter.ref, self.acts.lead(wait)) if wait is not None else (None, None)
        self._detail.show_letter(ref, lead)
        self._show_picked()

    def _show_picked(self) -> None:
        self._bar.show_picked(self._picked(), len(self._model.ticks.waits()))

    def _open_detail(self) -> None:
        self._beside.open_detail()
        self._detail.take_focus()

    def _print(self) -> None:
        self._paper.preview(self._question, self._name_of(self._question.officer_id))

    def _edit(self, dossier: Dossier) -> None:
        letter = dossier.letter
        page = "page_incoming" if letter.ref.book == "incoming" else "page_outgoing"
        self._desk.page_asked.emit(page, ShowLetter(letter.ref, letter.id))


def signatures_page(desk: Desk) -> BoardPage:
    """Tanda Tangan."""
    return BoardPage(desk, SIGNATURES)


def dispositions_page(desk: Desk) -> BoardPage:
    """Disposisi."""
    return BoardPage(desk, DISPOSITIONS)
