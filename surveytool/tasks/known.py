"""Known answers for a form: entity lists in the standard ODK way."""

from collections.abc import Mapping, Sequence

from surveytool.casework.profile import Profile
from surveytool.domain.entity import Entity, Ref
from surveytool.tasks.browse import current_plan, in_order, measures_of, of_kind
from surveytool.tasks.desk import Desk

Rows = Sequence[Mapping[str, str]]
LISTS = ("households", "persons", "plans", "measures", "villages", "profile")
"""The entity lists that the workspace gives to a form."""


def known_answers(
    desk: Desk, household_id: str, family: list[Entity]
) -> dict[str, Rows]:
    """Return the entity lists that a household's forms may look at."""
    root = Ref("household", household_id)
    household = [one for one in family if one.ref == root]
    village = desk.store.entity(Ref("village", household[0].get("village")))
    plan = current_plan(family)
    return {
        "households": _rows(household),
        "persons": _rows(in_order(of_kind(family, "person"))),
        "plans": _rows([plan] if plan else []),
        "measures": _rows(measures_of(family, plan)),
        "villages": _rows([village] if village else []),
        "profile": thresholds(desk.profile, desk),
    }


def thresholds(profile: Profile, desk: Desk) -> Rows:
    """Return the profile's values in force today, by name."""
    return [
        {"name": name, "label": name, "value": value}
        for name, value in profile.values_on(desk.today).items()
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
