"""Accounts: who may sign in, in what role, up to which secrecy."""

from db.migrations import words

_TABLES = (
    # `folded` is the name as it is compared; the hash carries its own parameters.
    """CREATE TABLE account (
        id <id>,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE,
        role TEXT NOT NULL CONSTRAINT account_role CHECK (role IN ('clerk', 'secretary', 'head', 'administrator')),
        clearance TEXT NOT NULL
            CONSTRAINT account_clearance CHECK (clearance IN ('biasa', 'terbatas', 'rahasia', 'sangat_rahasia')),
        officer_id <int> REFERENCES officer (id),
        password TEXT NOT NULL,
        active <bool> NOT NULL,
        created_at <instant> NOT NULL
    ) <strict>""",
)


def statements(*, sqlite: bool) -> tuple[str, ...]:
    """What the step does, one statement each."""
    return words.write(_TABLES, sqlite=sqlite)
