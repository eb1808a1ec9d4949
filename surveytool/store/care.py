"""Looking after an open workspace: checks, backups, its passphrase, its dump."""

from pathlib import Path

from surveytool.domain.entity import Ref
from surveytool.domain.problem import Problem
from surveytool.store import backup, reading
from surveytool.store.attic import FOLDER, Attic
from surveytool.store.dump import Dump, dump
from surveytool.store.people import People
from surveytool.store.verify import UNREADABLE, verify

ROOTS = "select ref from root"


class Care(People):
    """What keeps a workspace whole."""

    def verify(self) -> list[Problem]:
        """Check pages, hashes, values, lists, audit and attachments.

        Returns nothing where all is sound.
        """
        found = verify(self._db, self._packing)
        unreadable = any(one.code in UNREADABLE for one in found)
        return found if unreadable else [*found, *self.attachment_problems()]

    def backup(self, folder: Path | None = None) -> Path:
        """Write a dated, checked copy, beside the file unless told where.

        Raises BadBackupError. The copy opens with the same passphrase, as a
        moved workspace that must become a new device before it writes.
        """
        opened = self._opened
        copy = backup.copy_beside(
            self.path, self._db, opened.key, opened.slot.salt, folder=folder
        )
        kept = Attic(copy.parent / FOLDER, self.attic.identity)
        kept.copy_from(self.attic, self.attachments())
        return copy

    def fetch_attachments(self, folder: Path) -> int:
        """Copy what is lacking here from beside a backup; returns how many."""
        kept = Attic(folder / FOLDER, self.attic.identity)
        return self.attic.copy_from(kept, self.attachments())

    def dump(self) -> Dump:
        """Return the canonical state: equal journals give equal dumps."""
        refs = [Ref.parse(row[0]) for row in self._db.execute(ROOTS)]
        return dump(reading.families(self._db, self._packing, refs))
