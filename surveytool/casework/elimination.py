"""Elimination: the conditions worked out one by one, for people to decide upon."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from surveytool.casework.finding import Finding, Seen
from surveytool.casework.plan_case import (
    PlanCase,
    Words,
    months_between,
    seen,
    seen_measure,
)
from surveytool.casework.profile import Profile
from surveytool.casework.screening import screen_of
from surveytool.domain.entity import Entity
from surveytool.domain.money import read_amount, show
from surveytool.domain.sentences import Language, sentence


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition; ``met`` is None where the program cannot know it."""

    code: str
    met: bool | None
    facts: Words
    saw: tuple[Seen, ...] = ()

    def say(self, language: Language = "zh") -> str:
        """Return the condition with the values that were compared."""
        facts = {"facts": self.facts[0 if language == "zh" else 1]}
        return sentence(f"casework.{self.code}", facts, language)


def conditions(
    profile: Profile,
    household: Entity,
    persons: Sequence[Entity],
    measures: Sequence[Entity],
    on: date,
) -> tuple[Condition, ...]:
    """Return every condition of elimination as it stands on a day."""
    case = PlanCase(profile, household, tuple(persons), tuple(measures), on)
    return (
        _income(case),
        _steady(),
        _watched(case),
        _delivered(case),
        _guarantees(case),
        _risks(case),
        _labour(case),
    )


def hinders(found: Sequence[Condition]) -> tuple[Condition, ...]:
    """Return the conditions that are not met: with one of them, no elimination."""
    return tuple(one for one in found if one.met is False)


def _income(case: PlanCase) -> Condition:
    own = read_amount(case.household.get("income_per_head"))
    line = read_amount(case.limit("income_line"))
    met = None if own is None or line is None else own >= line
    shown = _yuan(own), _yuan(line)
    facts = (
        f"人均纯收入 {shown[0]}，{case.on.year}年参考线 {shown[1]}",
        f"{shown[0]} a head, reference line of {case.on.year} {shown[1]}",
    )
    return Condition("eliminate_income", met, facts, case.see("income_per_head"))


def _yuan(value: Decimal | None) -> str:
    return "—" if value is None else show(value)


def _steady() -> Condition:
    facts = ("由入户人员判断", "people judge")
    return Condition("eliminate_steady", None, facts)


def _watched(case: PlanCase) -> Condition:
    months = months_between(case.household.get("identified"), case.on)
    needed = case.limit("elimination_months")
    met = None if months is None or not needed else months >= int(needed)
    shown = "—" if months is None else str(months)
    facts = (
        f"已监测 {shown} 个月，须满 {needed or '—'} 个月",
        f"{shown} months watched, {needed or '—'} needed",
    )
    return Condition("eliminate_watched", met, facts, case.see("identified"))


def _delivered(case: PlanCase) -> Condition:
    done = [one for one in case.measures if one.get("progress") == "done"]
    facts = (f"已落实 {len(done)} 项", f"{len(done)} delivered")
    saw = tuple(value for one in done for value in seen_measure(one, "content"))
    return Condition("eliminate_delivered", bool(done), facts, saw)


def _guarantees(case: PlanCase) -> Condition:
    found = [one for one in _screened(case) if one.guarantee]
    facts = (
        "；".join(one.zh for one in found) or "无问题",
        "; ".join(one.en for one in found) or "nothing found",
    )
    saw = tuple(value for one in found for value in one.saw)
    return Condition("eliminate_guarantees", not found, facts, saw)


def _risks(case: PlanCase) -> Condition:
    found = [one for one in _screened(case) if one.risk]
    facts = (
        "；".join(one.zh for one in found) or "未发现",
        "; ".join(one.en for one in found) or "none found",
    )
    saw = tuple(value for one in found for value in one.saw)
    return Condition("eliminate_risks", not found, facts, saw)


def _labour(case: PlanCase) -> Condition:
    marked = case.household.get("no_labour") == "yes"
    able = case.able()
    facts = (f"有劳动力 {len(able)} 人", f"{len(able)} able to work")
    saw = (*case.see("no_labour"), *seen(case.persons, "labour"))
    return Condition("eliminate_labour", bool(able) and not marked, facts, saw)


def _screened(case: PlanCase) -> list[Finding]:
    screen = screen_of(case.profile, case.on)
    return screen.household(case.household, case.everybody)
