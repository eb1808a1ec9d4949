from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from surveytool.formula.expression import parse
from surveytool.formula.world import Scope, World
from surveytool.formula.xml import read_xml

AXES = [
    *("", "", "", "descendant::", "ancestor::", "following::", "preceding::"),
    *("parent::", "self::", "ancestor-or-self::", "descendant-or-self::"),
    *("following-sibling::", "preceding-sibling::"),
]
TESTS = ["a", "b", "*", "node()", "c"]
PREDICATES = [
    *("", "", "", "[1]", "[2]", "[last()]", "[position() < 3]", "[a]", "[@n > 3]"),
    *("[not(b)]", "[count(*) = 1]", "[../b]", "[a or c]", "[@n = //c/@n]", "[.='x']"),
]

steps = st.tuples(
    st.sampled_from(AXES), st.sampled_from(TESTS), st.sampled_from(PREDICATES)
).map("".join)
paths = st.tuples(
    st.sampled_from(["", "/", "//"]),
    st.lists(steps, min_size=1, max_size=4),
    st.sampled_from(["/", "//"]),
).map(lambda parts: parts[0] + parts[2].join(parts[1]))
expressions = (
    paths
    | st.tuples(paths, paths).map(" | ".join)
    | st.tuples(paths, st.sampled_from(["[1]", "[last()]"])).map(
        lambda parts: f"({parts[0]}){parts[1]}"
    )
)


@st.composite
def documents(draw):
    root = etree.Element("a", n="0")
    nodes = [root]
    for number, (above, name, text) in enumerate(
        draw(
            st.lists(
                st.tuples(
                    st.integers(0, 99), st.sampled_from("abc"), st.sampled_from("xy")
                ),
                max_size=14,
            )
        ),
        1,
    ):
        parent = nodes[above % len(nodes)]
        nodes.append(etree.SubElement(parent, name, n=str(number)))
        if number % 3 == 0 and len(parent) > 1:
            parent[-2].tail = text
    for node in nodes:
        if not len(node):
            node.text = "x"
    return root


def mark(node):
    return str(node) if isinstance(node, str) else node.get("n")


@given(documents(), expressions, st.integers(0, 99))
@settings(max_examples=150, deadline=None)
def test_paths_lead_where_libxml2_leads(root, expression, place):
    top = read_xml(etree.tostring(root))
    theirs = list(root.iter())
    ours = [top.children[0], *top.children[0].descendants()]
    here = place % len(theirs)
    expected = [
        mark(node)
        for node in theirs[here].xpath(expression)
        if not isinstance(node, str) or node.getparent() is not None
    ]
    world = World(root=top, binds_repeats=False)
    found = parse(expression).evaluate(Scope(ours[here], world))
    assert [
        node.text if node.kind == "text" else node.attributes["n"]
        for node in found
        if node.kind != "document"
    ] == expected
