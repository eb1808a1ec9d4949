"""The computers of the county as the register knows them."""

from dataclasses import dataclass

from surveytool.domain.seat import Office, Role
from surveytool.tasks.desk import Desk
from surveytool.tasks.register import revoke

__all__ = ["Device", "listed", "revoke"]


@dataclass(frozen=True, slots=True)
class Device:
    """A computer: whose it is, how many villages it has, whether it is cut off."""

    device: str
    name: str
    office: Office
    role: Role
    villages: int
    is_revoked: bool
    is_own: bool


def listed(desk: Desk) -> list[Device]:
    """Return every certified computer, by office and name."""
    own = desk.keys.device
    found = [
        Device(
            one.id,
            one.get("name") or one.id,
            Office(one.get("office")),
            Role(one.get("role")),
            len(one.get("villages").split()),
            desk.store.rights(one.id).revoked,
            one.id == own,
        )
        for one in desk.store.entities("device")
        if one.get("sign_key")
    ]
    return sorted(found, key=lambda one: (one.office, one.name))
