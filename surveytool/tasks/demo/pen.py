"""Writes changes on one household and remembers what stands there."""

from collections.abc import Mapping

from surveytool.domain.change import Change, ChangeId
from surveytool.domain.entity import Ref


class Pen:
    """Writes the history of one root as its authors would have saved it."""

    def __init__(self, root: Ref, dev: str) -> None:
        self.root = root
        self.dev = dev
        self.changes: list[Change] = []
        self._stands: dict[tuple[Ref, str], tuple[ChangeId, str]] = {}

    def write(
        self, who: str, at: str, entities: Mapping[Ref, Mapping[str, str]], why: str = ""
    ) -> None:
        """Save fields; those that stand already with this value are left out."""
        new = {
            ref: {
                name: value
                for name, value in fields.items()
                if self.value(ref, name) != value
            }
            for ref, fields in entities.items()
        }
        new = {ref: fields for ref, fields in new.items() if fields}
        known = [
            (ref, name, *self._stands[ref, name])
            for ref, fields in new.items()
            for name in fields
            if (ref, name) in self._stands
        ]
        was: dict[Ref, dict[str, str | None]] = {}
        for ref, name, _, value in known:
            was.setdefault(ref, {})[name] = value
        seen = frozenset(one for _, _, one, _ in known)
        change = Change(self.root, who, self.dev, at, new, seen, was, why)
        self.changes.append(change)
        self._remember(change, new)

    def value(self, ref: Ref, name: str) -> str | None:
        """Return what stands in a field."""
        return self._stands.get((ref, name), (None, None))[1]

    def _remember(self, change: Change, new: Mapping[Ref, Mapping[str, str]]) -> None:
        one = change.id
        for ref, fields in new.items():
            for name, value in fields.items():
                self._stands[ref, name] = one, value
