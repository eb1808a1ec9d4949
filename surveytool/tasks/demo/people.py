"""The members of a household: who lives together, how old, how they fare."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from surveytool.domain.id_number import check_digit
from surveytool.tasks.demo.names import person_name

AREA = "620599"  # no county has this code in GB/T 2260: no number is a real person's
TODAY = date(2026, 11, 23)
SCHOOL_AGE, WORK_AGE, OLD_AGE = 6, 16, 60

# relation to the head, usual sex, years older than the head
RELATIONS = (
    ("head", 1, (0, 1)),
    ("spouse", 2, (-4, 3)),
    ("son", 1, (-28, -22)),
    ("daughter", 2, (-32, -24)),
    ("daughter_in_law", 2, (-30, -24)),
    ("grandson", 1, (-54, -48)),
    ("mother", 2, (20, 26)),
    ("granddaughter", 2, (-56, -50)),
)
HEAD_AGES, OLDEST = (32, 74), 96
GRADES = {
    12: "grade_7", 13: "grade_8", 14: "grade_9", 15: "senior_1", 16: "senior_2",
    17: "senior_3", 18: "college_1", 19: "bachelor_2", 20: "bachelor_3",
}  # fmt: skip


@dataclass(slots=True)
class Register:
    """Issues ID numbers, none of them twice."""

    last: dict[str, int] = field(default_factory=dict)

    def issue(self, born: date, sex: str) -> str:
        """Return the next free number of a day; raises IndexError after 499."""
        key = f"{born:%Y%m%d}{sex}"
        self.last[key] = self.last.get(key, 0) + 1
        sequence = self.last[key] * 2 + (sex == "1")
        first17 = f"{AREA}{born:%Y%m%d}{sequence:03d}"
        return first17 + check_digit(first17)


def members(rng: Random, size: int, register: Register) -> list[dict[str, str]]:
    """Return the fields of a household's persons, the head first."""
    surname = person_name(rng, "1", OLD_AGE)[0]
    eldest = rng.randrange(*HEAD_AGES)
    people = []
    for order, (relation, usual_sex, ages) in enumerate(_relations(size), 1):
        sex = str(usual_sex)
        if relation == "head" and (size == 1 or rng.random() < 0.12):  # noqa: PLR2004 - some heads are women
            sex = rng.choice("12")
        age = min(max(1, eldest + rng.randrange(*ages)), OLDEST)
        kin = relation in ("head", "son", "daughter", "grandson", "granddaughter")
        name = person_name(rng, sex, age, surname if kin else "")
        person = {
            "order": str(order), "full_name": name, "sex": sex, "relation": relation,
            "id_type": "citizen", "ethnicity": "01",
        }  # fmt: skip
        people.append(person | _born(rng, age, sex, register) | _condition(rng, age))
    return people


def _relations(size: int) -> list[tuple[str, int, tuple[int, int]]]:
    return [RELATIONS[min(index, len(RELATIONS) - 1)] for index in range(size)]


def _born(rng: Random, age: int, sex: str, register: Register) -> dict[str, str]:
    born = date(TODAY.year - age, rng.randrange(1, 13), rng.randrange(1, 29))
    return {"birth": born.isoformat(), "id_number": register.issue(born, sex)}


def _condition(rng: Random, age: int) -> dict[str, str]:
    health = _health(rng, age)
    fields = {
        "health": health,
        "politics": "01" if age > OLD_AGE and rng.random() < 0.08 else "13",  # noqa: PLR2004 - shares are made up
        "medical_resident": "no" if rng.random() < 0.01 else "yes",  # noqa: PLR2004 - shares are made up
        "medical_employee": "no",
        "medical_serious": "yes",
        "pension": "yes" if age >= WORK_AGE else "no",
        "minimum_living": "none",
        "extreme_poverty": "none",
        "relocated": "no",
    }
    if health == "disabled":
        fields |= {
            "disability_kind": rng.choice("1234567"),
            "disability_grade": rng.choice("1234"),
        }
    return fields | _occupation(rng, age, health)


def _health(rng: Random, age: int) -> str:
    frail = 0.03 if age < OLD_AGE else 0.35
    if rng.random() > frail:
        return "healthy"
    return rng.choice(("chronic", "chronic", "chronic", "serious", "disabled"))


def _occupation(rng: Random, age: int, health: str) -> dict[str, str]:
    if age in GRADES or age < WORK_AGE:
        return {"schooling": _school(age), "labour": "none"}
    education = "primary" if age > OLD_AGE else rng.choice(("junior", "junior", "senior"))
    if age >= OLD_AGE or health != "healthy":
        labour = "weak" if age < OLD_AGE + 15 else "none"
        return {"education": education, "labour": labour}
    work = {"education": education, "labour": rng.choice(("normal", "normal", "skilled"))}
    if rng.random() < 0.5:  # noqa: PLR2004 - shares are made up
        work |= {
            "work_place": rng.choice(("县内", "省内县外", "江苏苏州", "广东东莞", "新疆")),
            "work_months": str(rng.randrange(3, 12)),
        }
    return work


def _school(age: int) -> str:
    if age < SCHOOL_AGE:
        return "preschool_age" if age < SCHOOL_AGE // 2 else "kindergarten"
    return GRADES.get(age, "primary")
