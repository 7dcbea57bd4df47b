"""All that can be done to the office's templates and its emblem, together: imported when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from correspondence.office import Office
from ui.kind_templates import KindTemplates
from ui.office_emblem import OfficeEmblem
from ui.template_care import TemplateCare
from ui.template_showing import TemplateShowing
from ui.written_papers import Converter


@dataclass(frozen=True, slots=True)
class OfficeTemplates:
    """Of one office; every call runs on the worker."""

    care: TemplateCare
    kinds: KindTemplates
    showing: TemplateShowing
    emblem: OfficeEmblem


def office_templates(office: Office, folder: Path, to_pdf: Converter | None = None) -> OfficeTemplates:
    """`folder` is that of the office's own templates; `to_pdf` is LibreOffice by default."""
    return OfficeTemplates(
        TemplateCare(office, folder),
        KindTemplates(office, folder),
        TemplateShowing(office, folder, to_pdf),
        OfficeEmblem(office, folder),
    )
