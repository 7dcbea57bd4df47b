"""A reference in the search field, typed or scanned from a label, opens its letter in whichever book it stands."""

from __future__ import annotations

from PySide6.QtCore import QObject

from correspondence.errors import OfficeError
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.services import looking_up
from ui.screen.desk import Desk
from ui.screen.requests import ShowLetter

_PAGES = {"incoming": "page_incoming", "outgoing": "page_outgoing"}


def reference_in(text: str) -> LetterRef | None:
    """The reference that was typed, None for any other words."""
    try:
        return LetterRef.read(text)
    except OfficeError:
        return None


def open_reference(desk: Desk, ref: LetterRef, owner: QObject) -> None:
    """Opens the letter; a sentence when there is none of that number."""

    def found(letter: Letter) -> None:
        desk.page_asked.emit(_PAGES[letter.ref.book.value], ShowLetter(letter.ref, letter.id))

    desk.ask(
        lambda office: looking_up.dossier(office, ref=ref).letter,
        found,
        owner=owner,
        replaces="reference",
        on_error=desk.say_wrong,
    )
