"""The locks: hashed, of one mind, and without a word about the machine that made them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def text_of(lock: str) -> str:
    return (ROOT / lock).read_text(encoding="utf-8")


def pins_of(lock: str) -> dict[str, str]:
    """Package name → its whole entry: version, marker and hashes, without the comments that say who asked for it."""
    lines = [line for line in text_of(lock).splitlines() if not line.lstrip().startswith("#")]
    entries = re.split(r"\n(?=\S)", "\n".join(lines))
    return {entry.split("==")[0]: entry for entry in entries if entry.strip()}


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("an address", r"://|\bwww\."),
        ("a file address", r"\bfile:"),
        ("an index option", r"^\s*(-i|-f|--(extra-)?index-url|--find-links|--trusted-host)\b"),
        ("an absolute path", r"(^|[\s='\"@])(/|~/|[A-Za-z]:\\)\S"),
        ("a direct reference", r"^\S+ @ "),
        ("an editable package", r"^\s*(-e|--editable)\b"),
    ],
)
def test_a_lock_says_nothing_about_a_machine(lock: str, what: str, pattern: str) -> None:
    found = [line for line in text_of(lock).splitlines() if re.search(pattern, line)]
    assert not found, f"{lock} holds {what}: {found[:3]}"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_and_hashed(lock: str) -> None:
    pins = pins_of(lock)
    assert len(pins) > 10
    wrong = [
        name
        for name, entry in pins.items()
        if not re.match(r"^[a-z0-9.-]+==\S+( ; .+)? \\\n +--hash=sha256:[0-9a-f]{64}", entry)
    ]
    assert not wrong, f"{lock}: not pinned with hashes: {wrong}"


def test_the_development_lock_contains_the_other_one_word_for_word() -> None:
    """`./test` installs only this one and then tells `./run` that both are there."""
    product, development = (pins_of(lock) for lock in LOCKS)
    differing = [name for name, entry in product.items() if development.get(name) != entry]
    assert not differing, f"made at different times: {differing}"


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = {
        "requirements.lock": project["dependencies"] + extras["postgresql"],
        "requirements-dev.lock": project["dependencies"] + extras["postgresql"] + extras["dev"],
    }
    for lock, requirements in asked.items():
        names = {re.split(r"[\[<>=!~; ]", requirement)[0].lower() for requirement in requirements}
        assert not names - pins_of(lock).keys(), f"{lock} is older than pyproject.toml"


def test_qt_stays_below_the_version_that_loses_none() -> None:
    version = re.match(
        r"pyside6-essentials==(\d+)\.(\d+)\.", pins_of("requirements.lock")["pyside6-essentials"]
    )
    assert version is not None
    assert (6, 8) <= (int(version[1]), int(version[2])) < (6, 12)
