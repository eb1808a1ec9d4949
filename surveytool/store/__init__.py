"""The encrypted file: journal, standing values, search, migrations, backup."""

from surveytool.store import sqlcipher as _sqlcipher  # noqa: F401 - before sqlite-utils
from surveytool.store.host import Host
from surveytool.store.sight import Sight
from surveytool.store.store import Store
from surveytool.store.take import Taken

__all__ = ["Host", "Sight", "Store", "Taken"]
