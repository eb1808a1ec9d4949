"""What only this workspace knows: its seat, its device, small settings."""

import json
from dataclasses import asdict

from sqlite_utils import Database

from surveytool.domain.seat import Office, Role, Seat

SEAT, DEVICE, PLACE, KEYS = "seat", "device", "place", "keys"
ATTIC = "attic"


def setting(db: Database, key: str) -> str:
    """Return a setting, "" where it was never set."""
    row = db.execute("select value from setting where key = ?", [key]).fetchone()
    return row[0] if row else ""


def set_setting(db: Database, key: str, value: str) -> None:
    """Keep a setting."""
    db.execute("insert or replace into setting values (?, ?)", [key, value])


def secret(db: Database, key: str) -> bytes:
    """Return secret bytes, b"" where there are none."""
    row = db.execute("select value from secret where key = ?", [key]).fetchone()
    return row[0] if row else b""


def set_secret(db: Database, key: str, value: bytes) -> None:
    """Keep secret bytes."""
    db.execute("insert or replace into secret values (?, ?)", [key, value])


def read_seat(db: Database) -> Seat:
    """Return whose workspace it is."""
    content = json.loads(setting(db, SEAT))
    return Seat(
        office=Office(content["office"]),
        role=Role(content["role"]),
        operator=content["operator"],
        title=content["title"],
        county=content["county"],
        villages=tuple(content["villages"]),
    )


def write_seat(db: Database, seat: Seat) -> None:
    """Say whose workspace it is."""
    set_setting(db, SEAT, json.dumps(asdict(seat), ensure_ascii=False))
