import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveytool.domain.refusal import Refusal
from surveytool.formula.expression import parse
from surveytool.formula.parser import MAX_NESTING, FormulaTooDeepError, read
from surveytool.formula.printing import printed
from surveytool.formula.syntax import (
    AXES,
    DEEP,
    HERE,
    UP,
    Call,
    Chain,
    Filtered,
    KindTest,
    Literal,
    NameTest,
    Negation,
    Number,
    Path,
    Step,
)
from surveytool.formula.tokens import MAX_LENGTH, BadFormulaError
from surveytool.formula.tree import Node
from surveytool.formula.world import Scope, World

NAMES = st.sampled_from(["a", "b-c", "d.e", "or", "text", "户", "orx:meta", "_1"])
TESTS = (
    (NAMES | st.sampled_from(["*", "jr:*"])).map(NameTest)
    | st.sampled_from(["node", "text", "comment"]).map(KindTest)
    | st.sampled_from(["", "go"]).map(lambda t: KindTest("processing-instruction", t))
)
FUNCTIONS = st.sampled_from(["if", "jr:choice-name", "selected-at", "or", "mod"])
LEVELS = [["or"], ["and"], ["=", "!="], ["<", ">="], ["+", "-"], ["*", "div"], ["|"]]


def chains(parts):
    signs = st.sampled_from(LEVELS).flatmap(
        lambda level: st.lists(
            st.tuples(st.sampled_from(level), parts), min_size=1, max_size=3
        )
    )
    return st.builds(Chain, parts, signs.map(tuple))


def grown(parts):
    predicates = st.lists(parts, max_size=2).map(tuple)
    some = st.lists(parts, min_size=1, max_size=2).map(tuple)
    steps = st.lists(
        st.builds(Step, st.sampled_from(AXES), TESTS, predicates)
        | st.sampled_from([HERE, UP, DEEP]),
        max_size=4,
    ).map(tuple)
    starts = st.builds(Call, FUNCTIONS, st.tuples(parts)) | st.builds(
        Filtered, parts, some
    )
    return (
        chains(parts)
        | st.builds(Negation, parts)
        | st.builds(Call, FUNCTIONS, st.lists(parts, max_size=3).map(tuple))
        | st.builds(Filtered, parts, some)
        | st.builds(Path, st.just("/"), steps)
        | st.builds(Path, st.just("") | starts, steps.filter(bool))
    )


LEAVES = (
    st.floats(min_value=0, allow_nan=False).map(abs).map(Number)
    | st.text(max_size=5).filter(lambda t: "'" not in t or '"' not in t).map(Literal)
    | st.builds(lambda name: Path("", (Step("child", NameTest(name)),)), NAMES)
)
PARTS = st.recursive(LEAVES, grown, max_leaves=12)


@given(PARTS)
@settings(max_examples=100, deadline=None)
def test_reading_what_was_printed_gives_the_same_parts(part):
    assert read(printed(part)) == part


PIECES = ["(", ")", "[", "]", "/", "//", "..", "a", "or", "-", "1", "'x'", ",", "*"]


@given(st.text(max_size=40) | st.lists(st.sampled_from(PIECES)).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_any_text_gives_a_value_or_a_refusal(text):
    top = Node("", kind="document")
    top.append(Node("a", "1"))
    scope = Scope(top, World(root=top))
    try:
        value = parse(text).as_text(scope)
    except Refusal as refusal:
        value = refusal.say("zh")
    assert isinstance(value, str)


SPELLINGS = [
    ("1or1", "1 or 1"),
    ("a*b", "a * b"),
    ("* * *", "* * *"),
    ("a-b", "a-b"),
    ("a -b", "a - b"),
    ("div div div", "div div div"),
    ("/a/b", "/a/b"),
    ("child::a/attribute::b", "a/@b"),
    ("self::node()/parent::node()", "./.."),
    ("a//b", "a//b"),
    ("( 1 )", "1"),
    (".5+1.", "0.5 + 1"),
    ("-(1)", "-1"),
    ("--1", "--1"),
    ("(1+2)*3", "(1 + 2) * 3"),
    ("1-(2-3)", "1 - (2 - 3)"),
    ("-(a|b)", "-a | b"),
    ("(/) or (/)", "(/) or (/)"),
    ("//.//..", "//.//.."),
    ('"it\'s"', '"it\'s"'),
    ("current()/..", "current()/.."),
    ("instance( 'x' ) / root", "instance('x')/root"),
]


@pytest.mark.parametrize(("text", "expected"), SPELLINGS)
def test_spelling(text, expected):
    assert parse(text).text == expected
    assert read(expected) == read(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", 1),
        ("a +", 4),
        ("(a", 3),
        ("a)", 2),
        ("a b", 3),
        ("f(1,)", 5),
        ("'open", 1),
        ("$x", 1),
        ("a[", 3),
        ("a/", 3),
        ("1 2", 3),
        ("a::b", 2),
        ("@", 2),
        ("a ! b", 3),
    ],
)
def test_mistakes_are_placed(text, place):
    with pytest.raises(BadFormulaError) as caught:
        parse(text)
    assert caught.value.facts["place"] == str(place)
    assert caught.value.say("zh")


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000,
        "-" * 10_000 + "1",
        "a[" * 10_000,
        "not(" * 5_000 + "1" + ")" * 5_000,
        "(" * (MAX_NESTING + 1) + "1" + ")" * (MAX_NESTING + 1),
        "a" * (MAX_LENGTH + 1),
    ],
)
def test_huge_and_deep_formulas_are_refused(text):
    with pytest.raises(Refusal) as caught:
        parse(text)
    assert caught.value.say("en")


def test_deep_formulas_within_the_limit_work(ask):
    deep = MAX_NESTING - 1
    before = sys.getrecursionlimit()
    text = "if(1 = 2, 'x', " * deep + "'end'" + ")" * deep
    try:
        assert ask(text) == "end"
    except FormulaTooDeepError:
        pytest.fail("a formula within the limit was refused")
    assert parse(text).text
    assert parse(text).references("/data") == ()
    assert sys.getrecursionlimit() == before


def test_long_chains_work(ask):
    assert ask("+".join(["1"] * 5_000)) == 5_000
    assert ask(" or ".join(["/data/nobody"] * 5_000)) is False
    assert ask("concat(" + ",".join(["'a'"] * 5_000) + ")") == "a" * 5_000
    assert len(ask("|".join(["/data/person"] * 500))) == 3
