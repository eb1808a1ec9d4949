"""Bad forms: a clear refusal or it simply works, never a hang, never another file."""

import subprocess
import sys
import time
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from test_loading import xform

from surveytool.domain.refusal import Refusal
from surveytool.formula import effort
from surveytool.formula import xml as xml_reader
from surveytool.formula.xml import XmlTooLargeError
from surveytool.questionnaire import compile as workbooks
from surveytool.questionnaire import media as files
from surveytool.questionnaire.compile import (
    WorkbookRefusedError,
    WorkbookTooLargeError,
    compile_form,
)
from surveytool.questionnaire.form import load_form
from surveytool.questionnaire.media import Media, MediaTooLargeError
from surveytool.questionnaire.session import Session

ENDLESS = "(a|aa)+$"


@pytest.fixture
def quick():
    """Fail what takes long; a hang would take for ever."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < 20


def calculated(formula: str, nodes="<a/><b/>") -> Session:
    model = f'<bind nodeset="/data/a" calculate="{formula}"/>'
    return Session(load_form(xform(nodes, model, '<input ref="/data/b"/>')))


def test_a_form_may_not_be_larger_than_fifty_megabytes(monkeypatch, tmp_path):
    assert xml_reader.MAX_BYTES == workbooks.MAX_BYTES == 50 * 1024 * 1024
    for room in (xml_reader, workbooks, files):
        monkeypatch.setattr(room, "MAX_BYTES", 1000)
    with pytest.raises(XmlTooLargeError):
        load_form(xform("<a/>" * 500))
    book = tmp_path / "big.xlsx"
    book.write_bytes(b"PK" + b"x" * 1000)
    with pytest.raises(WorkbookTooLargeError):
        compile_form(book)
    (tmp_path / "big.csv").write_bytes(b"name\n" * 500)
    with pytest.raises(MediaTooLargeError):
        load_form(
            xform(model='<instance id="x" src="jr://file-csv/big.csv"/>'), tmp_path
        )


def test_a_workbook_that_unpacks_to_gigabytes_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(workbooks, "MAX_BYTES", 1 << 20)
    book = tmp_path / "bomb.xlsx"
    with ZipFile(book, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (5 << 20))
    with pytest.raises(WorkbookTooLargeError):
        compile_form(book)


def test_groups_nested_too_deep_are_refused():
    rows = [f"| | begin_group | g{n} | G |" for n in range(1500)]
    rows += ["| | end_group | | |"] * 1500
    table = "\n".join(["| survey | | | |", "| | type | name | label |", *rows])
    with pytest.raises(Refusal):
        load_form(compile_form(table).xml)


@pytest.mark.parametrize("name", ["x.xlsx", "x.xls", "x.md", "x.csv", "x.docx"])
@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 200, b"\xff"]
)
def test_what_is_no_workbook_is_refused(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(WorkbookRefusedError):
        compile_form(path)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "secret.csv").write_text("name\nx\n")
    folder = tmp_path / "media"
    folder.mkdir()
    try:
        (folder / "list.csv").symlink_to(tmp_path / "secret.csv")
    except OSError:
        pytest.skip("this system makes no links")
    assert Media(folder).read("jr://file-csv/list.csv") is None


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://127.0.0.1:9/x.xml", "/etc/passwd", ".."]
)
def test_an_address_is_only_ever_a_name_in_the_folder(tmp_path, address):
    form = load_form(xform(model=f'<instance id="x" src="{address}"/>'), tmp_path)
    assert form.sources["x"].node is None


def test_filling_in_opens_no_connection_and_no_file():
    code = (
        "import sys\n"
        "def heard(event, facts):\n"
        "    if event in ('open', 'socket.connect', 'subprocess.Popen'):\n"
        "        print(event, facts[0])\n"
        "from surveytool.questionnaire.form import load_form\n"
        "from surveytool.questionnaire.session import Session\n"
        "xml = sys.stdin.buffer.read()\n"
        "sys.addaudithook(heard)\n"
        "s = Session(load_form(xml))\n"
        "s.answer('/data/a', 'x'); s.submission(); s.answers()\n"
    )
    outside = b'<!DOCTYPE h SYSTEM "http://127.0.0.1:9/x.dtd">' + xform(
        model='<instance id="x" src="http://127.0.0.1:9/x.xml"/>'
    )
    done = subprocess.run([sys.executable, "-c", code], input=outside,
                          capture_output=True, check=True)  # fmt: skip
    assert done.stdout == b""


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "pattern",
    [
        ENDLESS,
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        "(.*)*x",
        "(a?){60}a{60}b",
        "a?" * 60 + "a" * 60 + "b",
        "(?=(a|aa)+$)b",
        "(a|aa)+\\b$",
    ],
)
def test_no_pattern_takes_for_ever(pattern):
    session = calculated(f"regex(/data/b, '{pattern}')")
    session.answer("/data/b", "a" * 60 + "!")
    assert session.node("/data/a").value in ("true", "false", "")


@pytest.mark.usefixtures("quick")
def test_a_formula_that_looks_at_everything_again_and_again_is_stopped(monkeypatch):
    monkeypatch.setattr(effort, "MAX_EFFORT", 100_000)
    nodes = "<a/><b/>" + "<c><d/></c>" * 3000
    session = calculated("count(//*[count(//*[count(//*) > 1]) > 1])", nodes)
    assert session.faults[0].code == "questionnaire.cannot_work_out"


@pytest.mark.usefixtures("quick")
def test_a_text_cannot_double_itself_for_ever():
    session = calculated("concat('x', /data/b, ., .)")
    for n in range(60):
        session.answer("/data/b", str(n))
    assert len(session.node("/data/a").value) < 5_000_000


@pytest.mark.usefixtures("quick")
def test_actions_that_start_each_other_come_to_an_end():
    body = (
        '<input ref="/data/a"><setvalue event="xforms-value-changed" ref="/data/b"'
        ' value="concat(/data/a, 1)"/></input>'
        '<input ref="/data/b"><setvalue event="xforms-value-changed" ref="/data/a"'
        ' value="concat(/data/b, 2)"/></input>'
    )
    session = Session(load_form(xform("<a/><b/>", "", body)))
    session.answer("/data/a", "0")
    assert session.node("/data/b").value.startswith("01")


def test_an_action_whose_target_is_not_there_does_nothing():
    body = (
        '<repeat nodeset="/data/r"><setvalue event="odk-new-repeat" ref="/data/r/none"'
        ' value="1"/><input ref="/data/r/x"/></repeat>'
    )
    session = Session(load_form(xform("<r><x/></r>", "", body)))
    session.add_repeat("/data/r")
    assert session.node("/data/r").count == 2


@pytest.mark.usefixtures("quick")
def test_a_choice_that_names_itself_is_no_endless_loop():
    model = (
        '<itext><translation lang="en"><text id="c"><value>Name '
        "<output value=\"jr:choice-name(/data/a, '/data/a')\"/></value></text>"
        "</translation></itext>"
    )
    body = (
        '<select1 ref="/data/a"><item><label ref="jr:itext(\'c\')"/>'
        "<value>x</value></item></select1>"
    )
    session = Session(load_form(xform("<a>x</a>", model, body)))
    assert session.node("/data/a").options[0][0] == "x"


@pytest.mark.usefixtures("quick")
def test_deep_formulas_are_refused_or_work():
    deep = "(" * 100_000 + "1" + ")" * 100_000
    with pytest.raises(Refusal):
        calculated(deep)
    assert calculated("(" * 200 + "1" + ")" * 200).node("/data/a").value == "1"


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "count", ["1000000000", "999999999999", "1 div 0", "-5", "'x'", "0.9"]
)
def test_no_count_makes_too_many_instances(count):
    body = (
        f'<group ref="/data/r"><repeat nodeset="/data/r" jr:count="{count}"/></group>'
    )
    source = xform("<r><x/></r>", "", body)
    named = source.replace(
        b"<h:html ", b'<h:html xmlns:jr="http://openrosa.org/javarosa" '
    )
    session = Session(load_form(named))
    assert session.node("/data/r").count <= 1
