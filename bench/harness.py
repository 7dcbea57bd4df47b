"""What every benchmark shares: sides that take turns, a sentence per goal, a folder that goes away."""

from __future__ import annotations

import argparse
import contextlib
import gc
import secrets
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

Side = Callable[[], object]

ACTOR = "bench"


def arguments(
    about: str | None, *, letters: int, repeats: int, server: bool = False
) -> argparse.ArgumentParser:
    """The options of a benchmark, `about` being its docstring."""
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("--letters", type=int, default=letters, metavar="N")
    parser.add_argument(
        "--repeats", type=int, default=repeats, metavar="N", help="measured turns of each side"
    )
    if server:
        parser.add_argument(
            "--postgresql",
            metavar="URL",
            help="maintenance database of a server; one is made there and dropped",
        )
    return parser


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """A folder on the machine's temporary disk (TMPDIR chooses another), removed whatever happens."""
    with tempfile.TemporaryDirectory(prefix="warkat-bench-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@contextlib.contextmanager
def own_database(server: str) -> Iterator[str]:
    """A database of our own on the server, dropped afterwards."""
    import psycopg  # an extra; only with a server

    name = f"warkat_bench_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def seconds(side: Side) -> float:
    """How long one call takes. The garbage of the side before is not paid by this one."""
    gc.collect()
    start = time.perf_counter()
    side()
    return time.perf_counter() - start


def take_turns(
    sides: Mapping[str, Callable[[], float]], *, repeats: int, warm_up: int = 1
) -> dict[str, list[float]]:
    """Lets the sides measure themselves in turns, forth and back, so that a busy minute hits all; seconds by name.

    The first `warm_up` turns are run and thrown away.
    """
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for turn in range(warm_up + repeats):
        order = list(sides) if turn % 2 == 0 else list(reversed(sides))
        for name in order:
            took = sides[name]()
            if turn >= warm_up:
                taken[name].append(took)
    return taken


def medians(taken: Mapping[str, Sequence[float]]) -> dict[str, float]:
    return {name: statistics.median(values) for name, values in taken.items()}


def p95(values: Sequence[float]) -> float:
    """The nearest-rank percentile: at least 95 of 100 values are not above it."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * 95 // 100) - 1)]


def say(text: str) -> None:
    print(text, flush=True)


def say_side(name: str, took: float, *, letters: int | None = None) -> None:
    """One side's figure: milliseconds, and letters a second where it wrote some."""
    speed = f"  {letters / took:>10,.0f} letters/s" if letters else ""
    say(f"  {name:<58} {took * 1000:>11,.3f} ms{speed}")


def say_goal(
    name: str, ratio: float, *, at_least: float | None = None, at_most: float | None = None, unit: str = "×"
) -> bool:
    """The ratio and whether it meets its goal; a benchmark says so and never fails."""
    met = (at_least is None or ratio >= at_least) and (at_most is None or ratio <= at_most)
    goal = f"≥ {at_least:g}" if at_least is not None else f"≤ {at_most:g}"
    say(f"  ratio {name}: {ratio:.3f} {unit}  (goal {goal}: {'goal met' if met else 'goal NOT met'})")
    return met
