"""Quarantine: changes that are kept and passed on, but do not stand."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from surveytool.domain.change import Change, ChangeId
from surveytool.domain.entity import Ref
from surveytool.domain.rights import Rights
from surveytool.store.batch import Arrived
from surveytool.store.court import StoreCourt
from surveytool.store.gate import Sifted
from surveytool.store.journal import next_number
from surveytool.store.judging import Verdict, judge_roots
from surveytool.store.listing import Unindexed
from surveytool.store.packing import Packing
from surveytool.store.placing import spread
from surveytool.store.rebuilding import number_roots, rebuild

LISTED = """select lower(hex(change.id)), change.body, held.reason from held
  join change on change.n = held.change order by held.change"""

BY_DEVICE = """select distinct root.ref from held
  join change on change.n = held.change join root on root.n = change.root
  where held.dev = ?"""

WATCHED = """select distinct root.ref from watched
  join root on root.n = watched.root
  where root.ref in (select value from json_each(?))"""

EVERY = "select change.body, root.ref from change join root on root.n = change.root"

PARTS = frozenset({"person", "plan", "measure", "step", "submission"})
"""Kinds that never are roots."""


@dataclass(frozen=True, slots=True)
class Held:
    """A change in quarantine, and the code of the reason."""

    id: ChangeId
    change: Change
    reason: str


def listed(db: Database, packing: Packing) -> list[Held]:
    """Return what is in quarantine, as it reached this computer."""
    return [
        Held(ChangeId(name), Change.read(packing.unpack(body)), reason)
        for name, body, reason in db.execute(LISTED)
    ]


def hold(
    db: Database,
    packing: Packing,
    some: Iterable[Arrived],
    reasons: Mapping[ChangeId, str],
) -> None:
    """Journal changes that may not stand; they travel on like any other."""
    waiting = list({one.id: one for one in some if one.id in reasons}.values())
    if not waiting:
        return
    roots = number_roots(db, {one.change.root for one in waiting})
    first = next_number(db, "change")
    for n, one in enumerate(waiting, first):
        root, name = roots[one.change.root], bytes.fromhex(one.id)
        row = [n, name, root, packing.pack(one.body)]
        db.execute("insert into change values (?, ?, ?, ?)", row)
        db.execute("insert into touch values (?, ?)", [root, n])
        held = [n, one.change.dev, reasons[one.id]]
        db.execute("insert into held values (?, ?, ?)", held)
        _watch(db, n, {one.change.root, *one.change.set})
        db.execute("delete from awaited where id = ?", [name])
        db.execute("delete from wanted where id = ?", [name])
    _want(db, waiting)
    for root in roots.values():
        spread(db, root)


def follow(
    db: Database,
    packing: Packing,
    court: StoreCourt,
    *,
    sifted: Sifted,
    stood: Iterable[Ref],
    unindexed: Unindexed,
) -> frozenset[Ref]:
    """Judge anew what a batch may have changed; returns the entities touched."""
    again = set(sifted.again)
    if not (again or sifted.devices or is_watching(db)):
        return frozenset()
    told = json.dumps([str(ref) for ref in stood], ensure_ascii=False)
    again |= {Ref.parse(ref) for (ref,) in db.execute(WATCHED, [told])}
    for device in sorted(sifted.devices):
        court.forget(device)
        again |= {Ref.parse(ref) for (ref,) in db.execute(BY_DEVICE, [device])}
        if court.is_own(device) or _looks_back(court.rights(device)):
            again |= roots_of(db, packing, device)
    return decide(db, packing, court, roots=again, unindexed=unindexed)


def _looks_back(rights: Rights) -> bool:
    """Tell whether what a device wrote before may stand otherwise by a new word.

    It may where it is cut off, and where it becomes the county's: then the county
    bore what it bore.
    """
    return rights.kept is not None or len({one.office for one in rights.ever}) > 1


def is_watching(db: Database) -> bool:
    """Tell whether anything is in quarantine."""
    return db.execute("select 1 from watched limit 1").fetchone() is not None


def decide(
    db: Database,
    packing: Packing,
    court: StoreCourt,
    *,
    roots: Iterable[Ref],
    unindexed: Unindexed,
) -> frozenset[Ref]:
    """Judge some roots and write what stands; returns the entities touched."""
    touched, done = set[Ref](), set[Ref]()
    for root in sorted(roots):
        if root not in done:
            verdict = judge_roots(db, packing, court, [root])
            _write(db, verdict)
            touched |= rebuild(db, packing, verdict, unindexed)
            done |= verdict.around.roots
    return frozenset(touched)


def roots_of(db: Database, packing: Packing, device: str = "") -> set[Ref]:
    """Return the roots that a device ever changed; of every device without one."""
    mark = json.dumps(device).encode()
    return {
        Ref.parse(ref)
        for body, ref in db.execute(EVERY)
        if not device or mark in packing.unpack(body)
    }


def _write(db: Database, verdict: Verdict) -> None:
    around = verdict.around
    for name in verdict.before.keys() - verdict.reasons.keys():
        db.execute("delete from watched where change = ?", [around.numbers[name]])
        db.execute("delete from held where change = ?", [around.numbers[name]])
    for name, why in verdict.reasons.items():
        n, change = around.numbers[name], around.changes[name]
        db.execute(
            """insert into held values (?, ?, ?)
            on conflict (change) do update set reason = excluded.reason""",
            [n, change.dev, why],
        )
        _watch(db, n, around.roots | change.set.keys())


def _watch(db: Database, change: int, refs: set[Ref]) -> None:
    """Note the roots of which news may let a held change stand."""
    homes = {ref for ref in refs if ref.kind not in PARTS}
    db.conn.executemany(
        "insert or ignore into watched values (?, ?)",
        ((n, change) for n in number_roots(db, homes).values()),
    )


def _want(db: Database, waiting: Iterable[Arrived]) -> None:
    db.conn.executemany(
        """insert or ignore into wanted select ?1
        where ?1 not in (select id from change)""",
        ((bytes.fromhex(seen),) for one in waiting for seen in one.change.seen),
    )
