"""Classification codes, old and new regime side by side."""

from __future__ import annotations

from collections.abc import Sequence

from correspondence.classification import ClassificationCode, sortable
from db.folding import folded, like
from db.session import Session, marks

_COLUMNS = "code, label, parent, regime, active_years, inactive_years, fate"
_PUT = f"""INSERT INTO classification ({_COLUMNS}, sorted_by, folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (code, regime) DO UPDATE SET label = excluded.label, parent = excluded.parent,
        active_years = excluded.active_years, inactive_years = excluded.inactive_years, fate = excluded.fate,
        sorted_by = excluded.sorted_by, folded = excluded.folded"""


class Codes:
    """The office's Codes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put_many(self, codes: Sequence[ClassificationCode]) -> tuple[int, int]:
        given = {(each.code, each.regime): each for each in codes}
        regimes = sorted({each.regime for each in codes})
        known = {
            (each.code, each.regime): each
            for each in self._select(f"WHERE regime IN ({marks(regimes)})", regimes)
        }
        new = [each for key, each in given.items() if key not in known]
        changed = [each for key, each in given.items() if key in known and known[key] != each]
        self._session.many(_PUT, [_row(each) for each in (*new, *changed)])
        return len(new), len(changed)

    def find(self, words: str, *, regime: str | None = None, limit: int = 50) -> Sequence[ClassificationCode]:
        asked: list[str] = []
        parameters: list[object] = []
        typed = folded(words).split()
        if typed:
            label = " AND ".join("' ' || folded LIKE ? ESCAPE '!'" for _ in typed)
            asked.append(f"(code LIKE ? ESCAPE '!' OR ({label}))")
            parameters += [f"{like(words.strip())}%", *(f"% {like(word)}%" for word in typed)]
        if regime is not None:
            asked.append("regime = ?")
            parameters.append(regime)
        where = f"WHERE {' AND '.join(asked)}" if asked else ""
        return self._select(f"{where} ORDER BY sorted_by, regime LIMIT ?", [*parameters, limit])

    def named(self, code: str) -> Sequence[ClassificationCode]:
        return self._select("WHERE code = ? ORDER BY regime", [code])

    def _select(self, rest: str, parameters: Sequence[object]) -> list[ClassificationCode]:
        return [
            ClassificationCode(*row)
            for row in self._session.rows(f"SELECT {_COLUMNS} FROM classification {rest}", parameters)
        ]


def _row(code: ClassificationCode) -> tuple[object, ...]:
    fate = (code.active_years, code.inactive_years, code.fate)
    return (code.code, code.label, code.parent, code.regime, *fate, sortable(code.code), folded(code.label))
