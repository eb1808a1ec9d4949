"""What devices are called: by the register, by cards, by this desk."""

from surveytool.tasks.desk import Desk
from surveytool.tasks.peers import peers


def device_names(desk: Desk) -> dict[str, str]:
    """Return the name of every device that is known here."""
    names = {one.id: one.get("name") or one.id for one in desk.store.entities("device")}
    names |= {card.device: card.name for card in peers(desk)}
    return names | {desk.keys.device: desk.seat.title or desk.seat.operator}
