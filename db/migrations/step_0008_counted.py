"""Indexes by which what waits is counted in a full registry: letters of a unit, those that are late, initials apart.

Without them a hundred thousand letters cost the boards of one unit, and every card of the first screen, a look at each.
"""

from db.migrations import words

_OPEN = """('awaiting_signature', 'disposed', 'draft', 'in_review', 'needs_revision', 'numbered', 'registered', 'signed',
    'submitted')"""

_INDEXES = (
    "CREATE INDEX letter_unit ON letter (unit_id, kind_id)",
    f"CREATE INDEX letter_late ON letter (state, direction, due_at) WHERE state IN {_OPEN}",
    # As it was, and at its end what a board is narrowed by.
    "DROP INDEX signature_board",
    """CREATE INDEX signature_board ON signature_step (officer_id, requested_at, id, promised_for, state, task)
        WHERE state = 'requested'""",
    """CREATE INDEX signature_promises ON signature_step (promised_for)
        WHERE state = 'requested' AND promised_for IS NOT NULL""",
)


def statements(*, sqlite: bool) -> tuple[str, ...]:
    """What the step does, one statement each."""
    return words.write(_INDEXES, sqlite=sqlite)
