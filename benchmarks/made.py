"""A made-up county of any size, always the same, for measuring."""

import random
import uuid
from collections.abc import Iterator

from surveytool.domain.change import Change
from surveytool.domain.entity import Ref

HOUSEHOLDS, PERSONS, VILLAGES = 92_408, 423_850, 344
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉萍红玲建国华丹文辉"


def county(percent: int) -> Iterator[Change]:
    """Yield the first changes of a county's households, always the same."""
    chance = random.Random(2026)  # noqa: S311 - made-up people
    households = HOUSEHOLDS * percent // 100
    persons = PERSONS * percent // 100
    for n in range(households):
        size = persons * (n + 1) // households - persons * n // households
        yield household(chance, n, size)


def household(chance: random.Random, n: int, size: int) -> Change:
    """Return the change that brings a household into the workspace."""
    name = str(uuid.UUID(int=chance.getrandbits(128)))
    root = Ref("household", name)
    entities = {root: home(chance, n)}
    for order in range(size):
        ref = Ref("person", str(uuid.UUID(int=chance.getrandbits(128))))
        entities[ref] = person(chance, name, order)
    return Change(root, "县管理员", "d", "2026-11-23T09:00:00+08:00", entities)


def home(chance: random.Random, n: int) -> dict[str, str]:
    """Return the values of the nth household."""
    village = f"621202{n * VILLAGES // HOUSEHOLDS:06d}"
    return {
        "village": village,
        "group": f"{chance.randint(1, 9)}组",
        "code": f"62120200{n:08d}",
        "kind": chance.choice(("lifted", "ordinary")),
        "monitor_type": chance.choice(("",) * 28 + ("unstable", "marginal", "sudden")),
        "phone": f"139{chance.randrange(10**8):08d}",
        "bank": "甘肃省农村信用社",
        "bank_account": f"6217{chance.randrange(10**15):015d}",
        "floor_area": str(chance.randint(40, 200)),
        "safe_water": "yes",
        "toilet": chance.choice(("yes", "no")),
        "farmland": f"{chance.randint(0, 150) / 10}",
        "road_kind": "cement",
        "wage_income": str(chance.randint(0, 60000)),
        "business_income": str(chance.randint(0, 30000)),
        "transfer_income": str(chance.randint(0, 9000)),
        "net_income": str(chance.randint(9000, 90000)),
        "income_per_head": f"{chance.randint(5000, 40000)}.{chance.randint(0, 99):02d}",
        "helper_name": name_of(chance),
        "helper_unit": "武都区农业农村局",
    }


def person(chance: random.Random, household: str, order: int) -> dict[str, str]:
    """Return the values of a household's person."""
    year, month, day = (
        chance.randint(*ends) for ends in ((1940, 2024), (1, 12), (1, 28))
    )
    return {
        "household": household,
        "order": str(order + 1),
        "full_name": name_of(chance),
        "sex": chance.choice("12"),
        "birth": f"{year}-{month:02d}-{day:02d}",
        "id_type": "citizen",
        "id_number": f"621202{year}{month:02d}{day:02d}{chance.randrange(10**4):04d}",
        "relation": "son" if order else "head",
        "ethnicity": "01",
        "education": "primary",
        "schooling": "none",
        "health": "healthy",
        "labour": "ordinary",
        "medical_resident": "yes",
        "medical_serious": "yes",
        "pension": "yes",
        "phone": f"138{chance.randrange(10**8):08d}" if order % 2 else "",
    }


def name_of(chance: random.Random) -> str:
    """Return a name of two or three characters."""
    return chance.choice(SURNAMES) + "".join(
        chance.choices(GIVEN, k=chance.choice((1, 2, 2)))
    )
