"""Expressions of a profile: standing at a household, looking at it and its members."""

from collections.abc import Container
from dataclasses import dataclass

from surveytool.casework.checked_table import CheckedTable
from surveytool.casework.placeholders import thresholds_in
from surveytool.domain.refusal import Refusal
from surveytool.domain.vocabulary import fields
from surveytool.formula.expression import Expression, parse

HOUSEHOLD = "/household"
PERSON = "/household/person"


@dataclass(frozen=True, slots=True)
class FieldsUsed:
    """What an expression looks at: fields, whether members at all, and the rest."""

    household: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    sees_people: bool = False
    strange: tuple[str, ...] = ()


def fields_used(expression: Expression, context: str = HOUSEHOLD) -> FieldsUsed:
    """Return the fields of household and person that an expression looks at."""
    paths = sorted({one.instance + one.path for one in expression.references(context)})
    people = [one for one in paths if one == PERSON or one.startswith(f"{PERSON}/")]
    own = [one for one in paths if one not in people]
    household = _names(own, HOUSEHOLD, fields("household"))
    person = _names(people, PERSON, {**fields("person"), "age": None})
    known = {f"{HOUSEHOLD}/{name}" for name in household} | {HOUSEHOLD, PERSON}
    known |= {f"{PERSON}/{name}" for name in person}
    strange = tuple(one for one in paths if one not in known)
    return FieldsUsed(household, person, bool(people), strange)


def _names(paths: list[str], above: str, known: Container[str]) -> tuple[str, ...]:
    names = [one.removeprefix(f"{above}/") for one in paths]
    return tuple(name for name in names if name in known)


def check_formula(table: CheckedTable, key: str, text: str) -> None:
    """Note an expression that cannot be read or looks at what is not there."""
    if not text:
        return
    sample = text
    for name in thresholds_in(text):
        sample = sample.replace(f"${{{name}}}", "1")
    try:
        expression = parse(sample)
    except Refusal as refusal:
        _note(table, key, refusal)
        return
    for mistake in expression.mistakes():
        _note(table, key, mistake)
    for path in fields_used(expression).strange:
        name = path.removeprefix(f"{HOUSEHOLD}/")
        table.notes.add("casework.profile_field_unknown", table.at(key), field=name)


def _note(table: CheckedTable, key: str, refusal: Refusal) -> None:
    why = refusal.say("zh")
    table.notes.add("casework.profile_bad_formula", table.at(key), why=why)
