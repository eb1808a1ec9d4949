"""Known answers for a form: entity lists in the standard ODK way."""

from collections.abc import Mapping, Sequence
from uuid import uuid5

from surveytool.casework.profile import Profile
from surveytool.casework.taken import NAMESPACE
from surveytool.domain.entity import Entity, Ref
from surveytool.tasks.browse import current_plan, in_order, measures_of, of_kind
from surveytool.tasks.desk import Desk

GOING = ("", "planned", "running")
Rows = Sequence[Mapping[str, str]]
LISTS = (
    "households",
    "persons",
    "plans",
    "measures",
    "villages",
    "profile",
    "duties",
    "items",
)
"""The entity lists that the workspace gives to a form."""


def known_answers(
    desk: Desk, household_id: str, family: list[Entity]
) -> dict[str, Rows]:
    """Return the entity lists that a household's forms may look at."""
    root = Ref("household", household_id)
    household = [one for one in family if one.ref == root]
    village = desk.store.entity(Ref("village", household[0].get("village")))
    plan, measures = plan_of_the_year(desk, household_id, family)
    return {
        "households": _rows(household),
        "persons": _rows(in_order(of_kind(family, "person"))),
        "plans": _rows([plan] if plan else []),
        "measures": _rows(measures),
        "villages": _rows([village] if village else []),
        "profile": thresholds(desk.profile, desk),
        "duties": duties(desk),
        "items": items(desk),
    }


def plan_of_the_year(
    desk: Desk, household_id: str, family: list[Entity]
) -> tuple[Entity | None, Sequence[Entity]]:
    """Return the plan to work on and its measures.

    In a new year, where the old plan was approved, that is a copy of it: measures
    still under way come along, under ids of their own. The old plan stays history.
    """
    plan = current_plan(family)
    measures = measures_of(family, plan)
    row, year = desk.store.row(household_id), str(desk.today.year)
    is_old = plan is not None and plan.get("year") < year
    if plan is None or not is_old or row is None or row.plan_state != "approved":
        return plan, measures
    copy = _copied(plan, year, {"year": year, "made": ""})
    going = [one for one in measures if one.get("progress") in GOING]
    return copy, [_copied(one, year, {"plan": copy.id}) for one in going]


def _copied(one: Entity, year: str, new: Mapping[str, str]) -> Entity:
    """Return a copy with an id that is the same whenever it is made."""
    ref = Ref(one.ref.kind, str(uuid5(NAMESPACE, f"{one.ref}#{year}")))
    fields = dict(one.fields) | dict(new)
    return Entity(ref, one.root, {name: text for name, text in fields.items() if text})


def thresholds(profile: Profile, desk: Desk) -> Rows:
    """Return the profile's values in force today, by name."""
    return [
        {"name": name, "label": name, "value": value}
        for name, value in profile.values_on(desk.today).items()
    ]


def duties(desk: Desk) -> Rows:
    """Return the duties in force today, with the form that each asks for."""
    rules, day = desk.profile.in_force(desk.today), desk.today
    return [
        {"name": one.code, "label": one.zh, "form": one.form}
        for one in rules.duties.values()
        if one.validity.covers(day)
    ]


def items(desk: Desk) -> Rows:
    """Return the items of the profile's lists, such as a county's six questions."""
    return [
        {"name": f"{one.code}-{number}", "label": text, "list": one.code}
        for one in desk.profile.in_force(desk.today).lists.values()
        for number, text in enumerate(one.items, 1)
    ]


def _rows(entities: Sequence[Entity]) -> Rows:
    """Return rows as entity lists have them: name is the id, label for people."""
    return [
        {"name": one.id, "label": _label(one)} | dict(one.fields) for one in entities
    ]


def _label(one: Entity) -> str:
    for name in ("full_name", "title", "code", "content"):
        if one.get(name):
            return one.get(name)
    return one.id
