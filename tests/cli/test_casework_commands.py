"""Casework at the command line, on a real county's file."""

import json

from county import CODE, HEAD
from openpyxl import Workbook

from surveytool.cli.root import run

PROFILE = """
[profile]
code = "own"
zh = "本县"
en = "Own"
based_on = "national"
[[rule]]
code = "two_here"
when = "count(person) = 2"
zh = "两人户"
en = "Two live here"
source = "县里试行"
"""


def said(capsys):
    return json.loads(capsys.readouterr().out)


def open_clues(capsys):
    return {one["clue"]: one for one in said(capsys)}


def test_a_clue_goes_from_entry_to_its_reason(office, capsys):
    file = office["c.db"]
    what = ("--channel", "cadre", "--content", "受伤", "--household", CODE)
    office.do("casework", "clue", file, *what)
    ref = capsys.readouterr().out.strip()
    assert run(["casework", "clues", file, "--json"]) == 1
    assert open_clues(capsys)[ref]["content"] == "受伤"
    state = ("--office", "village", "--state", "due", "--json")
    office.do("due", file, *state)
    steps = [one for one in said(capsys) if one.get("subject") == ref]
    assert [(one["step"], one["state"]) for one in steps] == [("visit", "due")]
    office.do("casework", "step", file, ref, "visit", "--evidence", "照片")
    capsys.readouterr()
    assert run(["casework", "step", file, ref, "township"]) == 3
    assert "村内公示" in capsys.readouterr().err
    ended = ("--result", "not_needed", "--reason", "已痊愈")
    office.do("casework", "close-clue", file, ref, *ended)
    capsys.readouterr()
    run(["casework", "clues", file, "--json"])
    assert ref not in open_clues(capsys)


def test_a_departments_list_becomes_clues_once(office, capsys):
    book = Workbook()
    sheet = book.active
    sheet.append(["医保局一季度预警"])
    sheet.append(["序号", "姓名", "证件号码", "预警内容", "推送日期"])
    sheet.append([1, HEAD, "11010119500307 0013", "自付较大", "2026.11.02"])
    sheet.append([2, "王大山", 110101195003070013, "自付较大", "不详"])
    book.save(office.folder / "list.xlsx")
    words = ("casework", "take-list", office["c.db"], office["list.xlsx"])
    assert run([*words, "--source", "医保局"]) == 1
    told = capsys.readouterr().err
    assert "末位已丢失" in told
    assert "线索 2 条，其中按证件号码找到农户 1 条" in told
    run([*words, "--source", "医保局"])
    assert "重复 2 条" in capsys.readouterr().err
    assert run(["casework", "clues", office["c.db"], "--json"]) == 1
    listed = [one for one in said(capsys) if one["channel"] == "department"]
    first, _ = sorted(listed, key=lambda one: one["received"])
    assert (first["received"], first["match"]) == ("2026-11-02", "id_number")
    assert first["household"]


def test_the_preview_names_the_households_and_changes_nothing(office, capsys):
    file = office["c.db"]
    own = office.folder / "own.toml"
    own.write_text(PROFILE, "utf-8")
    office.do("dump", file, "--json")
    before = capsys.readouterr().out
    assert run(["casework", "preview", file, str(own), "--json"]) == 1
    (found,) = said(capsys)
    assert found["code"] == CODE
    assert found["new"] == ["两人户"]
    assert run(["casework", "preview", file, "national"]) == 0
    capsys.readouterr()
    office.do("dump", file, "--json")
    assert capsys.readouterr().out == before


def test_a_draw_can_be_drawn_again(office, capsys):
    file, seed = office["c.db"], ("--seed", "2026-11 第3次会议", "--each", "1")
    office.do("casework", "draw", file, *seed)
    first = said(capsys)
    office.do("casework", "draw", file, *seed)
    assert said(capsys) == first
    assert len(first[0]["households"]) == 1
    assert run(["casework", "draw", file, "--seed", " "]) == 2


def test_coverage_and_cases(office, capsys):
    file = office["c.db"]
    office.do("casework", "coverage", file)
    assert said(capsys) == []
    case = ("--household", CODE, "--procedure", "elimination", "--reason", "稳定")
    office.do("casework", "open", file, *case)
    assert capsys.readouterr().out.startswith("case/")
