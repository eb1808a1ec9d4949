"""A household as the program hands it to a form, and a form being filled in."""

from datetime import UTC, datetime
from functools import cache

from form_book import FORMS

from surveytool.domain.money import plain
from surveytool.domain.vocabulary import fields
from surveytool.questionnaire.form import load_form
from surveytool.questionnaire.media import Media
from surveytool.questionnaire.session import Session
from surveytool.questionnaire.setting import Setting

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
HOUSEHOLD = {
    "name": "h1",
    "label": "3001",
    "village": "621202001201",
    "group": "二组",
    "code": "3001",
    "address": "二组 15 号",
    "phone": "13800001234",
    "kind": "lifted",
    "monitor_type": "unstable",
    "risks": "illness",
    "size": "3",
    "housing_grade": "B",
    "safe_water": "yes",
    "water_quantity": "yes",
    "water_quality": "yes",
    "water_access": "yes",
    "water_reliability": "yes",
    "wage_income": "30000.5",
    "wage_migrant": "30000.5",
    "transfer_income": "1234.56",
    "transfer_pension": "1234.56",
    "business_cost": "235.06",
    "cost_planting": "235.06",
    "net_income": "31000",
    "income_per_head": "10333.33",
    "out_of_pocket": "1000",
    "reference_per_head": "10000",
    "own_capacity": "partly",
    "helper_name": "王敏",
}
ADULT = {
    "household": "h1",
    "decrease": "present",
    "medical_resident": "yes",
    "medical_employee": "no",
    "minimum_living": "none",
    "extreme_poverty": "none",
}
PERSONS = [
    ADULT
    | {
        "name": "p1",
        "order": "1",
        "full_name": "古丽·买买提",
        "relation": "head",
        "sex": "2",
        "birth": "1960-11-24",
        "id_type": "citizen",
        "id_number": "62262119601124002X",
        "ethnicity": "05",
        "education": "primary",
        "health": "chronic disabled",
        "disability_kind": "4",
        "disability_grade": "3",
        "labour": "weak",
    },
    ADULT
    | {
        "name": "p2",
        "order": "2",
        "full_name": "张伟",
        "relation": "son",
        "sex": "1",
        "birth": "1985-02-01",
        "education": "junior",
        "health": "healthy",
        "labour": "normal",
        "work_months": "8",
        "work_place": "西安市",
    },
    ADULT
    | {
        "name": "p3",
        "order": "3",
        "full_name": "张小雨",
        "relation": "granddaughter",
        "sex": "2",
        "birth": "2014-09-01",
        "schooling": "grade_7",
        "health": "healthy",
        "labour": "none",
    },
]
PROFILE = [{"name": "income_line", "value": "10400"}]


def household_lists(**changes):
    return {
        "households": [HOUSEHOLD | changes],
        "persons": PERSONS,
        "plans": [],
        "measures": [],
        "villages": [{"name": "621202001201", "title": "石门村"}],
        "profile": PROFILE,
    }


@cache
def definition_of(form):
    return load_form((FORMS / f"{form}.xml").read_bytes(), Media())


def opened(form, lists=None, answers=None, now=NOW):
    setting = Setting(
        now=lambda: now,
        seed=7,
        instances=lists or household_lists(),
        answers=answers,
    )
    return Session(definition_of(form), setting)


def changed(session, lists):
    """Return what the finished form changes, entity by entity."""
    known = {
        row["name"]: row
        for name in ("households", "persons", "plans", "measures")
        for row in lists[name]
    }
    found = {}
    for write in session.entities():
        old = known.get(write.id, {})
        stored = {k: as_stored(write.dataset, k, v) for k, v in write.fields.items()}
        new = {k: v for k, v in stored.items() if v != old.get(k, "")}
        if new:
            found[write.dataset, write.id] = new
    return found


def as_stored(dataset, name, value):
    """Return a value as the workspace keeps it."""
    kind = fields(dataset.removesuffix("s"))[name].type
    return plain(value) if kind in ("money", "decimal") else value
