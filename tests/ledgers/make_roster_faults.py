"""Makes tests/data/roster-faults.xlsx: a small village with every usual fault.

Run it as a program to make the file again; all people in it are invented.
"""

import json
import random
from pathlib import Path

from openpyxl import Workbook
from roster_book import id_number

DATA = Path(__file__).resolve().parents[1] / "data"
TITLES = [
    "省（自治区、直辖市）",
    "市（州）",
    "县（市、区）",
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
    "民族",
    "政治面貌",
    "文化程度",
    "在校生状况",
    "健康状况",
    "劳动技能",
    "务工所在地",
    "务工时间（月）",
    "是否参加城乡居民基本医疗保险",
    "享受低保政策情况",
    "成员联系电话",
    "户联系电话",
    "银行卡号",
    "户类型",
    "监测对象类别",
    "识别监测时间",
    "致贫返贫风险1",
    "致贫返贫风险2",
    "风险是否已消除",
    "消除监测时间",
    "当前家庭人口数",
    "危房等级",
    "工资性收入（元）",
    "纯收入（元）",
    "人均纯收入（元）",
    "帮扶责任人姓名",
    "风险是否已消除",
]
HOUSEHOLDS = 24
TYPES = ("脱贫不稳定户", "边缘易致贫户", "突发严重困难户")
RELATIONS = ("户主", "配偶", "之子", "之女", "之父")
SURNAMES, GIVEN = "赵钱孙李周吴郑王", "安平和顺明亮春秋"
Row = dict[str, object]


def make() -> tuple[list[Row], dict[str, object]]:
    """Return the rows and what a right import counts."""
    dice = random.Random(2026)  # noqa: S311 - invented people, the same each time
    by_type: dict[str, list[int]] = {}
    rows: list[Row] = []
    for number in range(HOUSEHOLDS):
        members = 1 + number % 5
        household = _household(number, members, dice)
        kind = str(household["监测对象类别"])
        if kind:
            gone = household["风险是否已消除"] == "是"
            counts = by_type.setdefault(kind, [0, 0, 0, 0])
            for place, add in enumerate((1, members, gone, members * gone)):
                counts[place] += add
        rows += [household | _person(number, place, dice) for place in range(members)]
    faults = _spoil(rows)
    expect = {"households": HOUSEHOLDS, "persons": len(rows)} | faults
    return rows, expect | {"by_type": dict(sorted(by_type.items()))}


def _household(number: int, members: int, dice: random.Random) -> Row:
    second = number >= HOUSEHOLDS // 2
    kind = TYPES[number // 4 % 3] if number % 4 == 0 else ""
    gone = ("是" if number % 8 == 0 else "否") if kind else ""
    net = dice.randrange(800_000, 9_000_000) / 100
    return {
        "省（自治区、直辖市）": "甘肃省",
        "市（州）": "陇南市",
        "县（市、区）": "武都区",
        "乡（镇）": "清河镇",
        "行政村": "东坪村" if second else "西坪村",
        "行政村编码": "621202100291" if second else "621202100290",
        "自然村（组）": f"{1 + number % 4}组",
        "户编号": f"6212{number:010d}",
        "户联系电话": f"138{number:08d}",
        "银行卡号": f"621700000000000{number:04d}",
        "户类型": "脱贫户" if kind == TYPES[0] else "一般农户",
        "监测对象类别": kind,
        "识别监测时间": "202306" if kind else "",
        "致贫返贫风险1": "因病" if kind else "",
        "致贫返贫风险2": "缺劳动力" if kind and number % 3 == 0 else "",
        "风险是否已消除": gone,
        "消除监测时间": "202508" if gone == "是" else "",
        "当前家庭人口数": members,
        "危房等级": "AB"[number % 2],
        "工资性收入（元）": round(net / 2, 2),
        "纯收入（元）": net,
        "人均纯收入（元）": round(net / members, 2),
        "帮扶责任人姓名": "周安平",
    }


def _person(number: int, place: int, dice: random.Random) -> Row:
    relation = RELATIONS[place]
    is_woman = relation in ("配偶", "之女")
    year = {"户主": 1975, "配偶": 1977, "之父": 1948}.get(relation, 2012)
    day = f"{dice.randrange(1, 13):02d}{dice.randrange(1, 29):02d}"
    is_pupil = year > 2000
    serial = 2 * dice.randrange(1, 499) + (0 if is_woman else 1)
    return {
        "人编号": f"6212{number:010d}{place + 1:02d}",
        "姓名": dice.choice(SURNAMES) + dice.choice(GIVEN) + dice.choice(GIVEN),
        "性别": "女" if is_woman else "男",
        "出生日期": f"{year}-{day[:2]}-{day[2:]}",
        "证件类型": "居民身份证",
        "证件号码": id_number(serial, f"{year}{day}"),
        "与户主关系": relation,
        "民族": "汉族",
        "政治面貌": "群众",
        "文化程度": "" if is_pupil else "初中",
        "在校生状况": "小学" if is_pupil else "",
        "健康状况": "长期慢性病,残疾" if relation == "之父" else "健康",
        "劳动技能": "无劳动力" if is_pupil else "普通劳动力",
        "务工所在地": "省外" if relation == "之子" else "",
        "务工时间（月）": 7 if relation == "之子" else "",
        "是否参加城乡居民基本医疗保险": "是",
        "享受低保政策情况": "未享受",
    }


def _spoil(rows: list[Row]) -> dict[str, object]:
    """Put the faults in; return their counts."""
    wide = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
    writings = (" {}", "'{}", "{}\u00a0", '="{}"', "{}\u200b")
    for row, writing in enumerate(writings, 3):
        rows[row]["证件号码"] = writing.format(rows[row]["证件号码"])
    for row in (10, 11):
        rows[row]["证件号码"] = str(rows[row]["证件号码"]).translate(wide)
    for row in (14, 15):
        rows[row]["证件号码"] = float(str(rows[row]["证件号码"])[:17] + "0")
    text = str(rows[18]["证件号码"])
    rows[18]["证件号码"] = text[:17] + ("1" if text[17] != "1" else "2")
    text = str(rows[20]["证件号码"])
    rows[20]["证件号码"] = text[:6] + text[8:17]
    rows[24]["证件号码"] = rows[40]["证件号码"]
    _spoil_households(rows)
    rows[30]["姓名"], rows[31]["姓名"] = "扎西‧才让", "买买提．艾力"
    rows[33]["姓名"], rows[34]["姓名"], rows[35]["姓名"] = "张䶮", "马㭎", "李𬭸"
    return {
        "bad_id_lost_digits": 2,
        "bad_id_checksum": 1,
        "id_normalised": 7,
        "duplicate_person": 1,
        "no_head": 1,
        "two_heads": 1,
        "minority_dot": 2,
        "rare_name": 3,
        "footer_rows": 2,
        "id_15": 1,
    }


def _spoil_households(rows: list[Row]) -> None:
    heads = [row for row in rows if row["与户主关系"] == "户主"]
    heads[7]["与户主关系"] = "其他"
    last = next(row for row in rows if row["户编号"] == heads[13]["户编号"])
    other = rows[rows.index(last) + 1]
    other["与户主关系"] = "户主"


def write(path: Path) -> None:
    """Write the workbook with its title line and footers."""
    rows, _ = make()
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "人员信息"
    sheet.append(["武都区防止返贫监测信息明细表（截至2026年10月）"])
    sheet.append(TITLES)
    for row in rows:
        sheet.append([row.get(title, "") for title in TITLES])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    sheet.append(["合计", *[""] * 8, len(rows)])
    sheet.append(["制表人：周安平", "", "", "审核人：吴顺明"])
    book.save(path)


if __name__ == "__main__":
    write(DATA / "roster-faults.xlsx")
    expected = json.dumps(make()[1], ensure_ascii=False, indent=1)
    (DATA / "roster-faults.expect.json").write_text(expected + "\n", "utf-8")
