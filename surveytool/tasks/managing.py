"""Who manages a workspace: its people, its keys, its settings."""

from surveytool.domain.refusal import Refusal
from surveytool.domain.seat import Role
from surveytool.tasks.desk import Desk


class OnlyAdministratorError(Refusal):
    """Someone who is no administrator changes who works here; facts: operator."""

    code = "tasks.only_administrator"


def may_manage(desk: Desk) -> bool:
    """Tell whether the person at the desk may change operators and settings.

    Whoever works alone at a workspace manages it.
    """
    is_alone = len(desk.store.operators()) == 1
    return is_alone or desk.seat.role is Role.ADMINISTRATOR


def check_manages(desk: Desk) -> None:
    """Refuse those who do not manage; raises OnlyAdministratorError."""
    if not may_manage(desk):
        raise OnlyAdministratorError(operator=desk.seat.operator)
