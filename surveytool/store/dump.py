"""The canonical state of a workspace: equal journals give equal dumps."""

from collections.abc import Iterable

from surveytool.store.standing import Standing

Dump = dict[str, dict[str, object]]


def dump(found: Iterable[Standing]) -> Dump:
    """Return every entity with its root, its values and the heads of its fields."""
    return {
        str(one.ref): {
            "root": str(one.root),
            "fields": dict(sorted(one.fields.items())),
            "heads": {
                name: dict(sorted(heads.items()))
                for name, heads in sorted(one.every_head().items())
            },
        }
        for one in sorted(found, key=lambda one: one.ref)
    }
