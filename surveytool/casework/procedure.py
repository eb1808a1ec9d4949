"""Procedures: ordered steps with an actor, a limit and the evidence they leave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from surveytool.casework.rule import Validity
from surveytool.casework.work_calendar import DayKind

Level = Literal["village", "township", "county"]
Begins = Literal["clue", "case", "inclusion"]
START = "start"


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """One step of a procedure.

    ``office`` acts, and within it ``actor``. ``limit`` counts days of its kind from
    the end of ``since``: a step's code, "start", or "" for the steps it comes after.
    ``minimum`` days must lie between its beginning and its end (a public notice).
    ``back_to`` is where a return leads. ``decides`` marks the step by which the
    procedure's own limit is kept. ``marks`` are set on the household when it passes.
    """

    code: str
    zh: str
    en: str
    actor: str
    office: Level = "village"
    form: str = ""
    limit: int | None = None
    days: DayKind = "calendar"
    after: tuple[str, ...] = ()
    since: str = ""
    minimum: int | None = None
    minimum_days: DayKind = "calendar"
    back_to: str = ""
    decides: bool = False
    optional: bool = False
    evidence: tuple[str, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True)
class Procedure:
    """An ordered way from a beginning to a decision; ``limit`` is for all of it.

    ``begins`` says what sets it going: a clue, a case that a person opens, or the
    county's decision to include a household.
    """

    code: str
    zh: str
    en: str
    steps: tuple[ProcedureStep, ...]
    begins: Begins = "case"
    limit: int | None = None
    days: DayKind = "calendar"
    validity: Validity = field(default_factory=Validity)
    source: str = ""

    @cached_property
    def by_code(self) -> Mapping[str, ProcedureStep]:
        """The steps by code."""
        return {one.code: one for one in self.steps}

    @cached_property
    def reach(self) -> Mapping[str, frozenset[str]]:
        """For each step, itself and every step that comes after it."""
        found: dict[str, set[str]] = {one.code: {one.code} for one in self.steps}
        for step in self.steps:
            for reached in found.values():
                if reached.intersection(step.after):
                    reached.add(step.code)
        return {code: frozenset(reached) for code, reached in found.items()}

    @cached_property
    def limited(self) -> frozenset[str]:
        """The steps that the procedure's own limit covers: up to its decision."""
        deciding = [one.code for one in self.steps if one.decides]
        if not deciding:
            return frozenset(self.reach)
        return frozenset(
            code for code, after in self.reach.items() if after.intersection(deciding)
        )

    def way_back(self, step: ProcedureStep) -> str:
        """Return the step at which a household begins anew when one returns it."""
        return step.back_to or (step.after[0] if step.after else step.code)
