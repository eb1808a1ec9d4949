"""Whatever happens between five offices: nothing lost, nothing false, all equal."""

import pytest
from hypothesis import HealthCheck, given, settings
from soak_history import HISTORIES, LONG, STEPS, complaints, history

VERIFIED = 5 if LONG else 1


@pytest.mark.timeout(0 if LONG else 900)
@pytest.mark.parametrize("kind", [0, 1], ids=["all villages", "some villages"])
def test_everyone_ends_with_the_truth(kind, templates):
    @settings(
        max_examples=HISTORIES // 2,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(STEPS)
    def check(steps):
        assert complaints(steps, templates[kind], verified=VERIFIED) == []

    check()


@pytest.mark.parametrize("seed", range(2))
def test_long_histories_end_with_the_truth(seed, templates):
    assert complaints(history(seed, 80), templates[seed % 2]) == []
