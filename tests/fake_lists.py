"""The stores of an archive in memory (tests/fakes.py) that hold the office's own lists, and its attachments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256

from correspondence.classification import ClassificationCode, sort_key
from correspondence.errors import NotFound
from correspondence.letters import Attachment, Correspondent, LetterKind
from correspondence.people import Appointment, Officer, Unit
from correspondence.profile import OfficeProfile
from correspondence.workdays import DayOff
from tests.fake_shelves import FakeStore


class FakePeople(FakeStore):
    def add_officer(self, officer: Officer) -> Officer:
        added: Officer = self._kept.put("officers", officer)
        return added

    def save_officer(self, officer: Officer) -> None:
        self._kept.renew("officers", "officer", officer)

    def officer(self, officer_id: int) -> Officer:
        found: Officer = self._kept.get("officers", "officer", officer_id)
        return found

    def officers(self) -> Sequence[Officer]:
        return sorted(self._kept.officers.values(), key=lambda each: (each.name.casefold(), each.id))

    def add_appointment(self, appointment: Appointment) -> Appointment:
        added: Appointment = self._kept.put("appointments", appointment)
        return added

    def save_appointment(self, appointment: Appointment) -> None:
        self._kept.renew("appointments", "appointment", appointment)

    def appointments(self) -> Sequence[Appointment]:
        return list(self._kept.appointments.values())

    def add_unit(self, unit: Unit) -> Unit:
        added: Unit = self._kept.put("units", unit)
        return added

    def units(self) -> Sequence[Unit]:
        return sorted(self._kept.units.values(), key=lambda each: each.name.casefold())

    def remember_correspondent(self, correspondent: Correspondent) -> None:
        before = self._kept.correspondents.get(correspondent.name)
        address = correspondent.address or (before.address if before else "")
        self._kept.correspondents[correspondent.name] = replace(correspondent, address=address)

    def correspondents(self, beginning: str, limit: int = 12) -> Sequence[Correspondent]:
        wanted = f" {beginning.casefold()}"
        found = [each for each in self._kept.correspondents.values() if wanted in f" {each.name.casefold()}"]
        return sorted(found, key=lambda each: each.name)[:limit]


class FakeKinds(FakeStore):
    def add(self, kind: LetterKind) -> LetterKind:
        added: LetterKind = self._kept.put("kinds", kind)
        return added

    def save(self, kind: LetterKind) -> None:
        self._kept.renew("kinds", "kind", kind)

    def every(self) -> Sequence[LetterKind]:
        return sorted(self._kept.kinds.values(), key=lambda each: each.name.casefold())


class FakeCodes(FakeStore):
    def put_many(self, codes: Sequence[ClassificationCode]) -> tuple[int, int]:
        new = changed = 0
        for code in codes:
            before = self._kept.codes.get((code.code, code.regime))
            new += before is None
            changed += before is not None and before != code
            self._kept.codes[(code.code, code.regime)] = code
        return new, changed

    def find(self, words: str, *, regime: str | None = None, limit: int = 50) -> Sequence[ClassificationCode]:
        wanted = words.casefold().split()
        found = [
            each
            for each in self._kept.codes.values()
            if regime in (None, each.regime)
            and (each.code.startswith(words.strip()) or all(word in each.label.casefold() for word in wanted))
        ]
        return sorted(found, key=lambda each: sort_key(each.code))[:limit]

    def named(self, code: str) -> Sequence[ClassificationCode]:
        return [each for each in self._kept.codes.values() if each.code == code]


class FakeHolidays(FakeStore):
    def put_many(self, days: Mapping[date, DayOff]) -> tuple[int, int]:
        new = sum(day not in self._kept.holidays for day in days)
        changed = sum(self._kept.holidays.get(day, off) != off for day, off in days.items())
        self._kept.holidays.update(days)
        return new, changed

    def remove(self, day: date) -> None:
        self._kept.holidays.pop(day, None)

    def every(self) -> Mapping[date, DayOff]:
        return dict(self._kept.holidays)


class FakeAttachments(FakeStore):
    def add(
        self,
        letter_id: int,
        name: str,
        content: bytes,
        added_at: datetime,
        disposition_id: int | None = None,
    ) -> Attachment:
        digest = sha256(content).hexdigest()
        self._kept.contents[digest] = content
        added: Attachment = self._kept.put(
            "attachments",
            Attachment(
                name, digest, len(content), added_at, letter_id=letter_id, disposition_id=disposition_id
            ),
        )
        return added

    def of_letter(self, letter_id: int) -> Sequence[Attachment]:
        return [each for each in self._kept.attachments.values() if each.letter_id == letter_id]

    def content(self, sha256: str) -> bytes:
        if sha256 not in self._kept.contents:
            raise NotFound("attachment", sha256)
        return self._kept.contents[sha256]


class FakeProfiles(FakeStore):
    def read(self) -> OfficeProfile:
        return self._kept.profile

    def write(self, profile: OfficeProfile) -> None:
        self._kept.profile = profile
