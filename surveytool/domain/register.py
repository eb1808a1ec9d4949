"""The register of devices, kept in the journal: who is what, who was cut off."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from surveytool.domain.change import Change, Values
from surveytool.domain.entity import Ref
from surveytool.domain.merge import heads
from surveytool.domain.rights import DEVICE, Grant, Rights

SIGNATURE = "signature"
DOMAIN = b"surveytool register\n"


def device_ref(device: str) -> Ref:
    """Return the entity under which everything about a device stands."""
    return Ref(DEVICE, device)


def message(change: Change) -> bytes:
    """Return the bytes that the author of a county's word signs."""
    return DOMAIN + replace(change, set=_without_signature(change)).body()


def signature(change: Change) -> str:
    """Return the signature that a county's word bears, "" where it bears none."""
    return change.set[min(change.set)].get(SIGNATURE) or ""


def with_signature(change: Change, given: str) -> Change:
    """Return a county's word with its author's signature, in hex."""
    first = min(change.set)
    signed = {**change.set[first], SIGNATURE: given}
    return replace(change, set={**change.set, first: signed})


def rights_of(device: str, words: Iterable[Change]) -> Rights:
    """Return a device's rights from every word of the county about it."""
    ref = device_ref(device)
    found = list(words)
    granting = [one for one in found if "office" in one.set[ref]]
    kept = [one.set[ref]["kept"] or "" for one in found if "kept" in one.set[ref]]
    revoked = heads(found, ref, "revoked")
    return Rights(
        ever=tuple(_grant(one.set[ref]) for one in granting),
        now=tuple(_grant(one.set[ref]) for one in heads(found, ref, "office")),
        kept=frozenset(" ".join(kept).split()) if kept else None,
        revoked=any(one.set[ref]["revoked"] == "yes" for one in revoked),
    )


def _grant(values: Values) -> Grant:
    villages = frozenset((values.get("villages") or "").split())
    office, role = values.get("office") or "", values.get("role") or ""
    return Grant(office, role, villages, values.get("sign_key") or "")


def _without_signature(change: Change) -> Mapping[Ref, Values]:
    first = min(change.set)
    bare = {k: v for k, v in change.set[first].items() if k != SIGNATURE}
    return {**change.set, first: bare}
