"""Lists of households and villages, filtered and ordered."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from surveytool.domain.entity import Entity
from surveytool.domain.rows import Filter, HouseholdRow, Order, VillageRow

ROWS = """select substr(root.ref, 11), household_row.*
  from household_row join root on root.n = household_row.root"""
SOME = f"{ROWS} where root.ref in (select value from json_each(?))"  # noqa: S608 - our own text

FILTERED = """
  where (:everywhere or village in (select value from json_each(:villages)))
  and (:kind = '' or kind = :kind)
  and (:monitor_type = '' or monitor_type = :monitor_type)
  and (:plan_state = '' or plan = :plan_state)
  and (:risk = '' or instr(' ' || risks || ' ', ' ' || :risk || ' '))
  and case :state when '' then true when 'surveyed' then surveyed <> ''
    when 'unsurveyed' then surveyed = '' when 'draft' then draft
    when 'monitored' then monitor_type <> '' end"""

ORDERS: dict[Order, str] = {
    "village": 'village {way}, "group" {way}, code {way}, root.ref',
    "name": "spelling {way}, head {way}, root.ref",
    "code": "code {way}, root.ref",
    "size": "size {way}, root.ref",
    "income": "income = '', cast(income as real) {way}, root.ref",
    "surveyed": "surveyed {way}, root.ref",
}

COUNTS = """select village, count(*), sum(size), sum(monitor_type <> ''),
  sum(surveyed <> ''), sum(draft) from household_row group by village"""


def households(
    db: Database, wanted: Filter, villages: Sequence[Entity]
) -> list[HouseholdRow]:
    """Return the households that a filter lets through, in its order."""
    order = ORDERS[wanted.order].format(way="desc" if wanted.descending else "asc")
    rows = db.execute(
        f"{ROWS} {FILTERED} order by {order} limit :limit offset :offset",
        _facts(wanted, villages),
    )
    return read_rows(rows, villages)


def count(db: Database, wanted: Filter, villages: Sequence[Entity]) -> int:
    """Return how many households a filter lets through."""
    sql = f"select count(*) from household_row {FILTERED}"  # noqa: S608 - our own text
    return int(db.execute(sql, _facts(wanted, villages)).fetchone()[0])


def row(
    db: Database, household: str, villages: Sequence[Entity]
) -> HouseholdRow | None:
    """Return one household's row, None where there is no such household."""
    sql = ROWS + " where root.ref = ?"
    found = read_rows(db.execute(sql, [f"household/{household}"]), villages)
    return found[0] if found else None


def rows(
    db: Database, households: Iterable[str], villages: Sequence[Entity]
) -> list[HouseholdRow]:
    """Return the rows of those of some households that there are."""
    refs = [f"household/{one}" for one in households]
    found = db.execute(SOME, [json.dumps(refs, ensure_ascii=False)])
    return read_rows(found, villages)


def village_rows(db: Database, villages: Sequence[Entity]) -> list[VillageRow]:
    """Return the villages with their counts, and those households only name."""
    counts = {name: rest for name, *rest in db.execute(COUNTS)}
    known = {one.id: one for one in villages}
    rows = [
        VillageRow(
            name,
            known[name].get("title", name) if name in known else name,
            known[name].get("township") if name in known else "",
            *counts.get(name, (0, 0, 0, 0, 0)),
        )
        for name in known.keys() | counts.keys()
    ]
    return sorted(rows, key=lambda one: (one.township, one.id))


def read_rows(
    rows: Iterable[tuple[Any, ...]], villages: Sequence[Entity]
) -> list[HouseholdRow]:
    """Return rows that ROWS selects, with the villages' names in them."""
    titles = {one.id: one.get("title", one.id) for one in villages}
    return [_row(columns, titles) for columns in rows]


def _row(columns: tuple[Any, ...], titles: dict[str, str]) -> HouseholdRow:
    (name, _, village, group, code, head, _, size, kind, monitor_type, risks) = columns[
        :11
    ]
    income, eliminated, surveyed, draft, plan, helper, no_labour = columns[11:18]
    return HouseholdRow(
        id=name,
        code=code,
        village=village,
        village_title=titles.get(village, village),
        group=group,
        head_name=head,
        size=size,
        kind=kind,
        monitor_type=monitor_type,
        risks=tuple(risks.split()),
        income_per_head=income,
        risk_eliminated=bool(eliminated),
        surveyed=surveyed,
        has_draft=bool(draft),
        plan_state=plan,
        helper_name=helper,
        no_labour=bool(no_labour),
    )


def _facts(wanted: Filter, villages: Sequence[Entity]) -> dict[str, str | int]:
    names = [wanted.village] if wanted.village else []
    if wanted.township:
        inside = [one.id for one in villages if one.get("township") == wanted.township]
        names = [one for one in inside if one in names or not names]
    return {
        "everywhere": not wanted.village and not wanted.township,
        "villages": json.dumps(names, ensure_ascii=False),
        "kind": wanted.kind,
        "monitor_type": wanted.monitor_type,
        "risk": wanted.risk,
        "plan_state": wanted.plan_state,
        "state": wanted.state,
        "limit": wanted.limit or -1,
        "offset": wanted.offset,
    }
