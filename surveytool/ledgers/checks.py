"""What the households of a file say against themselves; listed, never refused."""

from collections.abc import Iterable, Iterator

from surveytool.domain.dates import read_date
from surveytool.domain.id_number import read_id_number, sex_in
from surveytool.domain.problem import Problem, Severity
from surveytool.ledgers.people import RosterHousehold, RosterPerson
from surveytool.ledgers.places import Places

MONTHS = 12
CARD_LENGTHS = {20, 22}
CARRYING_ID = {"", "citizen", "disability"}


def household_problems(
    household: RosterHousehold, places: Places, *, has_relation: bool
) -> Iterator[Problem]:
    """Yield what is wrong with a household and each of its persons."""
    if has_relation:
        yield from _head_problems(household, places)
    yield from _size_problems(household, places)
    for person in household.persons:
        yield from _person_problems(person, places)


def count_heads(household: RosterHousehold) -> int:
    """Return how many persons of a household are its head."""
    return sum(person.get("relation") == "head" for person in household.persons)


def _head_problems(household: RosterHousehold, places: Places) -> Iterator[Problem]:
    heads = [one for one in household.persons if one.get("relation") == "head"]
    if len(heads) == 1:
        return
    at = heads[1] if heads else household.persons[0]
    names = "、".join(one.get("full_name") for one in heads)
    code = "roster.two_heads" if heads else "roster.no_head"
    yield places.of(at, "person.relation").problem(
        code, names, severity=Severity.ERROR, household=household.get("code")
    )


def _size_problems(household: RosterHousehold, places: Places) -> Iterator[Problem]:
    size = household.get("size")
    rows = str(len(household.persons))
    if size and size != rows:
        yield places.of(household.persons[0], "household.size").problem(
            "roster.size", size, rows=rows, household=household.get("code")
        )


def _person_problems(person: RosterPerson, places: Places) -> Iterator[Problem]:
    yield from _identity_problems(person, places)
    if person.get("education") and person.get("schooling"):
        yield places.of(person, "person.education").problem(
            "roster.education_and_schooling", name=person.get("full_name")
        )
    yield from _work_problems(person, places)
    if not person.get("full_name"):
        yield places.of(person, "person.full_name").problem("roster.no_name")
    card = person.get("disability_card")
    if card and len(card) not in CARD_LENGTHS:
        yield places.of(person, "person.disability_card").problem(
            "roster.disability_card", card
        )


def _identity_problems(person: RosterPerson, places: Places) -> Iterator[Problem]:
    number, birth, sex = map(person.get, ("id_number", "birth", "sex"))
    if birth.replace("-", "") == number[6:14] and sex == sex_in(number):
        return
    if not number:
        if not person.get("id_original"):
            yield places.of(person, "person.id_number").problem(
                "roster.no_id", name=person.get("full_name"), severity=Severity.NOTE
            )
        return
    if person.get("id_type") not in CARRYING_ID:
        return
    read = read_id_number(number)
    if read.fault or not read.birth:
        return
    if read_date(birth) and birth != read.birth.isoformat():
        yield places.of(person, "person.birth").problem(
            "roster.birth", birth, in_id=read.birth.isoformat()
        )
    if sex in {"1", "2"} and sex != read.sex:
        yield places.of(person, "person.sex").problem(
            "roster.sex", "男" if sex == "1" else "女"
        )


def _work_problems(person: RosterPerson, places: Places) -> Iterator[Problem]:
    months, at = person.get("work_months"), person.get("work_place")
    for name in ("work_months", "public_post_months"):
        value = person.get(name)
        if value.isdecimal() and int(value) > MONTHS:
            yield places.of(person, f"person.{name}").problem("roster.months", value)
    worked = months not in {"", "0"}
    if bool(at) != worked and places.has(person, "person.work_place"):
        code = "roster.place_without_months" if at else "roster.months_without_place"
        field = "person.work_place" if at else "person.work_months"
        yield places.of(person, field).problem(code, at or months)


def repeated(
    households: Iterable[RosterHousehold], name: str
) -> dict[str, list[tuple[RosterHousehold, RosterPerson]]]:
    """Return the values of a person field that stand on more than one row."""
    found: dict[str, list[tuple[RosterHousehold, RosterPerson]]] = {}
    for household in households:
        for person in household.persons:
            if value := person.get(name):
                found.setdefault(value, []).append((household, person))
    return {value: rows for value, rows in found.items() if len(rows) > 1}


def repetition_problems(
    name: str,
    rows: dict[str, list[tuple[RosterHousehold, RosterPerson]]],
    places: Places,
) -> Iterator[Problem]:
    """Yield one finding for every row on which another row's number stands."""
    code = "roster.duplicate_person" if name == "id_number" else "roster.number_twice"
    for value, found in rows.items():
        for household, person in found:
            others = [one for one in found if one[1] is not person]
            same = any(other is household for other, _ in others)
            yield places.of(person, f"person.{name}").problem(
                "roster.person_twice" if same and name == "id_number" else code,
                value,
                name=person.get("full_name"),
                others="、".join(f"{one.sheet}第{one.row}行" for _, one in others),
                severity=Severity.ERROR,
            )
