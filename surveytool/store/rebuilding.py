"""Standing values made anew where changes begin or cease to stand."""

import json
from collections.abc import Iterable

from sqlite_utils import Database

from surveytool.domain.change import Change, ChangeId
from surveytool.domain.entity import Ref
from surveytool.store import reading
from surveytool.store.household import line_of
from surveytool.store.journal import next_number
from surveytool.store.judging import Neighbourhood, Verdict
from surveytool.store.listing import Unindexed, replace_lines
from surveytool.store.packing import Packing
from surveytool.store.placing import place_anew
from surveytool.store.replay import replay
from surveytool.store.standing import Standing

ROOTS = "select ref, n from root where ref in (select value from json_each(?))"
ROWS = """select entity.ref, entity.n, root.ref from entity
  join root on root.n = entity.root
  where entity.ref in (select value from json_each(?))"""


def rebuild(
    db: Database, packing: Packing, verdict: Verdict, unindexed: Unindexed
) -> frozenset[Ref]:
    """Write what stands after a verdict; returns the entities that were touched."""
    around, flipped = verdict.around, verdict.flipped
    if not flipped:
        return frozenset()
    standing = {
        name: change
        for name, change in around.changes.items()
        if name not in verdict.reasons
    }
    refs = {ref for name in flipped for ref in around.changes[name].set}
    made = replay(standing.values())
    before = {
        Ref.parse(ref): (n, Ref.parse(root))
        for ref, n, root in db.execute(ROWS, [_json(refs)])
    }
    _entities(db, packing, {ref: made.get(ref) for ref in refs}, before, around)
    _awaits(db, verdict)
    roots = {made[ref].root for ref in refs & made.keys()}
    roots |= {root for _, root in before.values()}
    place_anew(
        db, around, standing, {ref: made[ref].root for ref in refs & made.keys()}
    )
    _lines(db, packing, roots, unindexed)
    return frozenset(refs)


def number_roots(db: Database, refs: Iterable[Ref]) -> dict[Ref, int]:
    """Return the numbers of roots, giving numbers to new ones."""
    texts = sorted({str(ref) for ref in refs})
    db.conn.executemany(
        "insert or ignore into root (ref) values (?)", ((text,) for text in texts)
    )
    rows = db.execute(ROOTS, [json.dumps(texts, ensure_ascii=False)])
    return {Ref.parse(ref): n for ref, n in rows}


def _entities(
    db: Database,
    packing: Packing,
    made: dict[Ref, Standing | None],
    before: dict[Ref, tuple[int, Ref]],
    around: Neighbourhood,
) -> None:
    living = [one for one in made.values() if one is not None]
    roots = number_roots(db, {ref for one in living for ref in (one.root, one.home)})
    seen_by = {name: change.seen for name, change in around.changes.items()}
    for n, _ in before.values():
        db.execute("delete from head where entity = ?", [n])
        db.execute("delete from conflict where entity = ?", [n])
    gone = [(before[ref][0],) for ref in before if made[ref] is None]
    db.conn.executemany("delete from entity where n = ?", gone)
    for one in living:
        old = before.get(one.ref)
        one.n = old[0] if old else next_number(db, "entity")
        fields = packing.pack_fields(one.fields)
        row = (one.n, str(one.ref), roots[one.root], roots[one.home])
        db.execute(
            """insert into entity values (?, ?, ?, ?, ?, ?) on conflict (n) do update
            set root = excluded.root, home = excluded.home, born = excluded.born,
            fields = excluded.fields""",
            [*row, around.numbers[one.born], fields],
        )
        _heads(db, one, around)
        db.conn.executemany(
            "insert into conflict values (?, ?)",
            ((one.n, name) for name in sorted(one.conflicts(seen_by))),
        )


def _heads(db: Database, one: Standing, around: Neighbourhood) -> None:
    db.conn.executemany(
        "insert into head values (?, ?, ?, ?)",
        (
            (one.n, name, around.numbers[change], value)
            for name, heads in one.heads.items()
            for change, value in heads.items()
        ),
    )


def _awaits(db: Database, verdict: Verdict) -> None:
    """Let only changes that stand await what they have seen."""
    around = verdict.around
    for name in verdict.flipped:
        n = around.numbers[name]
        if name in verdict.reasons:
            db.execute(
                "insert or ignore into wanted select id from awaited where by = ?", [n]
            )
            db.execute("delete from awaited where by = ?", [n])
        else:
            _await(db, n, around.changes[name])


def _await(db: Database, n: int, change: Change) -> None:
    here: set[ChangeId] = reading.held(db, change.seen)
    db.conn.executemany(
        "insert or ignore into awaited values (?, ?)",
        ((bytes.fromhex(one), n) for one in change.seen - here),
    )


def _lines(
    db: Database, packing: Packing, roots: set[Ref], unindexed: Unindexed
) -> None:
    homes = [root for root in roots if root.kind == "household"]
    numbers = number_roots(db, homes)
    lines = {
        numbers[home]: line_of(reading.families(db, packing, [home])) for home in homes
    }
    replace_lines(db, lines, unindexed)


def _json(refs: Iterable[Ref]) -> str:
    return json.dumps([str(ref) for ref in refs], ensure_ascii=False)
