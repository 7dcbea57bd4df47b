"""The search index over the letters: FTS5 on SQLite, a tsvector on PostgreSQL; both keep themselves.

What a list is filtered by (book, state, kind, unit, month) stands in the index as words too, so that "undangan, of
this unit, not yet filed" is one look-up and not a match that is filtered afterwards.
"""

_TEXTS = (
    "letter_number",
    "subject",
    "correspondent",
    "correspondent_address",
    "classification",
    "external_reference",
    # What was typed into a kind's own form. A column of its own: FTS5 may not look into `fields` by json_each.
    "entries",
)
_COLUMNS = (*_TEXTS, "tags")


# Beginnings of two letters are indexed. One or three letters too would each make the index a third of the letters larger
# (0.82 times the letters so, 1.15 with one of them): a single letter is not what anybody looks for, and is found all the
# same (2.6 ms among 60,000, in step with their number); from the third letter on few words are left to be joined.
# Nothing is ranked by its length, so the lengths of the columns are not stored.
def _words_of(row: str) -> str:
    """The indexed columns of a row of `letter` as SQLite expressions; `row` is "letter", "old" or "new"."""
    tags = (
        f"substr({row}.direction, 1, 1) || replace({row}.state, '_', '')"
        f" || coalesce(' k' || {row}.kind_id, '') || coalesce(' u' || {row}.unit_id, '')"
        f" || ' m' || replace(substr({row}.entered_on, 1, 7), '-', '')"
    )
    return ", ".join([*(f"{row}.{name}" for name in _TEXTS), tags])


def _sqlite() -> tuple[str, ...]:
    names = ", ".join(_COLUMNS)
    forget = f"INSERT INTO letter_index (letter_index, rowid, {names}) VALUES ('delete', old.id, {_words_of('old')});"
    learn = f"INSERT INTO letter_index (rowid, {names}) VALUES (new.id, {_words_of('new')});"
    watched = (*_TEXTS, "direction", "state", "kind_id", "unit_id", "entered_on")
    return (
        f"CREATE VIEW letter_words (id, {names}) AS SELECT id, {_words_of('letter')} FROM letter",
        f"""CREATE VIRTUAL TABLE letter_index USING fts5 (
            {names}, content = 'letter_words', content_rowid = 'id',
            tokenize = 'unicode61 remove_diacritics 2', prefix = '2', columnsize = 0)""",
        "INSERT INTO letter_index (letter_index) VALUES ('rebuild')",
        f"CREATE TRIGGER letter_index_insert AFTER INSERT ON letter BEGIN {learn} END",
        f"CREATE TRIGGER letter_index_delete AFTER DELETE ON letter BEGIN {forget} END",
        f"""CREATE TRIGGER letter_index_update AFTER UPDATE OF {", ".join(watched)} ON letter
            WHEN {" OR ".join(f"old.{name} IS NOT new.{name}" for name in watched)}
            BEGIN {forget} {learn} END""",
    )


_POSTGRESQL = (
    # Letters and digits in small, without accents, divided by single spaces. No extension is needed for it, and no
    # locale: what divides is written out. The default text parser would keep `77/005` as one file name.
    r"""CREATE FUNCTION warkat_fold(typed TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT trim(regexp_replace(
            lower(regexp_replace(normalize(typed, NFKD), '[\u0300-\u036f]', '', 'g')),
            '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g')) $$""",
    # A word of the index may not be longer than 2 KB; its place in the text not beyond 16383.
    """CREATE FUNCTION warkat_vector(typed TEXT, tags TEXT[]) RETURNS tsvector
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(string_agg('''' || left(word, 200) || ''':' || least(place, 16383), ' '), '')::tsvector
            || array_to_tsvector(array_remove(tags, NULL))
        FROM unnest(string_to_array(warkat_fold(typed), ' ')) WITH ORDINALITY AS words (word, place)
        WHERE word <> '' $$""",
    """ALTER TABLE letter ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (warkat_vector(
        letter_number || ' ' || subject || ' ' || correspondent || ' ' || correspondent_address || ' '
            || classification || ' ' || external_reference || ' ' || entries,
        ARRAY['#d' || direction, '#s' || state, '#k' || kind_id, '#u' || unit_id,
            '#m' || (extract(year FROM entered_on) * 100 + extract(month FROM entered_on))::int]
    )) STORED""",
    "CREATE INDEX letter_words ON letter USING gin (words)",
)


def statements(*, sqlite: bool) -> tuple[str, ...]:
    """What the step does, one statement each."""
    return _sqlite() if sqlite else _POSTGRESQL
