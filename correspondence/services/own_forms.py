"""The office's table of own fields, kept a letter kind at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from correspondence.accounts import Right
from correspondence.changes import Changes, Topic
from correspondence.office import Office
from correspondence.own_tables import OwnRow, kind_code, read_table, write_table
from correspondence.services.noting import note
from correspondence.services.signed_in import by_right


def set_own_rows(office: Office, *, kind: str, rows: Sequence[OwnRow]) -> Changes:
    """What the office says of the fields of one letter kind from now on; rows of other kinds stay as they are.

    Rows for every kind stay too: one of a kind's own stands before them. Refused as `write_table`, `right_missing`.
    """
    code = kind_code(kind)
    with by_right(office, Right.KEEP_LISTS) as unit:
        old = unit.profiles.read()
        others = [each for each in read_table(old.own_fields).rows if each.kind != code]
        text = write_table([*others, *(replace(each, kind=code) for each in rows)])
        if text != old.own_fields:
            unit.profiles.write(replace(old, own_fields=text))
            changes = {"own_fields": (old.own_fields, text)}
            note(office, unit, "office_changed", changes=changes)
            unit.commit()
    return Changes(topics=frozenset({Topic.OFFICE}))
