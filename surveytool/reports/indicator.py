"""The catalogue of indicators: one definition each, and the one way to work it out."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from surveytool.domain.dates import read_month
from surveytool.domain.figure import Figure
from surveytool.domain.money import half_up
from surveytool.domain.refusal import Refusal
from surveytool.domain.resources import RESOURCES
from surveytool.reports.fact import Amount, Fact

FILE = RESOURCES / "indicators.toml"
Kind = Literal["sum", "ratio", "per", "most", "least"]
COUNTED = {"households": "户数", "persons": "人数"}
EXTREMES = {"most": "最高", "least": "最低"}


class CatalogueError(Refusal):
    """The catalogue of indicators has a mistake."""

    code = "reports.catalogue"


class UnknownIndicatorError(Refusal):
    """There is no indicator of this name."""

    code = "reports.unknown_indicator"
    exit_code = 2


@dataclass(frozen=True, slots=True)
class Population:
    """A set of households, by what is filled in and by when."""

    zh: str
    filled: tuple[str, ...] = ()
    where: Mapping[str, Sequence[str]] = field(default_factory=dict)
    until: str = ""
    during: str = ""
    at_least: Mapping[str, int] = field(default_factory=dict)
    or_else: str = ""
    within: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure's definition: of whom, counting what, over whom, rounded how."""

    name: str
    zh: str
    en: str
    of: str
    count: str
    unit: str
    source: str
    over: str = ""
    over_count: str = ""
    kind: Kind = "sum"
    step: str = "0.01"

    @property
    def divisor(self) -> str:
        """What the denominator counts: the same as the numerator where not said."""
        return self.over_count or self.count


@dataclass(frozen=True, slots=True)
class Result:
    """A figure with the households that it counts above and below the line."""

    figure: Figure
    households: tuple[str, ...]
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every amount, population and indicator; and what cannot be worked out.

    ``columns`` are the indicators that a table by place shows, ``bands`` the
    bounds of income per head in yuan.
    """

    amounts: Mapping[str, Amount]
    populations: Mapping[str, Population]
    indicators: Mapping[str, Indicator]
    unavailable: Mapping[str, str]
    columns: tuple[str, ...] = ()
    bands: tuple[int, ...] = ()

    def result(self, name: str, facts: Iterable[Fact], on: date) -> Result:
        """Work an indicator out for some households on a day.

        Raises UnknownIndicatorError.
        """
        if name not in self.indicators:
            raise UnknownIndicatorError(indicator=name)
        one, everyone = self.indicators[name], list(facts)
        above = self.members(one.of, everyone, on)
        below = self.members(one.over, everyone, on) if one.over else []
        return Result(
            self._figure(one, above, below),
            tuple(fact.id for fact in above if fact.number(one.count)),
            tuple(fact.id for fact in below),
        )

    def members(self, name: str, facts: Iterable[Fact], on: date) -> list[Fact]:
        """Return the households of a population on a day."""
        return [fact for fact in facts if self._has(self.populations[name], fact, on)]

    def _has(self, population: Population, fact: Fact, on: date) -> bool:
        values, month = fact.values, f"{on:%Y%m}"
        return (
            all(values.get(name) for name in population.filled)
            and all(values.get(n, "") in ok for n, ok in population.where.items())
            and (not population.until or _come(values, population, month))
            and (not population.during or _in_year(values, population.during, month))
            and all(fact.number(n) >= least for n, least in population.at_least.items())
            and all(self._has(self.populations[n], fact, on) for n in population.within)
            and not any(
                self._has(self.populations[n], fact, on) for n in population.not_in
            )
        )

    def _figure(
        self, one: Indicator, above: Sequence[Fact], below: Sequence[Fact]
    ) -> Figure:
        if one.kind in EXTREMES:
            numerator, denominator = _extreme(one, above), None
        else:
            numerator = _sum(above, one.count)
            denominator = _sum(below, one.divisor) if one.over else None
        return Figure(
            name=one.name,
            zh=one.zh,
            en=one.en,
            definition_zh=self.definition(one),
            definition_en=f"{one.en}; source {one.source}",
            unit=one.unit,
            numerator=numerator,
            denominator=denominator,
            times=100 if one.kind == "ratio" else 1,
            step=Decimal(one.step),
        )

    def definition(self, one: Indicator) -> str:
        """Return how an indicator is defined, in words."""
        above = f"{self.populations[one.of].zh}的{self._counted(one.count)}"
        if one.kind in EXTREMES:
            end = EXTREMES[one.kind]
            return f"{self.populations[one.of].zh}中按户计算的人均{end}值"
        if not one.over:
            return f"截至统计日{above}"
        below = f"{self.populations[one.over].zh}的{self._counted(one.divisor)}"
        times = "×100%" if one.kind == "ratio" else ""
        return f"{one.zh}＝{above}÷{below}{times}，四舍五入到{one.step}"

    def _counted(self, count: str) -> str:
        return COUNTED.get(count) or self.amounts[count].zh


def load_catalogue(path: Path = FILE) -> Catalogue:
    """Read the catalogue; raises CatalogueError by file and name."""
    try:
        written = tomllib.loads(path.read_text("utf-8-sig"))
        made = Catalogue(
            {n: Amount(**_tuples(one)) for n, one in written["amount"].items()},
            {n: Population(**_tuples(one)) for n, one in written["population"].items()},
            {n: Indicator(n, **one) for n, one in written["indicator"].items()},
            written.get("unavailable", {}),
            tuple(written.get("columns", ())),
            tuple(written.get("bands", ())),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise CatalogueError(file=path.name, mistake=error) from error
    for one in made.indicators.values():
        _check(path, made, one)
    return made


def _check(path: Path, made: Catalogue, one: Indicator) -> None:
    for name in filter(None, (one.of, one.over)):
        if name not in made.populations:
            raise CatalogueError(file=path.name, mistake=f"{one.name}: {name}")
    for name in (one.count, one.divisor):
        if name not in made.amounts and name not in COUNTED:
            raise CatalogueError(file=path.name, mistake=f"{one.name}: {name}")


def _tuples(one: Mapping[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in one.items()}


def _come(values: Mapping[str, str], population: Population, month: str) -> bool:
    said = values.get(population.until) or values.get(population.or_else, "")
    read = read_month(said)
    return read is not None and read <= month


def _in_year(values: Mapping[str, str], name: str, month: str) -> bool:
    read = read_month(values.get(name, ""))
    return read is not None and read[:4] == month[:4]


def _sum(facts: Iterable[Fact], count: str) -> Decimal:
    return sum((fact.number(count) for fact in facts), Decimal(0))


def _extreme(one: Indicator, facts: Iterable[Fact]) -> Decimal:
    shares = [fact.number(one.count) / fact.persons for fact in facts if fact.persons]
    if not shares:
        return Decimal(0)
    best = max(shares) if one.kind == "most" else min(shares)
    return half_up(best, Decimal(one.step))
