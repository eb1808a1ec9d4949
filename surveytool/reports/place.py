"""Where a household lives, as rows of a report are grouped and ordered."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

Level = Literal["township", "village"]
LEVEL_TITLES = {"township": "乡镇", "village": "行政村"}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A village with its township; villages are ordered by code."""

    code: str
    township: str
    village: str

    def at(self, level: Level) -> str:
        """Return the name at a level; villages of one name are told apart."""
        if level == "township":
            return self.township or "（未填乡镇）"
        return f"{self.township}{self.village}" or "（未填村）"


class Located(Protocol):
    """Anything that is counted somewhere."""

    @property
    def place(self) -> Place:
        """Where it is."""


Item = TypeVar("Item", bound=Located)


def by_place(items: Iterable[Item], level: Level) -> dict[str, list[Item]]:
    """Group items by place, in the order of the village codes."""
    return grouped(
        sorted(items, key=lambda item: item.place), lambda item: item.place.at(level)
    )


def grouped(items: Iterable[Item], key: Callable[[Item], str]) -> dict[str, list[Item]]:
    """Group items by a key, groups in the order of appearance."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
