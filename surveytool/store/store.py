"""The workspace: one encrypted file, one device, one place's households."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from surveytool.domain.change import Change
from surveytool.domain.seat import Seat
from surveytool.store import opening, settings
from surveytool.store.care import Care
from surveytool.store.host import Host, this_host
from surveytool.store.opened import Opened
from surveytool.store.take import Taken, take


class Store(Care):
    """An open workspace file; close it, or use it with ``with``."""

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        seat: Seat,
        *,
        device_id: str,
        keys: bytes,
        host: Host | None = None,
    ) -> Self:
        """Make a workspace; raises ExistsError, InUseError."""
        opened = opening.create(path, passphrase, host or this_host())
        with opened.db.atomic():
            settings.write_seat(opened.db, seat)
            settings.set_setting(opened.db, settings.DEVICE, device_id)
            settings.set_secret(opened.db, settings.KEYS, keys)
            opened.settle_here()
        return cls._of(opened)

    @classmethod
    def open(cls, path: Path, passphrase: str, *, host: Host | None = None) -> Self:
        """Open a workspace.

        Raises MissingFileError, InUseError, WrongPassphraseError, TooSoonError,
        NotAWorkspaceError, NewerFileError or DamagedError.
        """
        return cls._of(opening.open_file(path, passphrase, host or this_host()))

    @classmethod
    def restore(
        cls, copy: Path, path: Path, passphrase: str, *, host: Host | None = None
    ) -> Self:
        """Put a backup where a workspace shall be and open it, as a moved one.

        Raises what open() raises, and ExistsError: a workspace that is there
        already is moved away by hand.
        """
        opening.restore(copy, path)
        store = cls.open(path, passphrase, host=host)
        store.fetch_attachments(copy.parent)
        return store

    def close(self) -> None:
        """Let the file go."""
        self._opened.close()

    def save(self, change: Change) -> Taken:
        """Save one change; when this returns it is on the disk."""
        return self.take([change])

    def take(self, changes: Iterable[Change], *, source: str = "") -> Taken:
        """Take changes in, in one transaction; those that set nothing are skipped."""
        with self._writing() as db:
            full = (one for one in changes if one.set)
            return take(db, self._opened.packing, full, source=source)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make several writes one transaction: all of them or none."""
        with self._writing():
            yield

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @classmethod
    def _of(cls, opened: Opened) -> Self:
        store = cls(opened)
        opened.lock.say(operator=store.seat.operator, host=opened.host.name)
        return store
