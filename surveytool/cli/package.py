"""Commands on packages and on joining."""

from pathlib import Path

import click

from surveytool.cli import quarantine, upload
from surveytool.cli.context import (
    DONE,
    EXISTING,
    FILE,
    REFUSED,
    Terminal,
    opened,
    print_json,
)
from surveytool.domain.seat import Role
from surveytool.tasks import joining, packages, peers, register

PARCEL = click.Path(path_type=Path, exists=True)


@click.group()
def package() -> None:
    """Exchange packages with the county."""


for _command in (*quarantine.COMMANDS, *upload.COMMANDS):
    package.add_command(_command)


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
@click.argument("parcels", nargs=-1, required=True, type=PARCEL)
@click.option("--json", "as_json", is_flag=True, help="Print the results.")
@click.pass_obj
def take_in(
    terminal: Terminal, file: Path, parcels: tuple[Path, ...], *, as_json: bool
) -> int:
    """Take packages, or folders of them, in; one bad file does not stop the others."""
    desk = opened(file)
    found = [
        one
        for path in parcels
        for one in (packages.packages_in(path) if path.is_dir() else [path])
    ]
    results = packages.take_in(desk, found)
    if as_json:
        print_json([one.summary() for one in results])
    for one in results:
        if one.refusal:
            click.echo(f"{one.path}: {one.refusal.say(terminal.language)}", err=True)
        else:
            terminal.say(
                "package_taken", file=one.path, new=one.new, repeated=one.repeated
            )
        if one.held:
            terminal.say("package_held", held=one.held)
        for gap in one.gaps:
            click.echo(gap, err=True)
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
@click.option("--role", type=click.Choice(list(Role)), help="Default: as it asked.")
@click.pass_obj
def accept(
    terminal: Terminal,
    file: Path,
    request_file: Path,
    villages: tuple[str, ...],
    township: str,
    role: Role | None,
) -> None:
    """County: accept a laptop and say which villages are its."""
    desk = opened(file)
    given = Role(role) if role else None
    peer = joining.accept(
        desk, request_file, villages=villages, township=township, role=given
    )
    facts = {"villages": len(peer.villages), "fingerprint": peer.fingerprint}
    terminal.say("accepted", name=peer.name, **facts)


@join.command()
@click.argument("file", type=EXISTING)
@click.argument("peer")
@click.option("--reason", required=True, help="Why.")
@click.pass_obj
def revoke(terminal: Terminal, file: Path, peer: str, reason: str) -> None:
    """County: cut a lost laptop off; what it sends from now on is quarantined."""
    desk = opened(file)
    lost = peers.peer(desk, peer)
    register.revoke(desk, lost.device, reason)
    terminal.say("revoked", name=lost.name)
