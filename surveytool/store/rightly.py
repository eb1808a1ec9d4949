"""Rights over an open workspace: the register, quarantine, gaps."""

from collections.abc import Mapping

from surveytool.domain.change import ChangeId
from surveytool.domain.rights import Rights
from surveytool.store import gaps, journal, quarantine
from surveytool.store.court import StoreCourt, anchors, set_anchors
from surveytool.store.finding import Finding
from surveytool.store.gaps import Gap
from surveytool.store.listing import Unindexed
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
