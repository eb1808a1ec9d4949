"""Lists as people see them: one line a household, one line a village."""

from dataclasses import dataclass
from typing import Literal

State = Literal["", "surveyed", "unsurveyed", "draft", "monitored"]
Order = Literal["village", "name", "code", "size", "income", "surveyed"]


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """A household in a list; the income is an amount in yuan, a date is ISO.

    ``plan_state`` is empty where there is no plan, else draft, made, approved
    or returned. ``matched`` names the member a search hit, if not the head.
    """

    id: str
    code: str = ""
    village: str = ""
    village_title: str = ""
    group: str = ""
    head_name: str = ""
    size: int = 0
    kind: str = ""
    monitor_type: str = ""
    risks: tuple[str, ...] = ()
    income_per_head: str = ""
    risk_eliminated: bool = False
    surveyed: str = ""
    has_draft: bool = False
    plan_state: str = ""
    helper_name: str = ""
    no_labour: bool = False
    matched: str = ""


@dataclass(frozen=True, slots=True)
class VillageRow:
    """A village in a list, with what is in it and how far the work is."""

    id: str
    title: str = ""
    township: str = ""
    households: int = 0
    persons: int = 0
    monitored: int = 0
    surveyed: int = 0
    drafts: int = 0


@dataclass(frozen=True, slots=True)
class Filter:
    """Which households a list shows; an empty field asks for nothing.

    ``limit`` 0 means all of them.
    """

    village: str = ""
    township: str = ""
    kind: str = ""
    monitor_type: str = ""
    risk: str = ""
    state: State = ""
    plan_state: str = ""
    order: Order = "village"
    descending: bool = False
    limit: int = 0
    offset: int = 0
