from datetime import datetime

import pytest
from openpyxl import Workbook

from surveytool.domain.seat import Office, Role, Seat
from surveytool.tasks import rosters, workspaces
from surveytool.tasks.rosters import UnknownFieldError

SEAT = Seat(Office.TOWNSHIP, Role.SURVEYOR, "赵志远", "西岭镇", "湄山县")


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "西岭镇.survey"
    made = workspaces.create(path, "湄山 2026 demo", SEAT)
    made.clock = lambda: datetime.fromisoformat("2026-11-23T09:00:00+08:00")
    yield made
    made.close()


def roster(path):
    book = Workbook()
    book.active.append(["行政村", "户编号", "花名", "与户主关系", "身份证号"])
    book.active.append(["一村", "001", "赵甲", "户主", "110101195003070013"])
    book.save(path)
    return path


def test_a_learnt_title_is_remembered_and_can_be_forgotten(desk, tmp_path):
    path = roster(tmp_path / "x.xlsx")

    def names():
        (household,) = rosters.preview(desk, path).roster.households
        return household.persons[0].get("full_name")

    assert names() == ""
    rosters.learn(desk, "花名", "person.full_name")
    assert names() == "赵甲"
    rosters.learn(desk, "花名", "")
    assert rosters.learnt(desk) == {}
    assert names() == ""


def test_a_title_cannot_stand_for_a_field_that_is_not(desk):
    with pytest.raises(UnknownFieldError):
        rosters.learn(desk, "花名", "person.nickname")
