"""A PDF that is ready: shown with its printer and its place on the disk. For books, labels, batches and lists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.screen.desk import Desk
from ui.screen.paper_preview import PaperPreview
from ui.screen.plain import push_button
from ui.screen.report_pages import PdfPages
from ui.screen.saving import ask_for_file, save_content
from ui.texts import _


def show_pdf(
    desk: Desk,
    window: QWidget,
    title: str,
    content: bytes,
    *,
    paper: str,
    on_paper: Callable[[], object] = lambda: None,
) -> PaperPreview:
    """Opens the preview; `on_paper` once it was printed or saved."""
    button = push_button(_("Simpan PDF …"), name="save_pdf")
    preview = PaperPreview(desk, title, PdfPages(content), button, window, paper=paper)

    def save(path: Path) -> None:
        save_content(desk, path, content, owner=preview, then=on_paper)

    button.clicked.connect(lambda: ask_for_file(desk, preview, f"{title}.pdf", save))
    preview.printed.connect(on_paper)
    preview.open()
    return preview
