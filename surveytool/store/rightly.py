"""Rights over an open workspace: the register, quarantine, gaps, packages."""

from collections.abc import Mapping

from surveytool.domain.change import ChangeId
from surveytool.domain.entity import Ref
from surveytool.domain.rights import Rights
from surveytool.store import gaps, journal, parcels, quarantine
from surveytool.store.court import StoreCourt, anchors, set_anchors
from surveytool.store.finding import Finding
from surveytool.store.gaps import Gap
from surveytool.store.listing import Unindexed
from surveytool.store.parcels import Parcel
from surveytool.store.quarantine import Held


class Rightly(Finding):
    """What may stand in this workspace, and what waits."""

    @property
    def anchors(self) -> dict[str, str]:
        """The county computers whose word about devices is taken: their sign keys."""
        return anchors(self._db)

    def trust(self, given: Mapping[str, str]) -> None:
        """Take the word of county computers; everything here is judged anew."""
        with self._writing() as db:
            set_anchors(db, self.anchors | dict(given))
            unindexed = Unindexed()
            roots = quarantine.roots_of(db, self._packing)
            court = StoreCourt(db, self._packing)
            quarantine.decide(
                db, self._packing, court, roots=roots, unindexed=unindexed
            )
            unindexed.index(db)

    def rights(self, device: str) -> Rights:
        """Return everything certified of a device."""
        return StoreCourt(self._db, self._packing).rights(device)

    def quarantine(self) -> list[Held]:
        """Return what is in quarantine, as it reached this computer."""
        return quarantine.listed(self._db, self._packing)

    def authors(self) -> dict[str, list[ChangeId]]:
        """Return the changes of every device in the journal; reads all of it."""
        return journal.authors(self._db, self._packing)

    def gaps(self) -> list[Gap]:
        """Return what is known to be missing of peers' feeds, until it has come."""
        return gaps.listed(self._db)

    def note_gaps(self, peer: str, tops: Mapping[str, int]) -> None:
        """Note how far feeds of a peer reach of which a part has not come."""
        with self._writing() as db:
            gaps.note(db, peer, tops)

    def close_gap(self, peer: str, village: str) -> None:
        """Take a gap off the list although it is not healed."""
        with self._writing() as db:
            gaps.close(db, peer, village)

    def top(self) -> int:
        """Return the number of the newest change here."""
        return parcels.top(self._db)

    def note_parcel(self, peer: str, *, at: str, file: str, after: int) -> None:
        """Note a package that was just taken in; ``after`` was the top before it."""
        with self._writing() as db:
            parcels.note(db, peer, at=at, file=file, after=after)

    def parcels(self) -> list[Parcel]:
        """Return the packages taken in, the newest first."""
        return parcels.listed(self._db)

    def brought(self, parcel: int) -> dict[ChangeId, Ref]:
        """Return the changes that a package brought first, each with its root."""
        return parcels.brought(self._db, parcel)

    def households_from(self) -> dict[tuple[str, str], int]:
        """Return, by device and village, the households of which it sent changes."""
        return parcels.households_from(self._db)

    def whole_households(self, village: str, upto: int) -> tuple[int, int]:
        """Return a feed's households, and those whole within its first changes."""
        return parcels.whole_households(self._db, village, upto)
