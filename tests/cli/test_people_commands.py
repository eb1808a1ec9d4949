"""Who works at a workspace, by command: let in, taken out, rescued, audited."""

import csv
import json
import re

import pytest

from surveytool.cli.root import run

FIRST, SECOND, THIRD = "first 口令 2026", "second 口令", "third 口令 2026"
SHORT = "short"


@pytest.fixture
def speak(monkeypatch, capsys):
    def speak(*words, code=0, **given):
        for name, value in given.items():
            monkeypatch.setenv(f"SURVEYTOOL_{name.upper()}", value)
        capsys.readouterr()
        assert run([str(one) for one in words]) == code
        said = capsys.readouterr()
        for name in given:
            monkeypatch.delenv(f"SURVEYTOOL_{name.upper()}")
        return said

    return speak


def test_people_come_are_rescued_and_leave(speak, tmp_path):
    path, audit = tmp_path / "w.db", tmp_path / "audit.csv"
    words = ["new", path, "--role", "county", "--operator", "王芳", "--county", "X"]
    assert "至少8个字符" in speak(*words, code=3, passphrase=SHORT).err
    made = speak(*words, passphrase=FIRST)
    code = made.out.strip()
    assert re.fullmatch(r"(\w{4}-){7}\w{4}", code)
    speak(
        *("workspace", "add", path, "李雪", "--as", "reader", "--village", "7"),
        passphrase=FIRST,
        new_passphrase=SECOND,
    )
    listed = speak("workspace", "operators", path, passphrase=SECOND, operator="李雪")
    assert {one["name"]: one["role"] for one in json.loads(listed.out)} == {
        "李雪": "reader",
        "王芳": "administrator",
    }
    for asked in (
        ("workspace", "remove", path, "王芳"),
        ("workspace", "audit", path, "-o", audit),
    ):
        said = speak(*asked, code=3, passphrase=SECOND, operator="李雪")
        assert "不是管理人员" in said.err
    speak("workspace", "recover", path, code=3, recovery=code, new_passphrase=SHORT)
    speak("workspace", "recover", path, recovery=code, new_passphrase=THIRD)
    speak("workspace", "remove", path, "李雪", passphrase=THIRD, operator="王芳")
    speak("workspace", "audit", path, "-o", audit, passphrase=THIRD)
    with audit.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    deeds = [one["操作"] for one in lines]
    for deed in ("添加操作员", "用恢复码打开", "移除操作员", "打开工作区"):
        assert deed in deeds
    assert {"王芳", "李雪"} >= {one["操作员"] for one in lines}
    speak("workspace", "copy", path, tmp_path / "copy.db")
    speak("workspace", "audit", tmp_path / "copy.db", "-o", tmp_path / "a.xlsx",
          passphrase=THIRD)  # fmt: skip
    assert (tmp_path / "a.xlsx").stat().st_size > 4000
