"""Every code that the program says has its sentences, with the facts it gets."""

import ast
import importlib
import pkgutil
import string
from pathlib import Path

import pytest

import surveytool
from surveytool.domain.refusal import Refusal
from surveytool.domain.sentences import catalogue

ROOM = Path(surveytool.__file__).parent
SAYING = ("Problem", "sentence", "say_both")


def modules():
    """Yield every module's name but the window's, which needs a display."""
    for one in pkgutil.walk_packages([str(ROOM)], "surveytool."):
        if not one.name.startswith("surveytool.ui"):
            yield one.name


def refusals(kind=Refusal):
    for one in kind.__subclasses__():
        yield one
        yield from refusals(one)


MODULES = [importlib.import_module(name) for name in modules()]
REFUSALS = [
    one
    for one in refusals()
    if "code" in vars(one) and one.__module__.startswith("surveytool.")
]
CALLS = [
    (module, node)
    for module in MODULES
    for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8")))
    if isinstance(node, ast.Call)
]


def called(node):
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def codes_said():
    """Yield the codes that are written out where something is said."""
    for _, node in CALLS:
        first = node.args[0] if node.args else None
        if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
            continue
        if called(node) in SAYING and "." in first.value:
            yield first.value
        elif called(node) == "say" and first.value not in ("zh", "en"):
            yield f"cli.{first.value}"


SAID = sorted({*codes_said(), *(one.code for one in REFUSALS)})


def placeholders(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def alike(names):
    """Return names of facts without their language: a reason is given in both."""
    names = {name.removesuffix("_zh").removesuffix("_en") for name in names}
    return {"reason" if name == "refusal" else name for name in names}


@pytest.mark.parametrize("code", SAID)
def test_what_is_said_can_be_said_in_both_languages(code):
    assert set(catalogue()[code]) == {"zh", "en"}


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_both_languages_name_the_same_facts(code):
    words = catalogue()[code]
    assert all(words.values())
    assert alike(placeholders(words["zh"])) == alike(placeholders(words["en"]))


def test_a_refusal_gets_the_facts_its_sentence_names():
    seen = 0
    for module, node in CALLS:
        kind = getattr(module, called(node), None)
        if kind not in REFUSALS or kind.__init__ is not Refusal.__init__:
            continue
        facts = {one.arg for one in node.keywords}
        if None not in facts:
            seen += 1
            assert placeholders(catalogue()[kind.code]["zh"]) <= facts, kind.__name__
    assert seen > len(REFUSALS) / 2


def test_the_search_for_codes_finds_them():
    assert {"tasks.unknown_household", "store.broken_page", "cli.made"} <= set(SAID)
