"""The section of Word templates: which papers there are, whose template each is written with, and all that can be done to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from ui import formats
from ui.paper.printed_lines import ProblemLine
from ui.screen.desk import Desk
from ui.screen.files import open_file
from ui.screen.plain import plain_label
from ui.screen.settings_people import section_layout
from ui.screen.settings_rows import ListCard, Row
from ui.screen.template_findings import TemplateFindings
from ui.screen.template_printing import Care, TemplatePrinting, templates_of
from ui.screen.template_sample import SampleLetter
from ui.screen.template_versions import VersionsDialog
from ui.screen.template_watch import TemplateWatch
from ui.template_lines import CareLine, Comparison, TakenIn, VersionLine
from ui.template_words import line_word, state_word
from ui.texts import _, n_

T = TypeVar("T")


class TemplatesSection(QWidget):
    """Templat: changed in Word or LibreOffice, looked over when it was saved, and used from then on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings_templates")
        self.title = _("Templat")
        self._desk = desk
        self._states: dict[tuple[str, str], Sequence[ProblemLine]] = {}
        self._stood = ""
        self._watch = TemplateWatch(desk, self)
        self._watch.taken.connect(self._tell_taken)
        self._make_list()
        self._said = plain_label("", wrap=True)
        self._said.setObjectName("template_said")
        self.findings = TemplateFindings(desk.look)
        purpose = _("Kertas disusun dari templat Word. Ubah lalu simpan: Warkat memeriksa dan memakainya.")
        layout = section_layout(self, desk, self.title, purpose)
        layout.addWidget(self.list, 2)
        layout.addWidget(self._said)
        layout.addWidget(self.findings, 1)
        self.refresh()

    def _make_list(self) -> None:
        heads = (_("Kertas"), _("Templat"), _("Diubah"), _("Keadaan"))
        empty = _("Templat belum dapat dibaca di meja ini.")
        self.list = ListCard(self._desk.look, "templates_view", self.title, heads, empty=empty, wide=3)
        add = self.list.add_button
        add(_("Ubah di Word"), "open_template", self.open_copy, look="primary", for_row=True)
        add(_("Lihat"), "show_template", self.show_with_letter, for_row=True)
        self._letter = SampleLetter(self._desk, self, self._say)
        self._letter.returnPressed.connect(self.show_with_letter)
        self.list.add_widget(self._letter)
        add(_("Periksa"), "check_template", self.check, for_row=True)
        self._compare = add(_("Bandingkan dengan bawaan"), "compare_template", self.compare, for_row=True)
        add(_("Versi …"), "template_versions", self.versions, for_row=True)
        self._back = add(_("Kembali ke bawaan"), "reset_template", self.reset, for_row=True)
        self.list.view.opened.connect(self.open_copy)
        self.list.chosen.connect(self._on_choice)

    def refresh(self) -> None:
        printing = templates_of(self._desk)
        if printing is not None:
            self._ask(printing, lambda care: care.lines(), self._show, replaces="templates")

    def open_copy(self) -> None:
        """Opens a copy with this desk's word processor; once it was saved and is sound, it is used."""
        line, printing = self._line, templates_of(self._desk)
        if line is None or printing is None:
            return

        def opened(path: Path) -> None:
            self._watch.follow(line.code, path)
            self._say(
                _("{paper} dibuka di Word. Simpan di sana: Warkat memeriksa dan memakainya.").format(
                    paper=line_word(line)
                )
            )
            if not open_file(path):
                text = _("Tidak ada program untuk membuka berkas Word di sini; berkasnya: {file}")
                self._desk.say(text.format(file=path))

        self._ask(printing, lambda care: care.working_copy(line.code), opened)

    def show_with_letter(self) -> None:
        """The paper as a real letter would be printed with it."""
        if self._line is not None:
            self._letter.show_with(self._line)

    def check(self) -> None:
        """Looks the template over and lists what is to be mended."""
        line, printing = self._line, templates_of(self._desk)
        if line is None or printing is None:
            return
        self._say(_("Memeriksa {paper} …").format(paper=line_word(line)))
        self._ask(
            printing,
            lambda care: care.flaws(line.code),
            lambda flaws: self._say(self.findings.show_flaws(line_word(line), flaws)),
            replaces="check",
        )

    def compare(self) -> None:
        """What the office's template says otherwise than the shipped one."""
        line, printing = self._line, templates_of(self._desk)
        if line is None or printing is None:
            return

        def compared(found: Comparison) -> None:
            self._say(self.findings.show_comparison(line_word(line), found))

        self._ask(printing, lambda care: care.compare(line.code), compared, replaces="check")

    def versions(self) -> None:
        """What was used before, with the way back."""
        line, printing = self._line, templates_of(self._desk)
        if line is None or printing is None:
            return

        def show(found: Sequence[VersionLine]) -> None:
            dialog = VersionsDialog(self._desk, printing, line, found, self)
            dialog.restored.connect(self.refresh)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._ask(printing, lambda care: care.versions(line.code), show)

    def reset(self) -> None:
        """Back to the shipped template at once; the message bar takes it back."""
        line, printing = self._line, templates_of(self._desk)
        if line is None or printing is None:
            return
        said = _("{paper}: templat bawaan dipakai lagi.").format(paper=line_word(line))
        self._ask(
            printing,
            lambda care: care.reset(line.code),
            lambda _was: self._offer_undo(printing, line.code, line.version, said),
        )

    # ------------------------------------------------------------------------------------------- showing

    @property
    def _line(self) -> CareLine | None:
        row = self.list.current
        return row.key if row is not None and isinstance(row.key, CareLine) else None

    def _ask(
        self,
        printing: TemplatePrinting,
        job: Callable[[Care], T],
        then: Callable[[T], None],
        *,
        replaces: str = "",
    ) -> None:
        self._desk.ask(
            lambda office: job(printing.office_templates(office).care),
            then,
            owner=self,
            replaces=replaces,
            on_error=self._desk.say_wrong,
        )

    def _on_choice(self) -> None:
        line = self._line
        for button in (self._back, self._compare):
            button.setEnabled(line is not None and line.own and line.shipped)
        code = line.code if line is not None else ""
        if code != self._stood:
            self._stood = code
            self._say("")
            self.findings.clear()

    def _say(self, text: str) -> None:
        self._said.setText(text)

    def _show(self, lines: Sequence[CareLine]) -> None:
        self.list.show_rows([self._row(each) for each in lines])
        if self.list.current is None and lines:
            self.list.view.selectRow(0)
        printing = templates_of(self._desk)
        for each in lines:
            if each.editing is not None:
                self._watch.follow(each.code, each.editing, changed=True)
            unknown = each.own and each.version and (each.code, each.version) not in self._states
            if printing is not None and unknown:
                self._look_over(printing, each)

    def _look_over(self, printing: TemplatePrinting, line: CareLine) -> None:
        """The state of an own template, one after the other: others wait for the worker too."""

        def told(flaws: Sequence[ProblemLine]) -> None:
            self._states[line.code, line.version] = flaws
            self.list.show_rows([self._row(line) if row.key == line else row for row in self.list.rows])

        self._ask(printing, lambda care: care.flaws(line.code), told, replaces=f"state-{line.code}")

    def _row(self, line: CareLine) -> Row:
        used = _("milik kantor") if line.own else _("bawaan Warkat")
        changed = formats.instant(line.changed_at, self._desk.zone) if line.changed_at else "—"
        if line.changed_by:
            changed = f"{changed} · {line.changed_by}"
        return Row(
            line,
            (line_word(line), used, changed, state_word(line, self._states.get((line.code, line.version)))),
        )

    def _tell_taken(self, taken: TakenIn) -> None:
        """A copy was saved in Word."""
        printing = templates_of(self._desk)
        line = next(
            (
                row.key
                for row in self.list.rows
                if isinstance(row.key, CareLine) and row.key.code == taken.code
            ),
            None,
        )
        if printing is None or line is None:
            return
        if taken.used:
            said = _("Templat {paper} yang baru dipakai sekarang.").format(paper=line_word(line))
            self._offer_undo(printing, taken.code, taken.before, said)
            return
        self.refresh()
        self.list.stand_on(line_word(line))
        self._say(self.findings.show_flaws(line_word(line), taken.flaws))
        text = n_("Templat {paper} belum dipakai: {count} hal perlu diperbaiki.", len(taken.flaws))
        self._desk.say_wrong(text.format(paper=line_word(line), count=len(taken.flaws)))

    def _offer_undo(self, printing: TemplatePrinting, code: str, before: str, said: str) -> None:
        def undo() -> None:
            self._ask(printing, lambda care: care.restore(code, before), lambda _none: self.refresh())

        self.refresh()
        self._desk.say(said, action=_("Urungkan"), then=undo)
