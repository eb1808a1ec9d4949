"""The sections of a profile's file that hold rules, checks, matches and offers."""

from collections.abc import Collection

from surveytool.casework.catalogue import Match, Offer
from surveytool.casework.checked_table import CheckedTable
from surveytool.casework.formulas import check_formula
from surveytool.casework.placeholders import places_of, thresholds_in
from surveytool.casework.plan_check import CHECKS
from surveytool.casework.rule import GUARANTEES, Check, Rule, Validity
from surveytool.domain.problem import Severity
from surveytool.domain.vocabulary import code_lists, fields

SEVERITIES = tuple(str(one) for one in Severity)


def validity_of(table: CheckedTable) -> Validity:
    """Return the days on which something is in force."""
    return Validity(table.day("from"), table.day("until"))


def read_rule(table: CheckedTable) -> Rule:
    """Read one rule."""
    risk = table.one_of("risk", code_lists()["risk"].entries, "")
    severity = table.one_of("severity", SEVERITIES, "warning") or "warning"
    rule = Rule(
        code=table.text("code"),
        zh=table.text("zh"),
        en=table.text("en"),
        severity=Severity(severity),
        when=table.text("when", ""),
        people=table.text("people", ""),
        shows=table.some_of("shows", _shown()),
        risk=risk,
        guarantee=table.one_of("guarantee", GUARANTEES, ""),
        validity=validity_of(table),
        source=table.text("source"),
    )
    if not rule.when and not rule.people:
        table.notes.add("casework.profile_key_missing", table.at("when"))
    check_formula(table, "when", rule.when)
    check_formula(table, "people", rule.people)
    _check_sentence(table, "zh", rule)
    _check_sentence(table, "en", rule)
    return rule


def _check_sentence(table: CheckedTable, key: str, rule: Rule) -> None:
    """Note a place in a sentence that the program has nothing to put into."""
    own = {"people", "count", *rule.shows}
    places = places_of(table.text(key, ""))
    needed = thresholds_in(f"{rule.when} {rule.people}")
    for wrong in sorted(places - own - needed):
        table.notes.add("casework.profile_bad_place", table.at(key), place=wrong)


def _shown() -> tuple[str, ...]:
    own = tuple(fields("household"))
    return own + tuple(f"person/{name}" for name in (*fields("person"), "age"))


def read_check(name: str, table: CheckedTable) -> Check:
    """Read the switch of one of the program's checks of a plan."""
    if name not in CHECKS:
        table.notes.add(
            "casework.profile_value_unknown",
            table.path,
            value=name,
            allowed="、".join(CHECKS),
        )
    severity = table.one_of("severity", SEVERITIES, "error") or "error"
    return Check(name, Severity(severity), validity_of(table), table.text("source"))


def read_match(table: CheckedTable) -> Match:
    """Read which classes of measures answer a risk."""
    return Match(
        table.one_of("risk", code_lists()["risk"].entries, ""),
        table.some_of("classes", code_lists()["measure_class"].entries),
        table.text("source"),
    )


def read_offer(
    table: CheckedTable, risks: Collection[str], classes: Collection[str]
) -> Offer:
    """Read a measure on offer."""
    offer = Offer(
        code=table.text("code"),
        measure_class=table.one_of("class", classes, ""),
        zh=table.text("zh"),
        en=table.text("en"),
        risks=table.some_of("risks", risks),
        unit=table.text("unit", ""),
        standard=table.text("standard", ""),
        amount=table.text("amount", ""),
        when=table.text("when", ""),
        people=table.text("people", ""),
        validity=validity_of(table),
        source=table.text("source", ""),
    )
    check_formula(table, "when", offer.when)
    check_formula(table, "people", offer.people)
    return offer
