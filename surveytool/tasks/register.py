"""The county's words: who a device is, which one is cut off, what may stand."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from surveytool.domain.change import Change, ChangeId, Values
from surveytool.domain.entity import Ref
from surveytool.domain.refusal import Refusal
from surveytool.domain.register import device_ref, message, with_signature
from surveytool.domain.rights import EVERYWHERE, KEPT_DIGITS, RULING, Grant
from surveytool.domain.seat import Office, Role
from surveytool.store import Taken
from surveytool.sync.card import PeerCard
from surveytool.tasks.desk import Desk

MOST_KEPT = 40_000
"""How many ids one change may name: it must stay under 1 MiB."""


RANKS = (Role.READER, Role.SURVEYOR, Role.REVIEWER, Role.ADMINISTRATOR)
"""Each may all that the one before it may."""

DOUBT = "由他人设备带来，超出其权限"
"""Why the county sets a change aside by itself, until someone decides."""


class NotYoursToDecideError(Refusal):
    """Someone who is not the county's reviewer or administrator decides."""

    code = "tasks.not_yours_to_decide"


class NoReasonGivenError(Refusal):
    """A decision about others' changes without a reason."""

    code = "tasks.no_reason_given"


def found_county(desk: Desk) -> None:
    """Put rights in force: this is the county's computer, whose word is taken.

    Devices whose changes are here already are certified as the county's own.
    """
    if desk.store.anchors or desk.seat.office is not Office.COUNTY:
        return
    with desk.store.together():
        before = set(desk.store.authors()) - {desk.keys.device, ""}
        for device in sorted(before):
            values = _values(Office.COUNTY, Role.ADMINISTRATOR, (), device)
            desk.store.save(_word(desk, device, values))
        desk.store.trust({desk.keys.device: desk.keys.sign_key})


def certify(desk: Desk, card: PeerCard, why: str = "") -> None:
    """Say to everyone what a device is; what it sent so far stays as it was.

    Raises NotYoursToDecideError.
    """
    _must_rule(desk)
    found_county(desk)
    keys = {"sign_key": card.sign_key, "seal_key": card.seal_key}
    values = _values(card.office, card.role, card.villages, card.name) | keys
    rights = desk.store.rights(card.device)
    if rights.revoked:
        values["revoked"] = ""
    if any(_is_narrower(card, one) for one in rights.now):
        _cut(desk, card.device, values, why)
    else:
        desk.store.save(_word(desk, card.device, values, why))
    desk.store.audit("certified", card.device, card.name)


def revoke(desk: Desk, device: str, reason: str) -> None:
    """Cut a device off: what has not come from it by now goes to quarantine."""
    _must_decide(desk, reason)
    found_county(desk)
    with desk.store.together():
        _cut(desk, device, {"village": EVERYWHERE, "revoked": "yes"}, reason)
    desk.store.audit("revoked", device, reason)


def rule(desk: Desk, changes: Mapping[ChangeId, Ref], verdict: str, reason: str) -> int:
    """Decide that changes stand (release) or not; returns how many."""
    _must_decide(desk, reason)
    desk.store.take(_words(desk, changes, verdict=verdict, reason=reason))
    desk.store.audit("ruled", verdict, f"{len(changes)} {reason}")
    return len(changes)


def doubt(desk: Desk, taken: Taken) -> None:
    """Set aside what a peer brought in another's name beyond its own rights.

    Only the county can know it, by who handed the package over; its word makes
    every replica know it.
    """
    seat = desk.seat
    if taken.doubted and seat.office is Office.COUNTY and desk.store.anchors:
        found = desk.store.bodies(taken.doubted)
        roots = {name: Change.read(body).root for name, body in found.items()}
        # No deed of the person at the desk, who may only be looking.
        desk.store.rule(_words(desk, roots, verdict="doubt", reason=DOUBT))


def _must_decide(desk: Desk, reason: str) -> None:
    _must_rule(desk)
    if not reason.strip():
        raise NoReasonGivenError


def _must_rule(desk: Desk) -> None:
    seat = desk.seat
    entitled = seat.role in (Role.REVIEWER, Role.ADMINISTRATOR)
    if seat.office is not Office.COUNTY or not entitled:
        raise NotYoursToDecideError(operator=seat.operator)


def _values(
    office: str, role: str, villages: Sequence[str], name: str
) -> dict[str, str]:
    return {
        "village": EVERYWHERE,
        "office": str(office),
        "role": str(role),
        "villages": " ".join(villages),
        "name": name,
    }


def _is_narrower(card: PeerCard, before: Grant) -> bool:
    """Tell whether a card takes villages, a role or the county's seat away."""
    lesser = RANKS.index(card.role) < RANKS.index(Role(before.role))
    leaves = before.is_county and card.office is not Office.COUNTY
    return lesser or leaves or bool(before.villages - set(card.villages))


def _cut(desk: Desk, device: str, values: Mapping[str, str], why: str) -> None:
    ids = iter(desk.store.authors().get(device, ()))
    first = True
    while (some := list(islice(ids, MOST_KEPT))) or first:
        kept = " ".join(sorted(one[:KEPT_DIGITS] for one in some)) or "-"
        facts = {**values, "kept": kept} if first else {"kept": kept}
        desk.store.save(_word(desk, device, facts, why))
        first = False


def _word(desk: Desk, device: str, values: Values, why: str = "") -> Change:
    ref = device_ref(device)
    sight = desk.store.sight(ref)
    return _signed(
        desk,
        sight.change(
            desk.seat.operator, desk.stamp(), {ref: values}, why=why, keep_same=True
        ),
    )


def _words(
    desk: Desk, changes: Mapping[ChangeId, Ref], *, verdict: str, reason: str
) -> list[Change]:
    by_root: dict[Ref, list[ChangeId]] = {}
    for name, root in changes.items():
        by_root.setdefault(root, []).append(name)
    return [
        _ruling(desk, root, names, verdict=verdict, reason=reason)
        for root, names in by_root.items()
    ]


def _ruling(
    desk: Desk, root: Ref, names: Iterable[ChangeId], *, verdict: str, reason: str
) -> Change:
    values = {"verdict": verdict, "reason": reason.strip()}
    refs = {Ref(RULING, name): values for name in names}
    sight = desk.store.sight(root)
    return _signed(
        desk,
        sight.change(
            desk.seat.operator, desk.stamp(), refs, why=reason, keep_same=True
        ),
    )


def _signed(desk: Desk, change: Change) -> Change:
    return with_signature(change, desk.keys.sign(message(change)).hex())
