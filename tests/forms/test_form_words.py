import re

import pytest
from form_book import NAMES, sheet

from surveytool.domain.vocabulary import code_lists, fields

KINDS = {
    "households": "household",
    "persons": "person",
    "plans": "plan",
    "measures": "measure",
    "visits": "visit",
}
LANGUAGES = ("中文 (zh)", "English (en)")
SILENT = ("calculate", "csv-external", "end_group", "end_repeat")


@pytest.fixture(params=NAMES)
def form(request):
    return request.param


def test_every_saved_answer_goes_into_a_known_field(form):
    saved = [row["save_to"] for row in sheet(form, "survey") if "save_to" in row]
    assert saved
    for save_to in saved:
        dataset, name = save_to.split("#")
        assert name in fields(KINDS[dataset]), save_to


def test_no_field_is_saved_by_two_questions(form):
    saved = [row["save_to"] for row in sheet(form, "survey") if "save_to" in row]
    assert len(saved) == len(set(saved))


def test_a_saved_question_has_the_type_and_the_codes_of_its_field(form):
    types = {"decimal": {"money", "decimal"}, "date": {"date"}, "integer": {"integer"}}
    for row in sheet(form, "survey"):
        if "save_to" not in row or row["type"] == "calculate":
            continue
        dataset, name = row["save_to"].split("#")
        field = fields(KINDS[dataset])[name]
        kind, _, codes = row["type"].partition(" ")
        if kind in ("select_one", "select_multiple"):
            wanted = field.codes or "yes_no"
            assert codes == wanted, row["save_to"]
            assert (kind == "select_multiple") == (field.type == "codes")
        elif kind in types:
            assert field.type in types[kind], row["save_to"]


def test_the_choices_are_exactly_the_codes_of_the_vocabulary(form):
    listed = {}
    for row in sheet(form, "choices"):
        words = tuple(row[f"label::{language}"] for language in LANGUAGES)
        listed.setdefault(row["list_name"], {})[row["name"]] = words
    for name, choices in listed.items():
        known = {code: words[:2] for code, words in code_lists()[name].entries.items()}
        assert choices == known, name


@pytest.mark.parametrize(
    "heading", ["label", "hint", "required_message", "constraint_message"]
)
def test_what_is_said_in_one_language_is_said_in_both(form, heading):
    for row in sheet(form, "survey"):
        said = [f"{heading}::{language}" in row for language in LANGUAGES]
        assert said[0] == said[1], row["name"]


def test_every_question_has_words_and_every_constraint_says_what_to_do(form):
    for row in sheet(form, "survey"):
        if row["type"] not in SILENT:
            assert f"label::{LANGUAGES[0]}" in row, row
        for rule, heading in (
            ("constraint", "constraint_message"),
            ("required", "required_message"),
        ):
            if rule in row:
                assert f"{heading}::{LANGUAGES[0]}" in row, row


def test_a_form_has_a_version_and_opens_in_chinese(form):
    (settings,) = sheet(form, "settings")
    assert settings["form_id"] == form
    assert settings["version"].isdecimal()
    assert settings["default_language"] == LANGUAGES[0]


def test_every_known_answer_is_that_of_a_known_field():
    for form in NAMES:
        for row in sheet(form, "survey"):
            text = row.get("default", "") + row.get("calculation", "")
            pattern = r"instance\('(\w+)'\)/root/item(?:\[[^\]]*\])?/(\w+)"
            for dataset, name in re.findall(pattern, text):
                if dataset in KINDS:
                    assert name == "name" or name in fields(KINDS[dataset]), text
