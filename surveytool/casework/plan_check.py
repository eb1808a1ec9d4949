"""Checking an assistance plan against the checks that a profile has turned on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from surveytool.casework import elimination_checks, measure_checks, risk_checks
from surveytool.casework.finding import Finding, from_catalogue
from surveytool.casework.plan_case import Hit, PlanCase
from surveytool.casework.profile import Profile
from surveytool.domain.entity import Entity

CHECKS: Mapping[str, Callable[[PlanCase], Iterator[Hit]]] = {
    check.__name__: check
    for check in (
        risk_checks.no_measure,
        risk_checks.no_development_measure,
        risk_checks.development_only_training,
        risk_checks.risk_without_measure,
        risk_checks.risk_not_recorded,
        risk_checks.labour_risk_doubtful,
        risk_checks.work_risk_doubtful,
        risk_checks.illness_without_cost,
        risk_checks.safety_net_missing,
        risk_checks.safety_net_unfounded,
        measure_checks.measure_without_risk,
        measure_checks.loan_too_big,
        measure_checks.loan_too_long,
        measure_checks.measure_incomplete,
        measure_checks.dates_reversed,
        measure_checks.post_under_age,
        measure_checks.stranger,
        elimination_checks.helped_without_measure,
        elimination_checks.subsidy_after_closing,
    )
}


def check_plan(
    profile: Profile,
    household: Entity,
    persons: Sequence[Entity],
    measures: Sequence[Entity],
    on: date,
) -> list[Finding]:
    """Return what is wrong with a household's plan, or with having none."""
    case = PlanCase(profile, household, tuple(persons), tuple(measures), on)
    return [
        from_catalogue(
            f"casework.{code}",
            hit.facts,
            severity=check.severity,
            saw=hit.saw,
            source=check.source,
        )
        for code, look in CHECKS.items()
        if (check := profile.check(code, on)) is not None
        for hit in look(case)
    ]
