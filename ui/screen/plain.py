"""Texts that come from letters are plain text wherever they are shown: a subject may hold HTML, and Qt would run it."""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

# Naming `Qt` has Python told of its hundred enumerations, a fifth of a start; so nothing the first paint shows names it.
# Qt reads the numbers of its enumerations as well, and a test holds that they mean what is written beside them.
_PLAIN_TEXT = 0


def plain_label(text: str = "", look: str = "", *, wrap: bool = False, select: bool = False) -> QLabel:
    """The only place where a QLabel is made. `look` is a row of the stylesheet."""
    label = QLabel()
    label.setProperty("textFormat", _PLAIN_TEXT)
    label.setText(text)
    label.setWordWrap(wrap)
    if look:
        label.setProperty("look", look)
    if wrap:
        policy = QtWidgets.QSizePolicy.Policy
        label.setSizePolicy(policy.Preferred, policy.Minimum)
    if select:
        label.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def plain_tooltip(text: str) -> str:
    """`text` for setToolTip and ToolTipRole, which have no switch for plain text: Qt takes for HTML what has a tag."""
    if "<" not in text:
        return text
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{shown}</span>"


def button_text(text: str) -> str:
    """`text` for a button or a menu, where `&` would mark a key."""
    return text.replace("&", "&&")


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Sets a property the stylesheet asks for and has the widget painted by it."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def rule() -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setProperty("look", "rule")
    return line


def push_button(text: str, look: str = "", *, name: str = "", keys: str = "") -> QPushButton:
    """A button; `keys` is its shortcut, printed small beside its word."""
    button = QPushButton(button_text(f"{text}   {keys}" if keys else text))
    button.setAccessibleName(text)
    button.setAutoDefault(True)  # Enter presses the button one stands on, outside dialogs too
    if look:
        button.setProperty("look", look)
    if name:
        button.setObjectName(name)
    return button


def question(parent: QWidget, title: str, text: str, yes: str, no: str) -> QtWidgets.QMessageBox:
    """A box with two answers; the careful one has the focus. Opened by the caller, who listens to `accepted`."""
    box = QtWidgets.QMessageBox(parent)
    box.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    roles = QtWidgets.QMessageBox.ButtonRole
    box.addButton(yes, roles.AcceptRole)
    box.setDefaultButton(box.addButton(no, roles.RejectRole))
    return box
