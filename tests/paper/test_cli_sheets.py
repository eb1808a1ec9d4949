from datetime import datetime

import pytest

from surveytool.cli.root import run
from surveytool.domain.seat import Office, Role, Seat
from surveytool.tasks import workspaces
from surveytool.tasks.demo.county import county
from surveytool.tasks.demo.scale import SCALES

PASSPHRASE = "湄山 2026 demo"  # noqa: S105 - opens a demo only
SEAT = Seat(Office.TOWNSHIP, Role.SURVEYOR, "赵志远", "西岭镇", "湄山县")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    path = tmp_path_factory.mktemp("命令") / "西岭镇.survey"
    desk = workspaces.create(path, PASSPHRASE, SEAT)
    desk.store.take(county(SCALES["small"], desk.store.device_id))
    desk.clock = lambda: datetime.fromisoformat("2026-11-23T09:00:00+08:00")
    desk.close()
    return path


@pytest.fixture(autouse=True)
def passphrase(monkeypatch):
    monkeypatch.setenv("SURVEYTOOL_PASSPHRASE", PASSPHRASE)


def test_sheets_and_ledgers_are_listed(workspace, capsys):
    assert run(["sheets", str(workspace)]) == 0
    assert run(["ledger", "list", str(workspace)]) == 0
    said = capsys.readouterr().out
    assert "notice\t公示" in said
    assert "monitored\t监测对象台账" in said


def test_a_village_s_notice_is_printed_and_written_as_word(workspace, tmp_path):
    pdf, word = tmp_path / "公示.pdf", tmp_path / "公示.docx"
    for out in (pdf, word):
        order = ["print", str(workspace), "notice", "--village", "西坪村"]
        assert run([*order, "-o", str(out)]) == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    assert word.read_bytes().startswith(b"PK")


def test_a_blank_form_on_a3_with_a_watermark(workspace, tmp_path):
    out = tmp_path / "a.pdf"
    order = ["print", str(workspace), "consent", "--blank", "--paper", "a3"]
    assert run([*order, "--watermark", "样表", "-o", str(out)]) == 0
    assert out.stat().st_size > 0


def test_a_report_is_kept_shown_again_and_compared(workspace, capsys):
    now = ["report", str(workspace), "indicators", "--on"]
    assert run([*now, "2026-10-31", "--freeze"]) == 0
    first = capsys.readouterr().out
    assert run([*now, "2026-11-23", "--frozen", "2026-10-31"]) == 0
    assert capsys.readouterr().out == first
    assert run([*now, "2026-11-23", "--compare"]) == 0
    assert "增减" in capsys.readouterr().out
    assert run([*now, "2026-11-23", "--roll-forward"]) == 0
    assert "期末累计" in capsys.readouterr().out


def test_a_comparison_without_a_kept_report_is_wrong_use(workspace, capsys):
    assert run(["report", str(workspace), "risks", "--compare"]) == 2
    assert "存档" in capsys.readouterr().err
