"""The demo county: its villages and, household by household, their changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.tasks.demo.history import WORKER, live, new_id
from surveytool.tasks.demo.names import MINORITY, RARE, TOWNSHIPS, village_titles
from surveytool.tasks.demo.pen import Pen
from surveytool.tasks.demo.people import AREA, Register, members
from surveytool.tasks.demo.scale import Scale
from surveytool.tasks.demo.welfare import MONITORED_SHARE, income, living, monitoring

START = "2023-11-20T09:00:00+08:00"
LIFTED_SHARE = 0.3
GROUP_SIZE = 28
HELPERS = ("谭东", "孙海", "夏兰", "何文", "吕静", "邓平")


@dataclass(frozen=True, slots=True)
class Place:
    """A village of the demo county."""

    code: str
    title: str
    township: str


def places(scale: Scale) -> list[Place]:
    """Return the villages in order of their codes (towns 100 on, villages 200 on)."""
    titles = village_titles()
    found = []
    for index in range(scale.villages):
        town = index * scale.townships // scale.villages
        code = f"{AREA}{100 + town:03d}{200 + index:03d}"
        repeat = index // len(titles)
        title = titles[index % len(titles)].replace("村", "一二三"[repeat - 1] + "村")
        title = title if repeat else titles[index % len(titles)]
        found.append(Place(code, title, TOWNSHIPS[town]))
    return found


def county(scale: Scale, dev: str, seed: int = 20261123) -> Iterator[Change]:
    """Yield every change of the county, each root's in the order of its history."""
    rng = Random(seed)  # noqa: S311 - a demo must come out the same
    register = Register()
    villages = places(scale)
    sizes = iter(scale.household_sizes(rng))
    counts = scale.village_sizes(rng)
    for place in villages:
        yield _village(place, dev)
    number = 0
    for place, count in zip(villages, counts, strict=True):
        for index in range(count):
            number += 1
            head = f"{AREA}{number:08d}"
            pen = Pen(Ref("household", new_id(rng)), dev)
            people = members(rng, next(sizes), register)
            _rename(people, number)
            _enrol(rng, pen, place, (head, index // GROUP_SIZE + 1), people)
            live(rng, pen, people, scale.years)
            yield from pen.changes


def _village(place: Place, dev: str) -> Change:
    fields = {
        "code": place.code, "title": place.title, "township": place.township,
        "county": "湄山县", "city": "安河市", "province": "示例省",
    }  # fmt: skip
    ref = Ref("village", place.code)
    return Change(ref, WORKER, dev, START, {ref: fields})


def _rename(people: list[dict[str, str]], number: int) -> None:
    """Give some heads the names that programs lose."""
    unusual = (*RARE, *MINORITY)
    if number % 97 == 3:  # noqa: PLR2004 - now and then
        people[0]["full_name"] = unusual[number // 97 % len(unusual)]


def _enrol(
    rng: Random,
    pen: Pen,
    place: Place,
    numbered: tuple[str, int],
    people: list[dict[str, str]],
) -> None:
    code, group = numbered
    kind = "lifted" if rng.random() < LIFTED_SHARE else "ordinary"
    watched = rng.random() < MONITORED_SHARE
    level = Decimal("0.5") if watched else Decimal("1.1")
    phone = f"1{rng.choice((35, 38, 59, 86, 99))}0000{rng.randrange(10000):04d}"
    fields = {
        "village": place.code, "code": code, "group": f"{group}组", "kind": kind,
        "size": str(len(people)), "year_size": str(len(people)), "phone": phone,
        "address": f"{place.township}{place.title}{group}组",
        "helper_name": rng.choice(HELPERS), "helper_unit": "县农业农村局",
        "no_labour": "no" if any(_works(one) for one in people) else "yes",
    }  # fmt: skip
    fields |= living(rng) | income(rng, people, level)
    if watched:
        fields |= monitoring(rng, kind)
    home = pen.root.id
    persons = {
        Ref("person", new_id(rng)): one | {"household": home, "number": f"{code}{one['order']:0>2}"}
        for one in people
    }
    pen.write(WORKER, START, {pen.root: fields} | persons)


def _works(person: dict[str, str]) -> bool:
    return person.get("labour") in ("normal", "skilled", "weak")
