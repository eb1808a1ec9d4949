"""Who works at a workspace: the rows behind the key slots."""

import json

from sqlite_utils import Database

from surveytool.domain.seat import Operator, Role

FIELDS = "name, role, villages"


def operator(db: Database, tag: str) -> Operator | None:
    """Return the operator whose key slot has this tag."""
    sql = f"select {FIELDS} from operator where tag = ?"  # noqa: S608 - our own names
    row = db.execute(sql, [tag]).fetchone()
    return _operator(*row) if row else None


def operators(db: Database) -> list[Operator]:
    """Return all operators by name."""
    rows = db.execute(f"select {FIELDS} from operator order by name")  # noqa: S608 - our own names
    return [_operator(*row) for row in rows.fetchall()]


def put(db: Database, tag: str, one: Operator) -> None:
    """Keep an operator under a tag, in place of the one before."""
    villages = json.dumps(one.villages, ensure_ascii=False)
    db.execute(
        "insert or replace into operator values (?, ?, ?, ?)",
        [tag, one.name, str(one.role), villages],
    )


def remove(db: Database, tag: str) -> None:
    """Forget an operator."""
    db.execute("delete from operator where tag = ?", [tag])


def _operator(name: str, role: str, villages: str) -> Operator:
    return Operator(name, Role(role), tuple(json.loads(villages)))
