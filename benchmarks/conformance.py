"""Replay recorded forms and count the facts on which the engines agree.

    python benchmarks/conformance.py DIR [--only WORD] [--show KIND] [--failing N]

DIR holds forms/NAME.xml (+ NAME-media/), cases/NAME.json and cross/NAME.json as
described in its README. A fact is agreed when a second engine was run and does not
dispute it; where only one engine was run, facts are counted apart. So are types and
the results of actions, which the second engine's recordings never tell.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.form_tally import KINDS, Tally, report
from surveytool.domain.refusal import Refusal
from surveytool.formula.tree import Node
from surveytool.formula.xml import read_xml
from surveytool.questionnaire.form import Form, load_form
from surveytool.questionnaire.media import Media
from surveytool.questionnaire.session import Session
from surveytool.questionnaire.setting import Setting
from surveytool.questionnaire.trace import perform, state

Json = dict[str, Any]
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def key_of(node: Json) -> str:
    """Return what a node is called when states are compared."""
    return node["ref"] + ("|range" if node["node"].startswith("repeat-range") else "")


def by_key(nodes: list[Json]) -> dict[str, Json]:
    """Return nodes by what they are called."""
    return {key_of(node): node for node in nodes}


def setting_of(record: Json) -> Setting:
    """Return the circumstances in which a record was made."""
    moment = datetime.fromisoformat(record["clock"]).astimezone(ZoneInfo(record["tz"]))
    return Setting(
        now=lambda: moment,
        seed=record["seed"],
        place="38.25146 -85.75475 0.0 0.0",
        properties=PROPERTIES,
    )


PROPERTIES = {
    "deviceid": "oracle:device",
    "email": "oracle@example.org",
    "phonenumber": "5550100",
    "username": "oracle",
}


def expected_states(case: Json) -> Iterator[tuple[dict[str, Json], Json | None]]:
    """Go through the recorded states, each with the step before it."""
    nodes = by_key(case["initial"]["nodes"])
    yield dict(nodes), None
    for step in case["steps"]:
        for key, node in step["changed"].items():
            ref, _, kind = key.partition("|")
            name = ref + ("|range" if kind.startswith("repeat-range") else "")
            if node is None:
                nodes.pop(name, None)
            else:
                nodes[name] = node
        yield dict(nodes), step


def disputes_of(
    cross: Json | None, script: int, index: int
) -> set[tuple[str, str]] | None:
    """Return the disputed facts of a state, or None if no second engine saw it."""
    for case in cross["cases"] if cross else ():
        if case["script"] == script:
            states = [case["initial"], *case["steps"]]
            if index < len(states) and states[index] is not None:
                return {(fact[0], fact[1]) for fact in states[index]}
    return None


def replay(form: Form, record: Json, cross: Json | None, tally: Tally) -> None:
    """Replay every script of a form and compare every state."""
    for case in record["cases"]:
        start = time.perf_counter()
        session = Session(form, setting_of(record))
        tally.times["open"].append(time.perf_counter() - start)
        for index, (expected, step) in enumerate(expected_states(case)):
            where = f"{record['form']}#{case['script']}.{index}"
            disputed = disputes_of(cross, case["script"], index)
            if step is not None:
                result = act(session, step, tally)
                tally.fact("result", where, expected=outcome(step["result"]),
                           found=outcome(result), agreed=False)  # fmt: skip
            found = state(session)
            compare(expected, found, record, tally, where, disputed)
        compare_xml(
            case,
            found["xml"],
            record,
            tally,
            where=where,
            agreed=disputed is not None and not disputed,
        )


def outcome(result: str) -> str:
    """Return whether an action was done: engines word their errors differently."""
    return result.partition(":")[0]


def act(session: Session, step: Json, tally: Tally) -> str:
    """Do one recorded action; return its result."""
    start = time.perf_counter()
    try:
        done = perform(session, step["action"])
    except Refusal as refusal:
        return f"error: {refusal}"
    finally:
        tally.times["step"].append(time.perf_counter() - start)
    return "error: fault" if done is not None and done.faults else "ok"


def compare(
    expected: dict[str, Json],
    found: Json,
    record: Json,
    tally: Tally,
    where: str,
    disputed: set[tuple[str, str]] | None,
) -> None:
    """Compare one state with the recorded one, fact by fact."""
    ours = by_key(found["nodes"])
    volatile = set(record["volatile"])
    agreed = disputed is not None
    for key in expected.keys() | ours.keys():
        if (key, "node") in (disputed or ()):
            continue
        want, have = expected.get(key), ours.get(key)
        tally.fact("node", f"{where} {key}", expected=want and want["node"],
                   found=have and have["node"], agreed=agreed)  # fmt: skip
        if want is None or have is None:
            continue
        for kind in KINDS:
            name = "option-values" if kind == "options" else kind
            is_disputed = (key, name) in (disputed or ())
            if is_disputed or (key in volatile and kind in ("value", "violation")):
                continue
            one, two = plain(want.get(kind)), plain(have.get(kind))
            if one is not None or two is not None:
                tally.fact(kind, f"{where} {key}", expected=one, found=two,
                           agreed=agreed and kind != "type")  # fmt: skip


def plain(fact: object) -> object:
    """Return a fact with its random ids masked."""
    return UUID.sub("UUID", fact) if isinstance(fact, str) else fact


def compare_xml(
    case: Json, xml: str, record: Json, tally: Tally, *, where: str, agreed: bool
) -> None:
    """Compare the last XML with the recorded one."""
    try:
        want = outline(case["final_xml"], record)
    except Refusal:
        return
    have = outline(xml, record)
    tally.fact("final XML", where, expected=want, found=have, agreed=agreed)


def outline(xml: str, record: Json) -> str:
    """Return a document as lines, without what may differ by chance."""
    root = read_xml(xml).children[0]
    lines = []
    volatile = {re.sub(r"\[\d+\]", "", ref) for ref in record["volatile"]}

    def walk(node: Node, path: str) -> None:
        name = node.local_name
        path = f"{path}/{name}"
        attributes = sorted(
            (key.rpartition(":")[2], plain(value))
            for key, value in node.attributes.items()
        )
        text = "*" if path in volatile else plain((node.text or "").strip())
        lines.append(f"{path} {attributes} {text}")
        for child in node.children:
            walk(child, path)

    walk(root, "")
    return "\n".join(lines)


def run(folder: Path, only: str, tally: Tally) -> None:
    """Replay all forms of a folder whose name contains a word."""
    for path in sorted((folder / "cases").glob("*.json")):
        if only not in path.stem:
            continue
        record = json.loads(path.read_text("utf-8"))
        if not record["cases"]:
            continue
        crossed = folder / "cross" / path.name
        cross = json.loads(crossed.read_text("utf-8")) if crossed.is_file() else None
        form_path = folder / "forms" / f"{path.stem}.xml"
        start = time.perf_counter()
        try:
            media = Media(folder / "forms" / f"{path.stem}-media")
            form = load_form(form_path.read_bytes(), media)
            tally.times["load"].append(time.perf_counter() - start)
            replay(form, record, cross, tally)
        except Refusal as refusal:
            tally.not_loaded.append((path.stem, str(refusal)))


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--show", default="")
    parser.add_argument("--failing", type=int, default=5)
    asked = parser.parse_args()
    tally = Tally()
    run(asked.folder, asked.only, tally)
    report(tally, asked.show, asked.failing)


if __name__ == "__main__":
    main()
