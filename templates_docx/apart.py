"""Templates from strangers: whatever is not byte for byte a shipped one is filled and looked over in a child process.

The child (templates_docx/apart_child.py) lays walls around itself (templates_docx/limits.py), and is stopped when it
takes too long. It is told and answers in JSON: an answer is data, even from a child that was taken over.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache, partial
from hashlib import sha256
from os import environ
from pathlib import Path
from typing import Any

from correspondence.errors import Refused
from templates_docx.catalogue import PAPERS
from templates_docx.check import refused_problem
from templates_docx.fields import fields_of
from templates_docx.opening import read_template
from templates_docx.press import write_all
from templates_docx.reading import Problem
from templates_docx.sheet import Sheet
from templates_docx.writer import Filling

SECONDS = 30.0
SECONDS_A_PAPER = 0.5
_ROOT = Path(__file__).parents[1]
# `-I` keeps the office's own environment and folder out of the child; so it is told where its code lies.
_START = "import sys; sys.path.insert(0, sys.argv[1]); from templates_docx.apart_child import main; main()"
_KEPT = ("SYSTEMROOT", "LANG", "LC_ALL")
"""What a child's environment holds: Windows starts nothing without the first."""
if sys.platform == "win32":
    _NO_WINDOW = subprocess.CREATE_NO_WINDOW
else:
    _NO_WINDOW = 0

Told = Callable[[int, int], bool]


def is_shipped(content: bytes) -> bool:
    """Whether a template came with the program, unchanged."""
    return sha256(content).hexdigest() in _shipped()


@cache
def _shipped() -> frozenset[str]:
    return frozenset(sha256(each.shipped.read_bytes()).hexdigest() for each in PAPERS.values())


@dataclass(frozen=True, slots=True)
class Manner:
    """How the papers of one run are written: as `write_paper` has it."""

    code: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    sheet: Sheet | None = None
    own_blank: str | None = None

    @property
    def filling(self) -> Filling:
        return Filling({}, self.pictures, fields_of(self.code), self.sheet, self.own_blank)


def write_papers(
    template: Path | bytes,
    contexts: Sequence[Mapping[str, Any]],
    manner: Manner,
    *,
    told: Told = lambda _done, _all: True,
    seconds: float = SECONDS,
) -> list[bytes]:
    """The written papers in the order of `contexts`; the same as `write_paper` of each.

    `told(done, all)` is called after each; when it answers False nothing more is written and what there is comes back.
    Raises as `write_paper`, and `template_endless` after `seconds` (and half a second a paper), `template_bomb` when the
    child's memory is not enough.
    """
    path = str(template) if isinstance(template, Path) else ""
    try:
        content = read_template(template) if isinstance(template, Path) else template
        write = _here if is_shipped(content) else partial(_apart, seconds=seconds)
        papers: list[bytes] = []
        for paper in write(content, contexts, manner):
            papers.append(paper)
            if not told(len(papers), len(contexts)):
                break
        return papers
    except Refused as error:
        raise Refused(error.rule, error.field, {"path": path, **error.facts}) from error


def check_apart(path: Path, code: str) -> tuple[Problem, ...]:
    """What `check_template` finds, looked for in a child unless the file is a shipped one."""
    return guess_apart(path, code, guess=False)[1]


def guess_apart(path: Path, code: str, *, guess: bool = True) -> tuple[str, tuple[Problem, ...]]:
    """As `check_apart`; without a code as the paper its fields make of it (`check.likely_paper`), which is told."""
    try:
        content = read_template(path)
        job = {"do": "check", "template": b64encode(content).decode(), "code": code, "guess": guess}
        (answer,) = _child(job, SECONDS)
        return str(answer["code"]), tuple(Problem.from_plain(each) for each in answer["problems"])
    except Refused as error:
        return code, (refused_problem(error),)


def _here(content: bytes, contexts: Sequence[Mapping[str, Any]], manner: Manner) -> Iterator[bytes]:
    yield from write_all(content, contexts, manner.filling)


def _apart(
    content: bytes, contexts: Sequence[Mapping[str, Any]], manner: Manner, *, seconds: float
) -> Iterator[bytes]:
    job = {
        "do": "write",
        "template": b64encode(content).decode(),
        "contexts": list(contexts),
        "pictures": {name: b64encode(each).decode() for name, each in manner.pictures.items()},
        "code": manner.code,
        "sheet": asdict(manner.sheet) if manner.sheet else None,
        "own_blank": manner.own_blank,
    }
    for answer in _child(job, seconds + SECONDS_A_PAPER * len(contexts)):
        yield b64decode(answer["paper"])


def _child(job: Mapping[str, Any], seconds: float) -> Iterator[dict[str, Any]]:
    """The child's answers as they come; however this ends, the child is gone."""
    with subprocess.Popen(  # noqa: S603  # this Python, our own code
        [sys.executable, "-I", "-X", "utf8", "-c", _START, str(_ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: environ[name] for name in _KEPT if name in environ},
        creationflags=_NO_WINDOW,
    ) as child:
        late = threading.Event()

        def stop() -> None:
            late.set()
            child.kill()

        watch = threading.Timer(seconds, stop)
        watch.start()
        try:
            _tell(child.stdin, json.dumps(job).encode())
            answers = 0
            for line in child.stdout or ():
                answer = json.loads(line)
                if "refused" in answer:
                    rule = str(answer["refused"])
                    raise Refused(rule, None, dict(answer["facts"]))
                answers += 1
                yield answer
            if answers < len(job.get("contexts", [job])):
                # Killed by the clock, or by the system for its memory: neither can still say so.
                raise Refused("template_endless" if late.is_set() else "template_bomb")
        finally:
            watch.cancel()
            child.kill()


def _tell(stdin: Any, job: bytes) -> None:
    try:
        stdin.write(job)
        stdin.close()
    except OSError:
        pass  # it died before it had read all; what it left unsaid is told by its answers
