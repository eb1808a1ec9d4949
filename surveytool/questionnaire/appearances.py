"""Appearances: the wishes that forms have for the look of a question."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from surveytool.questionnaire.field import Field

_SELECT = frozenset(
    {
        "minimal", "autocomplete", "search", "quick", "quickcompact", "horizontal",
        "horizontal-compact", "compact", "columns", "columns-pack", "no-buttons",
        "likert", "label", "list", "list-nolabel", "map", "image-map",
    }
)  # fmt: skip
_PLACE = frozenset({"maps", "placement-map", "no-buttons"})
_TEXT = frozenset(
    {
        "multiline", "numbers", "thousands-sep", "bearing", "masked", "counter",
        "url", "printer", "ex", "hidden-answer",
    }
)  # fmt: skip
_DATE = frozenset(
    {
        "no-calendar", "month-year", "year", "ethiopian", "coptic", "islamic",
        "bikram-sambat", "myanmar", "persian", "buddhist",
    }
)  # fmt: skip

# What the XLSForm specification names, by control or, for inputs, by type.
APPEARANCES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "select1": _SELECT,
        "select": _SELECT,
        "rank": frozenset(),
        "range": frozenset({"vertical", "no-ticks", "picker", "rating"}),
        "trigger": frozenset(),
        "upload": frozenset(
            {"annotate", "draw", "signature", "new", "new-front", "new-rear"}
        ),
        "group": frozenset({"field-list", "table-list"}),
        "repeat": frozenset({"field-list", "table-list"}),
        "date": _DATE,
        "dateTime": _DATE,
        "geopoint": _PLACE,
        "geotrace": _PLACE,
        "geoshape": _PLACE,
        "string": _TEXT,
        "int": _TEXT,
        "decimal": _TEXT,
        "barcode": frozenset({"front"}),
    }
)

# Any control may have a width, a place in a summary, or a screen of its own.
_ANYWHERE = re.compile(r"w\d{1,2}|field-list|columns-?\d*|hidden|no-collapse|other")
_WORD = re.compile(r"[\w.:-]+(?:\([^)]*\))?")


def unknown_wishes(field: Field) -> tuple[str, ...]:
    """Return the words of an appearance that no specification knows for the control."""
    control = field.control
    if control is None or not control.appearance:
        return ()
    kind = field.bind.type if control.kind == "input" else control.kind
    known = APPEARANCES.get(kind, frozenset())
    words = _WORD.findall(control.appearance.lower())
    return tuple(
        word
        for word in words
        if word.partition("(")[0].partition(":")[0] not in known
        and not _ANYWHERE.fullmatch(word)
    )
