"""What every command shares: language, passphrase, output, exit codes."""

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from surveytool.domain.problem import Problem
from surveytool.domain.sentences import Language, sentence
from surveytool.tasks.desk import Desk
from surveytool.tasks.workspaces import open_desk

DONE, FINDINGS, WRONG_USE, REFUSED, BUG = range(5)


@dataclass(frozen=True, slots=True)
class Terminal:
    """Speaks to the person at the terminal, and to the script behind it."""

    language: Language

    def say(self, code: str, **facts: object) -> None:
        """Say a sentence of the catalogue on standard error."""
        words = {name: str(fact) for name, fact in facts.items()}
        click.echo(sentence(f"cli.{code}", words, self.language), err=True)

    def list(self, problems: Iterable[Problem]) -> None:
        """Say each finding on a line of its own."""
        for problem in problems:
            click.echo(f"  {problem.say(self.language)}", err=True)


def passphrase(*, new: bool = False) -> str:
    """Return the passphrase from the environment or a prompt."""
    given = os.environ.get("SURVEYTOOL_PASSPHRASE")
    if given is not None:
        return given
    return str(
        click.prompt(
            "口令 Passphrase", hide_input=True, confirmation_prompt=new, err=True
        )
    )


def opened(path: Path) -> Desk:
    """Open a workspace with the passphrase of the person at the terminal."""
    return open_desk(path, passphrase())


def print_json(content: Any) -> None:  # noqa: ANN401 - anything json can write
    """Print one machine-readable object on standard output."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


FILE = click.Path(path_type=Path, dir_okay=False)
EXISTING = click.Path(path_type=Path, exists=True, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)
