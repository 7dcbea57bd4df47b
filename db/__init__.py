"""The archive: the registry on SQLite or PostgreSQL, by peewee. It knows the office; the office does not know it."""

import sys

# peewee imports every driver that is installed; psycopg alone takes 70 of its 110 ms and is of no use to a desk with a
# file. So peewee is imported as if there were none, and `db/postgresql.py` hands it psycopg 3 when a server is opened.
if "peewee" not in sys.modules:
    _drivers = [
        name
        for name in ("psycopg", "psycopg2", "psycopg2cffi", "pymysql", "MySQLdb")
        if name not in sys.modules
    ]
    for _name in _drivers:
        sys.modules[_name] = None  # type: ignore[assignment]
    try:
        import peewee  # noqa: F401
    finally:
        for _name in _drivers:
            del sys.modules[_name]
