"""A letter half typed: kept on this desk until it is in the book, so that a power cut costs no typing."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import uuid4

from correspondence.workflow import Direction
from ui.screen.desk import Desk
from ui.screen.memory import Memory
from ui.texts import _
from ui.words import letter_word


@dataclass(slots=True)
class Draft:
    """`request_key` goes to the register with the letter: a retry after a crash finds the first try."""

    memory: Memory
    direction: Direction
    request_key: str = field(default_factory=lambda: uuid4().hex)

    def recall(self) -> dict[str, str]:
        """The texts left behind, by input; their key is taken over. Empty when there are none."""
        kept = self.memory.recall(self._name)
        texts: Any = kept.get("texts")
        if not isinstance(texts, dict) or not texts:
            return {}
        self.request_key = str(kept.get("request_key") or self.request_key)
        return {name: text for name, text in texts.items() if isinstance(text, str)}

    def keep(self, texts: dict[str, str]) -> None:
        """Keeps what stands in the inputs."""
        self.memory.keep(self._name, {"texts": texts, "request_key": self.request_key})

    def forget(self) -> None:
        """The letter is in the book, or was thrown away; the next one is another request."""
        self.memory.forget(self._name)
        self.request_key = uuid4().hex

    @property
    def left_behind(self) -> bool:
        """Whether there is something to go on with."""
        return bool(self.memory.recall(self._name).get("texts"))

    @property
    def _name(self) -> str:
        return f"draft-{self.direction.value}"


def offer_drafts(desk: Desk) -> None:
    """What was half typed when the window closed, or the power went, is a key away."""
    for direction in Direction:
        if Draft(desk.memory, direction).left_behind:
            what = letter_word(direction).lower()
            desk.say(
                _("Ada {what} yang belum selesai diketik.").format(what=what),
                action=_("Lanjutkan"),
                then=partial(desk.form_asked.emit, direction),
            )
