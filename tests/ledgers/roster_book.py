from pathlib import Path
from typing import Any

from openpyxl import Workbook

from surveytool.domain.id_number import check_digit
from surveytool.ledgers.people import Roster
from surveytool.ledgers.roster import read_roster

TITLES = [
    "乡（镇）",
    "行政村",
    "行政村编码",
    "自然村（组）",
    "户编号",
    "人编号",
    "姓名",
    "性别",
    "出生日期",
    "证件类型",
    "证件号码",
    "与户主关系",
    "户联系电话",
    "监测对象类别",
    "风险是否已消除",
    "当前家庭人口数",
]
PLACE = {
    "乡（镇）": "清河镇",
    "行政村": "上坪村",
    "行政村编码": "621202100200",
    "自然村（组）": "1组",
}


def id_number(serial: int = 1, birth: str = "19820904", county: str = "621202") -> str:
    first = f"{county}{birth}{serial:03d}"
    return first + check_digit(first)


def member(serial: int = 1, **cells: Any) -> dict[str, Any]:
    """One person; an even serial is a woman, as in the ID number."""
    own = {
        "户编号": "62120000000001",
        "姓名": f"张{'甲乙丙丁戊己庚辛壬癸'[serial % 10]}{'山水木火土'[serial % 5]}",
        "性别": "男" if serial % 2 else "女",
        "出生日期": "1982-09-04",
        "证件类型": "居民身份证",
        "证件号码": id_number(serial),
        "与户主关系": "户主" if serial == 1 else "之子",
    }
    return PLACE | own | cells


class Book:
    """A workbook under construction, in the shape counties send."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = Workbook()
        self.book.remove(self.book.worksheets[0])

    def sheet(
        self,
        persons: list[dict[str, Any]],
        *,
        titles: list[str] | None = None,
        name: str = "人员信息",
        above: tuple[list[Any], ...] = (),
        below: tuple[list[Any], ...] = (),
    ) -> Any:
        titles = TITLES if titles is None else titles
        sheet = self.book.create_sheet(name)
        rows = [*above, titles, *([one.get(t, "") for t in titles] for one in persons)]
        for number, row in enumerate([*rows, *below], 1):
            for column, value in enumerate(row, 1):
                if value not in ("", None):
                    cell = sheet.cell(number, column)
                    cell.value = value
                    if isinstance(value, str):
                        cell.data_type = "s"
        return sheet

    def read(self, **learnt: Any) -> Roster:
        self.book.save(self.path)
        return read_roster(self.path, **learnt)


def first_person(roster: Roster) -> dict[str, str]:
    return roster.households[0].persons[0].fields


def codes(roster: Roster) -> set[str]:
    return {problem.code for problem in roster.problems}
