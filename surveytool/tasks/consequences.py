"""What a form, as it is filled in now, would mean: findings and suggestions."""

from collections.abc import Mapping

from surveytool.casework.finding import Finding
from surveytool.casework.suggestions import Suggestion, suggest
from surveytool.domain.change import Values
from surveytool.domain.entity import Entity, Ref
from surveytool.tasks.browse import (
    current_plan,
    findings,
    in_order,
    measures_of,
    of_kind,
)
from surveytool.tasks.desk import Desk
from surveytool.tasks.survey import Survey, writes

Written = Mapping[Ref, Values]


def consequences(
    desk: Desk, survey: Survey, written: Written | None = None
) -> list[Finding]:
    """Return what the rules would say if the form were finished now."""
    family = would_be(desk, survey, written)
    persons = in_order(of_kind(family, "person"))
    plan = current_plan(family)
    planned = (plan, measures_of(family, plan)) if plan else None
    return findings(desk, _home(family, survey), persons, planned)


def suggestions(
    desk: Desk, survey: Survey, written: Written | None = None
) -> list[Suggestion]:
    """Return the measures of the profile's catalogue that fit the household now."""
    family = would_be(desk, survey, written)
    persons = in_order(of_kind(family, "person"))
    return suggest(desk.profile, _home(family, survey), persons, desk.today)


def would_be(
    desk: Desk, survey: Survey, written: Written | None = None
) -> list[Entity]:
    """Return the household's entities as finishing the form would leave them.

    ``written`` is what writes() gave before, so that another thread may ask.
    """
    family = {one.ref: one for one in desk.store.family(survey.root)}
    for ref, values in (writes(survey) if written is None else written).items():
        before = family[ref].fields if ref in family else {}
        after = {**before, **values}
        kept = {name: value for name, value in after.items() if value is not None}
        family[ref] = Entity(ref, survey.root, kept)
    return list(family.values())


def _home(family: list[Entity], survey: Survey) -> Entity:
    root = Ref("household", survey.household_id)
    return next(one for one in family if one.ref == root)
