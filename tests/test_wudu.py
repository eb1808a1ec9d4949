"""Wudu at the end of 2023, as published, at its real size."""

from datetime import date

import pytest

from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office, Role, Seat
from surveytool.tasks import figures
from surveytool.tasks.workspaces import create

INCLUDED = (4257, 15923)
ELIMINATED = (2645, 9880)
TYPES = ("unstable", "marginal", "sudden")
VILLAGES = tuple(f"6212021{n:05}" for n in range(40))


def sizes(households, persons):
    """Spread persons over households as evenly as whole people allow."""
    each, more = divmod(persons, households)
    return [each + (n < more) for n in range(households)]


def homes():
    open_ones = sizes(INCLUDED[0] - ELIMINATED[0], INCLUDED[1] - ELIMINATED[1])
    for n, size in enumerate(sizes(*ELIMINATED)):
        month = f"2023{n % 12 + 1:02}"
        yield size, {"risk_eliminated": "yes", "eliminated": month}
    for size in open_ones:
        yield size, {"risk_eliminated": "no"}


def enrolments(device):
    """Yield one change a household, and households that must not count."""
    for n, (size, more) in enumerate(homes()):
        root = Ref("household", f"w{n}")
        facts = {"size": str(size), "monitor_type": TYPES[n % 3]}
        facts |= {"village": VILLAGES[n % 40], "identified": f"202{n % 3 + 1}06"}
        yield enrolment(device, root, facts | more)
    for n in range(30):
        facts = {"size": "4", "village": VILLAGES[n]}
        yield enrolment(device, Ref("household", f"ordinary{n}"), facts)
        later = facts | {"monitor_type": "sudden", "identified": "202401"}
        yield enrolment(device, Ref("household", f"later{n}"), later)


def enrolment(device, root, facts):
    at = "2023-12-20T10:00:00+08:00"
    return Change(root=root, who="王敏", dev=device, at=at, set={root: facts})


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    seat = Seat(Office.COUNTY, Role.ADMINISTRATOR, "王敏", "武都区", "武都区")
    path = tmp_path_factory.mktemp("wudu") / "wudu.surveytool"
    desk = create(path, "武都 2023 年末", seat)
    desk.store.take(enrolments(desk.store.device_id))
    made = figures.report(desk, "elimination", date(2023, 12, 31))
    desk.close()
    return made


def test_the_published_figures_come_out(table):
    found = {one.name: str(one.value) for one in table.figures}
    assert found == {
        "included_households": "4257",
        "included_persons": "15923",
        "eliminated_households": "2645",
        "eliminated_persons": "9880",
        "elimination_rate": "62.05",
    }


def test_the_total_line_says_the_same_and_is_the_sum_of_its_rows(table):
    assert table.total[1:5] == ("4257", "15923", "2645", "9880")
    assert table.total[-1] == "62.05"
    for column, total in enumerate(table.total[1:-1], 1):
        assert sum(int(row[column]) for row in table.rows) == int(total)


def test_printed_for_a_terminal_every_figure_can_be_read(table):
    text = figures.as_text(table)
    for figure in ("4257", "15923", "2645", "9880", "62.05"):
        assert figure in text
