"""The template of a letter kind: a stranger's Word file, looked over, laid into the folder, given to its kind."""

from __future__ import annotations

from pathlib import Path

from correspondence.changes import Changes
from correspondence.errors import Refused
from correspondence.services import keeping
from templates_docx import catalogue
from templates_docx.apart import check_apart
from templates_docx.catalogue import PaperKind
from templates_docx.history import Turn
from templates_docx.opening import read_template
from ui.paper.printed_lines import ProblemLine
from ui.paper.template_words import problem_line
from ui.template_folder import TemplateFolder
from ui.texts import _


class KindTemplates(TemplateFolder):
    """Adding a kind takes its file and its name."""

    def add(self, *, name: str, group: str = "", file: Path) -> Changes:
        """A new letter kind with its template. The register first: a name it refuses replaces no template.

        Refused as `keeping.add_kind`, `template_flawed` (facts path, problem, count); what `read_template` raises.
        """
        content, target = self.sound(file), catalogue.file_for(name)
        changes = keeping.add_kind(self._office, name=name, group=group, template=target)
        self._use(PaperKind(name, target, kind=name), content, Turn.ADDED)
        return changes

    def put(self, *, name: str, file: Path) -> Changes:
        """The template a kind that is there already is written with from now on; as `add`."""
        content, target = self.sound(file), catalogue.file_for(name)
        changes = keeping.set_kind_template(self._office, name=name, template=target)
        self._use(PaperKind(name, target, kind=name), content, Turn.ADDED)
        return changes

    def look_over(self, file: Path) -> tuple[ProblemLine, ...]:
        """What is wrong with a stranger's file that is to become the template of a letter kind."""
        return tuple(map(problem_line, check_apart(file, "")))

    def sound(self, file: Path) -> bytes:
        """The file, looked over. Refused `template_flawed` with the first flaw; what `read_template` raises."""
        flaws = self.look_over(file)
        if flaws:
            first = flaws[0]
            place = _("Letaknya di {where}: ").format(where=first.where) if first.where else ""
            facts = {"path": file.name, "problem": f"{place}{first.problem}", "count": len(flaws)}
            raise Refused("template_flawed", "template", facts)
        return read_template(file)
