"""What happens to a letter: dispositions, signatures, attachments, the journal and the facts that are counted."""

from db.migrations import words

_TABLES = (
    """CREATE TABLE disposition (
        id <id>,
        letter_id <int> NOT NULL REFERENCES letter (id),
        parent_id <int> REFERENCES disposition (id),
        from_id <int> REFERENCES officer (id),
        to_id <int> NOT NULL REFERENCES officer (id),
        lead <bool> NOT NULL,
        state TEXT NOT NULL CONSTRAINT disposition_state CHECK (state IN (
            'sent', 'read', 'in_progress', 'done', 'recalled', 'returned')),
        instructions TEXT NOT NULL,
        note TEXT NOT NULL,
        due_on <day>,
        sent_at <instant> NOT NULL,
        read_at <instant>,
        done_at <instant>,
        report TEXT NOT NULL
    ) <strict>""",
    "CREATE INDEX disposition_letter ON disposition (letter_id, sent_at, id)",
    "CREATE INDEX disposition_sent ON disposition (sent_at, id)",
    """CREATE INDEX disposition_live ON disposition (sent_at, id)
        WHERE state IN ('sent', 'read', 'in_progress')""",
    """CREATE TABLE signature_step (
        id <id>,
        letter_id <int> NOT NULL REFERENCES letter (id),
        chain_round <int> NOT NULL,
        chain_order <int> NOT NULL,
        officer_id <int> NOT NULL REFERENCES officer (id),
        task TEXT NOT NULL CONSTRAINT signature_task CHECK (task IN ('initial', 'sign')),
        position TEXT NOT NULL,
        capacity TEXT NOT NULL
            CONSTRAINT signature_capacity CHECK (capacity IN ('definitive', 'pj', 'plt', 'plh', 'an', 'ub')),
        state TEXT NOT NULL CONSTRAINT signature_state CHECK (state IN (
            'waiting', 'requested', 'done', 'returned', 'skipped', 'reassigned')),
        requested_at <instant>,
        promised_for <instant>,
        acted_at <instant>,
        note TEXT NOT NULL
    ) <strict>""",
    "CREATE INDEX signature_letter ON signature_step (letter_id, chain_round, chain_order, id)",
    "CREATE INDEX signature_requested ON signature_step (requested_at, id) WHERE state = 'requested'",
    "CREATE INDEX signature_promised ON signature_step (promised_for) WHERE promised_for IS NOT NULL",
    "CREATE INDEX signature_acted ON signature_step (acted_at)",
    """CREATE TABLE content (
        sha256 <ordered> PRIMARY KEY CHECK (length(sha256) = 64),
        size <int> NOT NULL,
        bytes <blob> NOT NULL
    ) <strict>""",
    """CREATE TABLE letter_attachment (
        id <id>,
        letter_id <int> NOT NULL REFERENCES letter (id),
        name TEXT NOT NULL,
        sha256 <ordered> NOT NULL REFERENCES content (sha256),
        added_at <instant> NOT NULL
    ) <strict>""",
    "CREATE INDEX letter_attachment_letter ON letter_attachment (letter_id, id)",
    """CREATE TABLE journal (
        id <int> PRIMARY KEY,
        at <instant> NOT NULL CHECK (at LIKE '____-__-__T__:__:__.______Z'),
        actor TEXT NOT NULL,
        step TEXT NOT NULL,
        letter_id <int> REFERENCES letter (id),
        note TEXT NOT NULL,
        changes TEXT NOT NULL,
        previous <ordered> NOT NULL,
        seal <ordered> NOT NULL
    ) <strict>""",
    "CREATE INDEX journal_letter ON journal (letter_id, id)",
    """CREATE TABLE letter_fact (
        id <id>,
        letter_id <int> NOT NULL REFERENCES letter (id),
        what TEXT NOT NULL CONSTRAINT fact_kind CHECK (what IN (
            'registered', 'finished', 'reopened', 'cancelled', 'issued')),
        on_day <day> NOT NULL,
        at <instant> NOT NULL,
        working_minutes <int>,
        on_time <bool>,
        direction TEXT NOT NULL,
        kind_id <int>,
        unit_id <int>
    ) <strict>""",
    "CREATE INDEX letter_fact_letter ON letter_fact (letter_id, id)",
    # Counts are read from these indexes alone; direction, kind and unit are the letter's, kept by a trigger. A month is
    # a short range of the first; what was open before it is all that came before, and lies grouped in the second.
    "CREATE INDEX letter_fact_counts ON letter_fact (on_day, direction, kind_id, unit_id, what)",
    "CREATE INDEX letter_fact_groups ON letter_fact (direction, kind_id, unit_id, what, on_day)",
    "CREATE INDEX letter_fact_minutes ON letter_fact (on_day, working_minutes) WHERE working_minutes IS NOT NULL",
)

_SQLITE = (
    """CREATE TRIGGER journal_kept_update BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_kept_delete BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    # REPLACE fires no delete trigger on a connection without recursive_triggers.
    """CREATE TRIGGER journal_kept_replace BEFORE INSERT ON journal
        WHEN EXISTS (SELECT 1 FROM journal WHERE id = new.id)
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER letter_fact_follows AFTER UPDATE OF kind_id, unit_id ON letter
        WHEN old.kind_id IS NOT new.kind_id OR old.unit_id IS NOT new.unit_id
        BEGIN
            UPDATE letter_fact SET kind_id = new.kind_id, unit_id = new.unit_id WHERE letter_id = new.id;
        END""",
)

_POSTGRESQL = (
    """CREATE FUNCTION journal_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$""",
    """CREATE TRIGGER journal_kept_row BEFORE UPDATE OR DELETE ON journal
        FOR EACH ROW EXECUTE FUNCTION journal_kept()""",
    """CREATE TRIGGER journal_kept_table BEFORE TRUNCATE ON journal
        FOR EACH STATEMENT EXECUTE FUNCTION journal_kept()""",
    """CREATE FUNCTION letter_fact_follows() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            UPDATE letter_fact SET kind_id = new.kind_id, unit_id = new.unit_id WHERE letter_id = new.id;
            RETURN NULL;
        END $$""",
    """CREATE TRIGGER letter_fact_follows AFTER UPDATE OF kind_id, unit_id ON letter FOR EACH ROW
        WHEN (old.kind_id IS DISTINCT FROM new.kind_id OR old.unit_id IS DISTINCT FROM new.unit_id)
        EXECUTE FUNCTION letter_fact_follows()""",
)


def statements(*, sqlite: bool) -> tuple[str, ...]:
    """What the step does, one statement each."""
    return (*words.write(_TABLES, sqlite=sqlite), *(_SQLITE if sqlite else _POSTGRESQL))
