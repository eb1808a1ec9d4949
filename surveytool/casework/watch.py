"""Who is under watch on a day, and for whom a duty is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from surveytool.casework.duty import Duty

COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Home:
    """What duties must know of a household; months are yyyymm."""

    id: str
    village: str
    township: str
    monitor_type: str = ""
    identified: str = ""
    eliminated: str = ""
    has_helper: bool = False

    def is_watched(self, on: date) -> bool:
        """Whether it was under watch on a day."""
        month = f"{on:%Y%m}"
        begun = bool(self.monitor_type) and (self.identified or "000000") <= month
        return begun and not self.is_eliminated(on)

    def is_eliminated(self, on: date) -> bool:
        """Whether its risk was eliminated by a day."""
        return bool(self.eliminated) and self.eliminated <= f"{on:%Y%m}"


def units_of(duty: Duty, homes: Sequence[Home], on: date) -> tuple[str, ...]:
    """Return for whom a duty is: households, villages, townships or the county."""
    match duty.of:
        case "household":
            found = [one.id for one in homes]
        case "watched":
            found = [one.id for one in homes if one.is_watched(on)]
        case "eliminated":
            found = [one.id for one in homes if one.is_eliminated(on)]
        case "helped":
            found = [one.id for one in homes if one.has_helper]
        case "village":
            found = [one.village for one in homes if one.village]
        case "township":
            found = [one.township for one in homes if one.township]
        case "county":
            found = [COUNTY]
    return tuple(dict.fromkeys(found))
