"""Writing one paper: a template, plain values, pictures → the bytes of a .docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.shared import Mm
from docxtpl import InlineImage
from jinja2 import TemplateSyntaxError
from lxml import etree

from correspondence.errors import Refused
from templates_docx.environment import Hardened, UnknownField, as_fields
from templates_docx.field_codes import check_field_codes
from templates_docx.fields import OWN_FIELDS, Field, FieldKind, fields_of
from templates_docx.filters import Endless, NotAllowed
from templates_docx.opening import read_template
from templates_docx.sheet import Sheet, lay_on
from templates_docx.sound import SoundTemplate, open_sound, own_names


class Picture(InlineImage):  # type: ignore[misc]  # docxtpl has no types
    """An inline picture that names its distances to the text: LibreOffice takes 3 mm for those that are left out."""

    def __html__(self) -> str:
        distances = " ".join(f'dist{side}="0"' for side in "TBLR")
        return str(self._insert_image()).replace("<wp:inline ", f"<wp:inline {distances} ", 1)


def write_paper(
    template: Path,
    context: Mapping[str, Any],
    pictures: Mapping[str, bytes],
    *,
    code: str = "",
    sheet: Sheet | None = None,
    own_blank: str | None = None,
) -> bytes:
    """The written paper.

    `context`: dicts, lists, strings, numbers and None only. `pictures`: PNG or JPEG by the field's name
    (`kop.lambang`); a picture field without one is None and prints as nothing. `code` names the paper whose
    picture sizes count. `sheet`: the office's paper instead of the file's own. `own_blank` stands for an `isian.…` that
    the letter has not (nothing, where the template asks whether it is there); without it such a one is refused.
    NotFound, Unavailable and Refused of `read_template`; Refused `template_unknown_field`,
    `template_syntax`, `template_not_allowed`, `template_endless`, `template_unclosed`, `template_broken`,
    `template_failed`, `template_picture`; facts always name the path.
    """
    content = read_template(template)
    try:
        return write_sound(content, Filling(context, pictures, fields_of(code), sheet, own_blank))
    except Refused as error:
        raise Refused(error.rule, error.field, {"path": str(template), **error.facts}) from error


@dataclass(frozen=True, slots=True)
class Filling:
    """What a template is filled with."""

    context: Mapping[str, Any]
    pictures: Mapping[str, bytes]
    fields: Mapping[str, Field]
    sheet: Sheet | None = None
    own_blank: str | None = None

    def with_context(self, context: Mapping[str, Any]) -> Filling:
        """The same for another letter."""
        return replace(self, context=context)


def write_sound(content: bytes, filling: Filling) -> bytes:
    """The written paper from a template that was looked at from outside. Refused as `write_paper`, without the path."""
    paper = open_sound(content)
    # Outside of the door below: a value that is not plain is our mistake and not the template's.
    values = as_fields(filling.context)
    written = io.BytesIO()
    with as_refused():
        fill_own(values, own_names(paper) if filling.own_blank is not None else {}, filling.own_blank)
        prepare(paper, values, filling)
        paper.render(values, Hardened())
        paper.save(written)
        check_written(written)
    return written.getvalue()


def check_written(paper: io.BytesIO) -> None:
    """Refuses `template_field_code` when loops and conditions have put together what the template did not show."""
    with zipfile.ZipFile(paper) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                check_field_codes(name, archive.read(name))


@contextmanager
def as_refused() -> Iterator[None]:
    """What goes wrong within is the template's fault and becomes Refused `template_…`."""
    try:
        yield
    except UnknownField as error:
        raise Refused("template_unknown_field", None, {"field": error.name}) from error
    except NotAllowed as error:
        raise Refused("template_not_allowed", None, {"what": error.what}) from error
    except Endless as error:
        raise Refused("template_endless") from error
    except (TemplateSyntaxError, RecursionError) as error:
        raise Refused("template_syntax", None, {"why": str(error)}) from error
    except etree.XMLSyntaxError as error:
        raise Refused("template_broken", None, {"why": str(error)}) from error
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError) as error:
        raise Refused("template_picture", None, {}) from error
    except (TypeError, ValueError, ArithmeticError) as error:
        # A text compared with a number, a division by nothing: the template's reckoning, not ours.
        raise Refused("template_failed", None, {"why": str(error)}) from error


def fill_own(values: dict[str, Any], names: Mapping[str, bool], blank: str | None) -> None:
    """Puts blanks where the letter lacks an `isian.…`; nothing where the template asks whether it is there."""
    if blank is None:
        return
    own = values.setdefault(OWN_FIELDS, as_fields({}, OWN_FIELDS))
    for name, optional in names.items():
        own[name] = own.get(name) or ("" if optional else blank)


def prepare(paper: SoundTemplate, values: dict[str, Any], filling: Filling) -> None:
    """Lays the paper on the office's sheet and puts the pictures into `values`."""
    if filling.sheet is not None:
        lay_on(paper.get_docx(), filling.sheet)
    _put_pictures(paper, values, filling.pictures, filling.fields)


def _put_pictures(
    paper: SoundTemplate, values: dict[str, Any], pictures: Mapping[str, bytes], fields: Mapping[str, Field]
) -> None:
    for name, field in fields.items():
        if field.kind is not FieldKind.PICTURE:
            continue
        content = pictures.get(name)
        *groups, last = name.split(".")
        holder = values
        for group in groups:
            holder = holder.setdefault(group, as_fields({}, group))
        holder[last] = None if content is None else _picture(paper, content, field)


def _picture(paper: SoundTemplate, content: bytes, field: Field) -> Picture:
    """The picture as large as fits into the field's millimetres without being stretched."""
    image = Image.from_blob(content)
    wide = (
        field.width_mm
        and field.height_mm
        and image.px_width * field.height_mm > image.px_height * field.width_mm
    )
    by_width = bool(field.width_mm) and (wide or not field.height_mm)
    size = {"width": Mm(field.width_mm)} if by_width else {"height": Mm(field.height_mm or 20)}
    return Picture(paper, io.BytesIO(content), **size)
