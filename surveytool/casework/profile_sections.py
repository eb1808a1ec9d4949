"""A profile's file as a whole: its head, its thresholds and its other sections."""

from dataclasses import dataclass
from datetime import date

from surveytool.casework.checked_table import CheckedTable, finished
from surveytool.casework.duty_sections import (
    read_calendar,
    read_channel,
    read_duty,
    read_list,
)
from surveytool.casework.procedure_sections import read_procedure
from surveytool.casework.profile import DatedValue, Profile, Threshold
from surveytool.casework.rule_sections import (
    read_check,
    read_match,
    read_offer,
    read_rule,
    validity_of,
)
from surveytool.domain.money import read_amount
from surveytool.domain.vocabulary import code_lists


@dataclass(frozen=True, slots=True)
class Draft:
    """A profile as its own file says it, and what it is laid over."""

    profile: Profile
    based_on: str
    leaves_out: tuple[str, ...]
    follows: str = ""


def read_profile(file: CheckedTable) -> Draft:
    """Read a whole file."""
    head = file.table("profile")
    draft = finished(head, lambda table: _head(table, file))
    _thresholds_known(draft.profile, file)
    return draft


def _head(head: CheckedTable, file: CheckedTable) -> Draft:
    risks = code_lists()["risk"].entries
    classes = code_lists()["measure_class"].entries
    profile = Profile(
        code=head.text("code"),
        zh=head.text("zh"),
        en=head.text("en"),
        about=head.text("about", ""),
        validity=validity_of(head),
        thresholds={
            name: finished(table, lambda one: _threshold(name, one))  # noqa: B023 - called at once
            for name, table in file.named("threshold")
        },
        rules=file.each("rule", read_rule),
        checks={
            name: finished(table, lambda one: read_check(name, one))  # noqa: B023 - called at once
            for name, table in file.named("check")
        },
        matches={one.risk: one for one in file.each("match", read_match)},
        development=file.some_of("development_classes", classes),
        offers=file.each("offer", lambda one: read_offer(one, risks, classes)),
        procedures={one.code: one for one in file.each("procedure", read_procedure)},
        duties={one.code: one for one in file.each("duty", read_duty)},
        channels={one.code: one for one in file.each("channel", read_channel)},
        lists={one.code: one for one in file.each("list", read_list)},
        calendar=finished(file.table("calendar"), read_calendar),
    )
    return Draft(
        profile,
        head.text("based_on", ""),
        head.texts("leaves_out"),
        head.text("follows", ""),
    )


def _threshold(name: str, table: CheckedTable) -> Threshold:
    return Threshold(
        name,
        zh=table.text("zh"),
        en=table.text("en"),
        unit=table.text("unit", ""),
        values=table.each("value", _dated_value),
    )


def _dated_value(table: CheckedTable) -> DatedValue:
    value = table.text("value")
    if value and read_amount(value) is None:
        table.notes.add("casework.profile_not_a_number", table.at("value"), value=value)
    validity = validity_of(table)
    if (validity.until or date.max) < (validity.since or date.min):
        table.notes.add("casework.profile_ends_before", table.at("until"))
    return DatedValue(value, validity, table.text("source"))


def _thresholds_known(profile: Profile, file: CheckedTable) -> None:
    """Two values of one threshold may not be in force on one day."""
    for name, threshold in profile.thresholds.items():
        for number, one in enumerate(threshold.values[1:], 2):
            since = one.validity.since or date.min
            if any(
                old.validity.covers(since) for old in threshold.values[: number - 1]
            ):
                path = f"threshold.{name}.value[{number}].from"
                file.notes.add("casework.profile_overlaps", path)
