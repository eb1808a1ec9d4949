"""一户一策帮扶计划表: from a family's stored values to the words of the sheet."""

from datetime import date

from surveytool.domain.entity import Entity
from surveytool.domain.vocabulary import fields
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
WATER = ("water_quantity", "water_quality", "water_access", "water_reliability")
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
    size = home.get("size") or str(len(family.members) or "")
    return values | {
        "place": family.place,
        "code": home.get("code"),
        "head_name": family.head_name,
        "head_id": reads(family.head, "id_number", masks) if family.head else "",
        "phone": reads(home, "phone", masks),
        "persons": f"{size}人 / {family.working}人" if size else "",
        "income_per_head": with_unit(home.get("income_per_head"), "元"),
        "income_period": _income_period(home),
        "farmland": home.get("farmland") and f"{home.get('farmland')}亩",
        "elimination": _elimination(home),
        "housing": _housing(home),
        "water": _water(home),
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
    names = {one.id: one.get("full_name") for one in family.members}
    who = names.get(measure.get("person").removeprefix("person/"), "")
    content = measure.get("content")
    standards = (with_unit(measure.get("amount"), "元"), measure.get("standard"))
    return {
        "class": reads(measure, "class"),
        "content": f"{who}：{content}" if who else content,
        "standard": "\n".join(filter(None, standards)),
        "unit": measure.get("unit"),
        "responsible": measure.get("responsible"),
        "period": period(measure.get("starts"), measure.get("ends")),
        "effect": measure.get("effect"),
        "progress": reads(measure, "progress"),
    }


def _income_period(home: Entity) -> str:
    ends = (home.get("income_from"), home.get("income_to"))
    return "—".join(f"{month[:4]}.{month[4:]}" for month in ends if month)


def _elimination(home: Entity) -> str:
    said = {"yes": "已消除", "no": "未消除"}.get(home.get("risk_eliminated"), "")
    if said != "已消除":
        return said
    details = (reads(home, "eliminated"), reads(home, "elimination_way"))
    inside = "，".join(filter(None, details))
    return f"{said}（{inside}）" if inside else said


def _housing(home: Entity) -> str:
    area = home.get("floor_area")
    parts = (reads(home, "housing_grade"), f"{area}㎡" if area else "")
    return "，".join(filter(None, parts))


def _water(home: Entity) -> str:
    failing = [name for name in WATER if home.get(name) == "no"]
    if failing:
        titles = (fields("household")[name].title() for name in failing)
        return "未达标：" + "、".join(title.removesuffix("达标") for title in titles)
    if all(home.get(name) == "yes" for name in WATER):
        return "水量、水质、方便程度、供水保证率均达标"
    return {"yes": "已解决", "no": "未解决"}.get(home.get("safe_water"), "")
