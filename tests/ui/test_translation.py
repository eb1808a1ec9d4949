import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QTranslator

from surveytool.domain.resources import PROGRAM, RESOURCES

UI = PROGRAM / "surveytool" / "ui"
TRANSLATIONS = RESOURCES / "translations"


def sources(name: str) -> list[str]:
    survey = UI / "survey"
    files = sorted(UI.rglob("*.py"))
    inside = [one for one in files if one.is_relative_to(survey)]
    chosen = (
        inside if name.startswith("survey") else [f for f in files if f not in inside]
    )
    return [str(one) for one in chosen]


def messages(file: Path) -> dict[tuple[str, str], str]:
    found = {}
    for context in etree.parse(file).getroot().iter("context"):
        where = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            said = "" if translation is None else translation.text or ""
            if translation is not None and translation.get("type"):
                said = ""
            found[where, message.findtext("source", "")] = said
    return found


@pytest.mark.parametrize(
    "ts", sorted(TRANSLATIONS.glob("*_zh_CN.ts")), ids=lambda f: f.stem
)
def test_every_text_of_the_screen_is_translated_and_none_is_outdated(ts, tmp_path):
    copy = tmp_path / ts.name
    shutil.copy(ts, copy)
    update = shutil.which("pyside6-lupdate") or PROGRAM / ".venv/bin/pyside6-lupdate"
    options = ["-silent", "-no-obsolete", "-locations", "none"]
    subprocess.run(
        [str(update), *options, *sources(ts.stem), "-ts", str(copy)], check=True
    )
    now, kept = messages(copy), messages(ts)
    assert sorted(now.keys() - kept.keys()) == []
    assert sorted(kept.keys() - now.keys()) == []
    assert [key for key, said in kept.items() if not said] == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "ts", sorted(TRANSLATIONS.glob("*_zh_CN.ts")), ids=lambda f: f.stem
)
def test_the_compiled_file_says_what_the_written_one_says(ts):
    translator = QTranslator()
    assert translator.load(str(ts.with_suffix(".qm")))
    for (context, source), said in messages(ts).items():
        assert translator.translate(context, source) == said


@pytest.mark.parametrize(
    "ts", sorted(TRANSLATIONS.glob("*_zh_CN.ts")), ids=lambda f: f.stem
)
def test_places_for_values_are_the_same_in_both_languages(ts):
    for (_, source), said in messages(ts).items():
        for place in ("{0}", "{1}"):
            assert (place in source) == (place in said), source
