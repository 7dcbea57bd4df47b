"""Every command of the terminal, and how their errors are told. Loaded when a command was typed: the window needs none."""

from __future__ import annotations

from correspondence.errors import OfficeError
from ui.cli import books, chains, letters, looking, office_lists, papers, registry, soundness, users
from ui.cli.answers import Document
from ui.cli.arguments import Parser, common_options, family_of
from ui.failures import exit_code, facts_of, sentence
from ui.texts import _


def build_parser() -> Parser:
    """Every command of the terminal."""
    parser = Parser(
        prog="warkat",
        description=_(
            "Buku agenda surat untuk kantor pemerintah daerah. Tanpa perintah, jendela Warkat dibuka."
        ),
    )
    common_options(parser, first=True)
    words = family_of(parser, "command", required=False)
    registry.add_commands(words)
    soundness.add_commands(words)
    letters.add_commands(words)
    chains.add_commands(words)
    looking.add_commands(words)
    papers.add_commands(words)
    books.add_commands(words)
    office_lists.add_commands(words)
    users.add_commands(words)
    return parser


def told(error: OfficeError) -> tuple[Document, str, int]:
    """An error of the office: the document for `--json`, the sentence for people, the exit code."""
    said = sentence(error, codes=True)
    return {**facts_of(error), "sentence": said}, said, exit_code(error)
