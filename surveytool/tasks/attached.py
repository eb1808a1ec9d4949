"""Attachments travel with the changes that name them; what is missing is asked for."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from surveytool.domain.change import Change
from surveytool.store.attic import BrokenAttachmentError, is_name
from surveytool.sync.compose import Composed
from surveytool.sync.files import named_in, with_files
from surveytool.sync.reader import Package
from surveytool.tasks.desk import Desk

MISSING = "files_missing"
ASKED = "files_asked."
PORTION = 500


def attach(desk: Desk, composed: Composed, receiver: str) -> Composed:
    """Add to a package what its changes name, what was asked for, and what to ask."""
    names = _named(desk, composed) | set(_names(desk, ASKED + receiver))
    asked = set(missing(desk))
    return with_files(composed, _sizes(desk, names), desk.store.attachment, asked=asked)


def missing(desk: Desk) -> list[str]:
    """Return the attachments that changes name and that are not here."""
    known = set(_names(desk, MISSING))
    return sorted(known - desk.store.has_attachments(known))


def noting(changes: Iterable[Change], names: set[str]) -> Iterator[Change]:
    """Pass changes on, noting the attachments that they name."""
    for change in changes:
        for values in change.set.values():
            names.update(text for text in values.values() if text and is_name(text))
        yield change


def expect(desk: Desk, package: Package, named: set[str]) -> None:
    """Note what is to come, with the changes: whatever fails later is asked for."""
    wanted = named | set(_names(desk, MISSING))
    _note(desk, MISSING, wanted - desk.store.has_attachments(wanted))
    _note(desk, ASKED + package.sender.device, package.manifest.ask)


def keep_files(desk: Desk, package: Package, named: set[str]) -> int:
    """Keep the attachments of a package that something names; returns how many."""
    wanted = named | set(_names(desk, MISSING))
    kept = 0
    for one in package.files():
        if one.name in wanted:
            desk.store.keep_attachment(one.name, one.data)
            kept += 1
    _note(desk, MISSING, missing(desk))
    return kept


def _named(desk: Desk, composed: Composed) -> set[str]:
    if not desk.store.attic.folder.is_dir():
        return set()
    ids, names = sorted(composed.full), set[str]()
    for at in range(0, len(ids), PORTION):
        names |= named_in(desk.store.bodies(ids[at : at + PORTION]).values())
    return names


def _sizes(desk: Desk, names: set[str]) -> dict[str, int]:
    sizes = {}
    for name in sorted(desk.store.has_attachments(names)):
        # A picture on a bad sector keeps no package back; verify names it.
        with suppress(BrokenAttachmentError):
            sizes[name] = len(desk.store.attachment(name))
    return sizes


def _names(desk: Desk, key: str) -> list[str]:
    return desk.store.setting(key).split()


def _note(desk: Desk, key: str, names: Iterable[str]) -> None:
    text = " ".join(sorted(names))
    if text != desk.store.setting(key):
        desk.store.set_setting(key, text)
