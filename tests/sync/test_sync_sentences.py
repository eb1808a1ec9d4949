import ast
import string
from pathlib import Path

import pytest

import surveytool.sync
from surveytool.domain.sentences import catalogue

FILES = sorted(Path(surveytool.sync.__file__).parent.glob("*.py"))
TREES = [ast.parse(file.read_text("utf-8")) for file in FILES]
NODES = [node for tree in TREES for node in ast.walk(tree)]
CODES = {
    node.name: node.body[1].value.value
    for node in NODES
    if isinstance(node, ast.ClassDef) and node.name.endswith("Error")
}


def raised():
    """Yield each refusal where it is raised, with the facts it is given."""
    for node in NODES:
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            yield node.exc.func.id, {one.arg for one in node.exc.keywords}
        elif isinstance(node, ast.Raise) and isinstance(node.exc, ast.Name):
            yield node.exc.id, set()


def placeholders(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("name", CODES)
def test_every_refusal_has_its_sentences(name):
    assert set(catalogue()[CODES[name]]) == {"zh", "en"}


def test_every_sentence_gets_its_facts():
    found = [pair for pair in raised() if pair[0] in CODES]
    assert {name for name, _ in found} == set(CODES)
    for name, facts in found:
        for sentence in catalogue()[CODES[name]].values():
            assert placeholders(sentence) <= facts, name


def test_no_two_refusals_share_a_code():
    assert len(set(CODES.values())) == len(CODES)
