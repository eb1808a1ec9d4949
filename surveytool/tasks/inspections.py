"""Inspection rounds: who is drawn, by which group, and the draw checked later."""

from collections.abc import Sequence
from dataclasses import dataclass

from surveytool.casework.income_change import IncomeChange, income_change
from surveytool.casework.sample import sample
from surveytool.domain.entity import Ref
from surveytool.domain.refusal import Refusal
from surveytool.domain.rows import Filter, HouseholdRow
from surveytool.tasks.desk import Desk
from surveytool.tasks.problem_book import ledger, tally
from surveytool.tasks.villages import townships


class NoSeedError(Refusal):
    """A sample without a seed could not be checked later."""

    code = "tasks.no_seed"
    exit_code = 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """The households that a group looks at in a township."""

    township: str
    group: str
    rows: tuple[HouseholdRow, ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """A township's line in the league table: problems found and closed."""

    township: str
    found: int
    closed: int
    overdue: int


def draw(
    desk: Desk, seed: str, each: int, *, chosen: Filter | None = None
) -> list[Drawn]:
    """Draw so many households of each township; a group never draws its own place.

    Groups are those of the profile's list "inspection_groups", handed round from a
    township that the seed decides. Raises NoSeedError.
    """
    if not seed.strip():
        raise NoSeedError
    rows = desk.store.households(chosen or Filter())
    towns = {one.id: one.township for one in desk.store.villages()}
    by_town: dict[str, list[HouseholdRow]] = {one: [] for one in townships(desk)}
    for row in rows:
        by_town.setdefault(towns.get(row.village, ""), []).append(row)
    order = sample(by_town, seed, len(by_town))
    groups = _groups(desk)
    desk.store.audit("inspection", seed, str(each))
    return [
        Drawn(town, groups[at % len(groups)], _drawn(by_town[town], seed, each))
        for at, town in enumerate(order)
    ]


def _groups(desk: Desk) -> Sequence[str]:
    found = desk.profile.in_force(desk.today).lists.get("inspection_groups")
    return found.items if found and found.items else ("1",)


def _drawn(
    rows: Sequence[HouseholdRow], seed: str, count: int
) -> tuple[HouseholdRow, ...]:
    known = {one.id: one for one in rows}
    return tuple(known[one] for one in sample(known, seed, count))


def league(desk: Desk) -> list[Rank]:
    """Return the townships by the share of problems closed, the best first."""
    ranks = []
    for town in townships(desk):
        found = tally(ledger(desk, town), desk.today)
        ranks.append(Rank(town, found.found, found.closed, found.overdue))
    return sorted(
        ranks,
        key=lambda one: (-(one.closed / one.found if one.found else 1), one.township),
    )


def income_of(desk: Desk, household: str, year: int) -> IncomeChange:
    """Return a household's income per head against the year before."""
    home = Ref("household", household)
    return income_change(desk.store.history(home), home, year)
