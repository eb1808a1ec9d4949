"""Commands that send and fetch packages by a server, only when asked."""

import os
from pathlib import Path

import click

from surveytool.cli.context import DONE, EXISTING, FOLDER, REFUSED, Terminal, opened
from surveytool.tasks import packages, upload
from surveytool.tasks.upload import Mailbox

USER = click.option("--user", default="", help="For WebDAV; the token is its password.")
TRUST = click.option(
    "--trust", type=EXISTING, help="A certificate (PEM) to trust, as the county's own."
)


@click.command()
@click.argument("file", type=EXISTING)
@click.argument("parcel", type=EXISTING)
@click.argument("url")
@USER
@TRUST
@click.pass_obj
def send(
    terminal: Terminal,
    file: Path,
    parcel: Path,
    url: str,
    user: str,
    trust: Path | None,
) -> None:
    """Send a package to a folder on a server (token: SURVEYTOOL_TOKEN)."""
    box = Mailbox(url, _token(), user, trust)
    size = upload.send(opened(file), parcel, box)
    terminal.say("package_sent", file=parcel.name, size=size)


@click.command()
@click.argument("file", type=EXISTING)
@click.argument("url")
@click.option("-o", "--out", "folder", type=FOLDER, required=True)
@click.option("--name", default="", help="One file, where a server cannot list.")
@click.option("--import", "take", is_flag=True, help="Take them in as well.")
@USER
@TRUST
@click.pass_obj
def fetch(  # noqa: PLR0913 - one parameter an option
    terminal: Terminal, file: Path, url: str, folder: Path, *,
    name: str, user: str, trust: Path | None, take: bool,
) -> int:  # fmt: skip
    """Fetch the packages for this computer from a server."""
    desk, box = opened(file), Mailbox(url, _token(), user, trust)
    folder.mkdir(parents=True, exist_ok=True)
    if name:
        found = [upload.fetch_one(desk, box, name, folder)]
    else:
        found = upload.fetch(desk, box, folder)
    terminal.say("packages_fetched", count=len(found))
    results = packages.take_in(desk, found) if take else []
    for one in results:
        if one.refusal:
            click.echo(f"{one.path}: {one.refusal.say(terminal.language)}", err=True)
    return REFUSED if any(one.refusal for one in results) else DONE


def _token() -> str:
    return os.environ.get("SURVEYTOOL_TOKEN", "")


COMMANDS = (send, fetch)
