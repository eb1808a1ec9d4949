"""Reading what stands: entities, families, sights, histories, conflicts."""

import json
from collections.abc import Iterable, Iterator

from surveytool.domain.change import Change
from surveytool.domain.entity import GONE, Entity, Ref
from surveytool.domain.merge import Conflict, standing
from surveytool.store import journal, reading
from surveytool.store.births import Births
from surveytool.store.desk import Desk
from surveytool.store.packing import Packing
from surveytool.store.sight import Sight
from surveytool.store.standing import Heads, Standing
from surveytool.store.writing import seen_by

CONFLICTS = """select entity.ref, conflict.field from conflict
  join entity on entity.n = conflict.entity order by entity.ref, conflict.field"""

SELECT = """select entity.ref, root.ref, entity.born, entity.fields,
    (select json_group_array(json_array(field, lower(hex(change.id)), value))
      from head join change on change.n = head.change where head.entity = entity.n)
  from entity join root"""

OF_KIND = f"""{SELECT} on root.n = entity.root
  where entity.ref >= ?1 || '/' and entity.ref < ?1 || '0' order by entity.ref"""

EACH = f"""{SELECT} on root.n = entity.root
  where substr(entity.ref, 1, length(?1) + 1) = ?1 || '/' order by entity.n"""

ELSEWHERE = """select root.ref from household_row
  join root on root.n = household_row.root
  where household_row.village not in (select value from json_each(?))"""


class Reads(Desk):
    """The standing values of an open workspace."""

    def entity(self, ref: Ref) -> Entity | None:
        """Return an entity, or None where it is not, or was deleted."""
        found = reading.entities(self._db, self._packing, [ref])
        return _entity(found[0]) if found and not found[0].is_gone else None

    def family(self, root: Ref) -> list[Entity]:
        """Return a root and everything under it that was not deleted."""
        found = reading.families(self._db, self._packing, [root])
        living = [one for one in found if not one.is_gone]
        return [_entity(one) for one in sorted(living, key=lambda one: one.ref)]

    def some(self, refs: Iterable[Ref]) -> list[Entity]:
        """Return those of some entities that are there and not deleted."""
        found = reading.entities(self._db, self._packing, refs)
        return [_entity(one) for one in found if not one.is_gone]

    def families(self, roots: Iterable[Ref]) -> dict[Ref, list[Entity]]:
        """Return what stands under some roots, root by root, read at once."""
        found: dict[Ref, list[Entity]] = {root: [] for root in roots}
        for one in reading.families(self._db, self._packing, found):
            if not one.is_gone:
                found[one.root].append(_entity(one))
        return found

    @property
    def latest(self) -> int:
        """The number of the change that came last: while it stays, nothing did."""
        row = self._db.execute("select max(n) from change").fetchone()
        return int(row[0] or 0)

    def entities(self, kind: str, **equal: str) -> list[Entity]:
        """Return the entities of a kind whose fields equal these, by id."""
        if household := equal.get("household"):
            family = self.family(Ref("household", household))
            found: Iterable[Entity] = [one for one in family if one.ref.kind == kind]
        else:
            found = self._stream(OF_KIND, kind)
        wanted = equal.items()
        return [
            one for one in found if all(one.get(name) == text for name, text in wanted)
        ]

    def each(self, kind: str) -> Iterator[Entity]:
        """Return every entity of a kind as a stream; nothing may be written in it."""
        return self._stream(EACH, kind)

    def sight(self, root: Ref) -> Sight:
        """Return what a person who opens this root now is looking at."""
        found = reading.families(self._db, self._packing, [root])
        return Sight.of(root, self.device_id, found)

    def history(self, root: Ref) -> list[Change]:
        """Return every change of a root, as they reached this computer."""
        return journal.history(self._db, self._packing, root)

    def conflicts(self) -> list[tuple[Ref, Conflict]]:
        """Return every conflict with the root that it is under."""
        rows = self._db.execute(CONFLICTS).fetchall()
        refs = {Ref.parse(ref) for ref, _ in rows}
        found = {
            one.ref: one for one in reading.entities(self._db, self._packing, refs)
        }
        return [
            (found[ref].root, self._conflict(found[ref], name))
            for ref, name in ((Ref.parse(text), name) for text, name in rows)
        ]

    def _conflict(self, one: Standing, name: str) -> Conflict:
        heads = dict(one.heads_of(name))
        if name == GONE and one.is_gone:
            seen = seen_by(self._db, self._packing, heads)
            heads = one.unseen_by_deletion(seen) | heads
        return Conflict(one.ref, name, tuple(sorted(heads.items())))

    def _stream(self, sql: str, kind: str) -> Iterator[Entity]:
        births, hidden = Births(self._db, self._packing), self._hidden_roots()
        for ref, root, born, packed, heads in self._db.execute(sql, [kind]):
            if root in hidden:
                continue
            fields = (
                self._packing.unpack_fields(packed)
                if packed
                else births.values(born, ref)
            )
            if heads != "[]":
                _overlay(fields, heads)
            if fields.get(GONE) != "1":
                yield Entity(Ref.parse(ref), Ref.parse(root), fields)

    def _hidden_roots(self) -> frozenset[str]:
        """Return the households outside the villages that the operator works in."""
        mine = self.only_villages
        if not mine:
            return frozenset()
        rows = self._db.execute(ELSEWHERE, [json.dumps(list(mine))]).fetchall()
        return frozenset(row[0] for row in rows)

    @property
    def _packing(self) -> Packing:
        return self._opened.packing


def _entity(one: Standing) -> Entity:
    return Entity(one.ref, one.root, one.fields)


def _overlay(fields: dict[str, str], rows: str) -> None:
    heads: dict[str, Heads] = {}
    for name, change, value in json.loads(rows):
        heads.setdefault(name, {})[change] = value
    for name, live in heads.items():
        value = standing(live)
        if value is None:
            fields.pop(name, None)
        else:
            fields[name] = value
