"""A line of text that gives way: cut after a whole word where it is too long, the whole of it on hover."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.screen.eliding import elided
from ui.screen.plain import plain_label, plain_tooltip


class _Shortening(QObject):
    """Writes into its label what there is room for."""

    def __init__(self, label: QLabel, text: str) -> None:
        super().__init__(label)
        self._label, self._text = label, text
        label.installEventFilter(self)
        self._fit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.Polish):
            self._fit()
        return False

    def _fit(self) -> None:
        shown = elided(self._text, self._label.fontMetrics(), self._label.width())
        self._label.setText(shown)
        self._label.setToolTip(plain_tooltip(self._text) if shown != self._text else "")


def short_label(text: str, look: str = "") -> QLabel:
    """Takes the width it is given and asks for none."""
    label = plain_label(text, look)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    label.setAccessibleName(text)
    _Shortening(label, text)
    return label
