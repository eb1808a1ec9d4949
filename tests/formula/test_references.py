import pytest

from surveytool.formula.expression import parse

HERE = "/data/person/age"

CASES = [
    (". > 5", "/data/person/age"),
    ("../name", "/data/person/name"),
    ("../../who", "/data/who"),
    ("/data/person[name = 'x']/job", "/data/person/name /data/person/job"),
    ("/data/person[position() = 2]/job", "/data/person/job"),
    ("current()/../job", "/data/person/job"),
    ("position(..)", "/data/person"),
    ("count(/data/person)", "/data/person"),
    (
        "indexed-repeat(/data/person/name, /data/person, /data/which)",
        "/data/person/name /data/person /data/which",
    ),
    (
        "instance('t')/root/item[county = current()/../name and n = ../m]",
        "t:/root/item/county /data/person/name t:/root/item/n t:/root/m t:/root/item",
    ),
    (
        "pulldata('t', 'label', 'name', /data/who)",
        "/data/who t:/root/item/label t:/root/item/name",
    ),
    ("jr:choice-name(/data/who, '/data/town')", "/data/who /data/town"),
    ("jr:choice-name('a', '((')", ""),
    ("if(/data/a = 1, ../name, /data/c)", "/data/a /data/person/name /data/c"),
    ("selected(/data/a, 'x') or not(/data/b)", "/data/a /data/b"),
    ("-/data/a + /data/b * 2", "/data/a /data/b"),
    ("/data/a | /data/b", "/data/a /data/b"),
    ("(/data/a | /data/b)[1]/c", "/data/a/c /data/b/c"),
    ("randomize(instance('t')/root/item, /data/seed)", "t:/root/item /data/seed"),
    ("//age", "//age"),
    ("/data//age", "/data//age"),
    ("/data/*", "/data/*"),
    ("../preceding-sibling::person/age", "/data/person/age"),
    ("ancestor::data/who", "/data/who"),
    ("ancestor-or-self::age", "/data/person/age"),
    ("preceding::age", "//age"),
    ("text()", "/data/person/age"),
    ("../@id", "/data/person"),
    ("string()", "/data/person/age"),
    ("once(uuid())", ""),
    ("today()", ""),
    ("'/data/a'", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_references(text, expected):
    found = {
        f"{each.instance}:{each.path}" if each.instance else each.path
        for each in parse(text).references(HERE)
    }
    without_starts = {each for each in expected.split(" ") if each}
    extra = found - without_starts
    assert without_starts <= found
    assert all(any(own.startswith(each) for own in without_starts) for each in extra)
    assert bool(found) is bool(without_starts)


def test_each_reference_is_named_once():
    found = parse("../a + ../a + /data/person/a").references(HERE)
    assert [each.path for each in found] == ["/data/person/a"]


def test_functions_and_mistakes():
    expression = parse("explode(1) + if(1, 2) + /data/a[count(b) = nothing()]")
    assert expression.functions() == {"explode", "if", "count", "nothing"}
    assert sorted(each.code for each in expression.mistakes()) == [
        "formula.unknown_function",
        "formula.unknown_function",
        "formula.wrong_arguments",
    ]
