"""The sections of a profile's file that hold duties, channels, lists, the calendar."""

from typing import cast

from surveytool.casework.channel import Channel, ItemList
from surveytool.casework.checked_table import CheckedTable
from surveytool.casework.duty import EVERY, WHOM, Duty, Every, Whom
from surveytool.casework.procedure import Level
from surveytool.casework.procedure_sections import LEVELS
from surveytool.casework.rule_sections import validity_of
from surveytool.casework.work_calendar import WorkCalendar
from surveytool.domain.vocabulary import code_lists


def read_duty(table: CheckedTable) -> Duty:
    """Read one duty."""
    duty = Duty(
        code=table.text("code"),
        zh=table.text("zh"),
        en=table.text("en"),
        of=cast("Whom", table.one_of("of", WHOM, "village") or "village"),
        every=cast("Every", table.one_of("every", EVERY, "month") or "month"),
        office=cast("Level", table.one_of("office", LEVELS, "village") or "village"),
        times=table.number("times") or 1,
        form=table.text("form", ""),
        validity=validity_of(table),
        source=table.text("source"),
    )
    if duty.every == "once" and not (duty.validity.since and duty.validity.until):
        table.notes.add("casework.profile_key_missing", table.at("until"))
    return duty


def read_channel(table: CheckedTable) -> Channel:
    """Read one channel of clues."""
    return Channel(
        code=table.one_of("code", code_lists()["channel"].entries, ""),
        zh=table.text("zh"),
        en=table.text("en"),
        procedure=table.text("procedure"),
        validity=validity_of(table),
        source=table.text("source"),
    )


def read_list(table: CheckedTable) -> ItemList:
    """Read a list to go through."""
    return ItemList(
        code=table.text("code"),
        zh=table.text("zh"),
        en=table.text("en"),
        items=table.texts("items"),
        source=table.text("source"),
    )


def read_calendar(table: CheckedTable) -> WorkCalendar:
    """Read the county's own holidays and working days."""
    if table.values:
        table.text("source")
    return WorkCalendar.of(table.days("holidays"), table.days("workdays"))
