"""The field of a classification code: found by a word, kept as a code, never as the word."""

from __future__ import annotations

from correspondence.classification import looks_like_a_code
from correspondence.errors import Refused
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.screen.form_fields import Field
from ui.screen.suggesting import SuggestingEdit, Suggestion, code_edit
from ui.texts import _


class CodeField(Field):
    """`known` is the code the letter has already: books of other years hold some of no scheme."""

    def __init__(self, name: str, desk: Desk) -> None:
        self._line: SuggestingEdit = code_edit(desk)
        super().__init__(name, _("Klasifikasi"), self._line)
        self.known = ""
        self._picked = ""
        self._line.picked.connect(self._say_label)
        self._line.editingFinished.connect(self._check)

    def code(self) -> str:
        """The code typed or chosen, "" for none; Refused `code_unreadable` for a word that is none.

        Whether the office's table has the code, the register says.
        """
        self._line.settle()
        typed = self._line.text().strip()
        if typed not in ("", self.known, self._picked) and not looks_like_a_code(typed):
            raise Refused("code_unreadable", self.name, {"code": typed})
        return typed

    def _say_label(self, picked: Suggestion) -> None:
        self._picked = picked.value
        self.remark(picked.more)

    def _check(self) -> None:
        try:
            self.code()
        except Refused as refused:
            self.refuse(sentence(refused))
