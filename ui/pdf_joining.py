"""Many PDFs as one: what goes to the printer in one go. It knows pages only, no paper's words."""

from __future__ import annotations

import io
from collections.abc import Sequence


def joined(pdfs: Sequence[bytes]) -> bytes:
    """Many PDFs as one, in their order."""
    # 9 MB that only somebody who prints many letters needs.
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    try:
        for pdf in pdfs:
            with pypdfium2.PdfDocument(pdf) as part:
                whole.import_pages(part)
        stream = io.BytesIO()
        whole.save(stream)
        return stream.getvalue()
    finally:
        whole.close()
