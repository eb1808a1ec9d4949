"""Quarantine, gaps, receipts and lost laptops at the command line."""

import json

import pytest
from county import CHECK, OTHER, Office, found_county, members, send, survey

from surveytool.cli.root import run


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    found_county(made)
    return made


def test_receipts_mistakes_and_a_lost_laptop(office, capsys):
    receipts_and_a_package_set_aside(office, capsys)
    a_lost_laptop_from_cut_to_release(office, capsys)


def receipts_and_a_package_set_aside(office, capsys):
    assert survey(office, "household_check", CHECK | members(2)) == 0
    send(office, "t.db", "县局", "up.stpack")
    office.do("package", "import", office["c.db"], office["up.stpack"])
    capsys.readouterr()
    office.do("package", "receipts", office["c.db"], "-o", office["r.xlsx"])
    assert "西岭镇\t上坪村\t2\t1" in capsys.readouterr().err
    office.do("package", "receipts", office["t.db"], "--mine")
    assert run(["package", "gaps", office["c.db"]]) == 0
    capsys.readouterr()
    office.do("package", "list", office["c.db"])
    (parcel,) = json.loads(capsys.readouterr().out)
    number = str(parcel["n"])
    office.do("package", "set-aside", office["c.db"], number, "--reason", "收错了")
    assert run(["package", "quarantine", office["c.db"]]) == 1
    office.do("verify", office["c.db"])
    office.do(
        "package",
        "decide-all",
        office["c.db"],
        "--by",
        "newest",
        "--reason",
        "以新为准",
    )


def a_lost_laptop_from_cut_to_release(office, capsys):
    assert survey(office, "household_check", CHECK, OTHER) == 1
    send(office, "t.db", "县局", "late.stpack")
    office.do("join", "revoke", office["c.db"], "西岭镇", "--reason", "电脑丢失")
    folder = office.folder / "stick"
    folder.mkdir()
    (office.folder / "late.stpack").rename(folder / "late.stpack")
    office.do("package", "import", office["c.db"], str(folder))
    assert "隔离" in capsys.readouterr().err
    assert run(["package", "quarantine", office["c.db"], "--json"]) == 1
    told = capsys.readouterr()
    held = json.loads(told.out)
    assert {one["reason"] for one in held} >= {"rights.revoked"}
    assert "挂失" in told.err
    name = held[0]["id"]
    assert run(["package", "release", office["c.db"], "zz", "--reason", "x"]) == 3
    office.do(
        "package", "reject", office["c.db"], name[:12], "--reason", "不是本人填的"
    )
    office.do("package", "release", office["c.db"], "all", "--reason", "已核对")
    assert run(["package", "quarantine", office["c.db"]]) == 0
    office.do("verify", office["c.db"])
    send_again = ["package", "export", office["c.db"], "--to", "西岭镇"]
    assert run([*send_again, "-o", office["x.stpack"]]) == 3
