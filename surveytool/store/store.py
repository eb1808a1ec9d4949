"""The workspace: one encrypted file, one device, one place's households."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from surveytool.domain.change import Change
from surveytool.domain.refusal import Refusal
from surveytool.domain.seat import Operator, Seat
from surveytool.store import opening, operators, settings
from surveytool.store.allowance import allowed
from surveytool.store.care import Care
from surveytool.store.host import Host, this_host
from surveytool.store.opened import Opened
from surveytool.store.recovery import read_code
from surveytool.store.take import Taken, take
from surveytool.store.troubles import told


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
        host = host or this_host()
        opened = opening.create(path, passphrase, host, operator=seat.operator)
        try:
            with told(path), opened.db.atomic():
                settings.write_seat(opened.db, seat)
                founder = Operator(seat.operator, seat.role)
                operators.put(opened.db, opened.slot.who, founder)
                settings.set_setting(opened.db, settings.DEVICE, device_id)
                settings.set_secret(opened.db, settings.KEYS, keys)
                opened.settle_here()
        except BaseException:
            opened.close()
            path.unlink()
            raise
        return cls._of(opened)

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str,
        *,
        operator: str = "",
        host: Host | None = None,
    ) -> Self:
        """Open a workspace; where several work at it, say who.

        Raises MissingFileError, InUseError, WrongPassphraseError, TooSoonError,
        WhoError, UnknownOperatorError, NotAWorkspaceError, NewerFileError or
        DamagedError.
        """
        host = host or this_host()
        return cls._of(opening.open_file(path, passphrase, host, operator=operator))

    @classmethod
    def recover(
        cls,
        path: Path,
        code: str,
        passphrase: str,
        *,
        operator: str = "",
        host: Host | None = None,
    ) -> Self:
        """Open a workspace by its recovery key, and set a new passphrase.

        Without a name it is the passphrase of the only operator, or of the first
        administrator. Raises BadCodeError, NoRecoveryError, NoOperatorError,
        MovedError, and what open() raises.
        """
        host, plain = host or this_host(), read_code(code)
        opened = opening.open_file(path, plain, host, operator=None)
        store = cls(opened)
        try:
            store.recovered(passphrase, operator)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def restore(
        cls,
        copy: Path,
        path: Path,
        passphrase: str,
        *,
        operator: str = "",
        host: Host | None = None,
    ) -> Self:
        """Put a backup where a workspace shall be and open it, as a moved one.

        Raises what open() raises, and ExistsError: a workspace that is there
        already is moved away by hand.
        """
        opening.restore(copy, path)
        try:
            store = cls.open(path, passphrase, operator=operator, host=host)
        except Refusal:
            path.unlink()  # nothing but the copy just made
            raise
        try:
            store.fetch_attachments(copy.parent)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let the file go."""
        self._opened.close()

    def save(self, change: Change) -> Taken:
        """Save one change; when this returns it is on the disk."""
        return self.take([change])

    def take(self, changes: Iterable[Change], *, source: str = "") -> Taken:
        """Take changes in, in one transaction; those that set nothing are skipped.

        Those made here raise ReaderError or OtherVillageError where the operator
        may not make them; what a peer sent is judged by the county's grants.
        """
        with self._writing() as db:
            given = changes if source else allowed(self, changes)
            full = (one for one in given if one.set)
            return take(db, self._opened.packing, full, source=source)

    def rule(self, words: Iterable[Change]) -> Taken:
        """Take this computer's own words in, whoever sits at the desk.

        They are judged by its certificate, like all others.
        """
        with self._writing() as db:
            return take(db, self._opened.packing, words)

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
        store.say_who()
        return store
