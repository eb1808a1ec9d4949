"""How a workspace file grows from version to version."""

from sqlite_utils import Database, Migrations

from surveytool.domain.refusal import Refusal
from surveytool.store.attic import new_identity
from surveytool.store.packing import Packing, first_words
from surveytool.store.schema import V1
from surveytool.store.schema_people import OPERATORS
from surveytool.store.schema_rights import RIGHTS
from surveytool.store.settings import ATTIC

INDEX_MEMORY = 8 * 2**20
"""Bytes of new search words kept in memory before they are written out."""

migrate = Migrations("surveytool")


class NewerFileError(Refusal):
    """A newer program made the file; facts: its newest migration."""

    code = "store.newer"


@migrate()
def m001_workspace(db: Database) -> None:
    """Make the journal, the standing values, lists, search, feeds and audit."""
    for statement in statements(V1):
        db.execute(statement)
    for index in ("word", "gram"):
        db.execute(
            f"insert into {index} ({index}, rank) values ('hashsize', {INDEX_MEMORY})"  # noqa: S608 - our own names
        )
    db.table("secret").insert({"key": Packing.KEY, "value": first_words()})


@migrate()
def m003_people(db: Database) -> None:
    """Make room for several operators, and a key for attachments."""
    for statement in statements(OPERATORS):
        db.execute(statement)
    identity = new_identity().encode()
    db.table("secret").insert({"key": ATTIC, "value": identity})


@migrate()
def m004_rights(db: Database) -> None:
    """Make room for quarantine and for gaps."""
    for statement in statements(RIGHTS):
        db.execute(statement)


def statements(script: str) -> list[str]:
    """Return the statements of a script; a blank line or newline ends one."""
    parts, part = [], ""
    for line in script.strip().splitlines():
        part += line + "\n"
        trigger = part.startswith("create trigger")
        if line.endswith("end;" if trigger else ";"):
            parts.append(part)
            part = ""
    return parts


def is_old(db: Database) -> bool:
    """Tell whether the file lacks migrations; raises NewerFileError."""
    known = {migration.name for migration in migrate.pending(db)}
    applied = [migration.name for migration in migrate.applied(db)]
    every = {one.name for one in migrate._migrations}  # noqa: SLF001 - no public list
    if unknown := [name for name in applied if name not in every]:
        raise NewerFileError(version=unknown[-1])
    return bool(known)
