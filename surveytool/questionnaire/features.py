"""What the engine can do, as tables of docs/writing-forms.md, from its own tables.

    python -m surveytool.questionnaire.features docs/writing-forms.md

writes them anew between the marks <!-- NAME --> and <!-- /NAME -->.
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from surveytool.formula.compiling import KNOWN
from surveytool.formula.functions.signature import MANY
from surveytool.questionnaire.action import EVENTS
from surveytool.questionnaire.appearances import APPEARANCES
from surveytool.questionnaire.bind import TYPES
from surveytool.questionnaire.control import ASKING
from surveytool.questionnaire.preload import PRELOADS
from surveytool.questionnaire.trace import OPERATIONS
from surveytool.questionnaire.workbook_words import KINDS


def tables() -> dict[str, str]:
    """Return each table by the name of its mark."""
    return {
        "functions": _table("function", "arguments", _functions()),
        "types": _words(TYPES),
        "controls": _words(ASKING),
        "events": _words(EVENTS),
        "preloads": _words(PRELOADS),
        "operations": _words(OPERATIONS),
        "workbook": _words(KINDS.values()),
        "appearances": _table("control or type", "appearances", _appearances()),
    }


def written(page: str) -> str:
    """Return a page with its tables as they are now."""
    for name, text in tables().items():
        before, begin, rest = page.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        page = f"{before}{begin}{text}\n{end}{after}"
    return page


def _words(words: Iterable[str]) -> str:
    return " ".join(f"`{word}`" for word in sorted(words, key=str.lower))


def _table(first: str, second: str, rows: Mapping[str, str]) -> str:
    lines = [f"| {first} | {second} |", "|---|---|"]
    lines += [f"| `{name}` | {text} |" for name, text in sorted(rows.items())]
    return "\n".join(lines)


def _functions() -> dict[str, str]:
    return {name: _count(one.least, one.most) for name, one in KNOWN.items()}


def _count(least: int, most: int) -> str:
    if most == MANY:
        return f"{least} or more"
    return str(least) if least == most else f"{least} to {most}"


def _appearances() -> dict[str, str]:
    return {kind: _words(words) for kind, words in APPEARANCES.items() if words}


if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_text(written(page.read_text("utf-8")), "utf-8")
