"""The child's side of templates_docx/apart.py: one job read from its input, one answer written, then the end."""

from __future__ import annotations

import json
import sys
import sysconfig
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from correspondence.errors import Refused
from templates_docx.check import check_content, likely_paper
from templates_docx.fields import fields_of
from templates_docx.limits import Forbidden, lay_walls
from templates_docx.press import write_all
from templates_docx.sheet import Sheet
from templates_docx.writer import Filling


def main() -> None:
    """Reads the job before the walls, does it behind them."""
    job = json.load(sys.stdin.buffer)
    own = (sys.prefix, sys.base_prefix, sysconfig.get_paths()["stdlib"], str(Path(__file__).parents[1]))
    lay_walls(tuple(Path(each) for each in own))
    for answer in _answers(job):
        sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=True).encode() + b"\n")
        sys.stdout.buffer.flush()


def _answers(job: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    try:
        content = b64decode(job["template"])
        if job["do"] == "check":
            code = job["code"] or (likely_paper(content) if job["guess"] else "")
            found = check_content(content, code).problems
            yield {"code": code, "problems": [each.as_plain() for each in found]}
            return
        yield from ({"paper": b64encode(each).decode()} for each in _papers(job, content))
    except Refused as error:
        yield {"refused": error.rule, "facts": {name: str(each) for name, each in error.facts.items()}}
    except Forbidden as error:
        yield {"refused": "template_not_allowed", "facts": {"what": str(error)}}
    except MemoryError:
        yield {"refused": "template_bomb", "facts": {}}


def _papers(job: Mapping[str, Any], content: bytes) -> Iterator[bytes]:
    pictures = {name: b64decode(each) for name, each in job["pictures"].items()}
    sheet = Sheet(**job["sheet"]) if job["sheet"] else None
    filling = Filling({}, pictures, fields_of(job["code"]), sheet, job["own_blank"])
    yield from write_all(content, job["contexts"], filling)


if __name__ == "__main__":
    main()
