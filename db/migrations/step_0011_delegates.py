"""Whose office stands between under u.b.: `a.n. SEKRETARIS DAERAH` / `KEPALA BAGIAN UMUM,` / `u.b.` / …"""

from db.migrations import words

_COLUMNS = ("ALTER TABLE appointment ADD COLUMN delegate TEXT NOT NULL DEFAULT ''",)


def statements(*, sqlite: bool) -> tuple[str, ...]:
    """What the step does, one statement each."""
    return words.write(_COLUMNS, sqlite=sqlite)
