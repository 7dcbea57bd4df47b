"""The number of a line of a chain is never given twice: SQLite reuses the highest one once its row is gone.

People type these numbers at terminals, and lines of a chain that was made anew are thrown away: what was meant for one
letter hit another. PostgreSQL's own numbers only rise, so nothing is done there.
"""

_TABLE = """CREATE TABLE signature_step_new (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        letter_id INTEGER NOT NULL REFERENCES letter (id),
        chain_round INTEGER NOT NULL,
        chain_order INTEGER NOT NULL,
        officer_id INTEGER NOT NULL REFERENCES officer (id),
        task TEXT NOT NULL CONSTRAINT signature_task CHECK (task IN ('initial', 'sign')),
        position TEXT NOT NULL,
        capacity TEXT NOT NULL
            CONSTRAINT signature_capacity CHECK (capacity IN ('definitive', 'pj', 'plt', 'plh', 'an', 'ub')),
        state TEXT NOT NULL CONSTRAINT signature_state CHECK (state IN (
            'waiting', 'requested', 'done', 'returned', 'skipped', 'reassigned')),
        requested_at TEXT,
        promised_for TEXT,
        acted_at TEXT,
        note TEXT NOT NULL,
        kind TEXT NOT NULL DEFAULT 'hierarchy'
            CONSTRAINT signature_kind CHECK (kind IN ('hierarchy', 'coordination'))
    ) STRICT"""

_COLUMNS = """id, letter_id, chain_round, chain_order, officer_id, task, position, capacity, state, requested_at,
    promised_for, acted_at, note, kind"""

# Word for word as steps 2 and 8 made them; a test compares them.
_INDEXES = (
    "CREATE INDEX signature_letter ON signature_step (letter_id, chain_round, chain_order, id)",
    "CREATE INDEX signature_requested ON signature_step (requested_at, id) WHERE state = 'requested'",
    "CREATE INDEX signature_promised ON signature_step (promised_for) WHERE promised_for IS NOT NULL",
    "CREATE INDEX signature_acted ON signature_step (acted_at)",
    """CREATE INDEX signature_board ON signature_step (officer_id, requested_at, id, promised_for, state, task)
        WHERE state = 'requested'""",
    """CREATE INDEX signature_promises ON signature_step (promised_for)
        WHERE state = 'requested' AND promised_for IS NOT NULL""",
)

_SQLITE = (
    _TABLE,
    f"INSERT INTO signature_step_new ({_COLUMNS}) SELECT {_COLUMNS} FROM signature_step ORDER BY id",
    "DROP TABLE signature_step",
    "ALTER TABLE signature_step_new RENAME TO signature_step",
    *_INDEXES,
)


def statements(*, sqlite: bool) -> tuple[str, ...]:
    """What the step does, one statement each."""
    return _SQLITE if sqlite else ()
