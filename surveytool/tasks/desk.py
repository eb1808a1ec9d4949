"""An open workspace at which a person works."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from surveytool.casework.profile import Profile
from surveytool.domain.change import Values
from surveytool.domain.entity import Ref
from surveytool.domain.refusal import Refusal
from surveytool.domain.seat import Seat
from surveytool.paper.typesetter import Typesetter
from surveytool.store.store import Store
from surveytool.sync.keys import DeviceKeys


def local_now() -> datetime:
    """Return the time with its zone, for people."""
    return datetime.now().astimezone()


@dataclass(slots=True)
class Desk:
    """Everything a task needs: the store, the keys, the rules, the clock."""

    store: Store
    keys: DeviceKeys
    profile: Profile
    forms: Path
    clock: Callable[[], datetime] = field(default=local_now)
    remembered: dict[str, Any] = field(default_factory=dict)
    _typesetter: Typesetter | None = None

    @property
    def seat(self) -> Seat:
        """Whose workspace it is, and who works there."""
        return self.store.seat

    @property
    def path(self) -> Path:
        """The workspace's file."""
        return self.store.path

    @property
    def read_only(self) -> Refusal | None:
        """Why the workspace can only be looked at; None where one may write."""
        return self.store.read_only

    @property
    def today(self) -> date:
        """The day on the desk's clock."""
        return self.clock().date()

    @property
    def typesetter(self) -> Typesetter:
        """The typesetter, made when first something is printed."""
        if self._typesetter is None:
            self._typesetter = Typesetter()
        return self._typesetter

    def stamp(self) -> str:
        """Return the time as a change carries it."""
        return self.clock().isoformat(timespec="seconds")

    def write(self, root: Ref, entities: Mapping[Ref, Values], why: str = "") -> None:
        """Save fields of one root, having looked at what stands there now."""
        sight = self.store.sight(root)
        change = sight.change(self.seat.operator, self.stamp(), entities, why=why)
        self.store.save(change)

    def close(self) -> None:
        """Close the workspace."""
        self.store.close()
