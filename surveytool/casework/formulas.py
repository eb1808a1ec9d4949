"""Expressions of a profile, read once and standing at a household."""

from collections.abc import Iterable
from dataclasses import dataclass

from surveytool.casework.checked_table import CheckedTable
from surveytool.casework.placeholders import thresholds_in
from surveytool.domain.refusal import Refusal
from surveytool.formula.expression import Expression, parse

HOUSEHOLD = "/household"


@dataclass(frozen=True, slots=True)
class FieldsUsed:
    """The fields that expressions look at; nothing else is put into the tree."""

    household: frozenset[str]
    person: frozenset[str]


def check_formula(table: CheckedTable, key: str, text: str) -> None:
    """Note an expression that cannot be read."""
    if not text:
        return
    sample = text
    for name in thresholds_in(text):
        sample = sample.replace(f"${{{name}}}", "1")
    try:
        parse(sample)
    except Refusal as refusal:
        why = refusal.say("zh")
        table.notes.add("casework.profile_bad_formula", table.at(key), why=why)


def fields_used(expressions: Iterable[Expression]) -> FieldsUsed:
    """Return the fields of household and person that expressions look at."""
    household: set[str] = set()
    person: set[str] = set()
    for expression in expressions:
        for reference in expression.references(HOUSEHOLD):
            match reference.path.split("/"):
                case ["", "household", "person", name]:
                    person.add(name)
                case ["", "household", name]:
                    household.add(name)
    return FieldsUsed(frozenset(household - {"person"}), frozenset(person))
