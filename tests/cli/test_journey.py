"""The whole journey by commands on real files: roster to approval and back."""

import json

import pypdfium2
from county import CHECK, CODE, HEAD, PLAN, SON, members, send, survey
from openpyxl import load_workbook

from surveytool.cli.root import run


def printed_text(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


def dumped(office, workspace, capsys):
    capsys.readouterr()
    office.do("dump", office[workspace], "--json")
    return json.loads(capsys.readouterr().out)


def steps(state):
    found = [one for name, one in state.items() if "plan_approval" in json.dumps(one)]
    return json.dumps(found, ensure_ascii=False)


def carry(office, sender, receiver, *, to, package):
    send(office, sender, to, package)
    office.do("package", "import", office[receiver], office[package])


def test_from_the_roster_to_the_approved_plan_and_back(office, capsys):
    assert survey(office, "household_check", CHECK | members(2)) == 0
    assert survey(office, "assistance_plan", PLAN) == 0
    office.do(
        "print", office["t.db"], "plan_sheet", "--household", CODE,
        "-o", office["plan.pdf"],
    )  # fmt: skip
    on_paper = printed_text(office["plan.pdf"])
    assert HEAD in on_paper
    assert "小额信贷" in on_paper
    office.do(
        "print", office["t.db"], "check_sheet", "--village", "上坪村",
        "-o", office["village.pdf"],
    )  # fmt: skip
    assert SON in printed_text(office["village.pdf"])

    carry(office, "t.db", "c.db", to="县局", package="up1.stpack")
    office.do(
        "send-back", office["c.db"], "--household", CODE, "--reason", "金额请核实"
    )
    carry(office, "c.db", "t.db", to="西岭镇", package="down1.stpack")
    capsys.readouterr()
    office.do("due", office["t.db"])
    assert "退回" in capsys.readouterr().err

    better = {"/data/measure[1]/measure_page/amount": "20000"}
    assert survey(office, "assistance_plan", better) == 0
    carry(office, "t.db", "c.db", to="县局", package="up2.stpack")
    capsys.readouterr()
    office.do("approve", office["c.db"])
    assert "通过 1 份" in capsys.readouterr().err
    office.do("approve", office["c.db"])
    assert "通过 0 份" in capsys.readouterr().err

    out = ("--on", "2026-12-31", "-o", office["rate.xlsx"], "--json")
    office.do("report", office["c.db"], "elimination", *out)
    figures = json.loads(capsys.readouterr().out)["figures"]
    assert [one["value"] for one in figures][:4] == ["2", "3", "0", "0"]
    cells = [
        str(cell)
        for row in load_workbook(office["rate.xlsx"]).active.values
        for cell in row
    ]
    assert any("风险消除" in cell for cell in cells)

    carry(office, "c.db", "t.db", to="西岭镇", package="down2.stpack")
    county, township = (dumped(office, one, capsys) for one in ("c.db", "t.db"))
    assert county == township
    assert "passed" in steps(township)
    assert run(["verify", office["t.db"]]) == 0
    assert run(["conflicts", office["c.db"]]) == 0
