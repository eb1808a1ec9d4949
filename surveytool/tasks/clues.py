"""Clues: enter them, find whom they mean, bring each to a result with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from surveytool.casework.clue import Candidate, People
from surveytool.casework.profile import Profile
from surveytool.casework.run import USUAL
from surveytool.domain.entity import Entity, Ref
from surveytool.domain.refusal import Refusal
from surveytool.domain.rows import Filter
from surveytool.domain.vocabulary import code_lists
from surveytool.tasks.approvals import NoReasonError
from surveytool.tasks.casebooks import book, remembered
from surveytool.tasks.desk import Desk

MATCHED = ("household", "full_name", "birth", "id_number")


class UnknownChannelError(Refusal):
    """The profile has no such channel of clues."""

    code = "tasks.unknown_channel"
    exit_code = 2


class UnknownClueError(Refusal):
    """There is no such clue."""

    code = "tasks.unknown_clue"
    exit_code = 2


class UnknownResultError(Refusal):
    """A clue cannot end in this result."""

    code = "tasks.unknown_result"
    exit_code = 2


@dataclass(frozen=True, slots=True)
class OpenClue:
    """A clue without a result, and whom it may mean."""

    clue: Entity
    candidates: tuple[Candidate, ...] = ()


def enter(
    desk: Desk,
    channel: str,
    values: Mapping[str, str],
    *,
    household: str = "",
    people_here: People | None = None,
) -> Ref:
    """Enter a clue; one with an ID number that is known finds its household itself.

    ``values``: content, full_name, id_number, birth, phone, village, source, received,
    proxy, procedure. Raises UnknownChannelError.
    """
    ref = Ref("clue", str(uuid4()))
    fields = clue_fields(desk, channel, values)
    if household:
        fields |= {"household": household, "match": "household"}
    else:
        fields |= certain_match(people_here or people(desk), fields)
    home, village = fields.get("household"), fields.get("village")
    root = Ref("household", home) if home else Ref("village", village or "")
    desk.write(root, {ref: fields})
    return ref


def clue_fields(
    desk: Desk, channel: str, values: Mapping[str, str]
) -> dict[str, str | None]:
    """Return a clue's fields with its day, channel and procedure."""
    fields: dict[str, str | None] = {
        name: text for name, text in values.items() if text
    }
    received = fields.setdefault("received", desk.today.isoformat())
    rules = desk.profile.in_force(date.fromisoformat(received or ""))
    procedure = procedure_of(rules, channel)
    fields.setdefault("procedure", procedure)
    return fields | {"channel": channel, "by": desk.seat.operator}


def procedure_of(rules: Profile, channel: str) -> str:
    """Return the procedure that a channel's clues set going."""
    if channel in rules.channels:
        return rules.channels[channel].procedure
    if rules.channels or channel not in code_lists()["channel"].entries:
        raise UnknownChannelError(channel=channel, channels="、".join(rules.channels))
    return USUAL


def certain_match(
    people_here: People, fields: Mapping[str, str | None]
) -> dict[str, str | None]:
    """Return household and person of the one person with a clue's ID number."""
    texts = {name: text for name, text in fields.items() if text}
    match people_here.candidates(texts):
        case [Candidate(person, household, certain=True)]:
            return {"household": household, "person": person.id, "match": "id_number"}
    return {}


def people(desk: Desk) -> People:
    """Return the persons of the workspace, ready to be found."""

    def make() -> People:
        rows = desk.store.households(Filter())
        villages = {one.id: one.village for one in rows}
        return People(map(_slim, desk.store.each("person")), villages)

    return remembered(desk, "people", make)


def _slim(person: Entity) -> Entity:
    """Return what matching needs of a person: a county's persons fit in memory."""
    kept = {name: person.get(name) for name in MATCHED}
    return Entity(person.ref, person.root, kept)


def open_clues(desk: Desk, on: date | None = None) -> list[OpenClue]:
    """Return the clues without a result, oldest first, with whom they may mean."""
    found = sorted(
        book(desk, on).open_clues, key=lambda one: (one.get("received"), one.id)
    )
    known = people(desk) if any(not one.get("household") for one in found) else None
    return [
        OpenClue(
            one,
            tuple(known.candidates(one.fields))
            if known and not one.get("household")
            else (),
        )
        for one in found
    ]


def confirm(desk: Desk, clue_id: str, household: str, person: str = "") -> None:
    """Say whom a clue means, after a person has looked."""
    clue = _clue(desk, clue_id)
    told = {"household": household, "person": person or None, "match": "confirmed"}
    desk.write(clue.root, {clue.ref: told})


def close(desk: Desk, clue_id: str, result: str, reason: str) -> None:
    """End a clue with a result and a reason.

    Raises NoReasonError, UnknownResultError, UnknownClueError.
    """
    if not reason.strip():
        raise NoReasonError
    results = code_lists()["clue_result"].entries
    if result not in results:
        raise UnknownResultError(result=result, results="、".join(results))
    clue = _clue(desk, clue_id)
    told = {"result": result, "reason": reason.strip(), "by": desk.seat.operator}
    desk.write(clue.root, {clue.ref: told | {"closed": desk.today.isoformat()}})


def _clue(desk: Desk, clue_id: str) -> Entity:
    found = desk.store.entity(Ref("clue", clue_id))
    if found is None:
        raise UnknownClueError(clue=clue_id)
    return found
