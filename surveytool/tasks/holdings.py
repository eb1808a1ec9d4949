"""An open workspace as an exchange sees it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from surveytool.domain.change import ChangeId
from surveytool.store import Store
from surveytool.sync.holdings import Receipt

Side = Literal["theirs", "ours"]


@dataclass(frozen=True, slots=True)
class StoreHoldings:
    """The store under the names of the exchange (sync.holdings.Holdings)."""

    store: Store

    def villages(self) -> Iterable[str]:
        """Return every village with a feed."""
        return self.store.feed_villages()

    def length(self, village: str) -> int:
        """Return how many changes a feed has."""
        return self.store.length(village)

    def digest_at(self, village: str, n: int) -> str:
        """Return the running digest of a feed's first n changes."""
        return self.store.feed_digest(village, n)

    def feed(self, village: str, after: int) -> Iterable[ChangeId]:
        """Return a feed's changes after the first so many."""
        return self.store.feed(village, after)

    def bodies(self, ids: Sequence[ChangeId]) -> Mapping[ChangeId, bytes]:
        """Return the canonical bytes of held changes."""
        return self.store.bodies(ids)

    def holds(self, ids: Iterable[ChangeId]) -> frozenset[ChangeId]:
        """Return those of the ids that are here."""
        return frozenset(self.store.holds(ids))

    def missing(self) -> Iterable[ChangeId]:
        """Return ids that are named here but not held."""
        return self.store.missing()

    def came_from(self, peer: str, ids: Iterable[ChangeId]) -> frozenset[ChangeId]:
        """Return those of the ids that a peer sent or named."""
        return frozenset(self.store.came_from(peer, ids))

    def acknowledged_by(self, peer: str) -> Mapping[str, Receipt]:
        """Return what a peer said it holds of our feeds."""
        return self._receipts(peer, "theirs")

    def received_from(self, peer: str) -> Mapping[str, Receipt]:
        """Return what we hold of a peer's feeds."""
        return self._receipts(peer, "ours")

    def wanted_by(self, peer: str) -> Iterable[ChangeId]:
        """Return the ids that a peer's last package asked for."""
        return self.store.asked(peer)

    def _receipts(self, peer: str, side: Side) -> Mapping[str, Receipt]:
        given = self.store.receipts(peer, side)
        return {village: Receipt(*one) for village, one in given.items()}
