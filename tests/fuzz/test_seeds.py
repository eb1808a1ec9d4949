"""Every seed that a fuzzer was given or found is read again, and nothing breaks."""

import pytest
from fuzz_targets import SEEDS, TARGETS, refused

from surveytool.domain.refusal import Refusal

KEPT = sorted(SEEDS.glob("*/*"))


@pytest.mark.parametrize("target", TARGETS)
def test_seeds_break_nothing(target):
    found = [one for one in KEPT if one.parent.name == target]
    assert found
    for seed in found:
        refused(TARGETS[target], seed.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_honest_seeds_are_read(target):
    """A seed that is refused at the door would teach a fuzzer nothing."""
    for seed in sorted((SEEDS / target).glob("honest-*")):
        try:
            TARGETS[target](seed.read_bytes())
        except Refusal as refusal:
            assert (target, refusal.code) == ("header", "sync.bad_signature")  # noqa: PT017
