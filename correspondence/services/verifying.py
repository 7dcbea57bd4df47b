"""Is the registry sound? Every promise looked at, on one still picture of it, while the other desks go on writing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from zoneinfo import ZoneInfo

from correspondence.closings import MonthClosing
from correspondence.journal import GENESIS, JournalEntry, seal
from correspondence.office import Office
from correspondence.ports import UnitOfWork
from correspondence.services.closing_proof import MONTH_CLOSED, figures_differing, is_told
from correspondence.services.recounting import difference
from correspondence.soundness import MOST, Check, CheckName, Fault, Finding, Verdict

Progress = Callable[[int, int], bool]
"""Called with (done, total); False asks to stop."""

_WHOLE = 1000
_PORTION = 2000

# How far the work has come when a check begins; measured at 100,000 letters, good enough for a bar.
_BEGINS = {
    CheckName.ENGINE: 0,
    CheckName.NUMBERS: 60,
    CheckName.JOURNAL: 80,
    CheckName.ATTACHMENTS: 300,
    CheckName.INDEX: 400,
    CheckName.SUMMARIES: 700,
    CheckName.FACTS: 730,
    CheckName.CLOSINGS: 990,
}


class _Stopped(Exception):
    """Whoever asked has heard enough."""


@dataclass
class _Looking:
    """One walk through the registry: what has been found, and whom it is told how far it came."""

    unit: UnitOfWork
    progress: Progress | None
    closed: list[JournalEntry] = field(default_factory=list)
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Jakarta"))
    letters: int = 0

    def reach(self, name: CheckName, share: float) -> None:
        """`share` of a check is done, 0 to 1."""
        names = list(_BEGINS)
        after = names.index(name) + 1
        begin, end = _BEGINS[name], _BEGINS[names[after]] if after < len(names) else _WHOLE
        done = begin + int((end - begin) * min(share, 1.0))
        if self.progress is not None and not self.progress(done, _WHOLE):
            raise _Stopped


def verify(office: Office, *, progress: Progress | None = None) -> Verdict:
    """Looks at everything and writes nothing. Unavailable when the registry cannot be read at all."""
    checks: list[Check] = []
    with office.open_reading() as unit:
        looking = _Looking(unit, progress)
        looking.zone = ZoneInfo(unit.profiles.read().zone)
        looking.letters = unit.proofs.letters()
        try:
            for name, look in _CHECKS.items():
                looking.reach(name, 0)
                checks.append(look(looking))
        except _Stopped:
            return Verdict(tuple(checks), stopped=True)
    if progress is not None:
        progress(_WHOLE, _WHOLE)
    return Verdict(tuple(checks))


def _check(name: CheckName, looked_at: int, findings: Iterable[Finding], **facts: object) -> Check:
    found: list[Finding] = []
    wrong = 0
    for each in findings:
        wrong += 1
        if len(found) < MOST:
            found.append(each)
    return Check(name, looked_at, wrong, tuple(found), facts)


def _engine(looking: _Looking) -> Check:
    found = [Finding(Fault.ENGINE, {"problem": each}) for each in looking.unit.proofs.engine()]
    return _check(CheckName.ENGINE, 1, found)


def _numbers(looking: _Looking) -> Check:
    """Unique and without a gap, from 1 to the counter, but for the holes an old book brought along."""
    books = looking.unit.proofs.books()
    found = []
    for each in books:
        book = {"book": each.book, "year": each.year}
        found += [
            Finding(Fault.NUMBER_MISSING, {**book, "first": first, "last": last})
            for first, last in each.missing
        ]
        found += [Finding(Fault.NUMBER_DOUBLED, {**book, "number": number}) for number in each.doubled]
        if each.counter < each.highest:
            found.append(
                Finding(Fault.COUNTER_BEHIND, {**book, "counter": each.counter, "highest": each.highest})
            )
    return _check(CheckName.NUMBERS, sum(each.letters for each in books), found, books=len(books))


def _journal(looking: _Looking) -> Check:
    """Each line's seal follows from its content and from the seal before it. The first broken one is told."""
    previous, count = GENESIS, 0
    broken: list[Finding] = []
    for count, entry in enumerate(looking.unit.journal.whole(), start=1):
        if not broken and (entry.previous != previous or entry.seal != seal(entry, previous)):
            about = {"line": entry.id, "at": entry.at, "by": entry.by, "step": entry.step}
            broken.append(Finding(Fault.SEAL_BROKEN, about))
        previous = entry.seal
        if entry.step == MONTH_CLOSED:
            looking.closed.append(entry)
        if count % _PORTION == 0:
            looking.reach(CheckName.JOURNAL, count / max(count, 4 * looking.letters))
    return _check(CheckName.JOURNAL, count, broken)


def _attachments(looking: _Looking) -> Check:
    found = [Finding(Fault.CONTENT_MISSING, {"sha256": each}) for each in looking.unit.proofs.unattached()]
    count = 0
    for count, (key, content) in enumerate(looking.unit.proofs.contents(), start=1):
        if sha256(content).hexdigest() != key:
            found.append(Finding(Fault.CONTENT_CHANGED, {"sha256": key}))
        looking.reach(CheckName.ATTACHMENTS, count / (count + 50))
    return _check(CheckName.ATTACHMENTS, count, found)


def _index(looking: _Looking) -> Check:
    def told() -> Iterator[Finding]:
        for place, ref in enumerate(looking.unit.proofs.index(), start=1):
            looking.reach(CheckName.INDEX, place / (place + 1 + looking.letters / _PORTION))
            if ref is not None:
                yield Finding(Fault.INDEX_WRONG, {"ref": ref})

    return _check(CheckName.INDEX, looking.letters, told())


def _summaries(looking: _Looking) -> Check:
    found = [Finding(Fault.SUMMARY_DIFFERS, {"group": each}) for each in looking.unit.summaries.differing()]
    return _check(CheckName.SUMMARIES, looking.letters, found)


def _facts(looking: _Looking) -> Check:
    def told() -> Iterator[Finding]:
        after = seen = 0
        while stories := looking.unit.proofs.stories(after, _PORTION):
            for story in stories:
                apart = difference(story, looking.zone)
                if apart is None:
                    continue
                about = {"ref": str(story.ref)}
                if apart.missing or apart.extra:
                    yield Finding(
                        Fault.FACTS_DIFFER, {**about, "missing": apart.missing, "extra": apart.extra}
                    )
                if apart.told_state:
                    state = {"told": apart.told_state, "kept": str(story.state), "book": story.ref.book}
                    yield Finding(Fault.STATE_DIFFERS, {**about, **state})
            after, seen = stories[-1].letter_id, seen + len(stories)
            looking.reach(CheckName.FACTS, seen / looking.letters)

    return _check(CheckName.FACTS, looking.letters, told())


def _closings(looking: _Looking) -> Check:
    """Each closing is whole, in turn, told by the sealed journal, and what it printed is what the facts give."""
    closings = looking.unit.closings.every()
    found: list[Finding] = []
    late = 0
    before: MonthClosing | None = None
    for place, each in enumerate(closings, start=1):
        about = {"month": each.month, "number": each.number}
        late += len({one.letter_id for one in looking.unit.closings.late(each.month.next())})
        if before is not None and each.month != before.month.next():
            found.append(Finding(Fault.CLOSING_OUT_OF_TURN, about))
        if not each.whole:
            found.append(Finding(Fault.CHECKSUM_BROKEN, about))
        elif not is_told(each, looking.closed):
            found.append(Finding(Fault.CLOSING_UNTOLD, about))
        else:
            found += figures_differing(looking.unit, each, anew=True)
        before = each
        looking.reach(CheckName.CLOSINGS, place / len(closings))
    return _check(CheckName.CLOSINGS, len(closings), found, late=late)


_CHECKS: dict[CheckName, Callable[[_Looking], Check]] = {
    CheckName.ENGINE: _engine,
    CheckName.NUMBERS: _numbers,
    CheckName.JOURNAL: _journal,
    CheckName.ATTACHMENTS: _attachments,
    CheckName.INDEX: _index,
    CheckName.SUMMARIES: _summaries,
    CheckName.FACTS: _facts,
    CheckName.CLOSINGS: _closings,
}
