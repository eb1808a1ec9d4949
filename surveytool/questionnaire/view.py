"""What a page shows of one node."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Violation = Literal["required", "constraint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeView:
    """One question, group, repeat or repeat instance at one moment.

    ``kind`` is group, repeat, instance, input, select1, select, rank, range,
    trigger, upload, note or calculate. ``saveto`` is (dataset, property) and
    ``entity_id`` the id of the entity that the answer goes to. ``message`` is the
    form's own words for the violation. A soft check may be
    passed with a ``reason``. ``count`` is a repeat's
    number of instances, ``is_fixed`` says that the form decides it.
    """

    ref: str
    path: str
    name: str
    kind: str
    type: str = ""
    label: str = ""
    hint: str = ""
    guidance: str = ""
    value: str = ""
    relevant: bool = True
    required: bool = False
    readonly: bool = False
    violation: Violation | None = None
    is_soft: bool = False
    reason: str = ""
    message: str = ""
    options: tuple[tuple[str, str], ...] = ()
    appearance: str = ""
    saveto: tuple[str, str] | None = None
    entity_id: str = ""
    count: int = 0
    is_fixed: bool = False
    has_label: bool = False
    has_hint: bool = False
    has_message: bool = False
    media: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
