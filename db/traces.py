"""What the last step of each letter changed, so that it can be taken back."""

from __future__ import annotations

from db.session import Session

_KEEP = """INSERT INTO step_trace (letter_id, entry_id, before) VALUES (?, ?, ?)
    ON CONFLICT (letter_id) DO UPDATE SET entry_id = excluded.entry_id, before = excluded.before"""


class Traces:
    """The office's Traces."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, letter_id: int, entry_id: int, before: str) -> None:
        self._session.run(_KEEP, (letter_id, entry_id, before))

    def of_letter(self, letter_id: int) -> tuple[int, str] | None:
        found = self._session.rows(
            "SELECT entry_id, before FROM step_trace WHERE letter_id = ?", (letter_id,)
        )
        return found[0] if found else None

    def forget(self, letter_id: int) -> None:
        self._session.run("DELETE FROM step_trace WHERE letter_id = ?", (letter_id,))
