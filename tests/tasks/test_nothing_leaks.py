"""With the demo county: no name or number outside what is encrypted."""

import contextlib
import io
import logging
import sys
import threading

import pytest

from surveytool.domain.entity import Ref
from surveytool.domain.refusal import Refusal
from surveytool.domain.seat import Office, Operator, Role, Seat
from surveytool.tasks import attachments, browse, keeping, operators, workspaces
from surveytool.tasks.demo.county import county
from surveytool.tasks.demo.scale import SCALES
from surveytool.ui.bugs import report

SEAT = Seat(Office.COUNTY, Role.ADMINISTRATOR, "钱卫东", "湄山县", "湄山县")
PASSPHRASE = "湄山 2026 demo"  # noqa: S105 - opens a demo only
PERSONAL = ("full_name", "id_number", "phone")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("work")


@pytest.fixture(scope="module")
def desk(place):
    desk = workspaces.create(place / "w.survey", PASSPHRASE, SEAT)
    desk.store.take(county(SCALES["small"], desk.store.device_id))
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def secrets(desk):
    """Every name, ID number and phone number of the county."""
    found = {
        one.get(name) for one in desk.store.each("person") for name in PERSONAL
    } - {""}
    assert len(found) > 500
    return found


def leaks(text, secrets):
    return sorted(one for one in secrets if one in text)


def test_files_and_their_names_tell_nobody_s_name(desk, place, secrets):
    root = Ref("household", browse.households(desk, browse.Filter())[0].id)
    name = attachments.keep(
        desk, b"%PDF-1.7 " + "".join(secrets).encode(), "application/pdf"
    )
    desk.write(root, {root: {"note": name}})
    operators.add(desk, Operator("李雪", Role.READER), PASSPHRASE)
    keeping.backup(desk)
    assert keeping.verify(desk) == []
    files = [one for one in place.rglob("*") if one.is_file()]
    endings = {one.suffix for one in files}
    assert {".survey", ".survey-wal", ".pdf", ".lock"} <= endings
    for file in files:
        content = file.read_bytes()
        assert leaks(str(file), secrets) == []
        for code in ("utf-8", "utf-16-le", "gb18030"):
            found = [
                one for one in secrets if len(one) > 2 and one.encode(code) in content
            ]
            assert found == [], (file.name, code)


def test_a_crash_report_names_places_in_the_program_only(desk, secrets):
    person = next(one for one in desk.store.each("person") if one.get("id_number"))
    numbers = dict[str, str]()
    with pytest.raises(KeyError) as caught:
        numbers[person.get("id_number")]
    assert leaks(str(caught.value), secrets) != []
    said = report(caught.value)
    assert "KeyError" in said
    assert leaks(said, secrets) == []


def test_nothing_is_said_on_the_way_and_nothing_logged(desk, secrets, caplog):
    out = io.StringIO()
    caplog.set_level(logging.DEBUG)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        for row in browse.households(desk, browse.Filter())[:5]:
            browse.household(desk, row.id)
            browse.find(desk, row.head_name)
        keeping.verify(desk)
        sys.stdout.flush()
    assert leaks(out.getvalue() + caplog.text, secrets) == []
    names = " ".join(one.name for one in threading.enumerate())
    assert leaks(names, secrets) == []


def test_the_audit_and_refusals_name_households_by_id(desk, secrets):
    lines = " ".join(str(one) for one in desk.store.audit_lines())
    assert leaks(lines, secrets) == []
    with pytest.raises(Refusal) as refusal:
        desk.store.attachment("0" * 64 + ".jpg")
    assert leaks(refusal.value.say("zh"), secrets) == []
