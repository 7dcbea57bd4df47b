"""Periksa registri in Pengaturan: every promise of the registry looked at, with a bar, and what was found wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from correspondence.errors import OfficeError
from correspondence.services.verifying import verify
from correspondence.soundness import Check, Verdict
from ui.background import Task
from ui.closing_words import check_word, detail, finding_words
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.screen.plain import plain_label, push_button
from ui.screen.settings_people import section_layout
from ui.screen.settings_rows import ListCard, Row
from ui.texts import _, mark

_MOST_SHOWN = 20
_STOPPING = mark("Menghentikan …")


class SoundnessSection(QWidget):
    """Read-only: the other desks go on working meanwhile, and it can be stopped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings_soundness")
        self.title = _("Periksa registri")
        self._desk = desk
        self._task: Task | None = None
        heads = (_("Yang diperiksa"), "", _("Hasil"))
        empty = _("Belum diperiksa di jendela ini.")
        self.list = ListCard(desk.look, "checks_view", self.title, heads, empty=empty, wide=2)
        self._start = self.list.add_button(_("Periksa sekarang"), "start_check", self.start, look="primary")
        self.list.chosen.connect(self._tell_more)
        self._more = plain_label("", "muted", wrap=True, select=True)
        self._more.setObjectName("check_findings")
        self.list.show_rows([])
        self._bar = QProgressBar()
        self._bar.setObjectName("check_bar")
        self._bar.setAccessibleName(self.title)
        self._stop = push_button(_("Hentikan"), "quiet", name="stop_check")
        self._stop.clicked.connect(self.stop)
        self._said = plain_label("", wrap=True)
        self._said.setObjectName("check_said")
        running = QHBoxLayout()
        running.addWidget(self._bar, 1)
        running.addWidget(self._stop)
        purpose = _(
            "Nomor agenda, segel jurnal, berkas lampiran, indeks, hitungan, dan bulan yang ditutup dibandingkan satu "
            "sama lain. Tidak ada yang diubah, dan meja lain tetap dapat bekerja."
        )
        layout = section_layout(self, desk, self.title, purpose)
        layout.addLayout(running)
        layout.addWidget(self._said)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._more)
        self._show_running(running=False)

    def start(self) -> None:
        """Looks at everything, on the worker."""
        if self._task is not None:
            return
        self._bar.setRange(0, 0)
        self._said.setText(_("Memeriksa …"))
        self._task = self._desk.background.run_long(
            lambda office, progress: verify(office, progress=progress),
            on_done=self._show,
            on_progress=self._advance,
            on_error=self._fail,
            on_settled=self._settled,
            owner=self,
        )
        self._show_running(running=True)

    def stop(self) -> None:
        """What was looked at until now is shown."""
        if self._task is not None:
            self._task.cancel()
            self._said.setText(_(_STOPPING))

    def _advance(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _show(self, verdict: Verdict) -> None:
        rows = [
            Row(each, (check_word(each.name), _("baik") if each.ok else _("SALAH"), detail(each)))
            for each in verdict.checks
        ]
        self.list.show_rows(rows)
        if verdict.stopped:
            said = _("Dihentikan; yang di bawah ini sempat diperiksa.")
        elif verdict.ok:
            said = _("Registri ini utuh.")
        else:
            said = _(
                "Ada yang tidak cocok di registri ini; simpan salinannya dan tunjukkan kepada pengelola."
            )
        self._said.setText(said)
        wrong = next((row for row in rows if isinstance(row.key, Check) and not row.key.ok), None)
        if wrong is not None:
            self.list.stand_on(wrong.texts[0])

    def _fail(self, error: OfficeError) -> None:
        self._said.setText(sentence(error))

    def _settled(self) -> None:
        if self._said.text() == _(_STOPPING):  # before it began
            self._said.setText(_("Dihentikan."))
        self._task = None
        self._show_running(running=False)

    def _show_running(self, *, running: bool) -> None:
        # The focus goes along: a button that sleeps or hides would throw it out of the section.
        if running:
            self._stop.show()
            self._stop.setFocus()
        elif self._stop.hasFocus():
            (self.list.view if self.list.rows else self._start).setFocus()
        self._bar.setVisible(running)
        self._stop.setVisible(running)
        self._start.setEnabled(not running)

    def _tell_more(self) -> None:
        row = self.list.current
        found = row.key.findings[:_MOST_SHOWN] if row is not None and isinstance(row.key, Check) else ()
        self._more.setText("\n".join(finding_words(each) for each in found))
        self._more.setVisible(bool(found))
