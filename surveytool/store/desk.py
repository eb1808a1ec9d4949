"""An open workspace: whose it is, which device it is, whether it may write."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from surveytool.domain.refusal import Refusal
from surveytool.domain.seat import Seat
from surveytool.store import audit, operators, settings
from surveytool.store.audit import AuditLine
from surveytool.store.filling import filling
from surveytool.store.opened import Opened
from surveytool.store.troubles import told

OWN = "own."


class MovedError(Refusal):
    """A copied or restored workspace cannot write before it is a new device."""

    code = "store.moved"


class Desk:
    """What every part of an open workspace stands on.

    One thread at a time may use it.
    """

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._moved = opened.is_elsewhere
        self._who = opened.slot.who

    @property
    def path(self) -> Path:
        """The file."""
        return self._opened.path

    @property
    def seat(self) -> Seat:
        """Whose workspace it is, and who works there now."""
        seat = self.device_seat
        here = operators.operator(self._db, self._who)
        if here is None:
            return seat
        villages = here.villages or seat.villages
        return replace(seat, operator=here.name, role=here.role, villages=villages)

    @property
    def device_seat(self) -> Seat:
        """Whose workspace it is, whoever works there now."""
        return settings.read_seat(self._db)

    @property
    def only_villages(self) -> frozenset[str]:
        """The villages that the operator is confined to; none named is all."""
        here = operators.operator(self._db, self._who)
        return frozenset(here.villages if here else ())

    @property
    def device_id(self) -> str:
        """The id of this device, the ``dev`` of its changes."""
        return settings.setting(self._db, settings.DEVICE)

    @property
    def keys(self) -> bytes:
        """The device's keys, as the sync room wrote them."""
        return settings.secret(self._db, settings.KEYS)

    @property
    def read_only(self) -> Refusal | None:
        """Why the workspace can only be looked at; None where one may write."""
        return self._opened.read_only

    @property
    def moved(self) -> bool:
        """Whether the file was copied or restored, so that it cannot write yet."""
        return self._moved

    def adopt(self, device_id: str, keys: bytes) -> None:
        """Become a new device, here; from now on the workspace may write."""
        if self.read_only is not None:
            raise self.read_only
        before = self.device_id
        with told(self.path), self._db.atomic():
            settings.set_setting(self._db, settings.DEVICE, device_id)
            settings.set_secret(self._db, settings.KEYS, keys)
            self._opened.settle_here()
            self._note("adopt", device_id, before)
        self._moved = False

    def setting(self, key: str) -> str:
        """Return a local setting, "" where it was never set."""
        return settings.setting(self._db, OWN + key)

    def set_setting(self, key: str, value: str) -> None:
        """Keep a local setting; never in the journal."""
        with self._writing() as db:
            settings.set_setting(db, OWN + key, value)

    def audit(self, action: str, subject: str = "", detail: str = "") -> None:
        """Note for good who did what: opened, unmasked, exported, printed."""
        if self.read_only is None:
            with told(self.path), self._db.atomic():
                self._note(action, subject, detail)

    def audit_lines(self) -> list[AuditLine]:
        """Return the audit, oldest first."""
        return audit.lines(self._db)

    @property
    def _db(self) -> Database:
        return self._opened.db

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        """Write in one transaction.

        Raises MovedError, DiskFullError, DiskError, ReadOnlyError, NewerFileError.
        """
        if self.read_only is not None:
            raise self.read_only
        if self._moved:
            raise MovedError(path=self.path)
        with told(self.path), filling(self._db):
            yield self._db

    def _note(self, action: str, subject: str, detail: str) -> None:
        seconds = self._opened.host.clock()
        at = datetime.fromtimestamp(seconds, UTC).astimezone().isoformat()
        who = self.seat.operator
        audit.note(self._db, AuditLine(at, who, action, subject, detail))
