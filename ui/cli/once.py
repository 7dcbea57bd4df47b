"""Options that a person types twice, or where they mean nothing: said, for swallowing one of two is guessing."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from ui.cli.wrong_usage import WrongUsage
from ui.texts import _


class Once(argparse.Action):
    """Stores one value, and refuses a second one."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        given: set[str] = vars(namespace).setdefault("_given", set())
        if self.dest in given:
            parser.error(_("{option} hanya boleh disebut sekali.").format(option=option_string))
        given.add(self.dest)
        setattr(namespace, self.dest, values)


def refuse_unknown(args: argparse.Namespace, step: str, known_by: Mapping[str, frozenset[str]]) -> None:
    """WrongUsage for an option that was filled in and that `step` does not know.

    `known_by` names each option that belongs to certain steps, by its name among `args`, with those steps.
    """
    for name, steps in known_by.items():
        if step not in steps and getattr(args, name, None):
            raise WrongUsage(
                _("{step} tidak mengenal {option}; itu untuk {steps}.").format(
                    step=step, option=f"--{name.replace('_', '-')}", steps=", ".join(sorted(steps))
                )
            )
