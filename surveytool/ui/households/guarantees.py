"""How a household stands with schooling, medicine, housing and water."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from surveytool.domain.entity import Entity

IN_COMPULSORY = ("primary", "grade_7", "grade_8", "grade_9")
SAFE_GRADES = ("A", "B")
WATER = ("water_quantity", "water_quality", "water_access", "water_reliability")


@dataclass(frozen=True, slots=True)
class Guarantee:
    """One of the three guarantees and water: how it stands, and its tone."""

    title: str
    words: str
    icon: str
    tone: str


def guarantees(household: Entity, persons: Sequence[Entity]) -> tuple[Guarantee, ...]:
    """Return the four of them, in the order of the check form."""
    return (
        _schooling(persons),
        _medical(persons),
        _housing(household),
        _water(household),
    )


def _schooling(persons: Sequence[Entity]) -> Guarantee:
    translate = QCoreApplication.translate
    title = translate("Guarantees", "Compulsory education")
    out = sum(bool(one.get("dropout_reason")) for one in persons)
    pupils = sum(one.get("schooling") in IN_COMPULSORY for one in persons)
    if out:
        said = translate("Guarantees", "{0} not at school").format(out)
        return Guarantee(title, said, "school", "red")
    if pupils:
        said = translate("Guarantees", "{0} at school").format(pupils)
        return Guarantee(title, said, "school", "green")
    said = translate("Guarantees", "No pupils")
    return Guarantee(title, said, "school", "green")


def _medical(persons: Sequence[Entity]) -> Guarantee:
    translate = QCoreApplication.translate
    title = translate("Guarantees", "Basic medical care")
    insured = [_insured(one) for one in persons]
    if None in insured:
        said = translate("Guarantees", "Not recorded")
        return Guarantee(title, said, "stethoscope", "plain")
    if all(insured):
        said = translate("Guarantees", "All insured")
        return Guarantee(title, said, "stethoscope", "green")
    said = translate("Guarantees", "{0} not insured").format(insured.count(False))
    return Guarantee(title, said, "stethoscope", "red")


def _insured(person: Entity) -> bool | None:
    said = (person.get("medical_resident"), person.get("medical_employee"))
    if "yes" in said:
        return True
    return False if "no" in said else None


def _housing(household: Entity) -> Guarantee:
    title = QCoreApplication.translate("Guarantees", "Safe housing")
    grade = household.get("housing_grade")
    if not grade:
        said = QCoreApplication.translate("Guarantees", "Not recorded")
        return Guarantee(title, said, "home", "plain")
    tone = "green" if grade in SAFE_GRADES else "red"
    said = QCoreApplication.translate("Guarantees", "Grade {0}").format(grade)
    return Guarantee(title, said, "home", tone)


def _water(household: Entity) -> Guarantee:
    translate = QCoreApplication.translate
    title = translate("Guarantees", "Safe water")
    told = [household.get(name) for name in WATER if household.get(name)]
    safe = household.get("safe_water")
    if "no" in told:
        said = translate("Guarantees", "{0} of 4 fail").format(told.count("no"))
        return Guarantee(title, said, "droplet", "red")
    if safe == "no":
        said = translate("Guarantees", "Not solved")
        return Guarantee(title, said, "droplet", "red")
    if safe == "yes" or told:
        return Guarantee(title, translate("Guarantees", "Solved"), "droplet", "green")
    return Guarantee(title, translate("Guarantees", "Not recorded"), "droplet", "plain")
