"""Look: the overview, villages, lists of households, one household."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from surveytool.casework.finding import Finding
from surveytool.casework.plan_check import check_plan
from surveytool.casework.screening import screen
from surveytool.domain.entity import Entity, Ref
from surveytool.domain.rows import Filter, HouseholdRow, VillageRow
from surveytool.tasks.desk import Desk


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first screen says of the workspace."""

    villages: int
    households: int
    persons: int
    monitored: int
    surveyed: int
    drafts: int
    plans_waiting: int
    conflicts: int
    to_send: int
    last_backup: str
    last_package: str


@dataclass(frozen=True, slots=True)
class HouseholdPage:
    """Everything that the page of one household shows."""

    row: HouseholdRow
    household: Entity
    village: Entity | None
    persons: tuple[Entity, ...]
    plan: Entity | None
    measures: tuple[Entity, ...]
    steps: tuple[Entity, ...]
    drafts: tuple[Entity, ...]
    findings: tuple[Finding, ...]

    @property
    def place(self) -> str:
        """Township, village and group as one reads them."""
        village = self.village
        town = village.get("township") + village.get("title") if village else ""
        return town + self.household.get("group")


LONGEST_PLACE = 10
"""Digits of a place in a list: more are a slip, or hostile."""


def overview(desk: Desk) -> Overview:
    """Count what is in the workspace."""
    rows = desk.store.villages()
    return Overview(
        villages=len(rows),
        households=sum(one.households for one in rows),
        persons=sum(one.persons for one in rows),
        monitored=sum(one.monitored for one in rows),
        surveyed=sum(one.surveyed for one in rows),
        drafts=sum(one.drafts for one in rows),
        plans_waiting=desk.store.count(Filter(plan_state="made")),
        conflicts=len(desk.store.conflicts()),
        to_send=desk.store.unsent(),
        last_backup=desk.store.setting("last_backup"),
        last_package=desk.store.setting("last_package"),
    )


def villages(desk: Desk) -> list[VillageRow]:
    """Return the villages in the order of their codes."""
    return desk.store.villages()


def households(desk: Desk, chosen: Filter) -> list[HouseholdRow]:
    """Return the households that a filter lets through."""
    return desk.store.households(chosen)


def find(desk: Desk, text: str, village: str = "") -> list[HouseholdRow]:
    """Find households by name, pinyin, ID tail, phone tail or number."""
    return desk.store.search(text, village=village or None)


def household(desk: Desk, household_id: str) -> HouseholdPage | None:
    """Return one household's page, None where there is no such household."""
    root = Ref("household", household_id)
    family = desk.store.family(root)
    row = desk.store.row(household_id)
    standing = next((one for one in family if one.ref == root), None)
    if standing is None or row is None:
        return None
    persons = in_order(of_kind(family, "person"))
    plan = current_plan(family)
    measures = measures_of(family, plan)
    return HouseholdPage(
        row=row,
        household=standing,
        village=desk.store.entity(Ref("village", standing.get("village"))),
        persons=persons,
        plan=plan,
        measures=measures,
        steps=tuple(sorted(of_kind(family, "step"), key=lambda one: one.get("on"))),
        drafts=tuple(
            one for one in of_kind(family, "submission") if one.get("state") == "draft"
        ),
        findings=tuple(
            findings(desk, standing, persons, (plan, measures) if plan else None)
        ),
    )


def findings(
    desk: Desk,
    standing: Entity,
    persons: tuple[Entity, ...],
    planned: tuple[Entity, tuple[Entity, ...]] | None,
    on: date | None = None,
) -> list[Finding]:
    """Return what the profile's rules say of a household and its plan."""
    day = on or desk.today
    found = screen(desk.profile, standing, persons, day)
    watched = standing.get("monitor_type") and standing.get("risk_eliminated") != "yes"
    if watched or planned:
        measures = planned[1] if planned else ()
        found = [*found, *check_plan(desk.profile, standing, persons, measures, day)]
    return found


def of_kind(family: list[Entity], kind: str) -> tuple[Entity, ...]:
    """Return the entities of one kind."""
    return tuple(one for one in family if one.ref.kind == kind)


def in_order(persons: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return persons head first, then by their order; those who left are out."""
    staying = [one for one in persons if one.get("decrease", "present") == "present"]
    return tuple(sorted(staying, key=_place))


def current_plan(family: list[Entity]) -> Entity | None:
    """Return the plan of the latest year."""
    plans = of_kind(family, "plan")
    return max(plans, key=lambda one: (one.get("year"), one.id), default=None)


def measures_of(family: list[Entity], plan: Entity | None) -> tuple[Entity, ...]:
    """Return a plan's measures in their order."""
    if plan is None:
        return ()
    own = [one for one in of_kind(family, "measure") if one.get("plan") == plan.id]
    return tuple(sorted(own, key=_place))


def _place(one: Entity) -> tuple[bool, int, str]:
    order = one.get("order")
    is_number = order.isdecimal() and len(order) < LONGEST_PLACE
    number = int(order) if is_number else len(order) + 999
    return one.get("relation") not in ("", "head"), number, one.id


def village_names(desk: Desk) -> Mapping[str, str]:
    """Return the villages' names by id."""
    return {one.id: one.title for one in desk.store.villages()}
