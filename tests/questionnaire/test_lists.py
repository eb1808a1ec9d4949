"""Lists that come with a form: CSV, XML, GeoJSON, the last submission."""

import pytest

from surveytool.formula.xml import XmlEntitiesError, read_xml
from surveytool.formula.xml_out import write_xml
from surveytool.questionnaire.form import load_form
from surveytool.questionnaire.media import Media
from surveytool.questionnaire.rows import BadTableError
from surveytool.questionnaire.session import Session
from surveytool.questionnaire.setting import Setting
from surveytool.questionnaire.source import plain
from surveytool.questionnaire.xml_rows import xml_table

FORM = """<h:html xmlns="http://www.w3.org/2002/xforms"
 xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>T</h:title><model>
<instance><data id="t"><a/></data></instance>
<instance id="list" src="{source}"/>
<bind nodeset="/data/a" calculate="{formula}"/></model></h:head>
<h:body><input ref="/data/a"/></h:body></h:html>"""


def told(source: str, data: bytes, formula: str, setting: Setting | None = None) -> str:
    name = source.rpartition("/")[2]
    xml = FORM.format(source=source, formula=formula)
    form = load_form(xml, Media(files={name: data}))
    return Session(form, setting).node("/data/a").value


FIND = "instance('list')/root/item[name = 'b']/label"


@pytest.mark.parametrize(
    "data",
    [
        b"name,label\na,A\nb,B\n",
        b"name;label\na;A\nb;B\n",
        b'name,label\r\n"a","A, first"\r\n"b","B"\r\n',
        "\ufeffname,label\nb,B".encode(),
        b"name, label \nb,B,too much\nc\n\n",
    ],
)
def test_tables_in_csv(data):
    assert told("jr://file-csv/list.csv", data, FIND) == "B"


def test_the_key_of_pulldata_is_compared_as_text():
    data = b"code,label\n01,one\n1,uno\n"
    formula = "pulldata('list', 'label', 'code', '01')"
    assert told("jr://file-csv/list.csv", data, formula) == "one"


@pytest.mark.parametrize(
    "text",
    [
        "<root><item><name>b</name><label>B</label></item></root>",
        "<root> <item> <name>b</name>\n<label>B</label> </item> <!-- c --> </root>",
        "<root><item><label>B</label></item></root>",
        "<root><item><a>1</a></item><item><b>2</b><a>3</a></item></root>",
        '<root><item id="1"><name>b</name><label>B</label></item></root>',
        "<root><item><name>b<i>x</i></name><label>B</label></item></root>",
        "<root><other><name>b</name></other></root>",
        "<root/>",
        '<root xmlns="urn:x"><item><name>b</name></item></root>',
        "<root><item>text<name>b</name></item></root>",
    ],
)
def test_a_table_in_xml_is_what_the_careful_reader_reads(text):
    quick = xml_table(text.encode())
    slow = plain(read_xml(text)).children[0]
    if quick is not None:
        assert write_xml(quick.children[0]) == write_xml(slow)


def test_lists_in_xml_may_not_declare_entities():
    data = (
        b'<!DOCTYPE root [<!ENTITY x "y">]><root><item><name>&x;</name></item></root>'
    )
    with pytest.raises(XmlEntitiesError):
        told("jr://file/list.xml", data, FIND)


def test_geojson_keeps_properties_and_shapes():
    data = b"""{"type":"FeatureCollection","features":[{"type":"Feature",
      "properties":{"name":"b","size":2.50,"open":true,"none":null},
      "geometry":{"type":"Polygon",
        "coordinates":[[[1,2],[1,3],[2,3],[1,2]]]}}]}"""
    source = "jr://file/list.geojson"
    at = "instance('list')/root/item[name = 'b']"
    shape = "2 1 0 0; 3 1 0 0; 3 2 0 0; 2 1 0 0"
    assert told(source, data, f"{at}/geometry") == shape
    assert told(source, data, f"concat({at}/size, {at}/open, {at}/none)") == "2.5true"


def test_broken_geojson_is_refused_by_name():
    with pytest.raises(BadTableError) as refused:
        told("jr://file/list.geojson", b'{"features": 1}', FIND)
    assert "list.geojson" in refused.value.say("zh")


def test_the_last_submission_can_be_looked_at():
    last = b'<data id="t"><a>before</a></data>'
    source, formula = "jr://instance/last-saved", "instance('list')/data/a"
    assert told(source, b"", formula, Setting(last_saved=last)) == "before"
    assert told(source, b"", formula) == ""
