import pytest

from surveytool.domain.refusal import Refusal
from surveytool.formula import effort
from surveytool.formula.expression import parse
from surveytool.formula.order import in_order
from surveytool.formula.tree import Node
from surveytool.formula.world import Scope, World
from surveytool.formula.xml import read_xml

DOCUMENT = """<a x="1" y="2"><!--note--><b i="1">t<c/>u</b><b i="2"><c><d/></c></b
><?go now?><e/></a>"""


@pytest.fixture
def names():
    """Return a function: the names that a path leads to, from the second b."""
    top = read_xml(DOCUMENT, whole=True)
    here = top.children[0].children[1]

    def found(path):
        nodes = parse(path).evaluate(Scope(here, World(root=top)))
        return " ".join(node.name or node.kind for node in nodes)

    return found


PATHS = [
    (".", "b"),
    ("..", "a"),
    ("/", "document"),
    ("/a/b", "b b"),
    ("/a/*", "b b e"),
    ("//c", "c c"),
    ("//@i", "i i"),
    ("/a/@*", "x y"),
    ("/a/@y", "y"),
    ("c/d", "d"),
    ("descendant::*", "c d"),
    ("descendant-or-self::node()", "b c d"),
    ("ancestor::*", "a"),
    ("ancestor-or-self::node()", "document a b"),
    ("preceding::*", "b c"),
    ("following::*", "e"),
    ("following-sibling::node()", "go e"),
    ("preceding-sibling::node()", "comment b"),
    ("/a/comment()", "comment"),
    ("/a/processing-instruction()", "go"),
    ("/a/processing-instruction('stop')", ""),
    ("/a/b[1]/text()", "text text"),
    ("/a/b[2]/self::b", "b"),
    ("/a/node()[last()]", "e"),
    ("preceding::*[1]", "c"),
    ("ancestor::node()[1]", "a"),
    ("/a/b[@i = 2]", "b"),
    ("/a/b[c/d]", "b"),
    ("/a/b[position() < 2]/c", "c"),
    ("(//c)[2]/d", "d"),
    ("//c[1]", "c c"),
    ("e | /a | c", "a c"),
    ("/a/e | /a/b | /a/@y", "y b b e"),
    ("current()/c", "c"),
    ("/a/*[self::e or self::b][3]", "e"),
    ("/a/b[0]", ""),
    ("/a/b[1.5]", ""),
    ("../../../../..", ""),
    ("@i/..", "b"),
    ("c/ancestor::a/e", "e"),
]


@pytest.mark.parametrize(("path", "expected"), PATHS)
def test_axes(names, path, expected):
    assert names(path) == expected


def test_an_absolute_path_in_a_repeat_means_its_own_instance(ask, data, world):
    second = data.named("person")[1]
    name = second.child("name")
    assert [node.text for node in ask("/data/person/age", name)] == ["35"]
    assert len(ask("/data/person", name)) == 3
    assert ask("sum(/data/person[age > 0]/age)", name) == 105
    assert ask("indexed-repeat(/data/person/name, /data/person, 3)", name)[0].text == (
        "C"
    )
    world.binds_repeats = False
    assert len(ask("/data/person/age", name)) == 3


def test_position_of_a_repeat(ask, data):
    for place, person in enumerate(data.named("person"), 1):
        assert ask("position(..)", person.child("age")) == place
        assert ask("position(.)", person) == place


LOOKUPS = [
    ("[county = 'c1']", "t1 t3"),
    ("['c2' = county]", "t2"),
    ("[county = 'c1' and size > 10]", "t3"),
    ("[size = 20]", "t2"),
    ("[size = '20']", ""),
    ("[county = /data/person/name]", ""),
    ("[name = concat('t', 1)]", "t1"),
    ("[name = /data/empty]", ""),
    ("[county = 'c1'][2]", "t3"),
    ("[county = true()]", "t1 t2 t3"),
    ("[county = label]", ""),
    ("[name = 't1' or name = 't2']", "t1 t2"),
    ("[county = 'c1' and position() = 3]", "t3"),
    ("[contains(label, 'e')]", "t1 t2 t3"),
]


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize(("predicate", "expected"), LOOKUPS)
def test_lookups_find_what_a_walk_finds(ask, world, sealed, predicate, expected):
    if not sealed:
        world.instance("towns").lookups = None
    for _ in range(2):
        found = ask(f"instance('towns')/root/item{predicate}/name")
        assert " ".join(node.text for node in found) == expected


def test_order_is_that_of_the_document():
    top = read_xml("<a>" + "<b><c/></b>" * 30 + "</a>")
    nodes = list(top.descendants())
    assert in_order([*reversed(nodes), *nodes]) == nodes


def test_prefixes_are_resolved():
    top = read_xml(
        '<d xmlns:p="urn:one" xmlns="urn:two"><p:x p:k="1"/><x xmlns="urn:one"/></d>'
    )
    world = World(root=top, namespaces={"q": "urn:one"})
    scope = Scope(top.children[0], world)
    assert len(parse("q:x").evaluate(scope)) == 2
    assert len(parse("q:*").evaluate(scope)) == 2
    assert len(parse("x").evaluate(scope)) == 1
    assert len(parse("//@p:k").evaluate(scope)) == 1
    assert parse("namespace-uri(q:x)").evaluate(scope) == "urn:one"
    strict = World(root=top, namespaces={"": "urn:two"})
    assert parse("x").evaluate(Scope(top.children[0], strict)) == []


def test_lang():
    top = read_xml('<a xml:lang="zh-CN"><b/></a>')
    scope = Scope(top.children[0].children[0], World(root=top))
    assert parse("lang('zh')").evaluate(scope) is True
    assert parse("lang('en')").evaluate(scope) is False


def test_a_changed_tree_is_seen(ask, data):
    data.append(Node("person")).append(Node("age", "5"))
    assert ask("sum(/data/person/age)") == 110
    data.remove(data.named("person")[0])
    assert ask("sum(/data/person/age)") == 40


def test_too_much_work_is_refused(monkeypatch):
    monkeypatch.setattr(effort, "MAX_EFFORT", 20_000)
    top = read_xml("<a>" + "<b/>" * 300 + "</a>")
    with pytest.raises(effort.TooMuchWorkError) as caught:
        parse("//*[//*[//*]]").evaluate(Scope(top, World(root=top)))
    assert isinstance(caught.value, Refusal)
