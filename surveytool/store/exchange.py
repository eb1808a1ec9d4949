"""What packages ask of an open workspace: feeds, bodies, peers, receipts."""

from collections.abc import Iterable, Iterator, Mapping

from surveytool.domain.change import ChangeId
from surveytool.store import feed, journal, peers, reading
from surveytool.store.peers import Receipt, Side
from surveytool.store.rightly import Rightly


class Exchange(Rightly):
    """The journal as other devices see it."""

    def feed_villages(self) -> list[str]:
        """Return every village that has a feed; "" holds what has no village."""
        return feed.villages(self._db)

    def length(self, village: str) -> int:
        """Return how many changes a feed has."""
        return feed.length(self._db, village)

    def feed_digest(self, village: str, n: int) -> str:
        """Return the running digest of a feed's first n changes, "" for none."""
        return feed.digest_at(self._db, village, n)

    def feed(self, village: str, after: int = 0) -> Iterator[ChangeId]:
        """Return a feed's changes after the first so many, in order."""
        return feed.feed(self._db, village, after)

    def bodies(self, ids: Iterable[ChangeId]) -> dict[ChangeId, bytes]:
        """Return the canonical bytes of those of the changes that are here."""
        return journal.bodies(self._db, self._packing, ids)

    def holds(self, ids: Iterable[ChangeId]) -> set[ChangeId]:
        """Return those of the ids whose changes are here."""
        return reading.held(self._db, ids)

    def missing(self) -> list[ChangeId]:
        """Return ids that a change or a package names, but that are not here."""
        return journal.missing(self._db)

    def unsent(self) -> int:
        """Return how many changes no peer brought or acknowledged."""
        return peers.unsent(self._db)

    def want(self, ids: Iterable[ChangeId]) -> None:
        """Remember ids that a package named but did not bring."""
        with self._writing() as db:
            peers.want(db, ids)

    def peers(self) -> dict[str, bytes]:
        """Return the card of every known device."""
        return peers.peers(self._db)

    def add_peer(self, device: str, card: bytes) -> None:
        """Keep a device's card, in place of the one before."""
        with self._writing() as db:
            peers.add_peer(db, device, card)

    def note_came(self, peer: str, ids: Iterable[ChangeId]) -> None:
        """Remember that a peer sent or named some changes."""
        with self._writing() as db:
            peers.note_came(db, peer, ids)

    def came_from(self, peer: str, ids: Iterable[ChangeId]) -> set[ChangeId]:
        """Return those of the ids that a peer sent or named."""
        return peers.came_from(self._db, peer, ids)

    def receipts(self, peer: str, side: Side) -> dict[str, Receipt]:
        """Return, by village, what a peer holds of ours, or we of theirs."""
        return peers.receipts(self._db, peer, side)

    def set_receipts(
        self, peer: str, side: Side, given: Mapping[str, tuple[int, str]]
    ) -> None:
        """Keep receipts, village by village."""
        with self._writing() as db:
            peers.set_receipts(db, peer, side, given)

    def asked(self, peer: str) -> list[ChangeId]:
        """Return the ids that a peer's last package asked for."""
        return peers.asked(self._db, peer)

    def set_asked(self, peer: str, ids: Iterable[ChangeId]) -> None:
        """Remember what a peer's last package asked for."""
        with self._writing() as db:
            peers.set_asked(db, peer, ids)
