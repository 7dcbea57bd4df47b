"""argparse, taught to speak the clerk's language and to leave its errors to the terminal's one door."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

from ui.cli.once import Once
from ui.cli.wrong_usage import WrongUsage
from ui.texts import _, mark

# argparse says its errors in English; what it says is read back here. An unknown one is passed on as it is.
_ERRORS = (
    (r"the following arguments are required: (?P<names>.+)", mark("Perintah ini masih kurang: {names}.")),
    (r"unrecognized arguments: (?P<names>.+)", mark("Tidak dikenal: {names}.")),
    (
        r"argument (?P<name>.+?): invalid choice: (?P<value>.+?) \(choose from (?P<known>.+)\)",
        mark("{name} tidak mengenal {value}; pilihannya: {known}."),
    ),
    (
        r"argument (?P<name>.+?): expected one argument",
        mark("{name} harus diikuti satu isian; isian yang diawali -- ditulis {name}=ISIAN."),
    ),
    (r"argument (?P<name>.+?): expected at least one argument", mark("{name} harus diikuti isian.")),
    (
        r"argument (?P<name>.+?): invalid (?P<sort>\w+) value: (?P<value>.+)",
        mark("{name} tidak dapat berisi {value}."),
    ),
    (
        r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)",
        mark("{name} tidak dapat dipakai bersama {other}."),
    ),
    (
        r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)",
        mark("{name} tidak memerlukan isian."),
    ),
)


class _Formatter(argparse.HelpFormatter):
    """Says "Pemakaian" for "usage"."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=34, width=100)

    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, _("Pemakaian: ") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Raises WrongUsage instead of printing and leaving; never completes half-typed options."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **{"formatter_class": _Formatter, "allow_abbrev": False, "add_help": False, **options}
        )
        # What argparse asks whether "-5" is a number: a subject may be "-2+3", and no option but -h has a single dash.
        self._negative_number_matcher = re.compile(r"-(?!-)")

    def error(self, message: str) -> NoReturn:
        help_word = _("Bantuan: {command} --help").format(command=self.prog)
        raise WrongUsage(f"{_translated(message)} {help_word}")


def _translated(message: str) -> str:
    for pattern, sentence in _ERRORS:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match is not None:
            return _(sentence).format(**match.groupdict())
    return message if message.endswith(".") else message + "."


def common_options(parser: argparse.ArgumentParser, *, first: bool) -> None:
    """The options every command takes, before or after its name; what stands after wins."""
    missing: Any = None if first else argparse.SUPPRESS
    group = parser.add_argument_group(_("Untuk semua perintah"))
    group.add_argument(
        "--registry",
        metavar="URL",
        default=missing,
        help=_("registri yang dipakai: sqlite:///BERKAS atau postgresql://…"),
    )
    group.add_argument(
        "--as",
        dest="actor",
        metavar="NAMA",
        default=missing,
        help=_("nama yang ditulis di jurnal; bila kantor memakai akun, akun untuk masuk"),
    )
    group.add_argument("--lang", choices=("id", "en"), default=missing, help=_("bahasa: id atau en"))
    group.add_argument(
        "--json",
        action="store_true",
        default=False if first else argparse.SUPPRESS,
        help=_("jawaban sebagai satu dokumen JSON"),
    )
    if first:
        group.add_argument("--version", action="store_true", help=_("tampilkan versi"))
    group.add_argument("-h", "--help", action="help", help=_("tampilkan bantuan ini"))


@dataclass(slots=True)
class Family:
    """Commands that share a word: `register incoming`, `register outgoing`; or the words of the program itself."""

    _actions: Any

    def command(self, name: str, run: Callable[..., Any] | None, about: str) -> Arguments:
        """A command; `run(desk, args)` answers it."""
        parser = self._actions.add_parser(name, help=about, description=about)
        own = parser.add_argument_group(_("Isian"))
        common_options(parser, first=False)
        if run is not None:
            parser.set_defaults(run=run)
        return Arguments(parser, own)

    def family(self, name: str, about: str) -> Family:
        """A word that is followed by another word."""
        parser = self.command(name, None, about).parser
        return family_of(parser, f"{name}_command")


@dataclass(frozen=True, slots=True)
class Arguments:
    """Takes a command's own arguments under their own heading."""

    parser: argparse.ArgumentParser
    group: Any

    def add(self, *names: str, **options: Any) -> Arguments:
        """An option that takes one value may stand once."""
        if names[0].startswith("-"):
            options.setdefault("action", Once)
        self.group.add_argument(*names, **options)
        return self


def family_of(parser: argparse.ArgumentParser, destination: str, *, required: bool = True) -> Family:
    """The words that may follow what `parser` has read."""
    word = _("PERINTAH")
    return Family(
        parser.add_subparsers(
            title=word,
            dest=destination,
            metavar=word,
            required=required,
            parser_class=Parser,
            prog=parser.prog,
        )
    )
