"""Who did what and when: lines chained by hash, kept for good."""

import hashlib
import json
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One deed; ``at`` is an ISO time."""

    at: str
    who: str
    action: str
    subject: str
    detail: str

    def seal(self, before: bytes) -> bytes:
        """Return the hash of this line upon the line before."""
        texts = [self.at, self.who, self.action, self.subject, self.detail]
        return hashlib.sha256(before + json.dumps(texts).encode()).digest()


def note(db: Database, line: AuditLine) -> None:
    """Append a line."""
    top = "select seal from audit order by n desc limit 1"
    before = db.execute(top).fetchone()
    seal = line.seal(before[0] if before else b"")
    db.execute(
        "insert into audit (at, who, action, subject, detail, seal)"
        " values (?, ?, ?, ?, ?, ?)",
        [line.at, line.who, line.action, line.subject, line.detail, seal],
    )


def lines(db: Database) -> list[AuditLine]:
    """Return every line, oldest first."""
    sql = "select at, who, action, subject, detail from audit order by n"
    return [AuditLine(*row) for row in db.execute(sql)]


def broken_at(db: Database) -> int:
    """Return the number of the first line whose chain is broken, 0 for none."""
    before = b""
    sql = "select n, at, who, action, subject, detail, seal from audit order by n"
    for n, at, who, action, subject, detail, seal in db.execute(sql):
        if AuditLine(at, who, action, subject, detail).seal(before) != seal:
            return int(n)
        before = seal
    return 0
