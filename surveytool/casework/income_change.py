"""Income this year and the year before: how much more, and by how many per cent."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.domain.money import percent, read_amount

FIELD = "income_per_head"


@dataclass(frozen=True, slots=True)
class IncomeChange:
    """Net income per head (yuan) in two years; None where it was not surveyed."""

    before: Decimal | None
    now: Decimal | None

    @property
    def more(self) -> Decimal | None:
        """How much it rose."""
        if self.before is None or self.now is None:
            return None
        return self.now - self.before

    @property
    def rate(self) -> Decimal | None:
        """By how many per cent it rose, half-up to two decimals."""
        return percent(self.more, self.before) if self.more and self.before else None


def income_change(history: Sequence[Change], home: Ref, year: int) -> IncomeChange:
    """Return the change over the year before, from what was saved in each year.

    The last value saved within a year counts; clocks are those of the authors.
    """
    saved: dict[str, tuple[str, str]] = {}
    for one in history:
        value = one.set.get(home, {}).get(FIELD)
        if value:
            saved[one.at[:4]] = max(saved.get(one.at[:4], ("", "")), (one.at, value))
    before, now = (
        read_amount(saved[str(each)][1]) if str(each) in saved else None
        for each in (year - 1, year)
    )
    return IncomeChange(before, now)
