"""一户一策帮扶计划表: from a family's stored values to the words of the sheet."""

from datetime import date

from surveytool.domain.entity import Entity
from surveytool.paper import derived
from surveytool.paper.family import Family
from surveytool.paper.sheet_data import Row, SheetData
from surveytool.paper.words import (
    age,
    health,
    long_date,
    period,
    reads,
    schooling,
    support,
    with_unit,
    work,
    yuan,
)

TITLE = "监测对象“一户一策”帮扶计划表"
PLAIN = ("kind", "monitor_type", "identified", "risks", "address", "resettled")
HELPER = ("helper_name", "helper_unit", "helper_phone")
INCOME = (
    "wage_income",
    "business_income",
    "property_income",
    "transfer_income",
    "business_cost",
    "net_income",
    "out_of_pocket",
)
NOTHING = frozenset[str]()


def plan_page(
    family: Family, *, on: date, masks: frozenset[str] = NOTHING
) -> SheetData:
    """Return the plan sheet of a family; masks name field types to be hidden.

    ID numbers and phones are printed in full by default: the sheet is the
    household's own. ``masks={"id_number", "phone"}`` hides them.
    """
    return SheetData(
        bookmark=family.bookmark,
        running=_running(family),
        values=_household(family, masks) | _plan(family),
        tables={
            "members": [_member(one, on, masks) for one in family.members],
            "measures": [_measure(one, family) for one in family.measures],
        },
    )


def blank_plan_page(place: str = "") -> SheetData:
    """Return an empty plan sheet to be filled by hand."""
    return SheetData(bookmark="空白表", values={"place": place})


def _running(family: Family) -> str:
    parts = [
        TITLE,
        f"户主：{family.head_name}",
        f"户编号：{family.household.get('code')}",
    ]
    return "　".join(parts)


def _household(family: Family, masks: frozenset[str]) -> dict[str, str]:
    home = family.household
    values = {name: reads(home, name, masks) for name in (*PLAIN, *HELPER, *INCOME)}
    return values | {
        "place": family.place,
        "code": home.get("code"),
        "head_name": family.head_name,
        "head_id": reads(family.head, "id_number", masks) if family.head else "",
        "phone": reads(home, "phone", masks),
        "persons": derived.people(family),
        "income_per_head": with_unit(home.get("income_per_head"), "元"),
        "income_period": derived.income_period(home),
        "farmland": home.get("farmland") and f"{home.get('farmland')}亩",
        "elimination": derived.elimination(home),
        "housing": derived.housing(home),
        "water": derived.water(home),
    }


def _plan(family: Family) -> dict[str, str]:
    plan = family.plan
    if plan is None:
        return {}
    year = plan.get("year")
    return {
        "year": f"{year}年度" if year else "",
        "made": long_date(plan.get("made")),
        "analysis": plan.get("analysis"),
        "wish": plan.get("wish"),
        "goal": plan.get("goal"),
        "income_goal": yuan(plan.get("income_goal")),
    }


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
        "support": support(person),
    }


def _measure(measure: Entity, family: Family) -> Row:
    return {
        "class": reads(measure, "class"),
        "content": derived.measure_content(measure, family),
        "standard": derived.measure_standard(measure),
        "unit": measure.get("unit"),
        "responsible": measure.get("responsible"),
        "period": period(measure.get("starts"), measure.get("ends")),
        "effect": measure.get("effect"),
        "progress": reads(measure, "progress"),
    }
