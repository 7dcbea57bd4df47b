"""Choosing who initials or signs: an officer in one of the offices held today, his own or the one he stands in for."""

from __future__ import annotations

from dataclasses import dataclass

from correspondence.directory import OfficerLine
from correspondence.people import Appointment, Capacity
from correspondence.signatures import Asked
from ui.screen.choice import Choice
from ui.screen.desk import Desk
from ui.words import position_word


@dataclass(frozen=True, slots=True)
class Seat:
    """One entry: an officer and one office of the day. `capacity` is None for who holds none."""

    officer: str
    capacity: Capacity | None = None
    position: str = ""


class SignerChoice(Choice):
    """Officers in service by every office they hold today, the one that counts first; typing finds them by either.

    Who is `initialling` does so in his own office first: what he signs on somebody's behalf comes after it.
    """

    def __init__(self, desk: Desk, *, initialling: bool = False) -> None:
        entries: list[tuple[str, object]] = [("", Seat(""))]
        serving = (line for line in desk.known.directory.officers if line.serving)
        entries += [each for line in serving for each in _seats(line, initialling)]
        super().__init__(entries, search=True)

    def asked(self) -> Asked:
        """As chosen; as typed, any unambiguous beginning will do, in the office that counts today."""
        at = self.findText(self.typed())
        seat = self.itemData(at) if at >= 0 else None
        if isinstance(seat, Seat):
            return Asked(seat.officer, seat.capacity, position=seat.position)
        return Asked(self.typed())

    def choose(self, value: object) -> None:
        """Chooses by name, in the office that counts today."""
        if isinstance(value, str):
            self.seat(Asked(value))

    def seat(self, asked: Asked) -> bool:
        """Chooses him in the office asked for; False when he does not hold it today: then in the one that counts.

        Somebody who is no longer in the list stands as typed, so that saving says why.
        """
        seats = [(row, self.itemData(row)) for row in range(self.count())]
        mine = [(row, seat) for row, seat in seats if seat.officer == asked.officer]
        meant = [
            row
            for row, seat in mine
            if asked.capacity in (None, seat.capacity) and asked.position in ("", seat.position)
        ]
        if mine:
            self.setCurrentIndex(meant[0] if meant else mine[0][0])
        else:
            self.setEditText(asked.officer)
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)  # a long name is read from its beginning
        return bool(meant)


def _seats(line: OfficerLine, initialling: bool) -> list[tuple[str, Seat]]:
    name, held = line.officer.name, line.appointments
    if initialling:
        held = tuple(sorted(held, key=lambda each: each.capacity is not Capacity.DEFINITIVE))
    if not held:
        return [(name, Seat(name))]
    return [(f"{name} – {office_word(each)}", Seat(name, each.capacity, each.position)) for each in held]


def office_word(held: Appointment) -> str:
    """`Plh. Camat`; `Asisten (a.n. Sekretaris Daerah)`: on whose behalf tells it from his own office of that name."""
    word = position_word(held.position, held.capacity)
    return f"{word[:-1]} {held.principal})" if held.principal and word.endswith(".)") else word
