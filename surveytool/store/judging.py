"""Judging roots anew: everything around them read, what changed its standing told."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlite_utils import Database

from surveytool.domain.change import Change, ChangeId
from surveytool.domain.entity import Ref
from surveytool.domain.judgement import judge
from surveytool.domain.rights import Place
from surveytool.store.court import StoreCourt
from surveytool.store.packing import Packing

AROUND = """select distinct change.n, lower(hex(change.id)), change.body from touch
  join root on root.n = touch.root join change on change.n = touch.change
  where root.ref in (select value from json_each(?)) order by change.n"""

HOMES = """select root.ref, home.ref from entity
  join root on root.n = entity.root join root as home on home.n = entity.home
  where entity.ref in (select value from json_each(?))"""

HELD = """select lower(hex(change.id)), held.reason from held
  join change on change.n = held.change
  where change.n in (select value from json_each(?))"""


@dataclass(slots=True)
class Neighbourhood:
    """Some roots with every root that shares a change or an entity with them."""

    roots: set[Ref] = field(default_factory=set)
    changes: dict[ChangeId, Change] = field(default_factory=dict)
    numbers: dict[ChangeId, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why changes do not stand, which ones stood otherwise before, and places."""

    around: Neighbourhood
    reasons: dict[ChangeId, str]
    before: dict[ChangeId, str]
    places: dict[Ref, Place]

    @property
    def flipped(self) -> set[ChangeId]:
        """Return the changes that begin or cease to stand."""
        return self.reasons.keys() ^ self.before.keys()


def judge_roots(
    db: Database, packing: Packing, court: StoreCourt, roots: Iterable[Ref]
) -> Verdict:
    """Judge the whole neighbourhood of some roots; writes nothing."""
    around = neighbourhood(db, packing, roots)
    found = judge(around.changes, court)
    before = dict(db.execute(HELD, [json.dumps(list(around.numbers.values()))]))
    return Verdict(around, dict(found.reasons), before, dict(found.places))


def neighbourhood(
    db: Database, packing: Packing, roots: Iterable[Ref]
) -> Neighbourhood:
    """Read the histories of some roots, and of the roots they reach into."""
    around, ahead = Neighbourhood(), set(roots)
    while ahead:
        around.roots |= ahead
        refs = set[Ref]()
        for n, name, body in db.execute(AROUND, [_json(ahead)]):
            if name not in around.changes:
                change = Change.read(packing.unpack(body))
                around.changes[name], around.numbers[name] = change, n
                refs |= {change.root, *change.set}
        homes = {
            Ref.parse(ref) for row in db.execute(HOMES, [_json(refs)]) for ref in row
        }
        homes |= {one for one in refs if one.kind == "household"}
        homes |= {one.root for one in around.changes.values()}
        ahead = homes - around.roots
    return around


def _json(refs: Iterable[Ref]) -> str:
    return json.dumps([str(ref) for ref in refs], ensure_ascii=False)
