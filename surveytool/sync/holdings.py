"""What an exchange asks of a workspace: its feeds, bodies and receipts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from surveytool.domain.change import ChangeId


class Receipt(NamedTuple):
    """The first n changes of a feed, and the feed's running digest there."""

    n: int
    digest: str


NOTHING = Receipt(0, "")


class Holdings(Protocol):
    """The workspace as an exchange sees it; nothing changes while it is read.

    A feed is the order in which a village's changes reached this computer.
    A household's changes are in the feed of every village it was ever placed in,
    with their whole history; changes without a village are in the feed "".
    """

    def villages(self) -> Iterable[str]:
        """Return every village with a feed, assigned to this office or not."""

    def length(self, village: str) -> int:
        """Return how many changes a feed has."""

    def digest_at(self, village: str, n: int) -> str:
        """Return the running digest of a feed's first n changes, n <= length."""

    def feed(self, village: str, after: int) -> Iterable[ChangeId]:
        """Return a feed's changes after the first so many, in order."""

    def bodies(self, ids: Sequence[ChangeId]) -> Mapping[ChangeId, bytes]:
        """Return the canonical bytes of held changes; a few hundred at a time."""

    def holds(self, ids: Iterable[ChangeId]) -> frozenset[ChangeId]:
        """Return those of the ids whose changes are here."""

    def missing(self) -> Iterable[ChangeId]:
        """Return ids that a change here, or a peer's package, names but are not."""

    def came_from(self, peer: str, ids: Iterable[ChangeId]) -> frozenset[ChangeId]:
        """Return those of the ids that a peer sent in full, new here or not."""

    def acknowledged_by(self, peer: str) -> Mapping[str, Receipt]:
        """Return what a peer said it holds of each of our feeds."""

    def received_from(self, peer: str) -> Mapping[str, Receipt]:
        """Return what we hold, without a gap, of each of a peer's feeds."""

    def wanted_by(self, peer: str) -> Iterable[ChangeId]:
        """Return the ids that a peer's last package asked for."""
