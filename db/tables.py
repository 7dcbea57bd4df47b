"""Columns only: what the tables of the registry are called and hold. The migrations make them; nothing here does."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from peewee import AutoField, BooleanField, CompositeKey, Field, IntegerField, Model, TextField


class InstantField(Field):
    """An aware instant as 27 characters, `2026-11-21T07:30:00.000000Z`: one form on both engines, sorts as it reads."""

    field_type = "TEXT"

    def db_value(self, value: datetime | str | None) -> str | None:
        return instant_text(value) if isinstance(value, datetime) else value

    def python_value(self, value: Any) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class DayField(Field):
    """A local day: DATE on PostgreSQL, ISO text on SQLite."""

    field_type = "DATE"

    def python_value(self, value: Any) -> date | None:
        return day_of(value)


@lru_cache(maxsize=4096)  # a hundred thousand letters of an import have one instant, their facts one a day
def instant_text(instant: datetime) -> str:
    """The stored form of an aware instant."""
    utc = instant if instant.tzinfo is UTC else instant.astimezone(UTC)
    return utc.isoformat(timespec="microseconds")[:26] + "Z"


def day_of(value: Any) -> date | None:
    """A day as either engine gives it."""
    return date.fromisoformat(value) if isinstance(value, str) else value


class LetterRow(Model):
    id = AutoField()
    version = IntegerField()
    request_key = TextField()
    direction = TextField()
    book_year = IntegerField()
    agenda_number = IntegerField()
    state = TextField()
    entered_on = DayField()
    registered_at = InstantField()
    correspondent = TextField()
    correspondent_address = TextField()
    subject = TextField()
    letter_number = TextField()
    letter_date = DayField(null=True)
    received_on = DayField(null=True)
    kind_id = IntegerField(null=True)
    urgency = TextField()
    secrecy = TextField()
    classification = TextField()
    unit_id = IntegerField(null=True)
    enclosures = TextField()
    due_at = InstantField(null=True)
    external_reference = TextField()
    reply_to_id = IntegerField(null=True)
    holder_id = IntegerField(null=True)
    held_since = InstantField(null=True)
    dispatched_on = DayField(null=True)
    received_by = TextField()
    delivered_on = DayField(null=True)
    imported = BooleanField()
    signed_electronically = BooleanField()
    fields = TextField()
    entries = TextField()

    class Meta:
        table_name = "letter"


class OfficerRow(Model):
    id = AutoField()
    name = TextField()
    nip = TextField()
    rank = TextField()
    phone = TextField()
    left_on = DayField(null=True)

    class Meta:
        table_name = "officer"


class AppointmentRow(Model):
    id = AutoField()
    officer_id = IntegerField()
    position = TextField()
    capacity = TextField()
    unit_id = IntegerField(null=True)
    principal = TextField()
    first_day = DayField(null=True)
    last_day = DayField(null=True)
    delegate = TextField(default="")

    class Meta:
        table_name = "appointment"


class UnitRow(Model):
    id = AutoField()
    name = TextField()
    code = TextField()
    active = BooleanField()

    class Meta:
        table_name = "unit"


class CorrespondentRow(Model):
    id = AutoField()
    folded = TextField()
    name = TextField()
    address = TextField()

    class Meta:
        table_name = "correspondent"


class LetterKindRow(Model):
    id = AutoField()
    name = TextField()
    family = TextField()
    template = TextField()
    active = BooleanField()

    class Meta:
        table_name = "letter_kind"


class ClassificationRow(Model):
    code = TextField()
    regime = TextField()
    label = TextField()
    parent = TextField(null=True)
    active_years = IntegerField(null=True)
    inactive_years = IntegerField(null=True)
    fate = TextField(null=True)
    sorted_by = TextField()
    folded = TextField()

    class Meta:
        table_name = "classification"
        primary_key = CompositeKey("code", "regime")


class HolidayRow(Model):
    day = DayField(primary_key=True)
    name = TextField()
    kind = TextField()

    class Meta:
        table_name = "holiday"


class DispositionRow(Model):
    id = AutoField()
    letter_id = IntegerField()
    parent_id = IntegerField(null=True)
    from_id = IntegerField(null=True)
    to_id = IntegerField()
    lead = BooleanField()
    state = TextField()
    instructions = TextField()
    note = TextField()
    due_on = DayField(null=True)
    sent_at = InstantField()
    read_at = InstantField(null=True)
    done_at = InstantField(null=True)
    report = TextField()
    waits_below = BooleanField()

    class Meta:
        table_name = "disposition"


class SignatureStepRow(Model):
    id = AutoField()
    letter_id = IntegerField()
    chain_round = IntegerField()
    chain_order = IntegerField()
    officer_id = IntegerField()
    task = TextField()
    position = TextField()
    capacity = TextField()
    state = TextField()
    requested_at = InstantField(null=True)
    promised_for = InstantField(null=True)
    acted_at = InstantField(null=True)
    note = TextField()
    kind = TextField()

    class Meta:
        table_name = "signature_step"


class LetterAttachmentRow(Model):
    id = AutoField()
    letter_id = IntegerField()
    name = TextField()
    sha256 = TextField()
    added_at = InstantField()
    disposition_id = IntegerField(null=True)

    class Meta:
        table_name = "letter_attachment"


class JournalRow(Model):
    id = IntegerField(primary_key=True)
    at = InstantField()
    actor = TextField()
    step = TextField()
    letter_id = IntegerField(null=True)
    note = TextField()
    changes = TextField()
    previous = TextField()
    seal = TextField()

    class Meta:
        table_name = "journal"


class LetterFactRow(Model):
    id = AutoField()
    letter_id = IntegerField()
    what = TextField()
    on_day = DayField()
    at = InstantField()
    working_minutes = IntegerField(null=True)
    on_time = BooleanField(null=True)
    direction = TextField()
    kind_id = IntegerField(null=True)
    unit_id = IntegerField(null=True)

    class Meta:
        table_name = "letter_fact"
