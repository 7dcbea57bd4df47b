"""The archive: letters in SQLite or PostgreSQL. Knows the office, is unknown to it."""
