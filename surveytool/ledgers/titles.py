"""Titles of columns, as counties write them, and the fields they stand for."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from surveytool.domain.characters import compact
from surveytool.domain.vocabulary import fields

KINDS = ("village", "household", "person")
HEAD_NAME = "head.full_name"
HEAD_ID = "head.id_number"
HEAD_TITLES = {
    "户主姓名": HEAD_NAME,
    "户主": HEAD_NAME,
    "户主证件号码": HEAD_ID,
    "户主身份证号": HEAD_ID,
    "户主身份证号码": HEAD_ID,
    "户主证件号": HEAD_ID,
}
GENERIC = frozenset({"order", "number", "size", "kind", "group", "code", "title"})
OLD_MARK = "旧指标"
_BRACKETS = str.maketrans("【】[]〔〕{}﹙﹚", "()()()()()")
_NOISE = re.compile(r"[*#:;'\"“”_]|\((?:必填|选填|必填项|下拉选择|旧指标)\)")
_UNIT = re.compile(
    r"\((?:元|元/年|万元|亩|平方米|㎡|m2|公里|千米|km|人|个|周岁|"
    r"是/否|男/女|yyyymm|yyyy-mm-dd|年月日|年月)\)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,3}[.、](?=\D)")
_REPEATED = re.compile(r"(?:0|[.]\d)$")


class Meaning(NamedTuple):
    """The field that a title stands for, and how far to trust the column."""

    field: str
    is_old: bool = False


def plain_title(text: str) -> str:
    """Return a title without blanks, line breaks, markers and bracket widths."""
    title = compact(text).translate(_BRACKETS)
    return _NUMBERED.sub("", _NOISE.sub("", title))


def with_learnt(learnt: Mapping[str, str]) -> Mapping[str, str]:
    """Return the known titles and a county's own, which go first."""
    own = {plain_title(title): field for title, field in learnt.items()}
    return {**known_titles(), **own}


def meaning(text: str, known: Mapping[str, str]) -> Meaning | None:
    """Return the field that a title stands for, None where it is not known."""
    title = plain_title(text)
    if not title:
        return None
    for writing in _writings(title):
        if writing in known:
            return Meaning(known[writing], is_old=OLD_MARK in compact(text))
    return None


def _writings(title: str) -> Iterator[str]:
    yield title
    if "/" in title:  # ODK Central and Kobo put the group before: 家庭/户编号
        yield title.rpartition("/")[2]
    yield _UNIT.sub("", title)
    once = _REPEATED.sub("", title)
    yield once
    yield _UNIT.sub("", once)


@cache
def known_titles() -> Mapping[str, str]:
    """Return every plain title of the vocabulary with its field, kind.name."""
    known = {plain_title(title): field for title, field in HEAD_TITLES.items()}
    for kind in KINDS:
        for name, words in fields(kind).items():
            for title in words.titles:
                known.setdefault(plain_title(title), f"{kind}.{name}")
    return dict(_own_names()) | known


def _own_names() -> Iterator[tuple[str, str]]:
    """Name the fields that forms export under our own names: full_name, birth."""
    kinds = [(name, kind) for kind in KINDS for name in fields(kind)]
    for name, kind in kinds:
        is_alone = [one for one, _ in kinds].count(name) == 1
        if is_alone and name not in GENERIC:
            yield plain_title(name), f"{kind}.{name}"
