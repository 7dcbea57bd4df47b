"""Something of ours broke: an honest sentence and a report that can be copied. Nothing is sent anywhere."""

from __future__ import annotations

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.screen.plain import plain_label, push_button
from ui.texts import _


class CrashReport(QDialog):
    """Shown over the window; the work goes on behind it."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Ada yang rusak di Warkat"))
        self._report = f"{report.rstrip()}\n\nPython {platform.python_version()}, PySide6 {pyside_version}, {platform.platform()}\n"
        text = QPlainTextEdit(self._report)
        text.setObjectName("crash_report")
        text.setAccessibleName(_("Laporan kerusakan"))
        text.setReadOnly(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        copy = push_button(_("Salin laporan"))
        close = push_button(_("Lanjutkan bekerja"), "primary")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch()
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(
            plain_label(
                _(
                    "Langkah terakhir tidak selesai karena kesalahan di dalam Warkat sendiri. Surat yang sudah tersimpan "
                    "tetap aman. Salin laporan di bawah ini untuk pengelola program."
                ),
                wrap=True,
            )
        )
        column.addWidget(text, 1)
        column.addLayout(buttons)
        self.resize(640, 420)
        close.setFocus()
