"""The search's indexes find what a plain look at every household finds."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from soak_history import memory
from soak_laptop import PASSPHRASE, QuietStore, computer

from surveytool.domain.change import Change
from surveytool.domain.entity import GONE, Ref
from surveytool.domain.seat import Office, Role, Seat

NAME = st.text("王张明阿·", min_size=1, max_size=4)
DIGITS = st.text("012", max_size=7)
PERSON = st.fixed_dictionaries(
    {"full_name": NAME, "id_number": DIGITS, "phone": DIGITS},
    optional={
        "decrease": st.sampled_from(["present", "moved_out"]),
        GONE: st.just("1"),
    },
)
HOUSEHOLD = st.tuples(
    st.sampled_from(["V1", "V2"]), DIGITS, st.lists(PERSON, max_size=3)
)
COUNTY = st.lists(HOUSEHOLD, min_size=1, max_size=6)
SEAT = Seat(Office.COUNTY, Role.ADMINISTRATOR, "王", "县局", "五都县")
EVERY = 10_000


def change(number, household):
    village, code, persons = household
    root = Ref("household", f"h{number}")
    values = {root: {"village": village, "code": code or None}}
    for at, person in enumerate(persons):
        own = {name: text or None for name, text in person.items()}
        values[Ref("person", f"p{number}-{at}")] = own | {"household": root.id}
    return Change(root, "王", "d", "2026", values)


def plainly(county, text, village):
    """Return the households in which the text stands somewhere."""
    return {
        f"h{number}"
        for number, (place, code, persons) in enumerate(county)
        if village in ("", place)
        and (text in code or any(holds(person, text) for person in persons))
    }


def holds(person, text):
    left = person.get(GONE) or person.get("decrease") == "moved_out"
    texts = (person["full_name"], person["id_number"], person["phone"])
    return not left and any(text in one for one in texts)


@pytest.fixture(scope="module")
def folder():
    folder = Path(memory())
    yield folder
    shutil.rmtree(folder)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(COUNTY, COUNTY, st.data())
def test_a_search_finds_what_a_plain_look_finds(folder, before, county, data):
    place = Path(tempfile.mkdtemp(dir=folder))
    host = computer(place, "pc")
    path = place / "w.surveytool"
    made = {"device_id": "d", "keys": b"", "host": host}
    with QuietStore.create(path, PASSPHRASE, SEAT, **made) as store:
        # What stood before is typed over, so that the index must follow.
        store.take(change(number, one) for number, one in enumerate(before))
        overwrite(store, before, county)
        for _ in range(12):
            text = data.draw(queries(county))
            village = data.draw(st.sampled_from(["", "V1", "V2"]))
            found = store.search(text, village=village, limit=EVERY)
            assert {one.id for one in found} == plainly(county, text, village), text
        assert store.verify() == []
    shutil.rmtree(place)


def overwrite(store, before, county):
    for number, household in enumerate(county):
        root = Ref("household", f"h{number}")
        wanted = dict(change(number, household).set)
        for at in range(3 if number < len(before) else 0):
            wanted.setdefault(Ref("person", f"p{number}-{at}"), {GONE: "1"})
        for ref, values in wanted.items():
            rest = {name: None for name in ("decrease", GONE) if name not in values}
            wanted[ref] = rest | dict(values)
        store.save(store.sight(root).change("王", "2027", wanted))
    for number in range(len(county), len(before)):
        root = Ref("household", f"h{number}")
        store.save(store.sight(root).change("王", "2027", {root: {GONE: "1"}}))


def queries(county):
    """Parts of what stands there: of names whole letters, of numbers any digits."""
    persons = [person for _, _, some in county for person in some]
    numbers = [one["id_number"] for one in persons] + [one["phone"] for one in persons]
    numbers += [code for _, code, _ in county]
    parts = [part for text in numbers for part in cuts(text)]
    names = [part for one in persons for part in cuts(one["full_name"])]
    names = [one for one in names if one.isalnum() or len(one) > 2]
    every = parts + names or ["1"]
    return st.one_of(st.sampled_from(every), st.text("012", min_size=1, max_size=4))


def cuts(text):
    ends = range(1, len(text) + 1)
    return [text[at:end] for end in ends for at in range(end)]
