"""Procedures: ordered steps with an actor, a limit and the evidence they leave."""

from dataclasses import dataclass
from typing import Literal

DayKind = Literal["calendar", "working"]


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """One step; ``limit`` counts days of its kind from the end of step ``after``."""

    code: str
    zh: str
    en: str
    actor: str
    form: str = ""
    limit: int | None = None
    days: DayKind = "calendar"
    after: str = ""
    evidence: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """An ordered way from a beginning to a decision; ``limit`` is for all of it."""

    code: str
    zh: str
    en: str
    steps: tuple[ProcedureStep, ...]
    limit: int | None = None
    days: DayKind = "calendar"
    source: str = ""
