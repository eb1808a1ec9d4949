import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutants import MISTAKES
from replica_history import ACTIONS, history, play

NUMBER = st.integers(0, 999)
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTIONS), NUMBER, NUMBER, NUMBER), max_size=50
)


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(STEPS)
def test_everyone_ends_with_everything_that_concerns_them(steps):
    assert play(steps).complaint() is None


def test_long_histories_converge():
    complaints = {n: play(history(n, 120)).complaint() for n in range(1000, 1020)}
    assert set(complaints.values()) == {None}, complaints


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_breaks_some_history(mistake):
    exchange = MISTAKES[mistake]
    assert any(complains(seed, exchange) for seed in range(400))


def complains(seed, exchange):
    return play(history(seed), exchange).complaint() is not None
