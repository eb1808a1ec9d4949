"""Looking after an open workspace: checks, backups, its passphrase, its dump."""

from pathlib import Path

from surveytool.domain.entity import Ref
from surveytool.domain.problem import Problem
from surveytool.store import backup, reading
from surveytool.store.dump import Dump, dump
from surveytool.store.exchange import Exchange
from surveytool.store.keys import Slot
from surveytool.store.verify import verify

ROOTS = "select ref from root"


class Care(Exchange):
    """What keeps a workspace whole."""

    def verify(self) -> list[Problem]:
        """Check pages, hashes, values, lists and audit; empty where all is sound."""
        return verify(self._db, self._packing)

    def backup(self, folder: Path | None = None) -> Path:
        """Write a dated, checked copy, beside the file unless told where.

        Raises BadBackupError. The copy opens with the same passphrase, as a
        moved workspace that must become a new device before it writes.
        """
        opened = self._opened
        return backup.copy_beside(
            self.path, self._db, opened.key, opened.slot.salt, folder=folder
        )

    def change_passphrase(self, passphrase: str) -> None:
        """Wrap the key anew; the data are not rewritten.

        Backups made before still open with the old passphrase.
        """
        opened = self._opened
        slot = Slot.wrap(
            opened.key, passphrase, salt=opened.slot.salt, cost=opened.host.cost
        )
        with self._writing() as db:
            slot.write(db)
            self._note("passphrase", "", "")
        self._db.execute("pragma wal_checkpoint(truncate)").fetchall()

    def dump(self) -> Dump:
        """Return the canonical state: equal journals give equal dumps."""
        refs = [Ref.parse(row[0]) for row in self._db.execute(ROOTS)]
        return dump(reading.families(self._db, self._packing, refs))
