"""LibreOffice is a guest: it may be missing, slow or unwilling, and it takes nothing with it."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pypdfium2
import pytest

from correspondence.errors import Unavailable
from templates_docx.libreoffice import find_libreoffice, to_pdf
from tests.templates_docx.making import template


def _texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded().strip() for page in document]
    finally:
        document.close()


@pytest.mark.libreoffice
def test_several_papers_in_one_run_in_their_order(tmp_path: Path) -> None:
    papers = [template(tmp_path, f"Naskah {number}").read_bytes() for number in (3, 1, 2)]
    assert [_texts(pdf) for pdf in to_pdf(papers)] == [["Naskah 3"], ["Naskah 1"], ["Naskah 2"]]


def test_nothing_to_print_starts_nothing() -> None:
    assert to_pdf([], program=Path("there is none")) == []


def _program(folder: Path, does: str) -> Path:
    """A program that stands in for soffice: it starts a child of its own, as soffice does."""
    script = folder / "soffice"
    script.write_text(f"#!{sys.executable}\nimport subprocess, sys, time\n{does}\n", encoding="utf-8")
    script.chmod(0o755)
    return script


needs_shebang = pytest.mark.skipif(sys.platform == "win32", reason="stands in for soffice by its first line")


@needs_shebang
def test_a_program_that_hangs_is_stopped_with_its_children(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    child = f"import pathlib,time\nwhile True: pathlib.Path({str(alive)!r}).touch(); time.sleep(0.05)"
    program = _program(tmp_path, f"subprocess.run([sys.executable, '-c', {child!r}])")
    began = time.monotonic()
    with pytest.raises(Unavailable) as caught:
        to_pdf([b"x"], program=program, timeout=1)
    assert caught.value.reason == "libreoffice_timeout"
    assert time.monotonic() - began < 5
    time.sleep(0.3)
    seen = alive.stat().st_mtime_ns
    time.sleep(0.3)
    assert alive.stat().st_mtime_ns == seen, "the child lives on"


@needs_shebang
def test_it_can_be_cancelled(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as caught:
        to_pdf([b"x"], program=_program(tmp_path, "time.sleep(60)"), cancelled=lambda: True)
    assert caught.value.reason == "libreoffice_cancelled"


@needs_shebang
def test_what_it_said_is_handed_on_when_no_paper_came_out(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as caught:
        to_pdf([b"x"], program=_program(tmp_path, "print('Error: no export filter')"))
    assert caught.value.reason == "libreoffice_failed"
    assert caught.value.facts["said"] == "Error: no export filter"


def test_a_program_that_cannot_be_started(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as caught:
        to_pdf([b"x"], program=tmp_path / "soffice")
    assert caught.value.reason == "libreoffice_failed"


def test_a_desk_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = find_libreoffice()
    assert found is None or found.is_file()


@pytest.mark.libreoffice
def test_nothing_is_fetched_for_a_foreign_document(tmp_path: Path) -> None:
    """A picture on a server named in a document is not asked for."""
    import http.server  # a server nobody else needs
    import threading

    asked: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *args: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        url = f"http://127.0.0.1:{server.server_port}/gambar.png"
        (pdf,) = to_pdf([_linked_picture(tmp_path, url)])
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert pdf.startswith(b"%PDF")
    assert asked == []


def _linked_picture(folder: Path, url: str) -> bytes:
    import io  # beside the paper it is used for

    import docx
    from PIL import Image

    painted = io.BytesIO()
    Image.new("L", (10, 10)).save(painted, "PNG")
    document = docx.Document()
    document.add_picture(io.BytesIO(painted.getvalue()))
    blip = document.element.body.find(".//{http://schemas.openxmlformats.org/drawingml/2006/main}blip")
    ties = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
    kind = f"{ties.strip('{}')}/image"
    blip.set(f"{ties}link", document.part.relate_to(url, kind, is_external=True))
    del blip.attrib[f"{ties}embed"]
    path = folder / "asing.docx"
    document.save(str(path))
    return path.read_bytes()
