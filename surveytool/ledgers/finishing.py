"""From gathered rows to a roster: order, keys, checks and counts."""

from collections import Counter
from collections.abc import Iterable

from surveytool.domain.problem import Problem
from surveytool.domain.vocabulary import label
from surveytool.ledgers.checks import (
    count_heads,
    household_problems,
    repeated,
    repetition_problems,
)
from surveytool.ledgers.gathering import Gathered, Gathering, Tally
from surveytool.ledgers.people import Counts, Roster, RosterHousehold
from surveytool.ledgers.places import Places


def finish(
    gathering: Gathering, problems: list[Problem], tally: Tally, places: Places
) -> Roster:
    """Return the roster with its checks made and its counts taken."""
    gathered = [one for one in gathering.households if one.persons]
    codes = Counter(one.code for one in gathered if one.code)
    households = tuple(_household(one, codes) for one in gathered)
    for household in households:
        has_relation = places.has(household.persons[0], "person.relation")
        problems.extend(
            household_problems(household, places, has_relation=has_relation)
        )
    twice = repeated(households, "id_number")
    problems.extend(repetition_problems("id_number", twice, places))
    numbers = repeated(households, "number")
    problems.extend(repetition_problems("number", numbers, places))
    problems.extend(_codes_twice(households, codes, places))
    return Roster(
        gathering.villages,
        households,
        tuple(_unique(problems)),
        _counts(households, tally, len(twice), places),
        places.fields(),
    )


def _household(gathered: Gathered, codes: Counter[str]) -> RosterHousehold:
    persons = sorted(
        gathered.persons, key=lambda person: person.get("relation") != "head"
    )
    for order, person in enumerate(persons, 1):
        person.fields["order"] = str(order)
    gathered.fields.setdefault("size", str(len(persons)))
    key = gathered.code
    if not key or codes[key] > 1:
        key = f"{gathered.village}/{key or f'{gathered.sheet}!{gathered.row}'}"
    return RosterHousehold(key, gathered.village, gathered.fields, tuple(persons))


def _codes_twice(
    households: Iterable[RosterHousehold], codes: Counter[str], places: Places
) -> Iterable[Problem]:
    for household in households:
        code = household.get("code")
        if codes[code] > 1:
            place = places.of(household.persons[0], "household.code")
            yield place.problem("roster.code_twice", code)


def _unique(problems: Iterable[Problem]) -> Iterable[Problem]:
    """Drop findings said twice of one cell."""
    seen = set()
    for problem in problems:
        key = (problem.code, problem.where, *sorted(problem.facts.items()))
        if key not in seen:
            seen.add(key)
            yield problem


def _counts(
    households: tuple[RosterHousehold, ...], tally: Tally, twice: int, places: Places
) -> Counts:
    heads = Counter(
        min(count_heads(one), 2)
        for one in households
        if places.has(one.persons[0], "person.relation")
    )
    return Counts(
        households=len(households),
        persons=sum(len(one.persons) for one in households),
        bad_id_lost_digits=tally.lost_digits,
        bad_id_checksum=tally.false_check_digits,
        id_normalised=tally.normalised,
        duplicate_person=twice,
        no_head=heads[0],
        two_heads=heads[2],
        minority_dot=tally.dots,
        rare_name=tally.rare,
        footer_rows=tally.footers,
        by_type=_by_type(households),
        id_15=tally.short,
    )


def _by_type(households: Iterable[RosterHousehold]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for one in households:
        if not one.get("monitor_type"):
            continue
        name = label("household", "monitor_type", one.get("monitor_type"))
        counts = found.setdefault(name, [0, 0, 0, 0])
        eliminated = one.get("risk_eliminated") == "yes"
        persons = len(one.persons)
        for place, number in enumerate((1, persons, eliminated, persons * eliminated)):
            counts[place] += number
    return dict(sorted(found.items()))
