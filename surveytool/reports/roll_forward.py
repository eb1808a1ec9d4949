"""Cumulative totals rolled forward: 期初＋新识别＋自然增加－自然减少－清退＝期末."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from surveytool.domain.table import Column, Table
from surveytool.reports.count import Count

Sizes = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RollForward:
    """The five steps from one total to the next, in households and persons.

    Natural increase and decrease are persons of households that stay.
    """

    opening: Count
    new: Count
    increase: int
    decrease: int
    removed: Count
    closing: Count

    @property
    def holds(self) -> bool:
        """Whether the steps add up."""
        households = (
            self.opening.households + self.new.households - self.removed.households
        )
        persons = self.opening.persons + self.new.persons - self.removed.persons
        persons += self.increase - self.decrease
        return (households, persons) == (self.closing.households, self.closing.persons)

    def table(self, since: str, until: str) -> Table:
        """Return the roll-forward as a table of six rows."""
        rows = (
            ("期初累计", *self.opening.cells()),
            ("加：新识别", *self.new.cells()),
            ("加：自然增加", "0", str(self.increase)),
            ("减：自然减少", "0", str(self.decrease)),
            ("减：清退、合户", *self.removed.cells()),
        )
        return Table(
            name="roll_forward",
            title="累计纳入监测对象增减变化表",
            subtitle=f"{since}至{until}",
            columns=(
                Column("项目"),
                Column("户数", "户", "count"),
                Column("人数", "人", "count"),
            ),
            rows=rows,
            total=("期末累计", *self.closing.cells()),
            notes=(
                "期末＝期初＋新识别＋自然增加－自然减少－清退、合户。",
                "累计数逐年相加与期末数不等，差额即自然增减和清退、合户。",
            ),
        )


def roll_forward(opening: Sizes, closing: Sizes) -> RollForward:
    """Compare two sets of households, id and persons, at two days."""
    staying = opening.keys() & closing.keys()
    grown = [closing[one] - opening[one] for one in staying]
    return RollForward(
        opening=_count(opening.values()),
        new=_count(closing[one] for one in closing.keys() - staying),
        increase=sum(one for one in grown if one > 0),
        decrease=-sum(one for one in grown if one < 0),
        removed=_count(opening[one] for one in opening.keys() - staying),
        closing=_count(closing.values()),
    )


def _count(persons: Iterable[int]) -> Count:
    found = list(persons)
    return Count(len(found), sum(found))
