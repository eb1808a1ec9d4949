"""Who works at a workspace: seen by all, changed by administrators."""

from surveytool.domain.refusal import Refusal
from surveytool.domain.seat import Operator, Role
from surveytool.tasks.desk import Desk
from surveytool.tasks.passphrases import check_length


class OnlyAdministratorError(Refusal):
    """Someone who is no administrator changes who works here; facts: operator."""

    code = "tasks.only_administrator"


def operators(desk: Desk) -> list[Operator]:
    """Return who works at the workspace, by name."""
    return desk.store.operators()


def may_manage(desk: Desk) -> bool:
    """Tell whether the person at the desk may change operators and settings.

    Whoever works alone at a workspace manages it.
    """
    is_alone = len(desk.store.operators()) == 1
    return is_alone or desk.seat.role is Role.ADMINISTRATOR


def add(desk: Desk, one: Operator, passphrase: str) -> None:
    """Let one more person in, with a first passphrase.

    Raises OnlyAdministratorError, ShortPassphraseError, SameOperatorError,
    TooManyOperatorsError, NoAdministratorError.
    """
    _check_manages(desk)
    check_length(passphrase)
    desk.store.add_operator(one, passphrase)


def change(desk: Desk, one: Operator) -> None:
    """Give a person another role or other villages; raises OnlyAdministratorError."""
    _check_manages(desk)
    desk.store.set_operator(one)


def remove(desk: Desk, name: str) -> None:
    """Take a person's passphrase away; raises OnlyAdministratorError."""
    _check_manages(desk)
    desk.store.remove_operator(name)


def set_passphrase(desk: Desk, name: str, passphrase: str) -> None:
    """Give a person who forgot it another passphrase.

    Raises OnlyAdministratorError or ShortPassphraseError.
    """
    _check_manages(desk)
    check_length(passphrase)
    desk.store.change_passphrase(passphrase, name)


def _check_manages(desk: Desk) -> None:
    if not may_manage(desk):
        raise OnlyAdministratorError(operator=desk.seat.operator)
