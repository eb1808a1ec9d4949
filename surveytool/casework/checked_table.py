"""Reading a table of a profile: every wrong key becomes a problem with its line."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from surveytool.casework.key_lines import key_lines, line_of
from surveytool.domain.problem import Problem

T = TypeVar("T")
WORDS: Mapping[type, str] = {
    str: "文字 text",
    date: "日期 date",
    int: "整数 number",
    list: "列表 list",
    dict: "表 table",
    bool: "true 或 false",
}


@dataclass(slots=True)
class Findings:
    """The problems of one file and where its keys stand."""

    text: str
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = key_lines(self.text)

    def add(self, code: str, path: str, **facts: str) -> None:
        """Note a problem at a key."""
        place = {"key": path, "line": str(line_of(self.lines, path))}
        self.problems.append(Problem(code, path, place | facts))


class CheckedTable:
    """A table whose keys are asked for one by one; what is left over is unknown."""

    def __init__(self, values: Mapping[str, Any], path: str, notes: Findings) -> None:
        self.values = values
        self.path = path
        self.notes = notes
        self.asked: set[str] = set()

    def at(self, key: str) -> str:
        """Return the path of a key."""
        return f"{self.path}.{key}" if self.path else key

    def _take(self, key: str, kind: type[T], default: T | None) -> T | None:
        self.asked.add(key)
        value = self.values.get(key)
        if value is None:
            if default is None:
                self.notes.add("casework.profile_key_missing", self.at(key))
            return default
        if not isinstance(value, kind) or isinstance(value, bool) != (kind is bool):
            wanted = WORDS[kind]
            self.notes.add("casework.profile_wrong_kind", self.at(key), wanted=wanted)
            return default
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default it must be there."""
        return self._take(key, str, default) or ""

    def day(self, key: str) -> date | None:
        """Return a date, None where it is not given."""
        if key not in self.values:
            self.asked.add(key)
            return None
        return self._take(key, date, None)

    def number(self, key: str) -> int | None:
        """Return a whole number, None where it is not given."""
        if key not in self.values:
            self.asked.add(key)
            return None
        return self._take(key, int, None)

    def flag(self, key: str) -> bool:
        """Return a yes or no, no where it is not given."""
        return bool(self._take(key, bool, default=False))

    def days(self, key: str) -> tuple[date, ...]:
        """Return a list of dates, empty where it is not given."""
        found: list[Any] = self._take(key, list, []) or []
        if all(isinstance(one, date) for one in found):
            return tuple(found)
        self.notes.add("casework.profile_wrong_kind", self.at(key), wanted=WORDS[date])
        return ()

    def text_or_texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, or one text as a list."""
        if isinstance(self.values.get(key), str):
            return tuple(filter(None, (self.text(key, ""),)))
        return self.texts(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where it is not given."""
        found: list[Any] = self._take(key, list, []) or []
        if all(isinstance(one, str) for one in found):
            return tuple(found)
        self.notes.add("casework.profile_wrong_kind", self.at(key), wanted=WORDS[list])
        return ()

    def one_of(self, key: str, allowed: Collection[str], default: str) -> str:
        """Return a text that must be one of those allowed."""
        return next(iter(self._allowed(key, (self.text(key, default),), allowed)), "")

    def some_of(self, key: str, allowed: Collection[str]) -> tuple[str, ...]:
        """Return a list of texts that must be among those allowed."""
        return self._allowed(key, self.texts(key), allowed)

    def _allowed(
        self, key: str, found: tuple[str, ...], allowed: Collection[str]
    ) -> tuple[str, ...]:
        for wrong in (one for one in found if one and one not in allowed):
            self.notes.add(
                "casework.profile_value_unknown",
                self.at(key),
                value=wrong,
                allowed="、".join(allowed),
            )
        return tuple(one for one in found if one in allowed)

    def table(self, key: str) -> "CheckedTable":
        """Return a table, empty where it is not given."""
        inner: dict[str, Any] = self._take(key, dict, {}) or {}
        return CheckedTable(inner, self.at(key), self.notes)

    def named(self, key: str) -> Iterator[tuple[str, "CheckedTable"]]:
        """Go through the tables of a table by name."""
        outer = self.table(key)
        for name in outer.values:
            yield name, outer.table(name)

    def each(self, key: str, read: Callable[["CheckedTable"], T]) -> tuple[T, ...]:
        """Read every table of a list of tables."""
        found: list[Any] = self._take(key, list, []) or []
        if not all(isinstance(one, dict) for one in found):
            wanted = WORDS[dict]
            self.notes.add("casework.profile_wrong_kind", self.at(key), wanted=wanted)
            return ()
        return tuple(
            finished(CheckedTable(one, f"{self.at(key)}[{number}]", self.notes), read)
            for number, one in enumerate(found, 1)
        )


def finished(table: CheckedTable, read: Callable[[CheckedTable], T]) -> T:
    """Read a table; keys that nobody asked for are unknown."""
    result = read(table)
    for key in table.values.keys() - table.asked:
        table.notes.add("casework.profile_key_unknown", table.at(key))
    return result
