import pytest
from form_book import FORMS, NAMES

from surveytool.questionnaire.compile import compile_form
from surveytool.questionnaire.form import load_form
from surveytool.questionnaire.media import Media


@pytest.mark.parametrize("name", NAMES)
def test_the_compiled_form_is_that_of_the_workbook(name):
    compiled = compile_form(FORMS / f"{name}.xlsx")
    assert compiled.xml == (FORMS / f"{name}.xml").read_bytes()
    assert compiled.warnings == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_form_loads_and_is_called_by_its_file(name):
    form = load_form((FORMS / f"{name}.xml").read_bytes(), Media())
    assert form.id == name
    assert form.languages == ("中文 (zh)", "English (en)")


def test_every_form_of_the_folder_is_tested():
    assert {file.stem for file in FORMS.glob("*.xlsx")} == set(NAMES)
    assert {file.stem for file in FORMS.glob("*.xml")} == set(NAMES)
