"""Checks of a plan against the marks of identification and elimination."""

from collections.abc import Iterator

from surveytool.casework.plan_case import Hit, PlanCase, same, seen_measure, title

SUBSIDY = ("缴费补贴", "参保资助", "参保补贴")


def helped_without_measure(case: PlanCase) -> Iterator[Hit]:
    """Find a risk eliminated through help, although no measure was delivered."""
    home = case.household
    if home.get("risk_eliminated") == "yes" and home.get("elimination_way") == "helped":
        done = [one for one in case.measures if one.get("progress") == "done"]
        if not done:
            yield Hit({}, case.see("elimination_way", "eliminated"))


def subsidy_after_closing(case: PlanCase) -> Iterator[Hit]:
    """Find the insurance subsidy for a household identified after payment closed."""
    closed, identified = case.limit("medical_payment_closed"), case.household
    month = identified.get("identified")
    if not closed or not month or month <= closed:
        return
    for one in case.live:
        if one.get("class") == "health" and any(
            word in one.get("content") for word in SUBSIDY
        ):
            facts = {"measure": title(one), "limit": same(closed)}
            yield Hit(facts, (*case.see("identified"), *seen_measure(one, "content")))
