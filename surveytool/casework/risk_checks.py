"""Checks of a plan as a whole: whether its measures answer the risks."""

from collections.abc import Iterator

from surveytool.casework.plan_case import (
    FULLY_ABLE,
    Hit,
    PlanCase,
    Words,
    months_between,
    names,
    of_code,
    of_codes,
    same,
    seen,
)
from surveytool.casework.screening import screen_of
from surveytool.domain.entity import Entity
from surveytool.domain.money import amount
from surveytool.domain.problem import Severity

TRAINING = "技能培训"
VAGUE = ("其他", "其它")


def no_measure(case: PlanCase) -> Iterator[Hit]:
    """Find that there is no measure, although the time to have one has passed."""
    months = months_between(case.household.get("identified"), case.on)
    allowed = case.limit("first_measure_months") or "0"
    if not case.live and (months is None or months > int(allowed)):
        yield Hit({"months": _since(months)}, case.see("identified"))


def _since(months: int | None) -> Words:
    if months is None:
        return "识别时间未填", "time of identification not filled in"
    return f"识别已{months}个月", f"identified {months} months ago"


def no_development_measure(case: PlanCase) -> Iterator[Hit]:
    """Find that somebody can work, but no measure helps them to earn."""
    able = case.able()
    if case.live and able and not case.classes & set(case.profile.development):
        wanted = of_codes("measure_class", case.profile.development)
        yield Hit({"people": names(able), "classes": wanted}, seen(able, "labour"))


def development_only_training(case: PlanCase) -> Iterator[Hit]:
    """Find that the only help to earn is training, or not said what it is."""
    own = [one for one in case.live if one.get("class") in case.profile.development]
    contents = [one.get("content").strip() for one in own]
    if own and all(TRAINING in text or text in VAGUE for text in contents):
        yield Hit()


def risk_without_measure(case: PlanCase) -> Iterator[Hit]:
    """Find risks without a measure of a class that answers them."""
    for risk in case.risks if case.live else ():
        match = case.profile.matches.get(risk)
        if match and not case.classes & set(match.classes):
            wanted = of_codes("measure_class", match.classes)
            named = of_code("measure", "risk", risk)
            yield Hit({"risk": named, "classes": wanted}, case.see("risks"))


def risk_not_recorded(case: PlanCase) -> Iterator[Hit]:
    """Find that housing, water or schooling fails, but the risk is not recorded."""
    screen = screen_of(case.profile, case.on)
    for found in screen.household(case.household, case.everybody):
        serious = found.severity is Severity.ERROR
        if serious and found.risk and found.risk not in case.risks:
            facts = {
                "found": (found.zh, found.en),
                "risk": of_code("measure", "risk", found.risk),
            }
            yield Hit(facts, (*found.saw, *case.see("risks")))


def labour_risk_doubtful(case: PlanCase) -> Iterator[Hit]:
    """Find lack of labour recorded, although many can work."""
    able, limit = case.able(FULLY_ABLE), case.limit("labour_share")
    if "labour" not in case.risks or not case.persons or not limit:
        return
    if len(able) * 100 > amount(limit) * len(case.persons):
        counts = same(f"{len(able)}/{len(case.persons)}")
        yield Hit({"share": counts, "limit": same(limit)}, seen(able, "labour"))


def work_risk_doubtful(case: PlanCase) -> Iterator[Hit]:
    """Find unstable work recorded, but nobody able to work or working."""
    if "work" not in case.risks:
        return
    worked = [one for one in case.persons if amount(one.get("work_months")) > 0]
    if not case.able() or not worked:
        yield Hit({}, seen(case.persons, "labour", "work_months"))


def illness_without_cost(case: PlanCase) -> Iterator[Hit]:
    """Find illness recorded, but nothing paid."""
    if "illness" in case.risks and not amount(case.household.get("out_of_pocket")):
        yield Hit({}, case.see("risks", "out_of_pocket"))


def safety_net_missing(case: PlanCase) -> Iterator[Hit]:
    """Find grants that members enjoy and the plan does not name."""
    for field, word in GRANTS:
        holders = _holders(case, field)
        if case.live and holders and not _named(case, word):
            facts = {"people": names(holders), "grant": GRANT_WORDS[word]}
            yield Hit(facts, seen(holders, field))


def safety_net_unfounded(case: PlanCase) -> Iterator[Hit]:
    """Find grants delivered by the plan that no member enjoys."""
    for field, word in GRANTS:
        if _named(case, word, delivered=True) and not _holders(case, field):
            yield Hit({"grant": GRANT_WORDS[word]}, seen(case.persons, field))


GRANTS = (("minimum_living", "低保"), ("extreme_poverty", "特困"))
GRANT_WORDS = {
    "低保": ("低保", "minimum living"),
    "特困": ("特困供养", "extreme-poverty support"),
}


def _holders(case: PlanCase, field: str) -> tuple[Entity, ...]:
    return tuple(one for one in case.persons if one.get(field) in ("rural", "urban"))


def _named(case: PlanCase, word: str, *, delivered: bool = False) -> bool:
    return any(
        word in one.get("content")
        and one.get("class") == "safety_net"
        and (not delivered or one.get("progress") == "done")
        for one in case.live
    )
