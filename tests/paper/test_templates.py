import shutil

import pytest
from families import family

from surveytool.paper.fonts import OFFICIAL, bundled, families, preferred
from surveytool.paper.plan_page import plan_page
from surveytool.paper.sheet import SHEETS
from surveytool.paper.typesetter import (
    TemplateError,
    TemplatePackageError,
    Typesetter,
)


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(SHEETS, tmp_path / "sheets")
    return tmp_path / "sheets"


def test_a_county_changes_the_title_without_code(folder, imprint, today):
    template = folder / "plan_sheet.typ"
    changed = template.read_text("utf-8").replace("帮扶计划表", "帮扶方案")
    template.write_text(changed, "utf-8")
    setter = Typesetter(folder, fonts=bundled())
    pdf = setter.set_pages("plan_sheet.typ", [plan_page(family(), on=today)], imprint)
    assert pdf.startswith(b"%PDF-")


def test_a_template_with_a_mistake_is_refused(folder, imprint):
    (folder / "plan_sheet.typ").write_text("#nonsense(", "utf-8")
    setter = Typesetter(folder, fonts=bundled())
    with pytest.raises(TemplateError) as refusal:
        setter.set_pages("plan_sheet.typ", [], imprint)
    assert "plan_sheet.typ" in refusal.value.say()


def test_a_template_that_would_fetch_a_package_is_refused(folder):
    (folder / "own.typ").write_text('#import "@preview/tablex:0.0.8"', "utf-8")
    with pytest.raises(TemplatePackageError):
        Typesetter(folder, fonts=bundled())


def test_official_fonts_are_preferred_only_where_installed():
    bundled_names = families(bundled())
    assert not OFFICIAL & bundled_names
    assert bundled_names <= families(preferred())
    assert {"noto serif cjk sc", "noto sans cjk sc"} <= bundled_names
