"""What every command shares: language, passphrase, output, exit codes."""

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from surveytool.domain.problem import Problem
from surveytool.domain.refusal import Refusal
from surveytool.domain.sentences import Language, sentence
from surveytool.tasks.desk import Desk
from surveytool.tasks.workspaces import open_desk, operator_count

Content = TypeVar("Content", dict[str, Any], list[Any])
DONE, FINDINGS, WRONG_USE, REFUSED, BUG = range(5)


class NoSuchFileError(Refusal):
    """A file named in a command is not there."""

    code = "cli.no_such_file"
    exit_code = WRONG_USE


class NotTheJsonError(Refusal):
    """A file is not the JSON that a command needs."""

    code = "cli.not_the_json"


class NotADayError(Refusal):
    """A date is not written as one."""

    code = "cli.not_a_day"
    exit_code = WRONG_USE


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
            words = problem.say(self.language)
            place = "" if problem.where in words else f"{problem.where}  "
            click.echo(f"  {place}{words}", err=True)


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
    """Open a workspace until the command ends, however it ends."""
    operator = os.environ.get("SURVEYTOOL_OPERATOR", "")
    if not operator and operator_count(path) > 1:
        operator = click.prompt("操作员姓名 Operator", err=True)
    desk = open_desk(path, passphrase(), operator)
    click.get_current_context().call_on_close(desk.close)
    return desk


def print_json(content: Any) -> None:  # noqa: ANN401 - anything json can write
    """Print one machine-readable object on standard output."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def read_json(path: Path, kind: type[Content]) -> Content:
    """Return what a JSON file holds; raises NotTheJsonError."""
    try:
        content = json.loads(path.read_text("utf-8-sig"))
    except ValueError as error:  # UnicodeDecodeError and JSONDecodeError
        raise NotTheJsonError(file=path, reason=error) from error
    if not isinstance(content, kind):
        shape = "{…}" if kind is dict else "[…]"
        raise NotTheJsonError(file=path, reason=shape)
    return content


class ExistingFile(click.Path):
    """A file that must be there."""

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click declares it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401
        """Return the path; raises NoSuchFileError."""
        if not Path(value).is_file():
            raise NoSuchFileError(file=value)
        return super().convert(value, param, ctx)


class Day(click.ParamType[date]):
    """A day as 2026-11-23."""

    name = "date"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click declares it
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> date:
        """Return the day; raises NotADayError."""
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise NotADayError(day=value) from error


FILE = click.Path(path_type=Path, dir_okay=False)
EXISTING = ExistingFile(path_type=Path)
FOLDER = click.Path(path_type=Path, file_okay=False)
DAY = Day()
