"""Take packages in: each whole or not at all, one bad file never in another's way."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from surveytool.domain.entity import Ref
from surveytool.domain.refusal import Refusal
from surveytool.domain.rights import EVERYWHERE
from surveytool.store import Taken
from surveytool.sync import writer
from surveytool.sync.card import PeerCard
from surveytool.sync.reader import Package, open_package
from surveytool.sync.settle import Settlement, settle
from surveytool.tasks.attached import expect, keep_files, noting
from surveytool.tasks.browse import village_names
from surveytool.tasks.desk import Desk
from surveytool.tasks.holdings import StoreHoldings
from surveytool.tasks.peers import peers
from surveytool.tasks.register import doubt

SUFFIX = writer.SUFFIX

Progress = Callable[[int, int, str], None]
"""Told before each file: how many are done, of how many, and its name."""


class WrongVillageError(Refusal):
    """The package holds villages that this computer is not certified for."""

    code = "tasks.wrong_village"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What taking one file in came to.

    A refusal beside changes that are new: its pictures found no room.
    """

    path: Path
    refusal: Refusal | None = None
    new: int = 0
    repeated: int = 0
    held: int = 0
    villages: Mapping[str, int] = field(default_factory=dict)
    conflicts: int = 0
    gaps: tuple[str, ...] = ()

    def summary(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        said = (
            {"zh": self.refusal.say("zh"), "en": str(self.refusal)}
            if self.refusal
            else None
        )
        return {
            "file": str(self.path),
            "refused": said and {"code": self.refusal and self.refusal.code} | said,
            "new": self.new,
            "repeated": self.repeated,
            "held": self.held,
            "villages": dict(self.villages),
            "conflicts": self.conflicts,
            "gaps": list(self.gaps),
        }


def packages_in(folder: Path) -> list[Path]:
    """Return the packages in a folder and below, by name."""
    return sorted(one for one in folder.rglob(f"*{SUFFIX}") if one.is_file())


def take_in(
    desk: Desk,
    paths: Iterable[Path],
    *,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> list[TakenIn]:
    """Take packages in; a file that is refused does not stop the others.

    Cancelled, it ends between two files: what was taken in stays, and the rest
    can be taken in another time.
    """
    found = list(paths)
    if found and desk.store.villages():
        desk.store.backup()
    known = {card.device: card for card in peers(desk)}
    results = []
    for done, path in enumerate(found):
        if is_cancelled is not None and is_cancelled():
            break
        if progress is not None:
            progress(done, len(found), path.name)
        results.append(_take_in(desk, path, known))
    return results


def _take_in(desk: Desk, path: Path, known: Mapping[str, PeerCard]) -> TakenIn:
    try:
        return _take(desk, path, known)
    except Refusal as refusal:
        desk.store.audit("package_refused", path.name, refusal.code)
        return TakenIn(path, refusal)


def _take(desk: Desk, path: Path, known: Mapping[str, PeerCard]) -> TakenIn:
    package = open_package(path, desk.keys, trusted=known.get, county=desk.seat.county)
    found = settle(
        StoreHoldings(desk.store),
        package.sender,
        manifest=package.manifest,
        contents=package.contents,
    )
    taken, lacking = _write(desk, package, found)
    desk.store.audit("package_in", package.sender.device, f"{path.name} {taken.new}")
    return TakenIn(
        path,
        lacking,
        taken.new,
        taken.repeated,
        taken.held,
        _by_village(desk, taken),
        _conflicts(desk, taken.touched),
        tuple(one.say("zh") for one in found.gaps),
    )


def _write(
    desk: Desk, package: Package, found: Settlement
) -> tuple[Taken, Refusal | None]:
    store, device, named = desk.store, package.sender.device, set[str]()
    with store.together():
        before = store.top()
        taken = store.take(noting(package.changes(), named), source=device)
        _check_villages(desk, package)
        store.want(found.missing)
        store.set_receipts(device, "theirs", found.acknowledged)
        store.set_receipts(device, "ours", found.received)
        store.set_asked(device, found.wanted)
        store.note_gaps(
            device, {one.where: int(one.facts["last"]) for one in found.gaps}
        )
        if taken.new:
            file = package.path.name
            store.note_parcel(device, at=desk.stamp(), file=file, after=before)
        doubt(desk, taken)
        expect(desk, package, named)
    return taken, _keep(desk, package, named)


def _keep(desk: Desk, package: Package, named: set[str]) -> Refusal | None:
    # After the commit: a picture is never in the way of what was typed, and one
    # that is still missing is asked for next time.
    try:
        keep_files(desk, package, named)
    except Refusal as refusal:
        return refusal
    return None


def _check_villages(desk: Desk, package: Package) -> None:
    """Raise WrongVillageError, after the package's own certificates are in."""
    store, own = desk.store, desk.keys.device
    grants = store.rights(own).ever if store.anchors else ()
    given = frozenset[str]().union(*(one.villages for one in grants))
    if not grants or EVERYWHERE in given or any(one.is_county for one in grants):
        return
    foreign = set(package.contents.feeds) - given - {"", EVERYWHERE}
    if foreign:
        names = village_names(desk)
        said = "、".join(sorted(names.get(one, one) for one in foreign))
        raise WrongVillageError(villages=said)


def _by_village(desk: Desk, taken: Taken) -> Mapping[str, int]:
    names = village_names(desk)
    homes = [ref.id for ref in taken.touched if ref.kind == "household"]
    rows = desk.store.rows(homes)
    return Counter(names.get(row.village, row.village) for row in rows)


def _conflicts(desk: Desk, touched: frozenset[Ref]) -> int:
    return sum(root in touched for root, _ in desk.store.conflicts())
