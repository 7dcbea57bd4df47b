"""Colours and sizes of the window: light, dark and high contrast, as the system asks.

Sizes are thought in the pixels of a 13 px text (look: title 20, subject 15, text 13, secondary 12) and scaled with
the reader's own font, so that 200 % text finds room.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from ui.screen.icons import FOLDER
from ui.screen.stylesheet import stylesheet

TEXT = 13
TITLE, SUBJECT, SECONDARY = 20, 15, 12
LEAST_POINTS = 9.75
"""13 px at 96 dpi; a system that reads larger is followed, none is made smaller."""


class Tokens(NamedTuple):
    """Every colour of the window has its name here; nothing else names one. Text on each ground reaches 4.5 : 1.

    No dataclass: one of 27 fields takes 1.2 ms to make, at every start.
    """

    surface: str
    paper: str
    ink: str
    muted: str
    line: str
    control: str
    hover: str
    accent: str
    accent_hover: str
    accent_ink: str
    accent_soft: str
    accent_text: str
    grey_soft: str
    grey_text: str
    amber_soft: str
    amber_text: str
    red_soft: str
    red_text: str
    green_soft: str
    green_text: str
    nav: str
    nav_ink: str
    nav_muted: str
    nav_active: str
    nav_active_ink: str
    badge: str
    badge_ink: str


LIGHT = Tokens(
    surface="#f4f6f9", paper="#ffffff", ink="#1a2230", muted="#586376", line="#e4e8ee", control="#c4ccd8",
    hover="#eef2f7", accent="#1f5ba8", accent_hover="#184a8b", accent_ink="#ffffff", accent_soft="#e4edfa",
    accent_text="#1a4f95", grey_soft="#eceff3", grey_text="#4c5667", amber_soft="#fdf0d1", amber_text="#8a4b08",
    red_soft="#fdeae8", red_text="#b1241b", green_soft="#e1f3e6", green_text="#1c6b37", nav="#18263a",
    nav_ink="#e6ecf5", nav_muted="#a9b6c8", nav_active="#2b4366", nav_active_ink="#ffffff", badge="#c2410c", badge_ink="#ffffff",
)  # fmt: skip
DARK = Tokens(
    surface="#12161d", paper="#1a202a", ink="#e7ebf1", muted="#a4aec0", line="#2b3340", control="#465163",
    hover="#232b37", accent="#6ea8f5", accent_hover="#8cbafa", accent_ink="#0b1524", accent_soft="#1f3350",
    accent_text="#9cc4fb", grey_soft="#2a323e", grey_text="#b9c2d0", amber_soft="#3b2c10", amber_text="#f0bd62",
    red_soft="#43201e", red_text="#ff9d93", green_soft="#173524", green_text="#7fd49b", nav="#0c1017",
    nav_ink="#dfe5ee", nav_muted="#96a2b5", nav_active="#223351", nav_active_ink="#ffffff", badge="#f08a4b", badge_ink="#1c0f06",
)  # fmt: skip


def high_contrast(palette: QPalette) -> Tokens:
    """The system's own few colours: what a reader chose for high contrast is not ours to improve."""
    role = QPalette.ColorRole

    def name(which: QPalette.ColorRole) -> str:
        return palette.color(QPalette.ColorGroup.Active, which).name()

    ground, ink, chosen, on_chosen = (
        name(each) for each in (role.Base, role.Text, role.Highlight, role.HighlightedText)
    )
    colours = dict.fromkeys(Tokens._fields, ink)
    grounds = "surface paper hover accent_soft grey_soft amber_soft red_soft green_soft nav"
    colours |= dict.fromkeys(grounds.split(), ground)
    colours |= {
        "accent": chosen,
        "accent_hover": chosen,
        "accent_ink": on_chosen,
        "nav_active": chosen,
        "nav_active_ink": on_chosen,
    }
    colours |= {"badge": chosen, "badge_ink": on_chosen}
    return Tokens(**colours)


def tokens_for(scheme: QtCore.Qt.ColorScheme, palette: QPalette, *, contrast: bool) -> Tokens:
    """Which colours the system asks for; a system that says nothing is light."""
    if contrast:
        return high_contrast(palette)
    return DARK if scheme is QtCore.Qt.ColorScheme.Dark else LIGHT


def palette_of(tokens: Tokens) -> QPalette:
    """The same colours for what Qt paints by itself: selections, menus, disabled text."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in (
        (role.Window, tokens.surface),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.paper),
        (role.AlternateBase, tokens.surface),
        (role.Text, tokens.ink),
        (role.PlaceholderText, tokens.muted),
        (role.Button, tokens.paper),
        (role.ButtonText, tokens.ink),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.accent_ink),
        (role.ToolTipBase, tokens.paper),
        (role.ToolTipText, tokens.ink),
        (role.Link, tokens.accent_text),
        (role.Mid, tokens.control),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.muted))
    return palette


class Look(QObject):
    """The theme in force. `changed` is sent when the system turns dark, light or to high contrast."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._system_palette = app.palette()
        font = QFont(app.font())
        font.setPointSizeF(max(LEAST_POINTS, font.pointSizeF()))
        app.setFont(font)
        self._scale = QFontInfo(font).pixelSize() / TEXT
        self._points = font.pointSizeF()
        self.tokens = LIGHT
        # The system is asked after the first paint (`apply`): the answer comes as an enumeration of `Qt` (see plain.py).
        ground = self._system_palette.color(QPalette.ColorRole.Window)
        self.use(DARK if ground.lightnessF() < 0.5 else LIGHT)
        app.styleHints().colorSchemeChanged.connect(self.apply)

    def px(self, pixels: float) -> int:
        """Pixels of the drawing in pixels of this screen's text."""
        return round(pixels * self._scale)

    def font(self, pixels: int = TEXT, *, strong: bool = False) -> QFont:
        """The system's font at one of the sizes of the drawing."""
        font = QFont(self._app.font())
        font.setPointSizeF(self._points * pixels / TEXT)
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def colour(self, name: str) -> QColor:
        """One of the tokens."""
        return QColor(getattr(self.tokens, name))

    def apply(self) -> None:
        """Reads what the system asks for and, where it is something else, paints everything anew."""
        hints = self._app.styleHints()
        # Qt 6.10 and later can say it; before, the system's own palette is all there is.
        accessibility = getattr(hints, "accessibility", None)
        contrast = (
            accessibility is not None
            and accessibility().contrastPreference() is QtCore.Qt.ContrastPreference.HighContrast
        )
        asked = tokens_for(hints.colorScheme(), self._system_palette, contrast=contrast)
        if asked != self.tokens:
            self.use(asked)

    def use(self, tokens: Tokens) -> None:
        """Paints the window in these colours."""
        self.tokens = tokens
        self._app.setPalette(palette_of(tokens))
        self._app.setStyleSheet(stylesheet(tokens, self.px, self._points, _pictures(tokens)))
        self.changed.emit()


def _pictures(tokens: Tokens) -> dict[str, str]:
    """The files of the sheet's own pictures; the tick is light on a dark accent and dark on a light one."""
    tick = "tick_light" if QColor(tokens.accent).lightnessF() < 0.55 else "tick_dark"
    return {
        "arrow_file": (FOLDER / "combo_arrow.svg").as_posix(),
        "tick_file": (FOLDER / f"{tick}.svg").as_posix(),
    }
