"""Values of entities that nobody changed since a change bore them."""

import orjson
from sqlite_utils import Database

from surveytool.store.packing import Packing

BODY = "select body from change where n = ?"


class Births:
    """Reads births from the journal, the last one kept at hand."""

    def __init__(self, db: Database, packing: Packing) -> None:
        self._db = db
        self._packing = packing
        self._n = 0
        self._set: dict[str, dict[str, str | None]] = {}

    def values(self, born: int, ref: str) -> dict[str, str]:
        """Return an entity's values as the change in that row set them."""
        if born != self._n:
            (body,) = self._db.conn.execute(BODY, [born]).fetchone()
            self._set = orjson.loads(self._packing.unpack(body))["set"]
            self._n = born
        values = self._set[ref].items()
        return {name: value for name, value in values if value is not None}
