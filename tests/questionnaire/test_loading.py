import tomllib

import pytest

import surveytool.questionnaire as room
from surveytool.domain.refusal import Refusal
from surveytool.domain.resources import RESOURCES
from surveytool.formula.xml import BadXmlError, XmlEntitiesError, XmlTooDeepError
from surveytool.questionnaire.compile import (
    WorkbookMissingError,
    WorkbookRefusedError,
    compile_form,
)
from surveytool.questionnaire.form import NotAFormError, load_form
from surveytool.questionnaire.media import Media
from surveytool.questionnaire.order import CircularFormError
from surveytool.questionnaire.rows import BadTableError
from surveytool.questionnaire.session import Session
from surveytool.questionnaire.setting import Setting

FORM = """<h:html xmlns="http://www.w3.org/2002/xforms"
 xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>T</h:title><model>
<instance><data id="t">{nodes}</data></instance>{model}</model></h:head>
<h:body>{body}</h:body></h:html>"""


def xform(nodes="<a/>", model="", body='<input ref="/data/a"/>') -> bytes:
    return FORM.format(nodes=nodes, model=model, body=body).encode()


def test_what_is_no_xml_is_refused():
    with pytest.raises(BadXmlError):
        load_form(b"PK\x03\x04 not xml")
    with pytest.raises(BadXmlError):
        load_form(b"")


def test_xml_without_a_model_is_refused():
    with pytest.raises(NotAFormError) as refused:
        load_form(b"<html/>")
    assert "html" in refused.value.say("zh")


def test_entities_are_refused():
    bomb = b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]>' + xform()
    with pytest.raises(XmlEntitiesError):
        load_form(bomb)


def test_an_absurd_depth_is_refused():
    with pytest.raises(XmlTooDeepError):
        load_form(xform("<a>" * 5000 + "</a>" * 5000))


def test_circles_are_refused_by_name():
    model = (
        '<bind nodeset="/data/a" calculate="/data/b + 1"/>'
        '<bind nodeset="/data/b" calculate="/data/c + 1"/>'
        '<bind nodeset="/data/c" relevant="/data/a &gt; 0"/>'
    )
    with pytest.raises(CircularFormError) as refused:
        load_form(xform("<a/><b/><c/>", model))
    said = refused.value.say("zh")
    assert all(name in said for name in ("/data/a", "/data/b", "/data/c"))


def test_a_calculation_may_look_at_its_own_answer():
    model = '<bind nodeset="/data/a" calculate="coalesce(., /data/b)"/>'
    session = Session(load_form(xform("<a/><b/>", model)))
    session.answer("/data/b", "first")
    session.answer("/data/b", "second")
    assert session.node("/data/a").value == "first"
    session.answer("/data/a", "typed")
    assert session.node("/data/a").value == "typed"


def test_looking_at_ones_own_answer_in_a_constraint_is_no_circle():
    form = load_form(xform(model='<bind nodeset="/data/a" constraint=". &lt; 5"/>'))
    session = Session(form)
    session.answer("/data/a", "7")
    assert session.node("/data/a").violation == "constraint"


def test_a_broken_expression_is_refused_at_load():
    with pytest.raises(Refusal):
        load_form(xform(model='<bind nodeset="/data/a" calculate="1 +"/>'))


def test_a_hundred_thousand_choices_work():
    items = "".join(
        f"<item><name>c{n}</name><label>C {n}</label></item>" for n in range(100_000)
    )
    form = load_form(
        xform(
            model=f'<instance id="c"><root>{items}</root></instance>',
            body='<select1 ref="/data/a"><itemset nodeset="instance(\'c\')/root/item">'
            '<value ref="name"/><label ref="label"/></itemset></select1>',
        )
    )
    session = Session(form, Setting(seed=1))
    session.answer("/data/a", "c99999")
    assert session.node("/data/a").value == "c99999"


def test_media_never_leaves_its_folder(tmp_path):
    (tmp_path / "secret.csv").write_text("name\nx\n")
    folder = tmp_path / "media"
    folder.mkdir()
    media = Media(folder)
    assert media.read("jr://file-csv/../secret.csv") is None
    assert media.read(str(tmp_path / "secret.csv")) is None


def test_a_broken_table_is_refused():
    model = '<instance id="g" src="jr://file/g.geojson"/>'
    with pytest.raises(BadTableError):
        load_form(xform(model=model), Media(files={"g.geojson": b"[1"}))


def test_geojson_features_are_rows():
    model = (
        '<instance id="g" src="jr://file/g.geojson"/><bind nodeset="/data/a" '
        "calculate=\"instance('g')/root/item[id='w1']/geometry\"/>"
    )
    data = (
        b'{"type":"FeatureCollection","features":[{"type":"Feature","id":"w1",'
        b'"properties":{"title":"Well"},'
        b'"geometry":{"type":"Point","coordinates":[104.9,33.4]}}]}'
    )
    form = load_form(xform(model=model), Media(files={"g.geojson": data}))
    assert Session(form).node("/data/a").value == "33.4 104.9 0 0"


def test_workbooks_with_mistakes_are_refused(tmp_path):
    with pytest.raises(WorkbookRefusedError):
        compile_form("| survey | | |\n| | type | name |\n| | nonsense | a |")
    with pytest.raises(WorkbookMissingError):
        compile_form(tmp_path / "none.xlsx")
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(WorkbookRefusedError):
        compile_form(broken)


def test_an_unchanged_workbook_is_compiled_once(tmp_path):
    table = "| survey | | | |\n| | type | name | label |\n| | text | a | A |"
    first = compile_form(table, cache=tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {f"{first.digest}.xml", f"{first.digest}.json"}
    assert compile_form(table, cache=tmp_path) == first
    (tmp_path / f"{first.digest}.json").write_text("broken")
    assert compile_form(table, cache=tmp_path) == first


def test_every_code_has_its_sentences():
    sentences = tomllib.loads(
        (RESOURCES / "sentences" / "questionnaire.toml").read_text("utf-8")
    )
    assert all(set(said) == {"zh", "en"} for said in sentences.values())
    classes = [c for c in every(Refusal) if c.__module__.startswith(room.__name__)]
    assert classes
    assert {c.code for c in classes} <= set(sentences)


def every(root: type) -> list[type]:
    return [c for one in root.__subclasses__() for c in (one, *every(one))]
