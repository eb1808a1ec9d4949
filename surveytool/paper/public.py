"""What may hang in public: only fields that a list allows, and none that is private."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from surveytool.domain.refusal import Refusal
from surveytool.domain.vocabulary import fields
from surveytool.paper.layout import Layout
from surveytool.paper.saying import PLACEHOLDER
from surveytool.paper.sheet import CATALOGUE, SHEETS

NEVER = re.compile(
    r"health|illness|disab|bank|phone|id_number|id_original|risk|analysis|reason|note"
)
FREE = frozenset({"no", "today", "date", "year", "count", "persons"})
NAMES = frozenset({"place", "county", "township", "village", "head"})


class PublicFieldError(Refusal):
    """A sheet that hangs in public asks for a field that must not hang there."""

    code = "paper.public_field"


@cache
def allowed() -> frozenset[str]:
    """Return the fields that may hang in public, from sheets.toml."""
    written = tomllib.loads((SHEETS / CATALOGUE).read_text("utf-8"))
    return frozenset(name for name in written["public_fields"] if not is_private(name))


def is_private(path: str) -> bool:
    """Tell whether a field may never hang in public, whatever a list says."""
    kind, _, name = path.partition(".")
    words = fields("person" if kind == "head" else kind).get(name)
    sensitive = words is not None and (words.sensitive or words.type == "id_number")
    return sensitive or bool(NEVER.search(name))


def check_public(layout: Layout) -> None:
    """Raise PublicFieldError where a sheet names a field that is not allowed."""
    for path in sorted(set(_paths(layout))):
        if path not in allowed() | FREE | NAMES and not path.startswith("given."):
            raise PublicFieldError(file=f"{layout.name}.toml", field=path)


def _paths(layout: Layout) -> Iterator[str]:
    for text in (layout.title, layout.subtitle):
        yield from PLACEHOLDER.findall(text)
    for block in layout.blocks:
        yield from _named(block.about)
        if block.kind == "opinions":
            yield "step.reason"


def _named(part: Any) -> Iterator[str]:  # noqa: ANN401 - TOML holds anything
    if isinstance(part, str):
        yield from PLACEHOLDER.findall(part)
    elif isinstance(part, Mapping):
        if "field" in part:
            yield part["field"]
        for key, inner in part.items():
            if key != "field":
                yield from _named(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _items(inner)


def _items(part: Any) -> Iterator[str]:  # noqa: ANN401 - TOML holds anything
    """Read a bare text of a list as a field where it is one, as in pairs."""
    if isinstance(part, str) and re.fullmatch(r"[a-z_]+\.[a-z_]+", part):
        yield part
    yield from _named(part)
