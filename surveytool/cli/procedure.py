"""Commands on clues, steps, duties and what an edited profile would change."""

from datetime import date
from pathlib import Path

import click

from surveytool.cli.context import (
    DAY,
    DONE,
    EXISTING,
    FINDINGS,
    Terminal,
    opened,
    print_json,
)
from surveytool.domain.entity import Ref
from surveytool.tasks import (
    clue_rows,
    clues,
    county_check,
    inspections,
    procedures,
    visits,
)
from surveytool.tasks.survey import household_id


@click.group()
def casework() -> None:
    """Clues, procedures, duties, inspections; preview an edited profile."""


@casework.command()
@click.argument("file", type=EXISTING)
@click.option("--channel", required=True, help="A channel of the profile.")
@click.option("--household", default="", help="Id or 户编号, where it is known.")
@click.option("--content", required=True, help="What was noticed.")
@click.option("--name", "full_name", default="", help="Whom it is about.")
@click.option("--id-number", default="")
@click.option("--birth", default="", help="2026-11-23.")
@click.option("--source", default="", help="The department.")
@click.option("--village", default="", help="The village's code.")
@click.pass_obj
def clue(
    terminal: Terminal, /, file: Path, channel: str, household: str, **told: str
) -> None:
    """Enter a clue; prints its id."""
    desk = opened(file)
    home = household_id(desk, household) if household else ""
    ref = clues.enter(desk, channel, told, household=home)
    click.echo(str(ref))
    terminal.say("clue_entered", clue=ref)


@casework.command("clues")
@click.argument("file", type=EXISTING)
@click.option("--json", "as_json", is_flag=True, help="Print the list.")
@click.pass_obj
def list_clues(terminal: Terminal, file: Path, *, as_json: bool) -> int:
    """List the clues without a result."""
    desk = opened(file)
    found = clues.open_clues(desk)
    if as_json:
        print_json(
            [
                {"clue": str(one.clue.ref), **one.clue.fields}
                | {"candidates": [each.household for each in one.candidates]}
                for one in found
            ]
        )
    for one in found:
        click.echo(f"{one.clue.ref}  {one.clue.get('content')}", err=True)
    terminal.say("clues", count=len(found))
    return FINDINGS if found else DONE


@casework.command("take-list")
@click.argument("file", type=EXISTING)
@click.argument("path", type=EXISTING)
@click.option("--channel", default="department")
@click.option("--source", default="", help="The department.")
@click.pass_obj
def take_list(
    terminal: Terminal, file: Path, path: Path, channel: str, source: str
) -> int:
    """Enter a department's list: a clue a row."""
    desk = opened(file)
    found = clue_rows.read_list(path)
    terminal.list(found.problems)
    done = clue_rows.take_in(desk, found, channel, source)
    terminal.say(
        "clues_taken",
        entered=done.entered,
        matched=done.matched,
        repeated=done.repeated,
    )
    return FINDINGS if found.problems else DONE


@casework.command("close-clue")
@click.argument("file", type=EXISTING)
@click.argument("clue_id")
@click.option("--result", required=True)
@click.option("--reason", required=True)
@click.pass_obj
def close_clue(
    terminal: Terminal, file: Path, clue_id: str, result: str, reason: str
) -> None:
    """End a clue with a result and a reason."""
    clues.close(opened(file), clue_id.removeprefix("clue/"), result, reason)
    terminal.say("clue_closed", clue=clue_id)


@casework.command("open")
@click.argument("file", type=EXISTING)
@click.option("--household", required=True)
@click.option("--procedure", required=True)
@click.option("--reason", required=True)
@click.pass_obj
def open_case(
    terminal: Terminal, file: Path, household: str, procedure: str, reason: str
) -> None:
    """Open a case (elimination, rollback …) on a household; prints its id."""
    desk = opened(file)
    home = household_id(desk, household)
    ref = procedures.open_case(desk, home, procedure, reason)
    click.echo(str(ref))
    terminal.say("case_opened", case=ref)


@casework.command()
@click.argument("file", type=EXISTING)
@click.argument("subject")
@click.argument("step_code")
@click.option("--result", default="passed", help="begun, passed, returned, stopped.")
@click.option("--reason", default="")
@click.option("--evidence", multiple=True)
@click.pass_obj
def step(  # noqa: PLR0913 - a command's options
    terminal: Terminal,
    file: Path,
    subject: str,
    step_code: str,
    *,
    result: str,
    reason: str,
    evidence: tuple[str, ...],
) -> None:
    """Take a step of a clue's or case's procedure."""
    taking = procedures.Taking(step_code, result, reason, evidence)
    procedures.take(opened(file), Ref.parse(subject), taking)
    terminal.say("step_taken", step=step_code)


@casework.command()
@click.argument("file", type=EXISTING)
@click.option("--on", "day", type=DAY, help="Default: today.")
@click.option("--township", default="")
@click.pass_obj
def coverage(terminal: Terminal, file: Path, day: date | None, township: str) -> None:
    """Say how far each duty is done in its period."""
    found = visits.covered(opened(file), day, township)
    print_json(
        [
            {
                "duty": one.duty.code,
                "title": one.duty.zh,
                "from": one.first.isoformat(),
                "until": one.last.isoformat(),
                "done": len(one.done),
                "of": len(one.units),
            }
            for one in found
        ]
    )
    terminal.say("coverage", count=len(found))


@casework.command()
@click.argument("file", type=EXISTING)
@click.argument("profile")
@click.option("--on", "day", type=DAY, help="Default: today.")
@click.option("--json", "as_json", is_flag=True, help="Print the households.")
@click.pass_obj
def preview(
    terminal: Terminal, file: Path, profile: str, day: date | None, *, as_json: bool
) -> int:
    """Say which households would change under an edited profile."""
    found = list(county_check.preview(opened(file), profile, day))
    if as_json:
        print_json([one.summary() for one in found])
    for one in found:
        name = f"{one.row.village_title} {one.row.head_name}（{one.row.code}）"
        for sign, some in (("+", one.new), ("-", one.gone)):
            for finding in some:
                click.echo(f"{name} {sign} {finding.say(terminal.language)}", err=True)
    terminal.say("previewed_profile", count=len(found), profile=profile)
    return FINDINGS if found else DONE


@casework.command()
@click.argument("file", type=EXISTING)
@click.option("--seed", required=True, help="Written down, to check the draw later.")
@click.option("--each", default=5, help="Households of each township.")
@click.pass_obj
def draw(terminal: Terminal, file: Path, seed: str, each: int) -> None:
    """Draw households for an inspection; the same seed draws the same."""
    found = inspections.draw(opened(file), seed, each)
    print_json(
        [
            {
                "township": one.township,
                "group": one.group,
                "households": [row.code or row.id for row in one.rows],
            }
            for one in found
        ]
    )
    terminal.say("drawn", count=sum(len(one.rows) for one in found), seed=seed)
