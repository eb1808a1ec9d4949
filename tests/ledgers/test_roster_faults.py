import json
from collections import Counter
from dataclasses import asdict

from make_roster_faults import DATA, make
from roster_book import codes

from surveytool.ledgers.roster import read_roster

FILE = DATA / "roster-faults.xlsx"
EXPECTED = DATA / "roster-faults.expect.json"


def test_the_counts_are_those_expected():
    counts = asdict(read_roster(FILE).counts)
    assert counts == json.loads(EXPECTED.read_text("utf-8"))


def test_the_file_is_what_its_maker_makes():
    assert json.loads(EXPECTED.read_text("utf-8")) == make()[1]


def test_the_findings_are_those_put_in():
    found = Counter(one.code for one in read_roster(FILE).problems)
    assert found["roster.duplicate_person"] == 2
    assert found["roster.digits_lost"] == 2
    assert found["roster.name_rare"] == 3
    assert set(found) <= {
        "roster.birth",
        "roster.digits_lost",
        "roster.duplicate_person",
        "roster.id_15",
        "roster.id_check_digit",
        "roster.name_dot",
        "roster.name_rare",
        "roster.no_head",
        "roster.sex",
        "roster.two_heads",
    }


def test_every_finding_has_its_sentence():
    roster = read_roster(FILE)
    assert codes(roster)
    for problem in roster.problems:
        place = problem.facts["column"] + problem.facts["row"]
        assert problem.where == f"人员信息!{place}"
        assert problem.say("zh") != problem.say("en")


def test_villages_and_order():
    roster = read_roster(FILE)
    assert set(roster.villages) == {"621202100290", "621202100291"}
    numbers = [one.get("code") for one in roster.households]
    assert numbers == sorted(numbers)
