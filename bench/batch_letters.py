"""A batch of cover letters against docxtpl, and against LibreOffice opening and saving as many.

Ours is templates_docx.apart.write_papers: the template compiled once, its written parts put into the unchanged rest of the
file; once with the shipped template in this process, once with an office's own in the child. docxtpl is used as its manual
says, a DocxTemplate and a render for each letter, with an ordinary Jinja environment. Text is compared with docxtpl's, letter
by letter. LibreOffice's own mail merge needs a window or its Python bridge, which many machines have not: its side here is
one run that opens and saves as .docx as many finished letters, without filling anything in.
"""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import docx
import jinja2
from docxtpl import DocxTemplate

from bench import harness
from bench.harness import scratch, seconds
from templates_docx.apart import Manner, is_shipped, write_papers
from templates_docx.catalogue import PAPERS
from templates_docx.libreoffice import find_libreoffice
from templates_docx.sampling import sample_context

CODE = "surat-pengantar"


def main() -> None:
    options = harness.arguments(__doc__, letters=500, repeats=3).parse_args()
    contexts = [_context(number) for number in range(options.letters)]
    shipped = PAPERS[CODE].shipped
    with scratch() as folder:
        own = folder / shipped.name
        own.write_bytes(_touched(shipped.read_bytes()))
        assert not is_shipped(own.read_bytes())
        sides = {
            "ours, shipped template": lambda: seconds(lambda: write_papers(shipped, contexts, Manner(CODE))),
            "ours, own template in the child": lambda: seconds(
                lambda: write_papers(own, contexts, Manner(CODE))
            ),
            "docxtpl": lambda: seconds(lambda: [_docxtpl(shipped, each) for each in contexts]),
        }
        took = harness.medians(harness.take_turns(sides, repeats=options.repeats, warm_up=0))
        papers = write_papers(shipped, contexts, Manner(CODE))
        same = all(
            _text(paper) == _text(_docxtpl(shipped, each))
            for paper, each in zip(papers, contexts, strict=True)
        )
        office = _libreoffice(folder, papers)
    harness.say(f"{options.letters} cover letters, {options.repeats} times; text equal to docxtpl's: {same}")
    for name, value in took.items():
        harness.say_side(name, value, letters=options.letters)
    harness.say_goal("docxtpl / ours", took["docxtpl"] / took["ours, shipped template"], at_least=5)
    harness.say_goal(
        "docxtpl / ours, child", took["docxtpl"] / took["ours, own template in the child"], at_least=5
    )
    if office is None:
        harness.say("  LibreOffice is not on this machine")
        return
    harness.say_side("LibreOffice, open and save", office, letters=options.letters)
    harness.say_goal("LibreOffice / ours", office / took["ours, shipped template"], at_least=3)


def _context(number: int) -> dict[str, Any]:
    context = sample_context(CODE)
    context["surat"]["nomor"] = f"000.1.2.3/{number}/UM/X/2026"
    context["tujuan"]["nama"] = f"Kepala PT A & B <{number}>"
    return context


def _docxtpl(template: Path, context: dict[str, Any]) -> bytes:
    paper = DocxTemplate(str(template))
    paper.render({**context, "kop": {**context["kop"], "lambang": ""}}, jinja2.Environment(autoescape=True))
    whole = io.BytesIO()
    paper.save(whole)
    return whole.getvalue()


def _text(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join(each.text for holder in (document, *cells) for each in holder.paragraphs)


def _touched(content: bytes) -> bytes:
    """The same template as Word would have saved it once more: other bytes, the same paper."""
    document = docx.Document(io.BytesIO(content))
    document.core_properties.comments = "milik kantor"
    whole = io.BytesIO()
    document.save(whole)
    return whole.getvalue()


def _libreoffice(folder: Path, papers: list[bytes]) -> float | None:
    program = find_libreoffice()
    if program is None:
        return None
    names = []
    for number, paper in enumerate(papers):
        name = folder / f"{number:05}.docx"
        name.write_bytes(paper)
        names.append(str(name))
    command = [str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    convert = ["--convert-to", "docx:Office Open XML Text", "--outdir", str(folder / "out")]
    return seconds(
        lambda: subprocess.run([*command, *convert, *names], check=True, capture_output=True, timeout=900)
    )


if __name__ == "__main__":
    main()
