"""A submission without the screen."""

from pathlib import Path

import click

from surveytool.cli.context import DONE, EXISTING, FINDINGS, Terminal, opened, read_json
from surveytool.domain.refusal import Refusal
from surveytool.tasks import survey as surveys

SELECTS = ("select1", "select", "rank")


class NotAChoiceError(Refusal):
    """An answer is not among the choices that the form offers."""

    code = "cli.not_a_choice"


@click.command()
@click.argument("file", type=EXISTING)
@click.option("--household", required=True, help="The household's id or 户编号.")
@click.option("--form", required=True, help="household_check, assistance_plan …")
@click.option("--answers", type=EXISTING, required=True, help='{"/data/…": "value"}')
@click.option("--draft", is_flag=True, help="Leave it unfinished.")
@click.pass_obj
def survey(
    terminal: Terminal,
    file: Path,
    household: str,
    form: str,
    answers: Path,
    *,
    draft: bool,
) -> int:
    """Fill in a form for a household from a file of answers."""
    told = read_json(answers, dict)
    desk = opened(file)
    open_form = surveys.begin(desk, surveys.household_id(desk, household), form)
    for ref, value in told.items():
        answer(open_form, ref, "" if value is None else str(value))
    surveys.save(desk, open_form, open_form.take_unsaved())
    problems = [] if draft else surveys.finish(desk, open_form)
    terminal.list(problems)
    terminal.say("draft_kept" if draft or problems else "survey_finished", form=form)
    return FINDINGS if problems else DONE


def answer(open_form: surveys.Survey, ref: str, value: str) -> None:
    """Answer a question; raises NotAChoiceError where a page could not offer it."""
    open_form.session.answer(ref, value)
    node = open_form.session.node(ref)
    offered = [name for name, _ in node.options]
    chosen = value.split() if node.kind in ("select", "rank") else [value]
    if value and node.kind in SELECTS and not set(chosen) <= set(offered):
        raise NotAChoiceError(where=ref, value=value, choices=" ".join(offered[:30]))
