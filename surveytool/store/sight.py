"""What a person who opens a household is looking at."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from surveytool.domain.change import Change, ChangeId, Values
from surveytool.domain.entity import GONE, Ref
from surveytool.domain.merge import standing
from surveytool.store.standing import Heads, Standing


@dataclass(frozen=True, slots=True)
class Sight:
    """Every field of a root's entities with its heads, taken when a form opens.

    A change made from it names as seen what stood there then, whatever came
    into the workspace since.
    """

    root: Ref
    device: str
    heads: Mapping[Ref, Mapping[str, Heads]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Ref, device: str, family: Iterable[Standing]) -> "Sight":
        """Return the sight of a family, gone entities included."""
        return cls(root, device, {one.ref: one.every_head() for one in family})

    def value(self, ref: Ref, name: str) -> str | None:
        """Return the value that stood there."""
        heads = self._heads(ref, name)
        return standing(heads) if heads else None

    def change(
        self,
        who: str,
        at: str,
        set: Mapping[Ref, Values],  # noqa: A002 - the word of Change
        *,
        why: str = "",
        form: str = "",
        keep_same: bool = False,
    ) -> Change:
        """Return the change that sets these values; untouched fields drop out.

        A decision keeps even the value that stands already (``keep_same``), or
        choosing it would change nothing.
        """
        touched = {
            ref: {
                name: value or None
                for name, value in values.items()
                if keep_same or self.value(ref, name) != (value or None)
            }
            for ref, values in set.items()
        }
        kept = {ref: values for ref, values in touched.items() if values}
        return Change(
            root=self.root,
            who=who,
            dev=self.device,
            at=at,
            set=kept,
            seen=self._seen(kept),
            was={ref: was for ref in kept if (was := self._was(ref, kept[ref]))},
            why=why,
            form=form,
        )

    def after(self, change: Change) -> "Sight":
        """Return the sight of one's own change: the next one has seen it too."""
        one = change.id
        heads = {ref: dict(fields) for ref, fields in self.heads.items()}
        for ref, values in change.set.items():
            fields = heads.setdefault(ref, {})
            fields |= {name: {one: value} for name, value in values.items()}
        return replace(self, heads=heads)

    def text(self) -> str:
        """Return the sight as text, to be kept with an unfinished form."""
        heads = {str(ref): fields for ref, fields in self.heads.items()}
        return json.dumps([str(self.root), self.device, heads], ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> "Sight":
        """Read what text() wrote."""
        root, device, heads = json.loads(text)
        return cls(
            Ref.parse(root),
            device,
            {Ref.parse(ref): fields for ref, fields in heads.items()},
        )

    def _heads(self, ref: Ref, name: str) -> Heads:
        return self.heads.get(ref, {}).get(name, {})

    def _seen(self, kept: Mapping[Ref, Values]) -> frozenset[ChangeId]:
        # A deletion, or taking one back, speaks of the whole entity.
        return frozenset(
            change
            for ref, values in kept.items()
            for name in (self.heads.get(ref, {}) if GONE in values else values)
            for change in self._heads(ref, name)
        )

    def _was(self, ref: Ref, values: Values) -> Values:
        return {
            name: self.value(ref, name) for name in values if self._heads(ref, name)
        }
