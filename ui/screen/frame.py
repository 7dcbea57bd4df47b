"""The window's frame, as its keys and furniture know it. They hang in the window and need not know how it is built."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget


class Frame(Protocol):
    """What the one window does for whatever hangs in it; `MainWindow` is one."""

    @property
    def page(self) -> QWidget | None:
        """The page that is open."""
        ...

    def window(self) -> QWidget:
        """The window itself, as Qt knows it: a parent for what lives as long."""
        ...

    def open_page(self, name: str, request: object = None) -> None: ...

    def new_letter(self, direction: str) -> None: ...

    def read_again(self) -> None: ...

    def toggle_help(self) -> None: ...
