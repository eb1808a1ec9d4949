"""The gate: which of a batch's new changes may stand at once, which must wait."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from surveytool.domain.change import Change, ChangeId
from surveytool.domain.entity import Ref
from surveytool.domain.judgement import Growing, county_word, is_register
from surveytool.domain.rights import (
    NOWHERE,
    RULING,
    Place,
    Rights,
    bears,
    named_villages,
    objection,
)
from surveytool.store.batch import Arrived, Batch
from surveytool.store.court import StoreCourt

PLACED = """select root.ref, placed.village from placed
  join root on root.n = placed.root
  where root.ref in (select value from json_each(?))"""

RULED = "select ref from entity where ref in (select value from json_each(?))"

LATER = "?"
"""The reason of a change that only its whole neighbourhood can judge."""


@dataclass(slots=True)
class Sifted:
    """What a batch came to at the gate.

    ``again`` are roots to judge whole, ``devices`` those of which something new
    is certified, ``doubted`` changes beyond the rights of the peer that brought
    them.
    """

    held: dict[ChangeId, str] = field(default_factory=dict)
    again: set[Ref] = field(default_factory=set)
    devices: set[str] = field(default_factory=set)
    doubted: list[ChangeId] = field(default_factory=list)


class Gate:
    """Sifts batches, each change by what stands before it.

    What cannot be told from the change, its author and the places of its
    households alone is put off: held, and its root judged whole afterwards.
    """

    def __init__(self, db: Database, court: StoreCourt, source: str) -> None:
        self._db, self.court = db, court
        self._bringer = court.rights(source) if source else Rights()
        self._source = source
        self._ground = Growing()
        self._homes: dict[Ref, Ref] = {}

    def sift(self, batch: Batch) -> Sifted:
        """Judge what arrived; changes that wait are taken out of the batch."""
        found = Sifted()
        arrived = list(batch.arrived)
        self._ground = Growing(self._read_places(arrived))
        self._homes = {}
        ruled = self._read_ruled(arrived)
        for one in arrived:
            why = LATER if one.id in ruled else self._judge(one, batch, found)
            if why:
                found.held[one.id] = why
                if why == LATER:
                    found.again.add(one.change.root)
            else:
                self._stand(one, batch)
        batch.arrived = [one for one in arrived if one.id not in found.held]
        return found

    def _judge(self, one: Arrived, batch: Batch, found: Sifted) -> str:
        change = one.change
        word = county_word(change, one.id, self.court)
        if word is not None:
            if not word:
                self._hear(change, found)
            return word
        rights = self.court.rights(change.dev)
        why = objection(change, one.id, rights, self._ground.seen)
        if not why and self._is_entangled(one, batch):
            return LATER
        if not why and self._is_beyond_bringer(one):
            found.doubted.append(one.id)
        return why

    def _hear(self, change: Change, found: Sifted) -> None:
        if is_register(change):
            self.court.forget(change.root.id)
            found.devices.add(change.root.id)
        else:
            found.again.add(change.root)

    def _is_entangled(self, one: Arrived, batch: Batch) -> bool:
        """Tell whether a change meets an entity or a birth that another root has."""
        change = one.change
        for home in named_villages(change):
            place = self._ground.places.get(home, NOWHERE)
            if place.villages and bears(change, home):
                return True
        return any(
            home is not None and (ref.kind == "step" or home != change.root)
            for ref in change.set
            if ref.kind not in ("household", "village")
            for home in (self._home(ref, batch),)
        )

    def _home(self, ref: Ref, batch: Batch) -> Ref | None:
        standing = batch.entities.get(ref)
        return standing.home if standing else self._homes.get(ref)

    def _is_beyond_bringer(self, one: Arrived) -> bool:
        """Tell whether a peer brings in another's name what it may not do itself."""
        if not self._source or one.change.dev == self._source:
            return False
        if any(grant.is_county for grant in self._bringer.ever):
            return False
        rights = Rights(self._bringer.ever, self._bringer.now)
        return bool(objection(one.change, one.id, rights, self._ground.seen))

    def _stand(self, one: Arrived, batch: Batch) -> None:
        self._ground.stand(one.change, county=self._is_county(one))
        for ref in one.change.set:
            if ref not in batch.entities:
                self._homes.setdefault(ref, one.change.root)

    def _is_county(self, one: Arrived) -> bool:
        grants = self.court.rights(one.change.dev).grants(one.id)
        return any(grant.is_county for grant in grants)

    def _read_places(self, arrived: Sequence[Arrived]) -> dict[Ref, Place]:
        homes = {
            str(ref)
            for one in arrived
            for ref in (one.change.root, *one.change.set)
            if ref.kind == "household"
        }
        places: dict[Ref, Place] = {}
        for ref, village in self._db.execute(PLACED, [_json(homes)]):
            before = places.get(Ref.parse(ref), NOWHERE)
            places[Ref.parse(ref)] = Place(before.villages | {village}, by_county=False)
        return places

    def _read_ruled(self, arrived: Sequence[Arrived]) -> set[ChangeId]:
        names = _json(f"{RULING}/{one.id}" for one in arrived)
        return {
            ChangeId(Ref.parse(ref).id) for (ref,) in self._db.execute(RULED, [names])
        }


def _json(texts: Iterable[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)
