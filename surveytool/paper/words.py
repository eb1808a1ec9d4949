"""Stored values in the words of official paper."""

from datetime import date

from surveytool.domain.dates import age_on, read_date, show_month
from surveytool.domain.entity import Entity
from surveytool.domain.id_number import read_id_number
from surveytool.domain.mask import mask_id, mask_phone
from surveytool.domain.money import half_up, read_amount, show
from surveytool.domain.vocabulary import fields, label

ID, PHONE = "id_number", "phone"
DIGITS = "〇一二三四五六七八九"
PRIVATE = {ID: mask_id, PHONE: mask_phone}


def long_date(text: str) -> str:
    """Return 2026-11-23 as 2026年11月23日; other text as it is."""
    day = read_date(text)
    if day is None:
        return text
    year, month, number = map(int, day.split("-"))
    return f"{year}年{month}月{number}日"


def chinese_date(text: str) -> str:
    """Return 2026-11-23 as 二〇二六年十一月二十三日; other text as it is."""
    day = read_date(text)
    if day is None:
        return text
    year, month, number = day.split("-")
    digits = "".join(DIGITS[int(digit)] for digit in year)
    return f"{digits}年{_below_hundred(int(month))}月{_below_hundred(int(number))}日"


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    before = "" if tens == 0 else f"{DIGITS[tens] if tens > 1 else ''}十"
    return before + (DIGITS[ones] if ones or not tens else "")


def wan_yuan(text: str) -> str:
    """Return 12345678 as 1,234.57万元, half-up; other text as it is."""
    amount = read_amount(text)
    return text if amount is None else f"{half_up(amount / 10_000):,.2f}万元"


def short_date(text: str) -> str:
    """Return 2026-03-01 as 2026.3.1; other text as it is."""
    day = read_date(text)
    return ".".join(str(int(part)) for part in day.split("-")) if day else text


def period(start: str, end: str) -> str:
    """Return 2026.3.1 over —2026.10.31, or the one date there is."""
    if not end:
        return short_date(start)
    return f"{short_date(start)}\n—{short_date(end)}".strip()


def yuan(text: str) -> str:
    """Return an amount with thousands separated; other text as it is."""
    amount = read_amount(text)
    return text if amount is None else show(amount)


def with_unit(text: str, unit: str) -> str:
    """Return an amount with its unit, nothing where it is not set."""
    return f"{yuan(text)}{unit}" if text else ""


def reads(entity: Entity, name: str, masks: frozenset[str] = frozenset()) -> str:
    """Return a field as paper shows it: labels, dates, amounts, masks."""
    value = entity.get(name)
    words = fields(entity.ref.kind).get(name)
    kind = words.type if words else "text"
    if not value or words is None:
        return value
    if kind in masks and kind in PRIVATE:
        return PRIVATE[kind](value)
    forms = {"money": yuan, "date": long_date, "month": show_month}
    return forms[kind](value) if kind in forms else label(words.kind, name, value)


def age(person: Entity, on: date) -> str:
    """Return the age in full years on a date, from the birth date or ID number."""
    born = person.get("birth")
    if not born:
        read = read_id_number(person.get(ID)).birth
        born = read.isoformat() if read else ""
    years = age_on(read_date(born) or "", on)
    return "" if years is None else str(years)


def health(person: Entity) -> str:
    """Return the states of health, with kind and grade of a disability."""
    words = label("person", "health", person.get("health"))
    detail = reads(person, "disability_kind") + reads(person, "disability_grade")
    return words.replace("残疾", f"残疾（{detail}）") if detail else words


def schooling(person: Entity) -> str:
    """Return the education, or for a pupil the grade."""
    return reads(person, "schooling") or reads(person, "education")


def work(person: Entity) -> str:
    """Return where a person works and for how many months, posts included."""
    months = person.get("work_months")
    away = [
        person.get("work_place") + person.get("work_employer"),
        f"{months}个月" if months not in {"", "0"} else "",
    ]
    post = person.get("public_post")
    post_months = person.get("public_post_months")
    parts = [
        "，".join(filter(None, away)),
        f"公益岗位：{post}" + (f"，{post_months}个月" if post_months else "")
        if post
        else "",
    ]
    return "；".join(filter(None, parts))


def support(person: Entity) -> str:
    """Return which living support a person has, nothing where none."""
    names = ("minimum_living", "extreme_poverty")
    had = [
        reads(person, name) for name in names if person.get(name) not in {"", "none"}
    ]
    return "\n".join(had)
