"""Which backups stay: a rule of hours, days and weeks."""

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from surveytool.store.keeping import NEWEST, STAMP, backups, kept, prune

NOW = datetime(2026, 11, 24, 17, 10)  # noqa: DTZ001 - names carry the local time


def ages(stay):
    return sorted((NOW - time for time in stay), reverse=True)


def test_half_hours_of_three_months_come_down_to_a_handful():
    times = [NOW - timedelta(minutes=30 * n) for n in range(90 * 48)]
    stay = kept(times, NOW)
    assert 18 <= len(stay) <= 26
    recent = [one for one in ages(stay) if one <= timedelta(hours=2)]
    assert len(recent) == 5
    days = {time.date() for time in stay if NOW - time <= timedelta(days=7)}
    assert len(days) >= 7
    assert max(ages(stay)) >= timedelta(weeks=4)


def test_of_each_hour_and_day_the_last_one_stays():
    morning = NOW.replace(hour=11, minute=0)
    times = [morning + timedelta(minutes=n) for n in (0, 20, 40)]
    assert max(times) in kept([*times, NOW, NOW, NOW - timedelta(minutes=1)], NOW)
    yesterday = [one - timedelta(days=1) for one in times]
    newer = [NOW - timedelta(minutes=n) for n in range(4)]
    assert kept([*yesterday, *newer], NOW) == {max(yesterday), *newer}


moments = st.datetimes(datetime(2026, 1, 1), NOW + timedelta(days=3))  # noqa: DTZ001


@settings(max_examples=60, deadline=None)
@given(st.lists(moments, max_size=60))
def test_the_newest_stay_whatever_the_clock_said_and_pruning_twice_is_once(times):
    stay = kept(times, NOW)
    assert stay <= set(times)
    assert stay >= set(sorted(set(times))[-NEWEST:])
    assert kept(stay, NOW) == stay


def test_only_backups_of_this_workspace_are_removed(tmp_path):
    path = tmp_path / "西岭 镇.survey"
    old = NOW - timedelta(days=100)
    names = [f"西岭 镇-{old - timedelta(days=n):{STAMP}}.survey" for n in range(6)]
    strange = [
        f"西岭-{old:{STAMP}}.survey",
        f"西岭 镇-{old:{STAMP}}.docx",
        "西岭 镇-mine.survey",
        "notes.txt",
    ]
    for name in names + strange:
        (tmp_path / name).write_text("x")
    assert [one.name for one, _ in backups(tmp_path, path)] == names
    gone = prune(tmp_path, path, NOW)
    assert sorted(one.name for one in gone) == sorted(names[NEWEST:])
    left = {one.name for one in tmp_path.iterdir()}
    assert left == {*names[:NEWEST], *strange}
    assert prune(tmp_path / "nowhere", path, NOW) == []
