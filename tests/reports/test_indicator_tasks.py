from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office, Role, Seat
from surveytool.paper.preview import Preview
from surveytool.tasks import figures, indicators, ledgers, workspaces
from surveytool.tasks.demo.county import county
from surveytool.tasks.demo.scale import SCALES
from surveytool.tasks.indicators import NotFrozenError

PASSPHRASE = "湄山 2026 demo"  # noqa: S105 - opens a demo only
SEAT = Seat(Office.COUNTY, Role.ADMINISTRATOR, "钱卫东", "湄山县", "湄山县")
ON, LATER = date(2026, 11, 23), date(2026, 12, 31)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    path = tmp_path_factory.mktemp("figures") / "湄山县.survey"
    made = workspaces.create(path, PASSPHRASE, SEAT)
    made.store.take(county(SCALES["small"], made.store.device_id))
    made.clock = lambda: datetime.fromisoformat("2026-11-23T09:00:00+08:00")
    yield made
    made.close()


def test_every_report_of_a_day_says_the_same_of_what_they_share(desk):
    shared: dict[str, set[tuple[str, str]]] = {}
    for name, _ in figures.names():
        for one in figures.report(desk, name, ON).figures:
            said = (str(one.numerator), str(one.value))
            shared.setdefault(one.name, set()).add(said)
    assert {"elimination_rate", "included_persons"} <= set(shared)
    assert [name for name, said in shared.items() if len(said) > 1] == []


def test_the_list_behind_a_cell_are_households_of_the_workspace(desk):
    found = indicators.indicators(desk, ON)
    column = 1
    ids = indicators.behind(found, -1, column)
    assert len(ids) == int(found.table.total[column])
    assert all(desk.store.entity(Ref("household", one)) for one in ids)


def test_a_frozen_report_does_not_change_and_is_compared_and_rolled_forward(desk):
    table = figures.report(desk, "indicators", ON)
    indicators.freeze(desk, table, ON)
    watched = indicators.behind(indicators.indicators(desk, ON), -1, 1)
    root = Ref("household", watched[0])
    before = desk.store.entity(root).get("size")
    desk.write(root, {root: {"size": str(int(before) + 2)}})
    now = figures.report(desk, "indicators", LATER)
    assert indicators.thaw(desk, "indicators", ON.isoformat()).table == table
    assert indicators.frozen(desk, "indicators") == [ON.isoformat()]
    compared = indicators.compared(desk, now, LATER)
    persons = next(
        row for row in compared.rows if row[0].startswith("累计纳入监测人数")
    )
    assert persons[3] == "2"
    rolled = indicators.rolled_forward(desk, "indicators", LATER)
    assert rolled.rows[2] == ("加：自然增加", "0", "2")


def test_without_a_frozen_report_nothing_is_compared(desk):
    with pytest.raises(NotFrozenError):
        indicators.thaw(desk, "indicators", "1999-01-01")
    with pytest.raises(NotFrozenError):
        indicators.compared(desk, figures.report(desk, "risks", ON), ON)


@pytest.mark.parametrize("ending", ["xlsx", "pdf"])
def test_indicators_are_written_with_their_definitions(desk, tmp_path, ending):
    out = tmp_path / f"指标.{ending}"
    figures.write(desk, figures.report(desk, "indicators", ON), out)
    if ending == "pdf":
        with Preview(out) as preview:
            words = "".join(preview.text(n) for n in range(preview.page_count))
    else:
        rows = load_workbook(out).active.iter_rows(values_only=True)
        words = "".join(str(cell) for row in rows for cell in row if cell)
    assert "风险消除率" in words
    assert "四舍五入" in words


@pytest.mark.parametrize(
    "name", ["monitored", "measures", "problems", "visits", "clues"]
)
def test_every_ledger_is_written_from_the_workspace(desk, tmp_path, name):
    rows = ledgers.export(desk, name, tmp_path / "x.xlsx")
    sheet = load_workbook(tmp_path / "x.xlsx").active
    assert str(sheet["A1"].value).startswith("湄山县")
    assert ledgers.export(desk, name, tmp_path / "x.csv") == rows
    if name in ("monitored", "measures"):
        assert rows > 0


def test_a_ledger_of_one_village_is_smaller(desk, tmp_path):
    everyone = ledgers.export(desk, "people", tmp_path / "x.jsonl")
    village = desk.store.villages()[0]
    some = ledgers.export(desk, "people", tmp_path / "y.jsonl", village.id)
    assert 0 < some < everyone
    assert some == village.persons
