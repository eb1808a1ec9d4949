"""What a row under the titles is: a person, a total, a repeated header."""

import re
from enum import Enum, auto

from surveytool.domain.characters import compact
from surveytool.ledgers.cell import Cell, Row
from surveytool.ledgers.header import Header

LONGEST_NOTE = 3
SURE_ID = 15
_TOTAL = re.compile(
    r"(?:本页|本村|全村|全乡|全镇|全县)?(?:合计|小计|总计|共计|累计|总数)"
)
_SIGNATURE = re.compile(
    r"(?:单位|部门|村委会)?(?:制表|填表|审核|复核|负责|填报|联系|统计|分管|经办|"
    r"打印|导出|截至|截止|签字|签章|盖章|备注|说明|注|数据来源)[^:]{0,8}(?:[:]|$)"
)
_TITLES = {"姓名", "成员姓名"}
_EXAMPLE = re.compile(r"(?:示例|例如|填写示例|填写说明|样例|例)(?::|$)")
_NOT_A_NAME = re.compile(r"[\d.,%人户]+|[A-Z]{1,2}|[甲乙丙丁戊己庚辛壬癸]")


class RowKind(Enum):
    """What a row is."""

    BLANK = auto()
    PERSON = auto()
    HEADER = auto()
    FOOTER = auto()
    STRAY = auto()


def row_kind(row: Row, header: Header) -> RowKind:
    """Tell what a row is, by its name, ID number and relation first."""
    filled = [compact(str(cell)) for cell in row if cell != ""]
    filled = [text for text in filled if text]
    if not filled:
        return RowKind.BLANK
    if _is_header(row, header):
        return RowKind.HEADER
    name, id_number, relation = _marks(row, header)
    if name in _TITLES or _EXAMPLE.match(filled[0]):
        return RowKind.HEADER
    if _is_footer(filled) and len(id_number) < SURE_ID:
        return RowKind.FOOTER
    if _is_person(name, id_number, relation, len(filled)):
        return RowKind.PERSON
    return RowKind.FOOTER if len(filled) <= LONGEST_NOTE else RowKind.STRAY


def _is_person(name: str, id_number: str, relation: str, filled: int) -> bool:
    is_named = bool(name) and not _NOT_A_NAME.fullmatch(name)
    is_related = bool(relation) and not _NOT_A_NAME.fullmatch(relation)
    return len(id_number) >= SURE_ID or is_related or (is_named and filled > 1)


def _marks(row: Row, header: Header) -> tuple[str, str, str]:
    found = {"person.full_name": "", "person.id_number": "", "person.relation": ""}
    for column in header.columns:
        if column.field in found and not found[column.field]:
            found[column.field] = compact(str(_cell(row, column.index)))
    name, id_number, relation = found.values()
    return name, id_number, relation


def _is_footer(filled: list[str]) -> bool:
    return any(_TOTAL.match(text) for text in filled) or bool(
        _SIGNATURE.match(filled[0])
    )


def _is_header(row: Row, header: Header) -> bool:
    same = sum(
        compact(str(_cell(row, column.index))) == compact(column.title)
        for column in header.columns
    )
    return same > 1 and same * 2 >= len(header.columns)


def _cell(row: Row, index: int) -> Cell:
    return row[index] if index < len(row) else ""
