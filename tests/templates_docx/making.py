"""Small Word files for the tests: a paragraph a text, and what Word does to them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls


def template(folder: Path, *paragraphs: str, name: str = "templat é.docx") -> Path:
    """A .docx with these paragraphs, each one run."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    path = folder / name
    document.save(str(path))
    return path


def split_runs(folder: Path, pieces: list[str], *, between: str = "") -> Path:
    """One paragraph whose text Word has cut into `pieces`; `between` names an element it put between the runs."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for number, piece in enumerate(pieces):
        if number and between:
            paragraph._p.append(OxmlElement(between))
        paragraph.add_run(piece)
    path = folder / "terpecah.docx"
    document.save(str(path))
    return path


def with_xml(folder: Path, xml: str) -> Path:
    """A body with one paragraph given as XML."""
    document = docx.Document()
    document.element.body.insert(0, parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))
    path = folder / "xml.docx"
    document.save(str(path))
    return path


def repacked(path: Path, changes: dict[str, bytes | None]) -> Path:
    """`path` with entries replaced or (None) left out."""
    whole = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in changes:
                new.writestr(entry.filename, old.read(entry))
        for name, content in changes.items():
            if content is not None:
                new.writestr(name, content)
    path.write_bytes(whole.getvalue())
    return path


def text_of(content: bytes) -> str:
    """All text of body and tables, a paragraph a line; line breaks inside one are `\\n` too."""
    document = docx.Document(io.BytesIO(content))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join(
        paragraph.text for holder in (document, *cells) for paragraph in holder.paragraphs if paragraph.text
    )
