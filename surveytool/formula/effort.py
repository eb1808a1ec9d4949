"""A limit on the work of one evaluation, so that no form can hang the program."""

from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.world import World

MAX_EFFORT = 1_000_000


class TooMuchWorkError(Refusal):
    """The expression looks at more nodes than the limit."""

    code: ClassVar[str] = "formula.too_much_work"


def spend(world: World, nodes: int) -> None:
    """Count nodes looked at; raises TooMuchWorkError beyond the limit."""
    world.effort += nodes
    if world.effort > MAX_EFFORT:
        raise TooMuchWorkError(limit=MAX_EFFORT)
