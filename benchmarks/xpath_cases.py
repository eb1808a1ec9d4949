"""Replays recorded XPath cases: `python benchmarks/xpath_cases.py DIR [--all]`.

DIR holds xpath_cases.json (documents, contexts, expected values of two other
engines). Prints the score, and each failing case with what came instead.
"""

import argparse
import json
import math
import random
import re
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from surveytool.domain.refusal import Refusal
from surveytool.formula.axes import AXIS, contents
from surveytool.formula.expression import parse
from surveytool.formula.moment import Moment
from surveytool.formula.tree import Node
from surveytool.formula.values import as_boolean, as_number, as_text
from surveytool.formula.world import Scope, Value, World
from surveytool.formula.xml import read_xml

Case = dict[str, Any]

STANDARD = {
    "": "http://www.w3.org/2002/xforms",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "mathml": "http://www.w3.org/1998/Math/MathML",
    "jr": "http://openrosa.org/javarosa",
}
PREFIXES = {prefix: uri for prefix, uri in STANDARD.items() if prefix}
_STEP = re.compile(r"([^\[]+?)(?:\[(\d+)\])?$")


def main() -> int:
    """Replay the cases of a folder; return 1 below the goal."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--goal", type=float, default=97.0, help="percent")
    given = arguments.parse_args()
    recorded = json.loads((given.folder / "xpath_cases.json").read_text("utf-8"))
    held: Counter[str] = Counter()
    for case in recorded["cases"]:
        found = outcome(case, recorded["docs"].get(case["doc"] or ""))
        held[case["source"], found is None] += 1
        if found is not None:
            print(f"{case['id']:5} {case['expr'][:110]!r}: {found}")
    total = len(recorded["cases"])
    passed = sum(number for (_, good), number in held.items() if good)
    for source in sorted({source for source, _ in held}):
        print(f"{source}: {held[source, True]} hold, {held[source, False]} fail")
    print(f"{passed} of {total} hold: {100 * passed / total:.2f} %")
    return 0 if 100 * passed / total >= given.goal else 1


def outcome(case: Case, text: str | None) -> str | None:
    """Return None when the case holds, else what came instead."""
    top = read_xml(text, whole=True) if text else Node("", kind="document")
    try:
        scope = Scope(at(top, case["context"]), world(case, top))
        value = parse(case["expr"]).evaluate(scope)
        expected = case["expected"] | {"volatile": case["volatile"]}
        good = holds(expected, value, scope)
    except (Refusal, LookupError) as refusal:
        good = case["expected"]["type"] in ("error", "not")
        return None if good else f"{type(refusal).__name__} {refusal}"
    return None if good else f"{shown(value)}, not {str(case['expected'])[:300]}"


def world(case: Case, top: Node) -> World:
    """Return the surroundings that a case assumes."""
    zone = ZoneInfo(case["tz"])
    now = datetime.fromtimestamp((case["now"] or 0) / 1000, UTC).astimezone(zone)

    def instance(name: str) -> Node | None:
        nodes = [node for node in top.descendants() if node.name == "instance"]
        found = [node for node in nodes if node.attributes.get("id") == name]
        return found[0] if found else None

    return World(
        root=root(top, case),
        now=lambda: now,
        random=random.Random(1),  # noqa: S311 - the same each time
        instance=instance,
        itext=lambda name: itext(top, name, case["lang"]),
        namespaces=STANDARD if case["mode"] == "xpath1" else PREFIXES,
    )


def root(top: Node, case: Case) -> Node:
    """Return what "/" means: the primary instance where the document is a form."""
    node: Node | None = at(top, case["context"])
    while node is not None and case["context"].startswith("/h:html"):
        if node.name == "instance":
            return node
        node = node.parent
    return top


def itext(top: Node, name: str, language: str | None) -> str:
    """Return the translation of an id in the language, else in the default one."""
    spoken = [node for node in top.descendants() if node.name == "translation"]
    default = [node for node in spoken if "default" in node.attributes]
    wanted = [node for node in spoken if node.attributes["lang"] == language]
    for translation in wanted or default or spoken[:1]:
        for text in translation.named("text"):
            if text.attributes["id"] == name:
                plain = [v for v in text.named("value") if not v.has_attributes]
                return plain[0].string_value if plain else ""
    return ""


def at(top: Node, path: str) -> Node:
    """Return the node of a positional path; raises LookupError."""
    node = top
    for step in path.strip("/").split("/") if path != "/" else []:
        node = taken(node, step)
    return node


def taken(node: Node, step: str) -> Node:
    """Return the node that one step of a positional path means."""
    if step.startswith("@"):
        axis = "namespace" if step.startswith("@xmlns:") else "attribute"
        name = step.removeprefix("@").removeprefix("xmlns:")
        return next(each for each in AXIS[axis](node) if each.name == name)
    found = _STEP.match(step)
    if found is None or step.startswith("?"):
        raise LookupError(step)
    named = [each for each in contents(node) if own_name(each) == found[1]]
    return named[int(found[2] or 1) - 1]


def own_name(node: Node) -> str:
    """Return the name of a node as positional paths have it."""
    kinds = {"text": "text()", "comment": "comment()"}
    if node.kind == "instruction":
        return "processing-instruction()"
    return kinds.get(node.kind, node.name)


def path_of(node: Node) -> str:
    """Return the positional path of a node."""
    if node.parent is None:
        return "/"
    above = "" if node.parent.parent is None else path_of(node.parent)
    if node.kind in ("attribute", "namespace"):
        mark = "xmlns:" if node.kind == "namespace" else ""
        return f"{above}/@{mark}{node.name}"
    name = own_name(node)
    row = [each for each in contents(node.parent) if own_name(each) == name]
    places = [place for place, each in enumerate(row, 1) if each is node]
    return f"{above}/{name}[{places[0] if places else 1}]"


def holds(  # noqa: PLR0911 - one line per type of expectation
    expected: Case, value: Value, scope: Scope
) -> bool:
    """Return whether a value is what a case expects."""
    match expected["type"]:
        case "error":
            return False
        case "not":
            return not holds(expected["of"], value, scope)
        case "nodeset":
            return same_nodes(expected, value, scope)
        case "boolean":
            return as_boolean(value) is expected["value"]
        case "number" if expected.get("volatile"):
            return isinstance(value, float)
        case "number":
            return same_number(expected, as_number(value, scope.world))
        case "date":
            return as_text(value)[:10] == expected["value"][:10]
    text = as_text(value)
    if "matches" in expected:
        return re.search(expected["matches"], text, re.IGNORECASE) is not None
    if "length" in expected:
        return len(text) == expected["length"]
    return text == str(expected["value"])


def same_number(expected: Case, number: float) -> bool:
    """Return whether numbers are equal, after rounding where the case says so."""
    wanted = float(expected["value"])
    factor = expected.get("roundFactor")
    if math.isnan(wanted) or math.isnan(number):
        return math.isnan(wanted) and math.isnan(number)
    if factor:
        return math.floor(number * factor + 0.5) / factor == wanted
    return number == wanted or math.isclose(
        number, wanted, rel_tol=1e-15, abs_tol=1e-13
    )


def same_nodes(expected: Case, value: Value, scope: Scope) -> bool:
    """Return whether the value is the nodes (for a translation: its text)."""
    wanted = expected["value"]
    wanted = [wanted] if isinstance(wanted, str) else wanted
    if isinstance(value, str):
        top = list(scope.node.ancestors())[-1]
        return [at(top, path).string_value for path in wanted] == [value]
    if not isinstance(value, list):
        return False
    found = [path_of(node) for node in value]
    if "string" in expected:  # recorded from JavaRosa: without the first places
        found = [path.replace("[1]", "") for path in found]
    if expected.get("unordered"):
        return sorted(found) == sorted(wanted)
    return found[:1] == wanted if expected.get("single") else found == wanted


def shown(value: Value) -> str:
    """Return a value for the report."""
    if isinstance(value, list):
        return str([path_of(node) for node in value])[:300]
    return value.text if isinstance(value, Moment) else repr(value)


if __name__ == "__main__":
    sys.exit(main())
