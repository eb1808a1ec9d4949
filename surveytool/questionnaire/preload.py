"""Values that a form asks the device for when it begins (jr:preload)."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from random import Random

PRELOADS = ("uid", "date", "dateTime", "timestamp", "property")
_UUID_BITS = 128


def new_uuid(random: Random) -> str:
    """Return a random UUID (version 4) from a source of chance."""
    return str(uuid.UUID(int=random.getrandbits(_UUID_BITS), version=4))


def timestamp(now: datetime) -> str:
    """Return a moment as ODK writes it: milliseconds and zone."""
    return now.isoformat(timespec="milliseconds")


def preloaded(
    kind: str, of: str, *, now: datetime, random: Random, properties: Mapping[str, str]
) -> str | None:
    """Return the value of a preload at the start, or None if there is none."""
    if kind == "uid":
        return f"uuid:{new_uuid(random)}"
    if kind == "date":
        return now.date().isoformat()
    if kind == "dateTime":
        return timestamp(now)
    if kind == "timestamp":
        return timestamp(now) if of == "start" else None
    if kind == "property":
        return properties.get(of)
    return None
