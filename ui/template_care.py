"""Template care: the office's templates changed in Word, compared, put back. Nothing is used before it was looked over."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from correspondence.accounts import Right
from correspondence.errors import NotFound, Refused
from correspondence.services.signed_in import by_right
from templates_docx import catalogue
from templates_docx.apart import check_apart
from templates_docx.catalogue import PAPERS, PaperKind
from templates_docx.differences import differing
from templates_docx.history import Turn, changes_of
from templates_docx.opening import read_template
from templates_docx.versions import compared, version_kept, version_of
from ui.files import make_folder, write_whole
from ui.paper.printed_lines import ProblemLine
from ui.paper.template_words import place_words, problem_line
from ui.template_folder import TemplateFolder
from ui.template_lines import CareLine, Comparison, DifferingLine, TakenIn, VersionLine

SHIPPED = "shipped"


class TemplateCare(TemplateFolder):
    """Each paper by its code; of a letter kind with a template of its own that is the kind's."""

    def lines(self) -> list[CareLine]:
        """Every paper that is written with a template: the shipped ones, then letter kinds with one of their own."""
        kinds = self._kinds()
        own = [each for each in kinds if each.template]
        found = [*PAPERS.values(), *(catalogue.paper_named(each.name, kinds) for each in own)]
        return [self._line(each) for each in dict.fromkeys(found)]

    def flaws(self, code: str) -> tuple[ProblemLine, ...]:
        """What is wrong with the template in use, none when it is sound; looked for once a version."""
        kind = self._paper(code)
        path = self._used(kind)
        try:
            version = version_of(path.read_bytes())
        except OSError:
            version = ""
        return _flaws(path, _checked_as(kind), version)

    def working_copy(self, code: str) -> Path:
        """A copy of the template in use, to be changed in Word; one that was changed and not taken in yet is gone on with.

        Refused `right_missing`; Unavailable `file_unwritable`.
        """
        with by_right(self._office, Right.KEEP_LISTS):
            pass
        kind = self._paper(code)
        copy = self._copy(kind)
        if not copy.is_file():
            make_folder(copy.parent)
            write_whole(copy, read_template(self._used(kind)))
        return copy

    def take_in(self, code: str) -> TakenIn:
        """Uses the changed copy from now on, if it is sound. Unavailable `template_unreadable` while Word is writing it."""
        kind = self._paper(code)
        copy = self._copy(kind)
        try:
            content = read_template(copy)
        except NotFound:
            return TakenIn(code, used=False)
        except Refused:
            return TakenIn(code, used=False, flaws=tuple(map(problem_line, check_apart(copy, ""))))
        used = self._content(kind)
        if content == used:
            return TakenIn(code, used=False)
        flaws = _flaws(copy, _checked_as(kind), version_of(content))
        # What a paper of its kind usually says and this one does not may be the office's own wish.
        if any(each.code != "missing" for each in flaws):
            return TakenIn(code, used=False, flaws=flaws)
        self._use(kind, content, Turn.CHANGED)
        return TakenIn(code, used=True, flaws=flaws, before=version_of(used))

    def compare(self, code: str) -> Comparison:
        """The template in use against the shipped one. Refused `template_without_shipped`."""
        kind = self._paper(code)
        if kind.code not in PAPERS:
            raise Refused("template_without_shipped", None, {"name": kind.kind})
        own = self._used(kind)
        fields = compared(own, kind.code)
        paragraphs = [
            DifferingLine(
                str(each.what),
                place_words(
                    str(each.place.region),
                    "",
                    table=each.place.table,
                    row=each.place.row,
                    column=each.place.column,
                ),
                each.was,
                each.now,
            )
            for each in differing(kind.shipped.read_bytes(), read_template(own))
        ]
        return Comparison(fields.same, fields.only_own, fields.only_shipped, paragraphs)

    def versions(self, code: str) -> list[VersionLine]:
        """What was used and when, newest first; the shipped one last, whether it ever was used or not."""
        kind = self._paper(code)
        now = version_of(self._content(kind))
        noted = list(reversed(changes_of(self._templates, kind.file)))
        lines = [VersionLine(each.version, str(each.turn), each.at, each.by, current=False) for each in noted]
        shipped = version_of(kind.shipped.read_bytes()) if kind.code in PAPERS else ""
        # Somebody may have laid a file into the folder without asking anybody.
        if now != shipped and (not noted or noted[0].version != now):
            path = self._used(kind)
            lines.insert(0, VersionLine(now, Turn.CHANGED, _modified(path), "", current=False))
        lines = [each for each in lines if each.version != shipped]
        if shipped:
            lines.append(VersionLine(shipped, SHIPPED, None, "", current=False))
        newest = {each.version: each for each in reversed(lines)}
        return [
            VersionLine(each.version, each.turn, each.at, each.by, current=each.version == now)
            for each in lines
            if newest[each.version] is each
        ]

    def restore(self, code: str, version: str) -> None:
        """Uses an earlier version again. NotFound("template_version", …)."""
        kind = self._paper(code)
        if kind.code in PAPERS and version == version_of(kind.shipped.read_bytes()):
            self.reset(code)
            return
        self._use(kind, version_kept(self._templates, version), Turn.RESTORED)

    def reset(self, code: str) -> bool:
        """Back to the shipped template; the office's is kept as a version, a copy not taken in is not. Whether there was one.

        Refused `right_missing`, `template_without_shipped`.
        """
        with by_right(self._office, Right.KEEP_LISTS):
            pass
        kind = self._paper(code)
        if kind.code not in PAPERS:
            raise Refused("template_without_shipped", None, {"name": kind.kind})
        own = catalogue.own_copy(self._templates, kind)
        if not own.is_file():
            self._forget_copy(kind)
            return False
        # As it is: what cannot be read as a template most of all must be got rid of.
        self._note(kind, kind.shipped.read_bytes(), Turn.RESET, own.read_bytes())
        self._forget_copy(kind)
        catalogue.reset(self._templates, kind.code)
        return True

    def _line(self, kind: PaperKind) -> CareLine:
        path, content, copy = self._used(kind), self._content(kind), self._copy(kind)
        own, version = path.parent == self._templates, version_of(content) if content else ""
        noted = next(
            (each for each in reversed(changes_of(self._templates, kind.file)) if each.version == version),
            None,
        )
        known = own and noted is not None
        return CareLine(
            kind.code,
            "" if kind.code in PAPERS else kind.kind,
            path,
            own=own,
            shipped=kind.code in PAPERS,
            version=version,
            changed_at=noted.at if noted and known else _modified(path) if own else None,
            changed_by=noted.by if noted and known else "",
            editing=copy if copy.is_file() and copy.read_bytes() != content else None,
        )


def _checked_as(kind: PaperKind) -> str:
    """ "" for a kind with a template of its own: of that nothing must be there."""
    return kind.code if kind.code in PAPERS else ""


@lru_cache(maxsize=128)
def _flaws(path: Path, code: str, _version: str) -> tuple[ProblemLine, ...]:
    return tuple(map(problem_line, check_apart(path, code)))


def _modified(path: Path) -> datetime | None:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC) if path.is_file() else None
