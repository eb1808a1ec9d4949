"""What must stand, from plain sets and the definition of a head alone.

Nothing of the program's own merge rule is used here.
"""

from collections import defaultdict

from surveytool.domain.entity import GONE

ROOTS_OF_THEMSELVES = ("household", "village")


def heads(setting, field):
    """Return those of an entity's changes that no other one of this field has seen.

    ``setting`` maps the id of each change of the entity to the change and to the
    values that it sets there.
    """
    of_field = {
        one: (change, values[field])
        for one, (change, values) in setting.items()
        if field in values
    }
    return {
        one: value
        for one, (_, value) in of_field.items()
        if not any(one in change.seen for change, _ in of_field.values())
    }


def by_entity(changes):
    """Return, for each entity, the changes that set it."""
    found = defaultdict(dict)
    for one, change in changes.items():
        for ref, values in change.set.items():
            found[ref][one] = (change, values)
    return found


def state(changes):
    """Return what must stand, in the shape of a dump."""
    return {ref: _entity(ref, setting) for ref, setting in by_entity(changes).items()}


def texts(state):
    """Return the state with references written out, as a dump has them."""
    return {
        str(ref): entity | {"root": "/".join(entity["root"])}
        for ref, entity in state.items()
    }


def _entity(ref, setting):
    names = {name for _, values in setting.values() for name in values}
    found = {name: heads(setting, name) for name in names}
    least = {name: some[min(some)] for name, some in found.items()}
    fields = {name: value for name, value in least.items() if value is not None}
    root = min(tuple(change.root) for change, _ in setting.values())
    if ref.kind in ROOTS_OF_THEMSELVES:
        root = tuple(ref)
    elif fields.get("household"):
        root = ("household", fields["household"])
    return {"root": root, "fields": fields, "heads": found}


def conflicts(changes, state):
    """Return every field in conflict: as (entity, field)."""
    return {
        (str(ref), name)
        for ref, entity in state.items()
        for name in _disputed(changes, entity)
    }


def _disputed(changes, entity):
    every = entity["heads"]
    found = {name for name, some in every.items() if len(set(some.values())) > 1}
    if entity["fields"].get(GONE) == "1":
        deletions = {one for one, value in every[GONE].items() if value == "1"}
        known = deletions.union(*(changes[one].seen for one in deletions))
        living = {one for name, some in every.items() if name != GONE for one in some}
        if living - known:
            found.add(GONE)
    return found


def villages_of(changes):
    """Return every village that each household was ever placed in."""
    found = defaultdict(set)
    for change in changes.values():
        for ref, values in change.set.items():
            if ref.kind == "village":
                found[tuple(ref)].add(ref.id)
            elif ref == change.root and values.get("village"):
                found[tuple(ref)].add(values["village"])
    return found
