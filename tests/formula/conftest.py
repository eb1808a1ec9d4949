from datetime import datetime, timedelta, timezone
from random import Random

import pytest

from surveytool.formula.expression import parse
from surveytool.formula.world import Scope, World
from surveytool.formula.xml import read_xml

CHINA = timezone(timedelta(hours=8))

FORM = """
<data id="f" version="3">
  <who>张三</who> <age>41</age> <empty/> <day>2026-03-09</day>
  <crops>rice maize tea</crops>
  <person><name>A</name><age>70</age><job>farm</job></person>
  <person><name>B</name><age>35</age><job>town</job></person>
  <person><name>C</name><age/><job>none</job></person>
  <place>0.5 0.5 0 0</place>
  <field>0 0 0 0;0 1 0 0;1 1 0 0;1 0 0 0;0 0 0 0</field>
</data>
"""
LIST = """
<instance id="towns"><root>
  <item><name>t1</name><label>Red</label><county>c1</county><size>10</size></item>
  <item><name>t2</name><label>Blue</label><county>c2</county><size>20.0</size></item>
  <item><name>t3</name><label>Green</label><county>c1</county><size>30</size></item>
</root></instance>
"""


@pytest.fixture
def world():
    towns = read_xml(LIST).children[0].seal()
    return World(
        root=read_xml(FORM),
        now=lambda: datetime(2026, 11, 23, 9, 30, 15, 250_000, tzinfo=CHINA),
        random=Random(7),  # noqa: S311 - the same each time
        instance=lambda name: towns if name == "towns" else None,
        choice_label=lambda node, value: f"{node.name}:{value}",
        itext=lambda name: f"text of {name}",
        properties={"username": "li"},
        version="3",
    )


@pytest.fixture
def data(world):
    return world.root.children[0]


@pytest.fixture
def ask(world, data):
    """Return a function: the value of an expression at a node."""

    def value(text, node=None):
        return parse(text).evaluate(Scope(data if node is None else node, world))

    return value


@pytest.fixture
def tell(world, data):
    """Return a function: the text of an expression at a node."""

    def text(expression, node=None):
        return parse(expression).as_text(Scope(data if node is None else node, world))

    return text
