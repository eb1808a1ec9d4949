"""What commands answer: exit codes, JSON, and sentences instead of tracebacks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from county import CHECK, OTHER, members, survey

from surveytool.cli.root import run

ROOT = Path(__file__).parents[2]


def dump(office, capsys):
    capsys.readouterr()
    assert run(["dump", office["t.db"], "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(words, capsys, code):
    """Run a command that must be refused in both languages; returns its words."""
    capsys.readouterr()
    assert run([str(one) for one in words]) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    chinese, english = said.err.strip().split("\n")[:2]
    assert any("一" <= letter <= "鿿" for letter in chinese)
    assert english.isascii() or "“" in english or "/" in english
    return said.err


def test_a_second_import_changes_nothing_and_says_so_in_json(office, capsys):
    capsys.readouterr()
    words = ["roster", "import", office["c.db"], office["roster.xlsx"], "--json"]
    assert run(words) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["households"], said["persons"], said["taken_in"]) == (2, 3, True)
    assert said["changes"] == {
        "new_households": 0, "new_persons": 0, "changed": 0,
        "asking": 0, "missing": 0, "unchanged": 2,
    }  # fmt: skip
    assert said["findings"] == []


def test_a_roster_with_faults_is_tried_without_changing_anything(office, capsys):
    before = dump(office, capsys)
    faults = str(ROOT / "tests" / "data" / "roster-faults.xlsx")
    out = ["--dry-run", "--errors", office["errors.xlsx"], "--json"]
    assert run(["roster", "import", office["t.db"], faults, *out]) == 1
    said = json.loads(capsys.readouterr().out)
    told = (ROOT / "tests" / "data" / "roster-faults.expect.json").read_text("utf-8")
    assert {name: said[name] for name in json.loads(told)} == json.loads(told)
    assert said["taken_in"] is False
    assert Path(office["errors.xlsx"]).stat().st_size > 0
    assert dump(office, capsys) == before


def test_a_damaged_package_is_refused_and_changes_nothing(office, capsys):
    before = dump(office, capsys)
    whole = bytearray(Path(office["down.stpack"]).read_bytes())
    whole[len(whole) // 2] ^= 1
    damaged = Path(office["damaged.stpack"])
    damaged.write_bytes(whole)
    assert run(["package", "import", office["t.db"], str(damaged), "--json"]) == 3
    said = capsys.readouterr()
    assert len(json.loads(said.out)) == 1
    assert "Traceback" not in said.err
    assert dump(office, capsys) == before


def test_a_package_taken_twice_is_only_repeated(office, capsys):
    before = dump(office, capsys)
    assert run(["package", "import", office["t.db"], office["down.stpack"]]) == 0
    assert "新变更 0 条" in capsys.readouterr().err
    assert dump(office, capsys) == before


def test_the_wrong_passphrase_is_refused(tmp_path, capsys, monkeypatch):
    own = str(tmp_path / "own.db")  # after a wrong one, the next try has to wait
    assert run(["new", own, "--role", "township", "--operator", "李敏"]) == 0
    monkeypatch.setenv("SURVEYTOOL_PASSPHRASE", "另一个口令")
    assert "口令不正确" in refused(["verify", own], capsys, 3)


def test_unfinished_answers_are_findings_and_stay_a_draft(office, capsys):
    some = {name: CHECK[name] for name in list(CHECK)[:3]}
    assert survey(office, "household_check", some, household=OTHER) == 1
    assert "草稿" in capsys.readouterr().err
    rest = {name: CHECK[name] for name in list(CHECK)[3:]} | members(1)
    assert survey(office, "household_check", rest, household=OTHER) == 0


def test_what_is_not_there_is_wrong_use(office, capsys):
    told = office.answers("none.json", {})
    form = ["--form", "household_check", "--answers", told]
    at = ["survey", office["t.db"], "--household"]
    assert "999" in refused([*at, "999", *form], capsys, 2)
    refused(["verify", office["nothing.db"]], capsys, 2)
    refused(["report", office["t.db"], "odd"], capsys, 2)
    refused(["report", office["t.db"], "risks", "--on", "2026-13-01"], capsys, 2)
    docx = ["report", office["t.db"], "risks", "-o", office["r.docx"]]
    refused(docx, capsys, 2)
    assert not Path(office["r.docx"]).exists()


@pytest.mark.parametrize(
    "words",
    [
        ["verify", "roster.xlsx"],
        ["restore", "roster.xlsx", "new.db"],
        ["package", "inspect", "roster.xlsx"],
        ["join", "request", "t.db", "--county", "roster.xlsx", "-o", "x.stjoin"],
        ["roster", "import", "c.db", "down.stpack"],
        ["form", "trace", "roster.xlsx"],
        ["form", "trace", "roster.xlsx", "--actions", "down.stpack"],
    ],
    ids=" ".join,
)
def test_another_file_than_was_meant_is_refused(office, words, capsys):
    there = [office[one] if "." in one else one for one in words]
    refused(there, capsys, 3)
    assert not Path(office["new.db"]).exists()


def test_answers_that_are_no_answers_are_refused_before_anything(office, capsys):
    path = office.answers("list.json", [1])
    at = ["survey", office["t.db"], "--household", OTHER, "--form", "household_check"]
    refused([*at, "--answers", path], capsys, 3)
    before = dump(office, capsys)
    odd = office.answers("odd.json", {**CHECK, "/data/nowhere": "1"})
    refused([*at, "--answers", odd], capsys, 3)
    assert dump(office, capsys) == before


def test_a_restored_backup_holds_the_same(office, capsys):
    assert run(["backup", office["c.db"]]) == 0
    copy = max(Path(office["c.db.backups"]).iterdir())
    assert run(["restore", str(copy), office["again.db"]]) == 0
    capsys.readouterr()
    assert run(["dump", office["again.db"]]) == 0
    restored = json.loads(capsys.readouterr().out)
    assert run(["dump", office["c.db"]]) == 0
    assert json.loads(capsys.readouterr().out) == restored


def test_the_ledger_written_out_changes_nothing_when_read_again(office, capsys):
    out = ["ledger", "export", office["t.db"], "roster", "-o", office["ledger.xlsx"]]
    assert run(out) == 0
    capsys.readouterr()
    back = ["roster", "import", office["t.db"], office["ledger.xlsx"], "--dry-run"]
    run([*back, "--json"])
    said = json.loads(capsys.readouterr().out)
    assert said["changes"]["unchanged"] == 2
    assert said["differences"] == []


def test_a_form_can_be_checked_and_tried(office, capsys):
    assert run(["form", "check", office["roster.xlsx"]]) == 1
    actions = office.answers("actions.json", [])
    form = str(ROOT / "forms" / "household_check.xml")
    capsys.readouterr()
    words = ["form", "trace", form, "--actions", actions]
    assert run([*words, "--now", "2026-11-23T09:00"]) == 0
    assert json.loads(capsys.readouterr().out)["form"] == "household_check"


def test_the_program_itself_starts_and_ends_with_the_code(tmp_path):
    def start(*words):
        return subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *words],
            capture_output=True, check=False, cwd=tmp_path, env=dict(os.environ),
        )  # fmt: skip

    told = start("--help")
    assert told.returncode == 0
    assert b"roster" in told.stdout
    made = start("new", "甲.surveytool", "--role", "township", "--operator", "李敏")
    assert made.returncode == 0
    assert (tmp_path / "甲.surveytool").is_file()
    assert start("new", "甲.surveytool", "--role", "nobody").returncode == 2


def test_an_answer_that_is_no_choice_is_refused_before_anything(office, capsys):
    before = dump(office, capsys)
    odd = office.answers("no_choice.json", CHECK | {"/data/home/housing_grade": "Z"})
    at = ["survey", office["t.db"], "--household", OTHER, "--form", "household_check"]
    assert "Z" in refused([*at, "--answers", odd], capsys, 3)
    assert dump(office, capsys) == before


def test_our_own_forms_have_nothing_wrong():
    for name in ("household_check", "assistance_plan"):
        assert run(["form", "check", str(ROOT / "forms" / f"{name}.xlsx")]) == 0
