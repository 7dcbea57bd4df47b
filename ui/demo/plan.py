"""Which letters there are, when they begin and how far they come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from ui.demo.letters import INCOMING, OUTGOING
from ui.demo.stage import Life, Story
from ui.demo.story import incoming, outgoing


def lives(story: Story, first: date, letters: int) -> list[tuple[datetime, Life]]:
    """The beginnings of so many letters, spread over the working days from `first` until now."""
    days = _workdays(story, first)
    planned: list[tuple[datetime, Life]] = []
    came = wrote = 0
    for place in range(letters):
        day = days[place * len(days) // letters]
        minute = story.chance.randint(10, 400)
        at = story.later(story.calendar.open_of(day), minute)
        left = letters - place
        if place % 5 < 3:
            life = incoming(story, INCOMING[came % len(INCOMING)], came, _stop(INCOMING_STOPS, came, left))
            came += 1
        else:
            life = outgoing(story, OUTGOING[wrote % len(OUTGOING)], wrote, _stop(OUTGOING_STOPS, wrote, left))
            wrote += 1
        planned.append((at, life))
    return planned


INCOMING_STOPS = ("filed", "completed", "returned", "recalled", "cancelled", "declined", "reopened", "noted")
OUTGOING_STOPS = ("delivered", "dispatched", "cancelled", "mended", "dropped", "filed")
"""How the letters of the last three months ended; what waits today is in ui/demo/today.py."""

STILL_MOVING = 24
"""The last so many end in every way there is; most of the older ones are filed, and two lie forgotten."""

_FORGOTTEN = {11: "in_progress", 30: "disposed"}


def _stop(ways: Sequence[str], number: int, left: int) -> str:
    if left <= STILL_MOVING:
        return ways[number % len(ways)]
    if ways is INCOMING_STOPS and number in _FORGOTTEN:
        return _FORGOTTEN[number]
    return ways[number % len(ways)] if number % 16 == 5 else "filed"


def _workdays(story: Story, first: date) -> list[date]:
    today = story.until.astimezone(story.calendar.zone).date()
    span = (today - first).days + 1
    days = [first + timedelta(days=each) for each in range(span)]
    return [day for day in days if story.calendar.is_workday(day)]
