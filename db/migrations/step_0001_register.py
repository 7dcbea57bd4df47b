"""The office, its people, its lists and its two agenda books."""

from db.migrations import words

_OFFICE = (
    "CREATE TABLE office (key TEXT PRIMARY KEY, value TEXT NOT NULL) <strict>",
    "CREATE TABLE counter (name <ordered> PRIMARY KEY, value <int> NOT NULL CHECK (value >= 0)) <strict>",
    """CREATE TABLE inherited_hole (
        id <id>,
        direction TEXT NOT NULL CHECK (direction IN ('incoming', 'outgoing')),
        book_year <int> NOT NULL,
        first_number <int> NOT NULL,
        last_number <int> NOT NULL,
        why TEXT NOT NULL,
        CHECK (1 <= first_number AND first_number <= last_number)
    ) <strict>""",
    """CREATE TABLE unit (
        id <id>, name TEXT NOT NULL, code TEXT NOT NULL, active <bool> NOT NULL
    ) <strict>""",
    """CREATE TABLE officer (
        id <id>, name TEXT NOT NULL, nip TEXT NOT NULL, rank TEXT NOT NULL, phone TEXT NOT NULL, left_on <day>
    ) <strict>""",
    """CREATE TABLE appointment (
        id <id>,
        officer_id <int> NOT NULL REFERENCES officer (id),
        position TEXT NOT NULL,
        capacity TEXT NOT NULL
            CONSTRAINT appointment_capacity CHECK (capacity IN ('definitive', 'pj', 'plt', 'plh', 'an', 'ub')),
        unit_id <int> REFERENCES unit (id),
        principal TEXT NOT NULL,
        first_day <day>,
        last_day <day>
    ) <strict>""",
    "CREATE INDEX appointment_officer ON appointment (officer_id)",
    """CREATE TABLE correspondent (
        id <id>, folded <ordered> NOT NULL UNIQUE, name TEXT NOT NULL, address TEXT NOT NULL
    ) <strict>""",
    """CREATE TABLE letter_kind (
        id <id>, name TEXT NOT NULL UNIQUE, family TEXT NOT NULL, template TEXT NOT NULL, active <bool> NOT NULL
    ) <strict>""",
    """CREATE TABLE classification (
        code <ordered> NOT NULL,
        regime <ordered> NOT NULL,
        label TEXT NOT NULL,
        parent TEXT,
        active_years <int>,
        inactive_years <int>,
        fate TEXT,
        sorted_by <ordered> NOT NULL,
        folded TEXT NOT NULL,
        PRIMARY KEY (code, regime)
    ) <strict>""",
    "CREATE INDEX classification_sorted ON classification (sorted_by, regime)",
    """CREATE TABLE holiday (
        day <day> PRIMARY KEY,
        name TEXT NOT NULL,
        kind TEXT NOT NULL CONSTRAINT holiday_kind CHECK (kind IN ('holiday', 'collective_leave', 'local'))
    ) <strict>""",
)

_LETTER = """CREATE TABLE letter (
    id <id>,
    version <int> NOT NULL CHECK (version >= 1),
    request_key TEXT NOT NULL UNIQUE,
    direction TEXT NOT NULL CONSTRAINT letter_direction CHECK (direction IN ('incoming', 'outgoing')),
    book_year <int> NOT NULL,
    agenda_number <int> NOT NULL CHECK (agenda_number >= 1),
    state TEXT NOT NULL,
    entered_on <day> NOT NULL,
    registered_at <instant> NOT NULL CHECK (registered_at LIKE '____-__-__T__:__:__.______Z'),
    correspondent TEXT NOT NULL,
    correspondent_address TEXT NOT NULL,
    subject TEXT NOT NULL,
    letter_number TEXT NOT NULL,
    letter_date <day>,
    received_on <day>,
    kind_id <int> REFERENCES letter_kind (id),
    urgency TEXT NOT NULL CONSTRAINT letter_urgency CHECK (urgency IN ('biasa', 'segera', 'sangat_segera')),
    secrecy TEXT NOT NULL
        CONSTRAINT letter_secrecy CHECK (secrecy IN ('biasa', 'terbatas', 'rahasia', 'sangat_rahasia')),
    classification TEXT NOT NULL,
    unit_id <int> REFERENCES unit (id),
    enclosures TEXT NOT NULL,
    due_at <instant>,
    external_reference TEXT NOT NULL,
    reply_to_id <int> REFERENCES letter (id),
    holder_id <int> REFERENCES officer (id),
    held_since <instant>,
    dispatched_on <day>,
    received_by TEXT NOT NULL,
    delivered_on <day>,
    imported <bool> NOT NULL,
    fields TEXT NOT NULL,
    entries TEXT NOT NULL,
    UNIQUE (direction, book_year, agenda_number),
    CONSTRAINT letter_incoming_state CHECK (direction <> 'incoming' OR state IN (
        'registered', 'submitted', 'disposed', 'completed', 'filed', 'returned', 'cancelled')),
    CONSTRAINT letter_outgoing_state CHECK (direction <> 'outgoing' OR state IN (
        'draft', 'in_review', 'awaiting_signature', 'needs_revision', 'signed', 'numbered', 'dispatched', 'delivered',
        'filed', 'cancelled'))
) <strict>"""

_LETTER_INDEXES = (
    "CREATE INDEX letter_day ON letter (entered_on, id)",
    "CREATE INDEX letter_book_day ON letter (direction, entered_on, id)",
    "CREATE INDEX letter_state ON letter (state, entered_on, id)",
    "CREATE INDEX letter_registered ON letter (registered_at)",
    "CREATE INDEX letter_due ON letter (due_at) WHERE due_at IS NOT NULL",
    "CREATE INDEX letter_holder ON letter (holder_id) WHERE holder_id IS NOT NULL",
)


def statements(*, sqlite: bool) -> tuple[str, ...]:
    """What the step does, one statement each."""
    return words.write((*_OFFICE, _LETTER, *_LETTER_INDEXES), sqlite=sqlite)
