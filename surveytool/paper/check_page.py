"""入户核查表: filled from stored values, or blank to be filled by hand."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from surveytool.domain.entity import Entity, Ref
from surveytool.domain.vocabulary import FieldWords, code_lists, fields
from surveytool.paper.derived import insured
from surveytool.paper.family import Family
from surveytool.paper.saying import EMPTY, TICKED
from surveytool.paper.sheet import SHEETS
from surveytool.paper.sheet_data import Row, SheetData
from surveytool.paper.words import age, health, long_date, reads, schooling, work

NOTHING = frozenset[str]()
NOBODY = Ref("household", "")


def check_page(
    family: Family | None, *, on: date, masks: frozenset[str] = NOTHING, place: str = ""
) -> SheetData:
    """Return the check sheet of a family; without one, the blank form."""
    home = family.household if family else Entity(NOBODY, NOBODY)
    members = family.members if family else ()
    return SheetData(
        bookmark=family.bookmark if family else "空白表",
        running=_running(family) if family else "",
        values={
            "place": family.place if family else place,
            "head_name": family.head_name if family else "",
            "surveyed": long_date(home.get("surveyed")),
            "investigators": home.get("investigators"),
        },
        tables={
            "fields": [
                row for section in _sections() for row in _rows(section, home, masks)
            ],
            "members": [_member(one, on, masks) for one in members],
        },
    )


def _running(family: Family) -> str:
    code = family.household.get("code")
    return f"入户核查表　户主：{family.head_name}　户编号：{code}"


def _sections() -> Sequence[Mapping[str, Any]]:
    layout = tomllib.loads((SHEETS / "check_sheet.toml").read_text("utf-8"))
    shared = {"max_choices": layout["max_choices"], "labels": layout["labels"]}
    return [section | shared for section in layout["section"]]


def _rows(section: Mapping[str, Any], home: Entity, masks: frozenset[str]) -> list[Row]:
    rows: list[Row] = []
    for name in section["fields"]:
        words = fields("household")[name]
        rows.append(
            {
                "section": section["title"],
                "label": section["labels"].get(name, words.title()),
                "value": _value(words, home, masks, section["max_choices"]),
                "wide": "yes" if name in section["wide"] else "",
            }
        )
    return rows


def _value(
    words: FieldWords, home: Entity, masks: frozenset[str], max_choices: int
) -> str:
    name = "yes_no" if words.type == "yes_no" else words.codes
    if not name or len(code_lists()[name].entries) > max_choices:
        return reads(home, words.name, masks)
    chosen = home.get(words.name).split()
    choices = code_lists()[name]
    ticks = [
        f"{TICKED if code in chosen else EMPTY}{choices.label(code)}"
        for code in choices.entries
    ]
    return "　".join(ticks)


def _member(person: Entity, on: date, masks: frozenset[str]) -> Row:
    return {
        "name": person.get("full_name"),
        "relation": reads(person, "relation"),
        "sex": reads(person, "sex"),
        "age": age(person, on),
        "id_number": reads(person, "id_number", masks),
        "education": schooling(person),
        "health": health(person),
        "labour": reads(person, "labour"),
        "work": work(person),
        "insured": insured(person),
    }
