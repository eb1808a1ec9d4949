"""On which line of a TOML file a key stands, so that errors can say so."""

import re
from collections import Counter

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")


def key_lines(text: str) -> dict[str, int]:
    """Return the line of every table and key: ``rule[2].when`` → 31."""
    lines: dict[str, int] = {}
    seen: Counter[str] = Counter()
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.fullmatch(line):
            table = _place(header[2], is_list=header[1] == "[[", seen=seen)
            lines[table] = number
        elif key := _KEY.match(line):
            lines[f"{table}.{key[1]}" if table else key[1]] = number
    return lines


def _place(name: str, *, is_list: bool, seen: Counter[str]) -> str:
    """Return the path of a table, counting the tables of its list."""
    parent = ""
    *above, last = name.split(".")
    for part in above:
        parent = _joined(parent, part)
        if seen[parent]:
            parent = f"{parent}[{seen[parent]}]"
    own = _joined(parent, last)
    if is_list:
        seen[own] += 1
        return f"{own}[{seen[own]}]"
    return own


def _joined(parent: str, part: str) -> str:
    return f"{parent}.{part}" if parent else part


def line_of(lines: dict[str, int], path: str) -> int:
    """Return the line of a path, or of the nearest thing above it that is written."""
    while path:
        if path in lines:
            return lines[path]
        path = path.rpartition("[" if path.endswith("]") else ".")[0]
    return 1
