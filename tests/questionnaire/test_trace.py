import json
from dataclasses import replace

from test_filling_in import HOUSE

from surveytool.questionnaire.scenario import SETTING, Scenario
from surveytool.questionnaire.trace import trace

ACTIONS = [
    {"op": "set", "ref": "/data/land", "value": 4},
    {"op": "add_repeat", "ref": "/data/person"},
    {"op": "set", "ref": "/data/person[2]/age", "value": "34"},
    {"op": "remove_repeat", "ref": "/data/person", "index": 0},
    {"op": "set", "ref": "/data/none", "value": "x"},
    {"op": "dance"},
    {"op": "set", "ref": "/data/land", "value": None},
]


def test_a_trace_says_what_happened():
    found = trace(Scenario(HOUSE).form, SETTING, ACTIONS, states="all")
    json.dumps(found)
    results = [step["result"].partition(":")[0] for step in found["steps"]]
    assert results == ["ok", "ok", "ok", "ok", "error", "error", "ok"]
    last = {node["ref"]: node for node in found["final"]["nodes"]}
    assert last["/data/person[1]/age"]["value"] == "34"
    assert last["/data/person"]["count"] == 1
    assert last["/data/land"]["violation"] == "required"
    assert last["/data/adults"]["value"] == "1"
    assert "<age>34</age>" in found["final"]["xml"]


def test_only_the_last_state_unless_asked():
    found = trace(Scenario(HOUSE).form, SETTING, ACTIONS[:1])
    assert "state" not in found["steps"][0]


def test_the_same_seed_gives_the_same_trace():
    one, two = (
        trace(Scenario(HOUSE).form, replace(SETTING, seed=7), ACTIONS) for _ in range(2)
    )
    assert one == two
