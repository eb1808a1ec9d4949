"""Who sits where: the office a workspace belongs to, the operator's role."""

from dataclasses import dataclass
from enum import StrEnum


class Office(StrEnum):
    """The office that a workspace belongs to."""

    COUNTY = "county"
    TOWNSHIP = "township"


class Role(StrEnum):
    """What an operator may do: 填报, 审核, 管理, 查询."""

    SURVEYOR = "surveyor"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Seat:
    """A workspace's place: whose it is, and who works there."""

    office: Office
    role: Role
    operator: str
    title: str
    county: str = ""
    villages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Operator:
    """Someone who works at a workspace; without villages he works in all."""

    name: str
    role: Role
    villages: tuple[str, ...] = ()
