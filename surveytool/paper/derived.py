"""What paper says that is not stored as such: ages, sums, several fields in one."""

from collections.abc import Callable, Mapping
from datetime import date

from surveytool.domain.entity import Entity
from surveytool.domain.vocabulary import fields
from surveytool.paper.family import Family
from surveytool.paper.words import (
    age,
    health,
    period,
    reads,
    schooling,
    support,
    with_unit,
    work,
)

WATER = ("water_quantity", "water_quality", "water_access", "water_reliability")
INSURED = ("medical_resident", "medical_employee")


def people(family: Family) -> str:
    """Return how many members there are and how many can work."""
    size = family.household.get("size") or str(len(family.members) or "")
    return f"{size}人 / {family.working}人" if size else ""


def income_period(home: Entity) -> str:
    """Return the months that the income is of."""
    ends = (home.get("income_from"), home.get("income_to"))
    return "—".join(f"{month[:4]}.{month[4:]}" for month in ends if month)


def elimination(home: Entity) -> str:
    """Return whether the risk is gone, since when and how."""
    said = {"yes": "已消除", "no": "未消除"}.get(home.get("risk_eliminated"), "")
    if said != "已消除":
        return said
    details = (reads(home, "eliminated"), reads(home, "elimination_way"))
    inside = "，".join(filter(None, details))
    return f"{said}（{inside}）" if inside else said


def housing(home: Entity) -> str:
    """Return the grade of the house and its floor area."""
    area = home.get("floor_area")
    parts = (reads(home, "housing_grade"), f"{area}㎡" if area else "")
    return "，".join(filter(None, parts))


def water(home: Entity) -> str:
    """Return whether the water is safe, and what fails where it is not."""
    failing = [name for name in WATER if home.get(name) == "no"]
    if failing:
        titles = (fields("household")[name].title() for name in failing)
        return "未达标：" + "、".join(title.removesuffix("达标") for title in titles)
    if all(home.get(name) == "yes" for name in WATER):
        return "水量、水质、方便程度、供水保证率均达标"
    return {"yes": "已解决", "no": "未解决"}.get(home.get("safe_water"), "")


def insured(person: Entity) -> str:
    """Return whether a person has one of the two medical insurances."""
    said = {person.get(name) for name in INSURED}
    if "yes" in said:
        return "是"
    return "否" if "no" in said else ""


def measure_content(measure: Entity, family: Family) -> str:
    """Return a measure's content, with the name of whom it is for."""
    names = {one.id: one.get("full_name") for one in family.members}
    who = names.get(measure.get("person").removeprefix("person/"), "")
    content = measure.get("content")
    return f"{who}：{content}" if who else content


def measure_standard(measure: Entity) -> str:
    """Return a measure's amount and standard."""
    standards = (with_unit(measure.get("amount"), "元"), measure.get("standard"))
    return "\n".join(filter(None, standards))


def measure_period(measure: Entity) -> str:
    """Return from when to when a measure runs."""
    return period(measure.get("starts"), measure.get("ends"))


Derive = Callable[[Entity, Family, date], str]
DERIVED: Mapping[str, tuple[str, Derive]] = {
    "household.people": ("人口/劳动力", lambda _, family, __: people(family)),
    "household.months": ("收入计算期间", lambda one, *_: income_period(one)),
    "household.elimination": ("风险消除", lambda one, *_: elimination(one)),
    "household.housing": ("住房安全", lambda one, *_: housing(one)),
    "household.water": ("饮水安全", lambda one, *_: water(one)),
    "person.age": ("年龄", lambda one, _, on: age(one, on)),
    "person.schooled": ("文化程度\n（在校状况）", lambda one, *_: schooling(one)),
    "person.condition": ("健康状况", lambda one, *_: health(one)),
    "person.work": ("务工就业", lambda one, *_: work(one)),
    "person.support": ("低保\n特困", lambda one, *_: support(one)),
    "person.insured": ("基本\n医保", lambda one, *_: insured(one)),
    "measure.said": ("帮扶内容", lambda one, family, _: measure_content(one, family)),
    "measure.sum": ("标准/金额", lambda one, *_: measure_standard(one)),
    "measure.period": ("起止时间", lambda one, *_: measure_period(one)),
}
