"""Made-up values for every field of a paper: to try a template, and to show one before there is a letter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from templates_docx.fields import OWN_FIELDS, Field, FieldKind, fields_of

ROWS = 2


def sample_context(code: str, own: Iterable[str] = ()) -> dict[str, Any]:
    """Every text field says its own name in brackets, every list has `ROWS` rows; `own` are names of `isian.…`."""
    context: dict[str, Any] = {OWN_FIELDS: {name: f"[{name}]" for name in own}}
    fields = fields_of(code)
    for each in fields.values():
        if "[]" not in each.name:
            _put(context, each.name, _value(each, fields.values()))
    return context


def _value(field: Field, fields: Iterable[Field]) -> Any:
    if field.kind is FieldKind.PICTURE:
        return None
    if field.kind is FieldKind.TEXT:
        return f"[{field.name}]"
    columns = [
        each.name.removeprefix(f"{field.name}[].")
        for each in fields
        if each.name.startswith(f"{field.name}[].")
    ]
    if not columns:
        return [f"[{field.name} {number}]" for number in range(1, ROWS + 1)]
    rows = []
    for number in range(1, ROWS + 1):
        row: dict[str, Any] = {}
        for column in columns:
            _put(row, column, f"[{column.rpartition('.')[2]} {number}]")
        rows.append(row)
    return rows


def _put(holder: dict[str, Any], name: str, value: Any) -> None:
    *groups, last = name.split(".")
    for group in groups:
        holder = holder.setdefault(group, {})
    holder[last] = value
