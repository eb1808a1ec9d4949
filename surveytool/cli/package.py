"""Commands on packages and on joining."""

from pathlib import Path

import click

from surveytool.cli.context import (
    DONE,
    EXISTING,
    FILE,
    REFUSED,
    Terminal,
    opened,
    print_json,
)
from surveytool.tasks import joining, packages, peers


@click.group()
def package() -> None:
    """Exchange packages with the county."""


@package.command("export")
@click.argument("file", type=EXISTING)
@click.option("--to", "peer", required=True, help="A peer's name or device.")
@click.option("-o", "--out", type=FILE, required=True)
@click.pass_obj
def export(terminal: Terminal, file: Path, peer: str, out: Path) -> None:
    """Write a package with what a peer lacks."""
    desk = opened(file)
    sent = packages.export(desk, peer, out)
    terminal.say("package_written", file=out, changes=sent.changes, size=sent.size)


@package.command("import")
@click.argument("file", type=EXISTING)
@click.argument("parcels", nargs=-1, required=True, type=EXISTING)
@click.option("--json", "as_json", is_flag=True, help="Print the results.")
@click.pass_obj
def take_in(
    terminal: Terminal, file: Path, parcels: tuple[Path, ...], *, as_json: bool
) -> int:
    """Take packages in; one bad file does not stop the others."""
    desk = opened(file)
    results = packages.take_in(desk, parcels)
    if as_json:
        print_json([one.summary() for one in results])
    for one in results:
        if one.refusal:
            click.echo(f"{one.path}: {one.refusal.say(terminal.language)}", err=True)
        else:
            terminal.say(
                "package_taken", file=one.path, new=one.new, repeated=one.repeated
            )
    return REFUSED if any(one.refusal for one in results) else DONE


@package.command()
@click.argument("parcel", type=EXISTING)
def inspect(parcel: Path) -> None:
    """Print a package's plain header: no content, no personal data."""
    print_json(packages.inspect(parcel))


@click.group()
def join() -> None:
    """How a laptop joins its county."""


@join.command()
@click.argument("file", type=EXISTING)
@click.option("-o", "--out", type=FILE, required=True)
@click.pass_obj
def card(terminal: Terminal, file: Path, out: Path) -> None:
    """County: write the card that laptops need to join."""
    desk = opened(file)
    fingerprint = joining.write_card(desk, out)
    terminal.say("card_written", file=out, fingerprint=fingerprint)


@join.command()
@click.argument("file", type=EXISTING)
@click.option("--county", "county_card", type=EXISTING, required=True)
@click.option("-o", "--out", type=FILE, required=True)
@click.pass_obj
def request(terminal: Terminal, file: Path, county_card: Path, out: Path) -> None:
    """Township: ask to join the county whose card this is."""
    desk = opened(file)
    fingerprint = joining.request(desk, county_card, out)
    own = peers.own_card(desk).fingerprint
    terminal.say("request_written", file=out, fingerprint=fingerprint, own=own)


@join.command()
@click.argument("file", type=EXISTING)
@click.argument("request_file", type=EXISTING)
@click.option("--village", "villages", multiple=True, help="A village's code or name.")
@click.option("--township", default="", help="All villages of this township.")
@click.pass_obj
def accept(
    terminal: Terminal,
    file: Path,
    request_file: Path,
    villages: tuple[str, ...],
    township: str,
) -> None:
    """County: accept a laptop and say which villages are its."""
    desk = opened(file)
    peer = joining.accept(desk, request_file, villages=villages, township=township)
    facts = {"villages": len(peer.villages), "fingerprint": peer.fingerprint}
    terminal.say("accepted", name=peer.name, **facts)
