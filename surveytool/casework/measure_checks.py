"""Checks of a plan's single measures: complete, within limits, for members."""

from collections.abc import Iterator
from datetime import date

from surveytool.casework.plan_case import (
    Hit,
    PlanCase,
    names,
    of_code,
    same,
    seen,
    seen_measure,
    title,
)
from surveytool.domain.dates import age_on
from surveytool.domain.entity import Entity
from surveytool.domain.money import amount, show
from surveytool.domain.vocabulary import fields

NEEDED = ("class", "content", "unit", "responsible", "starts", "ends")


def measure_without_risk(case: PlanCase) -> Iterator[Hit]:
    """Find measures against a risk that the household does not have."""
    for one in case.live:
        risk = one.get("risk")
        if risk and risk not in case.risks:
            facts = {"measure": title(one), "risk": of_code("measure", "risk", risk)}
            yield Hit(facts, case.see("risks"))


def loan_too_big(case: PlanCase) -> Iterator[Hit]:
    """Find small loans above their limit."""
    limit = case.limit("loan_limit")
    for one in _loans(case) if limit else ():
        if amount(one.get("amount")) > amount(limit):
            facts = {"measure": title(one), "limit": same(show(amount(limit)))}
            yield Hit(facts, seen_measure(one, "amount"))


def loan_too_long(case: PlanCase) -> Iterator[Hit]:
    """Find small loans that run for too long."""
    limit = case.limit("loan_months")
    for one in _loans(case) if limit else ():
        begins, ends = _day(one, "starts"), _day(one, "ends")
        if begins and ends and _months(begins, ends) > int(limit):
            facts = {"measure": title(one), "limit": same(limit)}
            yield Hit(facts, seen_measure(one, "starts", "ends"))


def measure_incomplete(case: PlanCase) -> Iterator[Hit]:
    """Find measures that do not say what, by whom or from when to when."""
    words = fields("measure")
    for one in case.live:
        lacking = [words[name] for name in NEEDED if not one.get(name)]
        if lacking:
            zh = "、".join(field.zh for field in lacking)
            en = ", ".join(field.en for field in lacking)
            yield Hit({"measure": title(one), "fields": (zh, en)})


def dates_reversed(case: PlanCase) -> Iterator[Hit]:
    """Find measures that end before they start."""
    for one in case.live:
        begins, ends = _day(one, "starts"), _day(one, "ends")
        if begins and ends and ends < begins:
            yield Hit({"measure": title(one)}, seen_measure(one, "starts", "ends"))


def post_under_age(case: PlanCase) -> Iterator[Hit]:
    """Find public-benefit posts for somebody too young to work."""
    youngest = case.limit("work_age")
    posts = [one for one in case.live if one.get("class") == "public_post"]
    for one in posts if youngest else ():
        person = _person(case, one)
        age = age_on(person.get("birth"), case.on) if person else None
        if person and age is not None and age < int(youngest):
            facts = {"people": names((person,)), "limit": same(youngest)}
            yield Hit(facts, seen((person,), "birth"))


def stranger(case: PlanCase) -> Iterator[Hit]:
    """Find measures for somebody who is not a member of the household."""
    for one in case.live:
        if one.get("person") and _person(case, one) is None:
            yield Hit({"measure": title(one)}, seen_measure(one, "person"))


def _loans(case: PlanCase) -> list[Entity]:
    return [one for one in case.live if one.get("class") == "finance"]


def _person(case: PlanCase, measure: Entity) -> Entity | None:
    wanted = measure.get("person")
    return next((one for one in case.persons if one.id == wanted), None)


def _day(one: Entity, name: str) -> date | None:
    try:
        return date.fromisoformat(one.get(name))
    except ValueError:
        return None


def _months(begins: date, ends: date) -> int:
    """Return the months begun between two days: a year to the day is twelve."""
    whole = (ends.year - begins.year) * 12 + ends.month - begins.month
    return whole + (ends.day > begins.day)
