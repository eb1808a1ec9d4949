"""Gaps: what a peer is known to have sent and what has not arrived."""

from dataclasses import dataclass

from surveytool.domain.problem import Problem, Severity
from surveytool.tasks.browse import village_names
from surveytool.tasks.desk import Desk
from surveytool.tasks.names import device_names
from surveytool.tasks.register import NoReasonGivenError


@dataclass(frozen=True, slots=True)
class NamedGap:
    """Changes first to last of a peer's village have not arrived."""

    device: str
    peer: str
    village: str
    place: str
    first: int
    last: int

    @property
    def problem(self) -> Problem:
        """The gap as a finding."""
        facts = {"peer": self.peer, "first": str(self.first), "last": str(self.last)}
        return Problem("sync.gap", self.place, facts, Severity.WARNING)


def listed(desk: Desk) -> list[NamedGap]:
    """Return every gap until it is healed or closed with a reason."""
    names, villages = device_names(desk), village_names(desk)
    return [
        NamedGap(
            one.device,
            names.get(one.device, one.device),
            one.village,
            villages.get(one.village, one.village),
            one.first,
            one.last,
        )
        for one in desk.store.gaps()
    ]


def unknown(desk: Desk) -> int:
    """Return how many changes others refer to that have not arrived."""
    return len(desk.store.missing())


def close(desk: Desk, gap: NamedGap, reason: str) -> None:
    """Take a gap off the list that will never heal, for example of a lost disk."""
    if not reason.strip():
        raise NoReasonGivenError
    desk.store.close_gap(gap.device, gap.village)
    facts = f"{gap.village} {gap.first}-{gap.last} {reason.strip()}"
    desk.store.audit("gap_closed", gap.device, facts)
