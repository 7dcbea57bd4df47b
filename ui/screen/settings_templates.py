"""The section of Word templates: which papers there are, where the office's copy lies, whether it can be filled."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from correspondence.office import Office
from ui.screen.desk import Desk
from ui.screen.files import open_file
from ui.screen.plain import plain_label, question
from ui.screen.settings_people import section_layout
from ui.screen.settings_rows import ListCard, Row
from ui.texts import _, mark, n_

_PAPERS = {
    "surat-pengantar": mark("Surat pengantar"),
    "lembar-disposisi": mark("Lembar disposisi"),
    "tanda-terima": mark("Tanda terima"),
    "laporan-bulanan": mark("Laporan bulanan"),
    "rekap-tahunan": mark("Rekap tahunan"),
}
_INITIALS = frozenset({"ktp", "kk"})


class Template(Protocol):
    """One paper and the file it is written with; `own` when that is the office's copy."""

    @property
    def code(self) -> str: ...

    @property
    def path(self) -> Path: ...

    @property
    def own(self) -> bool: ...


class Flaw(Protocol):
    """One thing to mend in a template, in words."""

    @property
    def field(self) -> str: ...

    @property
    def where(self) -> str: ...

    @property
    def problem(self) -> str: ...


class TemplatePrinting(Protocol):
    """What this section asks of the typing pool."""

    def templates(self, office: Office) -> Sequence[Template]: ...

    def check_template(self, office: Office, path: Path, code: str) -> Sequence[Flaw]: ...

    def own_template(self, office: Office, code: str) -> Path: ...

    def reset_template(self, office: Office, code: str) -> bool: ...


def paper_word(code: str) -> str:
    """A paper's name; the papers of letter kinds are called like their kind, whose name is not translated."""
    if code in _PAPERS:
        return _(_PAPERS[code])
    words = (word.upper() if word in _INITIALS else word for word in code.split("-"))
    name = " ".join(words)
    return name[:1].upper() + name[1:]


class TemplatesSection(QWidget):
    """Templat: changed in Word or LibreOffice; Warkat fills in the office's copy from then on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings_templates")
        self.title = _("Templat")
        self._desk = desk
        self.list = ListCard(
            desk.look,
            "templates_view",
            self.title,
            (_("Kertas"), _("Dipakai"), _("Berkas")),
            empty=_("Templat belum dapat dibaca di meja ini."),
            wide=2,
        )
        self.list.add_button(_("Ubah di Word"), "open_template", self.open_copy, look="primary", for_row=True)
        self.list.add_button(_("Periksa sekarang"), "check_template", self.check, for_row=True)
        self._back = self.list.add_button(
            _("Kembali ke bawaan …"), "reset_template", self.reset, for_row=True
        )
        self.flaws = ListCard(
            desk.look,
            "flaws_view",
            _("Yang perlu diperbaiki"),
            (_("Isian"), _("Tempat"), _("Yang perlu diperbaiki")),
            empty="",
            wide=2,
        )
        self.flaws.hide()
        self._said = plain_label("", wrap=True)
        self._said.setObjectName("template_said")
        layout = section_layout(
            self,
            desk,
            self.title,
            _(
                "Kertas disusun dari templat Word. Ubah salinan kantor sesuka hati; isian di antara {{ }} diisi Warkat."
            ),
        )
        layout.addWidget(self.list, 2)
        layout.addWidget(self._said)
        layout.addWidget(self.flaws, 1)
        self.list.view.opened.connect(self.open_copy)
        self.list.chosen.connect(self._on_choice)
        self.refresh()

    def refresh(self) -> None:
        printing = self._printing
        if printing is not None:
            self._desk.ask(printing.templates, self._show, owner=self, replaces="templates")

    def open_copy(self) -> None:
        """Opens the office's copy with this desk's word processor, begun from the shipped one if there is none."""
        code, printing = self._code, self._printing
        if code is None or printing is None:
            return

        def opened(path: Path) -> None:
            self.refresh()
            if not open_file(path):
                text = _("Tidak ada program untuk membuka berkas Word di sini; berkasnya: {file}")
                self._desk.say(text.format(file=path))

        self._desk.ask(
            lambda office: printing.own_template(office, code),
            opened,
            owner=self,
            on_error=self._desk.say_wrong,
        )

    def check(self) -> None:
        """Looks the template over and lists what is to be mended."""
        line, printing = self._line, self._printing
        if line is None or printing is None:
            return
        path, code = line.path, line.code
        self._said.setText(_("Memeriksa {paper} …").format(paper=paper_word(code)))
        self._desk.ask(
            lambda office: printing.check_template(office, path, code),
            lambda flaws: self._show_flaws(code, flaws),
            owner=self,
            replaces="check",
            on_error=self._desk.say_wrong,
        )

    def reset(self) -> None:
        """Back to the shipped template, asked about first; the office's copy stays beside it."""
        code, printing = self._code, self._printing
        if code is None or printing is None:
            return
        box = question(
            self,
            _("Kembali ke templat bawaan?"),
            _(
                "{paper} akan memakai templat bawaan Warkat. Salinan kantor disimpan di sebelahnya, tidak dihapus."
            ).format(paper=paper_word(code)),
            _("Pakai bawaan"),
            _("Biarkan"),
        )
        box.setObjectName("reset_question")
        box.accepted.connect(
            lambda: self._desk.ask(
                lambda office: printing.reset_template(office, code),
                lambda _was: self.refresh(),
                owner=self,
                on_error=self._desk.say_wrong,
            )
        )
        box.open()

    @property
    def _printing(self) -> TemplatePrinting | None:
        # The desk's printing is one object; each page names the part of it that it uses.
        return cast("TemplatePrinting | None", self._desk.printing)

    @property
    def _line(self) -> Template | None:
        row = self.list.current
        return cast("Template", row.key) if row is not None else None

    @property
    def _code(self) -> str | None:
        line = self._line
        return line.code if line is not None else None

    def _on_choice(self) -> None:
        line = self._line
        self._back.setEnabled(line is not None and line.own)
        self._said.setText("")
        self.flaws.hide()

    def _show(self, lines: Sequence[Template]) -> None:
        rows = []
        for line in lines:
            used = _("salinan kantor") if line.own else _("bawaan Warkat")
            rows.append(Row(line, (paper_word(line.code), used, str(line.path) if line.own else "—")))
        self.list.show_rows(rows)
        if self.list.current is None and rows:
            self.list.view.selectRow(0)

    def _show_flaws(self, code: str, flaws: Sequence[Flaw]) -> None:
        rows = [Row(each, (each.field or "—", each.where or "—", each.problem)) for each in flaws]
        self.flaws.show_rows(rows)
        self.flaws.setVisible(bool(rows))
        if rows:
            text = n_("{paper}: {count} hal perlu diperbaiki.", len(rows))
        else:
            text = _("{paper}: templat baik, semua isian dikenal.")
        self._said.setText(text.format(paper=paper_word(code), count=len(rows)))
