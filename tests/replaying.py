"""What the journal alone tells of one letter: its state, its dispositions and its chain, played again from nothing.

Written apart from the office's rules and from its rows: names and steps are all it knows. Dispositions and chain lines
are told apart by the order they came into being, as a reader of the paper would.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field

from correspondence.journal import JournalEntry

MOVES = {"read": "read", "start": "in_progress", "done": "done", "return": "returned", "recall": "recalled"}
MOVES |= {"forward": "in_progress", "done_below": "done", "closed": "done"}
BELONGS_TO_A_STEP = frozenset({"disposition_done_below", "disposition_closed"})


@dataclass
class Line:
    """One place of a chain."""

    round: int
    order: int
    officer: str
    task: str
    state: str = "waiting"
    used: bool = False

    @property
    def touched(self) -> bool:
        """Whether anything came of it: else it is a plan, and goes on into the next round."""
        return self.used or self.state != "waiting"

    def told(self) -> tuple[object, ...]:
        return self.round, self.order, self.officer, self.task, self.state


@dataclass
class Page:
    """Everything that the journal says stands now."""

    state: str
    dispositions: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def newest(self) -> int:
        return max((each.round for each in self.lines), default=0)

    def current(self) -> list[Line]:
        return [each for each in self.lines if each.round == self.newest() and each.state != "reassigned"]

    def ask(self) -> None:
        """Those of the lowest step that is still open, unless one of them is asked already and the others too."""
        still = [each for each in self.current() if each.state in {"waiting", "requested"}]
        for each in still:
            if each.order == min(other.order for other in still):
                each.state, each.used = "requested", True


def replay(journal: Iterable[JournalEntry], first_state: str) -> Page:
    page = Page(first_state)
    before = deepcopy(page)
    for entry in journal:
        if entry.step == "undone":
            page = _taken_back(before, page, entry)
            continue
        if entry.step not in BELONGS_TO_A_STEP:
            before = deepcopy(page)
        _play(page, entry)
    return page


def _play(page: Page, entry: JournalEntry) -> None:
    said = {name: pair[1] for name, pair in entry.changes.items()}
    if "state" in entry.changes:
        assert entry.changes["state"][0] == page.state, "the journal goes on from another state"
        page.state = said["state"]
    if entry.step == "dispose":
        page.dispositions += ["sent"] * len(said["to"].split("; "))
    elif entry.step.startswith("disposition_"):
        page.dispositions[int(said["disposition"]) - 1] = MOVES[entry.step.removeprefix("disposition_")]
        if entry.step == "disposition_forward":
            page.dispositions += ["sent"] * len(said["to"].split("; "))
    else:
        _play_chain(page, entry, said)


def _play_chain(page: Page, entry: JournalEntry, said: dict[str, str]) -> None:
    asked = [each for each in page.current() if each.state == "requested"]
    match entry.step:
        case "chain_set":
            _set_chain(page, said)
        case "send_for_review":
            _start_again(page)
            assert said.get("round", "") in {"", str(page.newest())}
            page.ask()
        case "initial" | "sign":
            next(each for each in asked if each.officer == said["officer"]).state = "done"
            page.ask()
        case "send_back":
            next(each for each in asked if each.officer == said["officer"]).state = "returned"
            _stop(page, said)
        case "recall":
            _stop(page, said)
        case "signature_skip":
            _of(page, entry.changes["signer"][0]).state = "skipped"
            page.ask()
        case "signature_reassign":
            old = _of(page, entry.changes["signer"][0])
            page.lines.append(Line(old.round, old.order, said["signer"], old.task, old.state, used=old.used))
            old.state = "reassigned"


def _set_chain(page: Page, said: dict[str, str]) -> None:
    number = page.newest() or 1
    page.lines = [each for each in page.lines if each.round != number or each.touched]
    if any(each.round == number for each in page.lines):
        number += 1
    groups = [group.split(" + ") for group in said["initials"].split("; ")] if said.get("initials") else []
    for order, group in enumerate(groups, start=1):
        page.lines += [Line(number, order, name, "initial") for name in group]
    page.lines.append(Line(number, len(groups) + 1, said["sign"], "sign"))


def _start_again(page: Page) -> None:
    people, number = page.current(), page.newest() + 1
    if any(each.touched for each in people):
        page.lines += [Line(number, each.order, each.officer, each.task) for each in people if each.touched]
        for each in people:
            each.round = each.round if each.touched else number


def _stop(page: Page, said: dict[str, str]) -> None:
    """Whose promise was broken by then leaves the line to it, and waits on another."""
    for officer in filter(None, said.get("promises_broken", "").split("; ")):
        old = _of(page, officer)
        page.lines.append(Line(old.round, old.order, officer, old.task))
        old.state = "reassigned"
    for each in page.current():
        if each.state == "requested":
            each.state, each.used = "waiting", False


def _of(page: Page, officer: str) -> Line:
    return next(each for each in page.current() if each.officer == officer)


def _taken_back(before: Page, page: Page, entry: JournalEntry) -> Page:
    if "state" in entry.changes:
        assert entry.changes["state"] == (page.state, before.state)
    step = entry.changes["undone"][1]
    # A chain that started again has not been sent after all; who was put into a place was in it.
    added = page.lines[len(before.lines) :] if step != "send_for_review" else []
    for line in added:
        line.state = "reassigned"
    before.dispositions += ["recalled"] * (len(page.dispositions) - len(before.dispositions))
    before.lines += added
    return before
