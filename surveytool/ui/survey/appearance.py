"""Appearances: how a form wishes a question to look, and which wishes are met."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from surveytool.questionnaire.session import NodeView

# Sizes in a grid of Enketo's and hints for pages say nothing about one control.
SILENT = re.compile(r"w\d{1,2}|field-list|columns-?\d*|columns-pack")
_LIST = frozenset(
    {
        "minimal", "autocomplete", "search", "horizontal", "horizontal-compact",
        "compact", "label", "list", "list-nolabel",
    }
)  # fmt: skip
MET: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "select1": _LIST | {"likert", "quick", "quickcompact"},
        "select": _LIST,
        "range": frozenset({"picker", "rating", "vertical", "no-ticks"}),
        "upload": frozenset({"signature", "draw", "annotate"}),
        "string": frozenset({"multiline", "numbers", "masked"}),
        "int": frozenset({"numbers"}),
        "date": frozenset({"year", "month-year", "no-calendar"}),
    }
)


def wishes(node: NodeView) -> tuple[str, ...]:
    """Return the words of a question's appearance, search() as one word."""
    return tuple(re.findall(r"[\w-]+(?:\([^)]*\))?", node.appearance))


def unmet(node: NodeView) -> tuple[str, ...]:
    """Return the wishes that are not met: the question is shown plainly."""
    if not node.appearance:
        return ()
    kind = node.type if node.kind == "input" else node.kind
    met = MET.get(kind, frozenset())
    return tuple(
        one for one in wishes(node) if one not in met and not SILENT.fullmatch(one)
    )


def wants(node: NodeView, *words: str) -> bool:
    """Tell whether a question wishes to look like one of these."""
    return bool(node.appearance) and any(word in wishes(node) for word in words)
