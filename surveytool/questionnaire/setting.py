"""The circumstances of filling in: the clock, chance, known data, an earlier draft."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime


def _local_now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a session is begun with.

    ``now`` carries its zone. ``answers`` restores a draft (see drafts.py).
    ``instances`` fills secondary instances by their id with rows; ``properties`` are
    the device's (username, deviceid, …); ``place`` is a geopoint for setgeopoint;
    ``last_saved`` is the XML of the last submission of this form.
    """

    now: Callable[[], datetime] = _local_now
    seed: int | None = None
    language: str = ""
    answers: Mapping[str, str] | None = None
    instances: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    last_saved: bytes | None = None
