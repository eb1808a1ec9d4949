"""A county and a township at the command line, with files in one folder."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from surveytool.cli.root import run

PASSPHRASE = "青山 不老 绿水 长流"  # noqa: S105 - of test files only
TITLES = (
    "乡镇", "行政村", "村编码", "组", "户编号", "姓名", "与户主关系", "证件号码",
    "户类型", "监测对象类别", "识别监测时间", "致贫返贫风险", "家庭人口数",
)  # fmt: skip
VILLAGE = ("西岭镇", "上坪村", "621202101201")
HEAD, SON = "马文山", "马小河"
CODE, OTHER = "3001", "3002"
PEOPLE = (
    ("一组", CODE, HEAD, "户主", "110101195003070013"),
    ("一组", CODE, SON, "子", "110101198001010037"),
    ("二组", OTHER, "李桂兰", "户主", "110101196005050029"),
)


def write_roster(path: Path) -> Path:
    """Write a roster of two households in one village."""
    book = Workbook()
    sheet = book.active
    sheet.append(TITLES)
    for group, code, name, relation, number in PEOPLE:
        row = (*VILLAGE, group, code, name, relation, number)
        watch = (
            "脱贫户",
            "脱贫不稳定户",
            "202301",
            "因病",
            "2" if code == CODE else "1",
        )
        sheet.append(row + watch)
    book.save(path)
    return path


MEMBER = {
    "identity/sex": "1",
    "identity/birth": "1980-01-01",
    "learning/at_school": "no",
    "learning/education": "primary",
    "learning/health": "healthy",
    "learning/labour": "normal",
    "insurance/medical_resident": "yes",
    "insurance/medical_employee": "no",
}


def members(count: int) -> dict[str, str]:
    """Return the answers on so many members of a household."""
    return {
        f"/data/member[{number}]/{name}": answer
        for number in range(1, count + 1)
        for name, answer in MEMBER.items()
    }


CHECK = {
    "/data/visit/investigators": "李敏 张强",
    "/data/home/housing_grade": "A",
    "/data/water/water_quantity": "yes",
    "/data/water/water_quality": "yes",
    "/data/water/water_access": "yes",
    "/data/water/water_reliability": "yes",
    "/data/assets/own_capacity": "partly",
    "/data/conclude/conclusion": "keep",
    "/data/conclude/conclusion_reason": "收入低于监测线",
}
PLAN = {
    "/data/situation/risks": "illness",
    "/data/analysis_page/analysis": "因病支出大",
    "/data/analysis_page/goal": "稳定收入",
    "/data/measure_count": "1",
    "/data/measure[1]/measure_page/class": "finance",
    "/data/measure[1]/measure_page/risk": "illness",
    "/data/measure[1]/measure_page/content": "小额信贷",
    "/data/measure[1]/measure_page/amount": "30000",
    "/data/measure[1]/measure_page/unit": "县农业农村局",
    "/data/measure[1]/measure_page/responsible": "李敏",
    "/data/measure[1]/measure_page/starts": "2026-12-01",
    "/data/measure[1]/measure_page/ends": "2029-11-30",
    "/data/agreement/agreed": "yes",
    "/data/agreement/maker": "李敏",
}


@dataclass
class Office:
    """A folder in which commands are run; files are named without it."""

    folder: Path
    capsys: Any = None

    def __getitem__(self, name: str) -> str:
        return str(self.folder / name)

    def answers(self, name: str, content: Any) -> str:
        """Write a JSON file and return its path."""
        path = self.folder / name
        path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
        return str(path)

    def do(self, *words: str) -> None:
        """Run a command that must succeed."""
        assert run(words) == 0, words


def found_county(office: Office) -> None:
    """Make a county with its roster, and a township that has joined it."""
    roster = str(write_roster(office.folder / "roster.xlsx"))
    seat = ("--title", "县局", "--county", "西和县")
    office.do("new", office["c.db"], "--role", "county", "--operator", "王敏", *seat)
    office.do("roster", "import", office["c.db"], roster)
    place = ("--title", "西岭镇")
    office.do("new", office["t.db"], "--role", "township", "--operator", "李敏", *place)
    office.do("join", "card", office["c.db"], "-o", office["c.stcard"])
    office.do(
        "join", "request", office["t.db"],
        "--county", office["c.stcard"], "-o", office["t.stjoin"],
    )  # fmt: skip
    office.do("join", "accept", office["c.db"], office["t.stjoin"])
    send(office, "c.db", "西岭镇", "down.stpack")
    office.do("package", "import", office["t.db"], office["down.stpack"])


def send(office: Office, sender: str, receiver: str, package: str) -> None:
    """Write a package."""
    office.do(
        "package", "export", office[sender], "--to", receiver, "-o", office[package]
    )


def survey(office: Office, form: str, content: Any, household: str = CODE) -> int:
    """Fill in a form at the township; returns the exit code."""
    told = office.answers(f"{form}.json", content)
    return run(
        [
            "survey",
            office["t.db"],
            "--household",
            household,
            "--form",
            form,
            "--answers",
            told,
        ]
    )
