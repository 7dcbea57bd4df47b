"""The one stylesheet. `@name` is a colour token, `$8` eight pixels of the drawing, `%15` a text of fifteen."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

_MARK = re.compile(r"@(?P<colour>[a-z_]+)|\$(?P<px>\d+)|%(?P<text>\d+)")

_TEMPLATE = """
QMainWindow, QDialog, #central { background: @surface; }
QWidget { color: @ink; }
QLabel { background: transparent; }
QLabel[look="title"] { font-size: %20; font-weight: 600; }
QLabel[look="heading"] { font-size: %15; font-weight: 600; }
QLabel[look="big"] { font-size: %28; font-weight: 600; }
QLabel[look="big-none"] { font-size: %28; color: @muted; }
QLabel[look="big"][tone_ink="red"] { color: @red_text; }
QLabel[look="reference"] { font-size: %20; font-weight: 600; color: @accent_text; }
QLabel[look="muted"] { font-size: %12; color: @muted; }
QLabel[look="section"] { font-size: %12; color: @muted; }
QLabel[look="hint"] { font-size: %12; color: @muted; }
QLabel[look="read"] { font-size: %12; color: @accent_text; }
QLabel[look="wrong"] { font-size: %12; color: @red_text; }
QLabel[look="said"] { font-size: %20; font-weight: 600; color: @accent_text; }
QLabel[look="said-wrong"] { font-size: %15; font-weight: 600; color: @red_text; }
QLabel[look="said-amber"] { font-size: %15; font-weight: 600; color: @amber_text; }
QLabel[look="amber"] { font-size: %12; color: @amber_text; }

QLabel[chip="true"] { border-radius: $10; padding: $2 $10; font-size: %12; }
QLabel[tone="grey"] { background: @grey_soft; color: @grey_text; }
QLabel[tone="blue"] { background: @accent_soft; color: @accent_text; }
QLabel[tone="amber"] { background: @amber_soft; color: @amber_text; }
QLabel[tone="red"] { background: @red_soft; color: @red_text; }
QLabel[tone="green"] { background: @green_soft; color: @green_text; }

QFrame[look="card"], #letters_view, #dispositions_view, #signatures_view {
    background: @paper; border: 1px solid @line; border-radius: $8; }
QFrame[look="rule"] { background: @line; border: none; min-height: 1px; max-height: 1px; }
QScrollArea, QScrollArea > QWidget > QWidget[look="sheet"] { background: transparent; border: none; }

QPushButton { background: @paper; border: 1px solid @control; border-radius: $6; padding: $6 $12;
    min-height: $18; }
QPushButton:hover { background: @hover; }
QPushButton:focus { border: $2 solid @accent; padding: $5 $11; }
QPushButton:disabled { color: @muted; border-color: @line; }
QPushButton[look="primary"] { background: @accent; color: @accent_ink; border: 1px solid @accent;
    font-weight: 600; }
QPushButton[look="primary"]:hover { background: @accent_hover; border-color: @accent_hover; }
QPushButton[look="primary"]:focus { border: $2 solid @ink; padding: $5 $11; }
QPushButton[look="primary"]:disabled { background: @control; border-color: @control; color: @paper; }
QPushButton[look="quiet"], QToolButton[look="quiet"] { background: transparent; border: 1px solid transparent;
    color: @muted; border-radius: $6; padding: $5 $8; }
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover { background: @hover; color: @ink; }
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus { border: 1px solid @accent; color: @ink; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
QPushButton[look="filter"] { border-radius: $14; padding: $3 $12; min-height: $20; }
QPushButton[look="filter"]:focus { border: $2 solid @accent; padding: $2 $11; }
QPushButton[look="filter"]:checked { background: @accent_soft; border: 1px solid @accent; color: @accent_text;
    font-weight: 600; }
QPushButton[look="filter"]:checked:focus { border: $2 solid @accent; padding: $2 $11; }
QPushButton[look="counter"] { text-align: left; min-height: $52; border: 1px solid @line; border-radius: $8; padding: $12; }
QPushButton[look="row"] { text-align: left; background: transparent; border: 1px solid transparent; border-radius: $6;
    padding: 0; min-height: $40; }
QPushButton[look="row"]:hover { background: @hover; }
QPushButton[look="row"]:focus { border: $2 solid @accent; padding: 0; }
QPushButton[look="line"] { text-align: left; background: transparent; border: 1px solid transparent; border-radius: $4;
    padding: 0; min-height: 0; }
QPushButton[look="line"]:hover { background: @hover; }
QPushButton[look="line"]:focus { border: 1px solid @accent; }
QPushButton[look="counter"]:hover { border-color: @accent; background: @paper; }
QPushButton[look="counter"]:focus { border: $2 solid @accent; padding: $11; }

QLineEdit, QPlainTextEdit, QComboBox { background: @paper; border: 1px solid @control; border-radius: $6;
    padding: $6 $8; min-height: $18; selection-background-color: @accent; selection-color: @accent_ink; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: $2 solid @accent; padding: $5 $7; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border-color: @red_text; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: @surface; color: @muted; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { background: transparent; border: none; padding: 0; min-height: 0; }
QComboBox::drop-down { border: none; width: $24; }
QComboBox::down-arrow { image: url("@arrow_file"); width: $12; height: $12; }
QComboBox QAbstractItemView { background: @paper; border: 1px solid @control; padding: $4;
    selection-background-color: @accent_soft; selection-color: @ink; outline: none; }
QCheckBox { spacing: $8; padding: $3 0; background: transparent; }
QCheckBox::indicator, QListView::indicator, QTableView::indicator, QTreeView::indicator { width: $14; height: $14;
    border: 1px solid @control; border-radius: $3; background: @paper; }
QCheckBox::indicator:focus { border: $2 solid @accent; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked,
QTreeView::indicator:checked { background: @accent; border: 1px solid @accent; image: url("@tick_file"); }

QTableView, QListView, QTreeView { background: @paper; border: none; outline: none;
    selection-background-color: @accent_soft; selection-color: @ink; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: @paper; color: @muted; font-size: %12; font-weight: 600; border: none;
    border-bottom: 1px solid @line; padding: $8 $8; }
QTableView QTableCornerButton::section { background: @paper; border: none; }
QListView[look="popup"] { border: 1px solid @control; border-radius: $6; padding: $4; }
QListView[look="popup"]::item { padding: $4 $6; border-radius: $4; }
QListView[look="popup"]::item:selected { background: @accent_soft; color: @ink; }

QScrollBar:vertical { background: transparent; width: $10; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $10; margin: 0; }
QScrollBar::handle { background: @control; border-radius: $3; margin: $2; min-height: $32; min-width: $32; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: @paper; border: 1px solid @control; border-radius: $6; padding: $4; }
QMenu::item { padding: $6 $20 $6 $12; border-radius: $4; }
QMenu::item:selected { background: @accent_soft; color: @ink; }
QMenu::separator { height: 1px; background: @line; margin: $4 $8; }
QToolTip { background: @paper; color: @ink; border: 1px solid @control; padding: $4 $6; }
QProgressBar { background: @grey_soft; border: none; border-radius: $3; max-height: $6; }
QProgressBar::chunk { background: @accent; border-radius: $3; }
QSplitter::handle { background: transparent; }
QTabBar { background: transparent; }

#navigation, #navigation_pages { background: @nav; }
#navigation QLabel { color: @nav_ink; }
#navigation QLabel[look="muted"] { color: @nav_muted; }
#navigation QPushButton { background: transparent; color: @nav_ink; border: $2 solid transparent;
    border-radius: $6; text-align: left; padding: $6 $8; min-height: $22; }
#navigation QPushButton:hover { background: @nav_active; color: @nav_active_ink; }
#navigation QPushButton:checked { background: @nav_active; color: @nav_active_ink; font-weight: 600; }
#navigation QPushButton:focus { border: $2 solid @nav_muted; }
#navigation QLabel[look="badge"] { background: @badge; color: @badge_ink; border-radius: $9; padding: $1 $8;
    font-size: %12; font-weight: 600; }

#toast { background: @ink; border-radius: $8; }
#toast QLabel { color: @paper; }
#toast QLabel[look="reference"] { color: @paper; font-size: %28; }
#toast QPushButton { background: transparent; border: 1px solid @paper; color: @paper; }
#toast[tone="wrong"] { background: @red_soft; border: 1px solid @red_text; }
#toast[tone="wrong"] QLabel { color: @red_text; }
#toast[tone="wrong"] QPushButton { border: 1px solid @red_text; color: @red_text; }
#help_panel { background: @paper; border-left: 1px solid @line; }
QPushButton#journal { text-align: left; padding-left: 0; }
#drop_zone { border: 1px dashed @control; border-radius: $8; background: @paper; }
#drop_zone[over="true"] { border: $2 dashed @accent; background: @accent_soft; }
"""


def stylesheet(tokens: Any, px: Callable[[float], int], points: float, files: Mapping[str, str]) -> str:
    """The sheet in these colours, `px` scaled, texts in points; `files` are the pictures Qt draws by itself."""

    def value(match: re.Match[str]) -> str:
        if match["px"]:
            return f"{max(1, px(int(match['px'])))}px"
        if match["text"]:
            return f"{points * int(match['text']) / 13:.2f}pt"
        name = match["colour"]
        return files[name] if name in files else str(getattr(tokens, name))

    return _MARK.sub(value, _TEMPLATE)
