"""Who works at a workspace: seen by all, changed by administrators."""

from surveytool.domain.seat import Operator
from surveytool.tasks.desk import Desk
from surveytool.tasks.managing import (
    OnlyAdministratorError,
    check_manages,
    may_manage,
)
from surveytool.tasks.passphrases import check_length

__all__ = [
    "OnlyAdministratorError",
    "add",
    "change",
    "may_manage",
    "operators",
    "remove",
    "set_passphrase",
]


def operators(desk: Desk) -> list[Operator]:
    """Return who works at the workspace, by name."""
    return desk.store.operators()


def add(desk: Desk, one: Operator, passphrase: str) -> None:
    """Let one more person in, with a first passphrase.

    Raises OnlyAdministratorError, ShortPassphraseError, SameOperatorError,
    TooManyOperatorsError, NoAdministratorError.
    """
    check_manages(desk)
    check_length(passphrase)
    desk.store.add_operator(one, passphrase)


def change(desk: Desk, one: Operator) -> None:
    """Give a person another role or other villages; raises OnlyAdministratorError."""
    check_manages(desk)
    desk.store.set_operator(one)


def remove(desk: Desk, name: str) -> None:
    """Take a person's passphrase away; raises OnlyAdministratorError."""
    check_manages(desk)
    desk.store.remove_operator(name)


def set_passphrase(desk: Desk, name: str, passphrase: str) -> None:
    """Give a person who forgot it another passphrase.

    Raises OnlyAdministratorError or ShortPassphraseError.
    """
    check_manages(desk)
    check_length(passphrase)
    desk.store.change_passphrase(passphrase, name)
