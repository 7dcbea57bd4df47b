"""The section of paper and letterhead: set once, for every paper the office prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from correspondence.office import Office
from correspondence.profile import MARGINS, SIGNING_LINES, profile_texts
from ui.screen.desk import Desk
from ui.screen.files import dropped, file_dialog
from ui.screen.page_sketch import SHEETS, PageSketch
from ui.screen.plain import plain_label, push_button
from ui.screen.settings_fields import Asked
from ui.screen.settings_profile import ProfileForm
from ui.screen.template_printing import Emblem, templates_of
from ui.texts import _, mark

_SHEET_WORDS = {
    "a4": mark("A4 (21 × 29,7 cm)"),
    "f4": mark("F4 / folio (21,5 × 33 cm)"),
    "a5": mark("A5 (14,8 × 21 cm)"),
    "half_folio": mark("Setengah folio (16,5 × 21,5 cm)"),
}


class PaperForm(ProfileForm):
    """The fields at the left; beside them the page, drawn anew with every key."""

    def __init__(self, desk: Desk) -> None:
        self.sketch = PageSketch(desk.look, self._shown)
        hint = _("milimeter, {least} sampai {most}").format(least=MARGINS[0], most=MARGINS[1])
        super().__init__(
            desk,
            "paper",
            _("Kertas & kop"),
            _(
                "Dipakai pada setiap surat, lembar, dan laporan; templat Word tidak perlu diubah satu per satu."
            ),
            (
                Asked("paper", _("Kertas surat dan laporan"), choices=_sheets("a4", "f4", "a5")),
                Asked("margin_top", _("Tepi atas"), hint=hint),
                Asked("margin_bottom", _("Tepi bawah")),
                Asked("margin_left", _("Tepi kiri")),
                Asked("margin_right", _("Tepi kanan")),
                Asked(
                    "slip_paper",
                    _("Kertas lembar disposisi dan tanda terima"),
                    choices=_sheets("a5", "half_folio"),
                ),
                Asked(
                    "signature_lines",
                    _("Baris kosong untuk tanda tangan"),
                    hint=_("{least} sampai {most}; 4 cukup untuk tanda tangan dan cap").format(
                        least=SIGNING_LINES[0], most=SIGNING_LINES[1]
                    ),
                ),
                Asked(
                    "report_signatory",
                    _("Penanda tangan laporan"),
                    hint=_("Namanya tercetak di kaki laporan bulanan dan rekap tahunan"),
                    choices=_officers(desk),
                ),
            ),
        )
        self.setAcceptDrops(True)
        desk.looked_around.connect(lambda: self.rows["report_signatory"].offer(_officers(desk)))
        self.typed.connect(self.sketch.update)
        self._read_emblem()

    def put_emblem(self, file: Path) -> None:
        """A picture for every letterhead; what cannot be printed is refused in a sentence."""
        self._change(lambda emblem: emblem.put(file), _("Lambang dipakai pada setiap kop."))

    def remove_emblem(self) -> None:
        """Letterheads without a picture."""
        self._change(lambda emblem: emblem.remove(), _("Kop dicetak tanpa lambang."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for file in dropped(event)[:1]:
            self.put_emblem(file)

    def _lay_out(self, purpose: str) -> None:
        super()._lay_out(purpose)
        whole = self.layout()
        item = whole.takeAt(0) if whole is not None else None
        fields = item.widget() if item is not None else None
        if isinstance(whole, QVBoxLayout) and fields is not None:
            beside = QHBoxLayout()
            beside.setSpacing(self._desk.look.px(20))
            beside.addWidget(fields, 1)
            beside.addWidget(self._beside(), 0, Qt.AlignmentFlag.AlignTop)
            whole.insertLayout(0, beside, 1)

    def _beside(self) -> QWidget:
        """The page, and below it what stands on it and is set elsewhere."""
        choose = push_button(_("Pilih lambang …"), name="choose_emblem")
        choose.clicked.connect(lambda _down=False: self._choose())
        self._remove = push_button(_("Tanpa lambang"), "quiet", name="remove_emblem")
        self._remove.clicked.connect(lambda _down=False: self.remove_emblem())
        names = push_button(_("Ubah nama dan alamat"), "quiet", name="to_office")
        names.clicked.connect(lambda _down=False: self._desk.page_asked.emit("page_settings", "office"))
        buttons = QHBoxLayout()
        buttons.addWidget(choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._desk.look.px(8))
        column.addWidget(self.sketch)
        column.addLayout(buttons)
        column.addWidget(names, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(plain_label(_("PNG atau JPEG; dapat juga diletakkan di sini."), "hint", wrap=True))
        return box

    def _shown(self) -> Mapping[str, str]:
        """What is kept, with what is typed over it."""
        kept = profile_texts(self._desk.known.directory.profile)
        return {**kept, **{name: row.text().strip() for name, row in self.rows.items()}}

    def _choose(self) -> None:
        dialog = file_dialog(self, _("Pilih lambang"), lambda chosen: self.put_emblem(chosen[0]))
        dialog.setNameFilters([_("Gambar (*.png *.jpg *.jpeg)"), _("Semua berkas (*)")])
        dialog.open()

    def _change(self, change: Callable[[Emblem], None], said: str) -> None:
        printing = templates_of(self._desk)
        if printing is None:
            return

        def job(office: Office) -> bytes:
            emblem = printing.office_templates(office).emblem
            change(emblem)
            return emblem.read()

        def done(content: bytes) -> None:
            self._show_emblem(content)
            self._desk.say(said)

        self._desk.ask(job, done, owner=self, on_error=self._desk.say_wrong)

    def _read_emblem(self) -> None:
        printing = templates_of(self._desk)
        self._remove.hide()
        if printing is not None:
            self._desk.ask(
                lambda office: printing.office_templates(office).emblem.read(), self._show_emblem, owner=self
            )

    def _show_emblem(self, content: bytes) -> None:
        self.sketch.show_emblem(content)
        self._remove.setVisible(self.sketch.has_emblem)


def _sheets(*names: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, _(_SHEET_WORDS[name])) for name in names if name in SHEETS)


def _officers(desk: Desk) -> tuple[tuple[str, str], ...]:
    names = (each.officer.name for each in desk.known.directory.officers if each.officer.left_on is None)
    return (("", _("(belum ditentukan)")), *((name, name) for name in names))
