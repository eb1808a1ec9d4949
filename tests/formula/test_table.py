"""A table behaves as the tree of nodes that it stands for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveytool.formula.expression import parse
from surveytool.formula.table import table_of
from surveytool.formula.tree import Node, document
from surveytool.formula.world import Scope, World

ROWS = st.lists(
    st.dictionaries(
        st.sampled_from(["name", "label", "town"]),
        st.sampled_from(["", "a", "b", "1", "1.0", " 1"]),
    ),
    max_size=6,
)
ASKED = [
    "instance('t')/root/item[town = 'a']",
    "instance('t')/root/item[town = 1]/name",
    "instance('t')/root/item[town = instance('t')/root/item/name]",
    "instance('t')/root/item[2]/label",
    "instance('t')/root/item[not(town)]",
    "instance('t')/root/*/town",
    "instance('t')/root/item/name/following::label",
]


def nodes(rows) -> Node:
    top = Node("instance")
    root = top.append(Node("root"))
    columns = dict.fromkeys(name for row in rows for name in row)
    for row in rows:
        item = root.append(Node("item"))
        for name in columns:
            if name in row:
                item.append(Node(name, row[name]))
    return top.seal()


def answer(expression: str, instance: Node) -> list[str]:
    here = Node("x")
    world = World(root=document(here), instance=lambda _name: instance)
    found = parse(expression).evaluate(Scope(here, world))
    return [node.string_value for node in found]


@pytest.mark.parametrize("expression", ASKED)
@settings(max_examples=30, deadline=None)
@given(ROWS)
def test_a_table_answers_as_its_nodes_do(expression, rows):
    assert answer(expression, table_of(rows)) == answer(expression, nodes(rows))


def test_an_item_is_always_the_same_node():
    rows = [{"name": "a"}, {"name": "b"}]
    instance = table_of(rows)
    (found,) = parse("instance('t')/root/item[name = 'b']").evaluate(
        Scope(Node("x"), World(root=Node("y"), instance=lambda _name: instance))
    )
    assert found is instance.children[0].children[1]
    assert found.parent is instance.children[0]
