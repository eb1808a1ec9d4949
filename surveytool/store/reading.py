"""What the workspace holds of some changes, entities and families."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from surveytool.domain.change import Change, ChangeId
from surveytool.domain.entity import Ref
from surveytool.store.births import Births
from surveytool.store.packing import Packing
from surveytool.store.standing import Heads, Standing

HELD = """select lower(hex(id)) from change
  where id in (select unhex(value) from json_each(?))"""

AWAITED = """select lower(hex(awaited.id)), change.body
  from awaited join change on change.n = awaited.by
  where awaited.id in (select unhex(value) from json_each(?))"""

STANDING = """select entity.n, entity.ref, root.ref, home.ref,
    lower(hex(change.id)), entity.born, entity.fields
  from entity
  join root on root.n = entity.root
  join root as home on home.n = entity.home
  join change on change.n = entity.born
"""
OF_ROOTS = """where entity.root in
  (select n from root where ref in (select value from json_each(?)))"""
OF_REFS = "where entity.ref in (select value from json_each(?))"

HEADS = """select head.entity, head.field, lower(hex(change.id)), head.value
  from head join change on change.n = head.change
  where head.entity in (select value from json_each(?))"""


def held(db: Database, ids: Iterable[ChangeId]) -> set[ChangeId]:
    """Return those of the ids whose changes are here."""
    return {ChangeId(row[0]) for row in db.execute(HELD, [_json(ids)])}


def awaited(
    db: Database, packing: Packing, ids: Iterable[ChangeId]
) -> dict[ChangeId, list[Change]]:
    """Return, for ids that were not here, the changes that have seen them."""
    found = defaultdict[ChangeId, list[Change]](list)
    for parent, body in db.execute(AWAITED, [_json(ids)]):
        found[ChangeId(parent)].append(Change.recall(packing.unpack(body)))
    return found


def families(db: Database, packing: Packing, roots: Iterable[Ref]) -> list[Standing]:
    """Return the entities under some roots, gone ones too."""
    sql = STANDING + OF_ROOTS
    return _standing(db, packing, db.execute(sql, [_json(map(str, roots))]))


def entities(db: Database, packing: Packing, refs: Iterable[Ref]) -> list[Standing]:
    """Return some entities, gone ones too."""
    sql = STANDING + OF_REFS
    return _standing(db, packing, db.execute(sql, [_json(map(str, refs))]))


def _standing(
    db: Database, packing: Packing, rows: Iterable[tuple[Any, ...]]
) -> list[Standing]:
    births, found = Births(db, packing), dict[int, Standing]()
    roots: dict[str, Ref] = {}
    for n, ref, root, home, born, birth, fields in list(rows):
        values = packing.unpack_fields(fields) if fields else births.values(birth, ref)
        for text in (root, home):
            if text not in roots:
                roots[text] = Ref.parse(text)
        one = Standing(
            Ref.parse(ref), roots[home], ChangeId(born), n, roots[root], values
        )
        one.lies = None if fields else (one.root, one.home)
        found[n] = one
    for n, heads in _heads(db, found).items():
        found[n].overlay(heads)
    return list(found.values())


def _heads(db: Database, entities: Iterable[int]) -> dict[int, dict[str, Heads]]:
    found: dict[int, dict[str, Heads]] = {}
    for n, field, change, value in db.execute(HEADS, [json.dumps(list(entities))]):
        heads = found.setdefault(n, {}).setdefault(field, {})
        heads[ChangeId(change)] = value
    return found


def _json(texts: Iterable[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)
