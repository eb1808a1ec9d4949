import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveytool.formula.expression import parse
from surveytool.formula.tree import Node, document
from surveytool.formula.world import Scope, World
from surveytool.formula.xml import read_xml
from surveytool.formula.xml_out import write_xml


@given(st.lists(st.tuples(st.integers(0, 12), st.sampled_from("abc"), st.booleans())))
def test_named_follows_every_change(changes):
    top = Node("top")
    for place, name, inserts in changes:
        if inserts or not top.children:
            top.insert(place, Node(name))
        else:
            top.remove(top.children[place % len(top.children)])
        for each in "abc":
            expected = [child for child in top.children if child.name == each]
            assert top.named(each) == expected
            assert top.child(each) is (expected[0] if expected else None)
    assert all(child.parent is top for child in top.children)


def test_a_child_put_into_mixed_text_finds_its_place():
    top = read_xml("<p>one <b/> two <c/></p>").children[0]
    top.insert(1, Node("x", "!"))
    top.append(Node("y"))
    assert write_xml(top) == "<p>one <b/> two <x>!</x><c/><y/></p>"
    top.remove(top.child("b"))
    assert top.string_value == "one  two !"


def test_document_is_what_the_root_path_means():
    top = document(Node("data"))
    assert parse("/data").evaluate(Scope(top, World(root=top))) == list(top.children)
    assert parse("/").evaluate(Scope(top.children[0], World(root=top))) == [top]


def test_a_payload_is_kept():
    node = Node("a")
    node.payload = ("bind", 1)
    assert node.payload == ("bind", 1)
    with pytest.raises(AttributeError):
        node.other = 1


def test_equal_expressions_are_equal():
    assert parse("1+1") == parse("1 + 1")
    assert parse("1+1") != parse("1+2")
    assert len({parse("a/b"), parse("a / b"), parse("a")}) == 2
