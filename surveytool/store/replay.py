"""Standing values worked out from changes alone, without the database."""

from collections.abc import Iterable

from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.store.batch import Arrived, Batch
from surveytool.store.standing import Standing


def replay(changes: Iterable[Change]) -> dict[Ref, Standing]:
    """Return the entities that these changes make, in whatever order they come."""
    arrived = [Arrived(one.id, one, b"") for one in changes]
    batch = Batch(arrived, held=set(), awaiting={}, entities={})
    batch.decide()
    return batch.entities
