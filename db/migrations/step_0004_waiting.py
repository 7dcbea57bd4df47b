"""On whose desk, since when, promised for when: the boards' indexes, chain models, dated hours, what can be taken back."""

from db.migrations import words

_LIVE = "state IN ('sent', 'read', 'in_progress')"

_COLUMNS = (
    "ALTER TABLE letter ADD COLUMN signed_electronically <bool> NOT NULL DEFAULT <false>",
    "ALTER TABLE letter_attachment ADD COLUMN disposition_id <int> REFERENCES disposition (id)",
    """ALTER TABLE signature_step ADD COLUMN kind TEXT NOT NULL DEFAULT 'hierarchy'
        CONSTRAINT signature_kind CHECK (kind IN ('hierarchy', 'coordination'))""",
    # Whether a lead below has not reported yet, so that not the recipient is waited for; kept by a trigger.
    "ALTER TABLE disposition ADD COLUMN waits_below <bool> NOT NULL DEFAULT <false>",
)

_TABLES = (
    """CREATE TABLE chain_model (
        id <id>,
        name TEXT NOT NULL UNIQUE,
        kind_id <int> REFERENCES letter_kind (id),
        unit_id <int> REFERENCES unit (id),
        initials TEXT NOT NULL,
        sign_id <int> NOT NULL REFERENCES officer (id)
    ) <strict>""",
    """CREATE TABLE dated_hours (
        id <id>,
        first_day <day> NOT NULL,
        last_day <day> NOT NULL,
        name TEXT NOT NULL,
        hours TEXT NOT NULL,
        UNIQUE (first_day, last_day),
        CHECK (first_day <= last_day)
    ) <strict>""",
    """CREATE TABLE step_trace (
        letter_id <int> PRIMARY KEY REFERENCES letter (id),
        entry_id <int> NOT NULL,
        before TEXT NOT NULL
    ) <strict>""",
)

_INDEXES = (
    # The boards count and page along these; what else they ask for stands at the end, so that no row is read.
    """CREATE INDEX signature_board ON signature_step (officer_id, requested_at, id, promised_for, state)
        WHERE state = 'requested'""",
    f"""CREATE INDEX disposition_got ON disposition (to_id, coalesce(due_on, <never>), sent_at, id, due_on, state, waits_below)
        WHERE {_LIVE} AND NOT waits_below""",
    f"""CREATE INDEX disposition_gave ON disposition (from_id, coalesce(due_on, <never>), sent_at, id, due_on, state)
        WHERE {_LIVE}""",
    f"""CREATE INDEX disposition_due ON disposition (coalesce(due_on, <never>), sent_at, id)
        WHERE {_LIVE} AND NOT waits_below""",
    "CREATE INDEX disposition_below ON disposition (parent_id) WHERE parent_id IS NOT NULL",
    "CREATE INDEX disposition_leads ON disposition (letter_id, state) WHERE lead AND parent_id IS NULL",
    f"CREATE INDEX disposition_states ON disposition (letter_id, state, due_on) WHERE {_LIVE}",
    f"""UPDATE disposition SET waits_below = <true> WHERE id IN (
        SELECT below.parent_id FROM disposition AS below
        WHERE below.parent_id IS NOT NULL AND below.lead AND below.{_LIVE})""",
)

# The counts learn that striking out can be taken back. SQLite cannot change a CHECK: the table is written anew.
_KINDS = "'registered', 'finished', 'reopened', 'cancelled', 'restored', 'issued'"
_FACTS_SQLITE = (
    "DROP TRIGGER letter_fact_follows",
    f"""CREATE TABLE letter_fact_new (
        id INTEGER PRIMARY KEY,
        letter_id INTEGER NOT NULL REFERENCES letter (id),
        what TEXT NOT NULL CONSTRAINT fact_kind CHECK (what IN ({_KINDS})),
        on_day TEXT NOT NULL,
        at TEXT NOT NULL,
        working_minutes INTEGER,
        on_time INTEGER,
        direction TEXT NOT NULL,
        kind_id INTEGER,
        unit_id INTEGER
    ) STRICT""",
    """INSERT INTO letter_fact_new
        SELECT id, letter_id, what, on_day, at, working_minutes, on_time, direction, kind_id, unit_id FROM letter_fact""",
    "DROP TABLE letter_fact",
    "ALTER TABLE letter_fact_new RENAME TO letter_fact",
    "CREATE INDEX letter_fact_letter ON letter_fact (letter_id, id)",
    "CREATE INDEX letter_fact_counts ON letter_fact (on_day, direction, kind_id, unit_id, what)",
    "CREATE INDEX letter_fact_minutes ON letter_fact (on_day, working_minutes) WHERE working_minutes IS NOT NULL",
    """CREATE TRIGGER letter_fact_follows AFTER UPDATE OF kind_id, unit_id ON letter
        WHEN old.kind_id IS NOT new.kind_id OR old.unit_id IS NOT new.unit_id
        BEGIN
            UPDATE letter_fact SET kind_id = new.kind_id, unit_id = new.unit_id WHERE letter_id = new.id;
        END""",
)
_FACTS_POSTGRESQL = (
    "ALTER TABLE letter_fact DROP CONSTRAINT fact_kind",
    f"ALTER TABLE letter_fact ADD CONSTRAINT fact_kind CHECK (what IN ({_KINDS}))",
)

_WAITS = f"""UPDATE disposition SET waits_below = EXISTS (
        SELECT 1 FROM disposition AS below WHERE below.parent_id = new.parent_id AND below.lead AND below.{_LIVE})
    WHERE id = new.parent_id;"""

_SQLITE = (
    f"""CREATE TRIGGER disposition_waits_insert AFTER INSERT ON disposition WHEN new.parent_id IS NOT NULL
        BEGIN {_WAITS} END""",
    f"""CREATE TRIGGER disposition_waits_update AFTER UPDATE OF state ON disposition
        WHEN new.parent_id IS NOT NULL AND old.state <> new.state
        BEGIN {_WAITS} END""",
)
_POSTGRESQL = (
    f"""CREATE FUNCTION disposition_waits() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN {_WAITS} RETURN NULL; END $$""",
    """CREATE TRIGGER disposition_waits_insert AFTER INSERT ON disposition FOR EACH ROW
        WHEN (new.parent_id IS NOT NULL) EXECUTE FUNCTION disposition_waits()""",
    """CREATE TRIGGER disposition_waits_update AFTER UPDATE OF state ON disposition FOR EACH ROW
        WHEN (new.parent_id IS NOT NULL AND old.state <> new.state) EXECUTE FUNCTION disposition_waits()""",
    # Open screens of other desks hear of it at the commit; once, however many lines were written.
    """CREATE FUNCTION journal_told() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_notify('warkat', ''); RETURN NULL; END $$""",
    """CREATE TRIGGER journal_told AFTER INSERT ON journal
        FOR EACH STATEMENT EXECUTE FUNCTION journal_told()""",
)


def statements(*, sqlite: bool) -> tuple[str, ...]:
    """What the step does, one statement each."""
    own = {
        "<false>": "0" if sqlite else "FALSE",
        "<true>": "1" if sqlite else "TRUE",
        "<never>": "'9999-12-31'" if sqlite else "DATE '9999-12-31'",
    }
    made = []
    for statement in (*_COLUMNS, *_TABLES, *_INDEXES):
        for word, meaning in own.items():
            statement = statement.replace(word, meaning)
        made.append(statement)
    facts = _FACTS_SQLITE if sqlite else _FACTS_POSTGRESQL
    return (*words.write(tuple(made), sqlite=sqlite), *facts, *(_SQLITE if sqlite else _POSTGRESQL))
