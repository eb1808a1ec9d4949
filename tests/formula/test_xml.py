import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveytool.domain.refusal import Refusal
from surveytool.formula import xml
from surveytool.formula.xml import read_xml
from surveytool.formula.xml_out import write_xml


def test_blank_text_between_elements_is_left_out():
    data = read_xml("<data>\n  <a> x </a>\n  <b/>\n</data>").children[0]
    assert [child.name for child in data.children] == ["a", "b"]
    assert data.children[0].text == " x "
    assert write_xml(data) == "<data><a> x </a><b/></data>"


def test_mixed_text_keeps_its_order():
    top = read_xml("<p>one <b>two</b> three<!-- no --></p>")
    assert top.string_value == "one two three"
    assert write_xml(top) == "<p>one <b>two</b> three</p>"


def test_whole_keeps_comments_and_blanks():
    text = "<p> <!--c--><?go now?>\n</p>"
    assert write_xml(read_xml(text, whole=True)) == text


def test_a_part_written_alone_declares_its_prefixes():
    text = '<d xmlns:orx="http://openrosa.org/xforms"><orx:meta orx:x="1"/></d>'
    meta = read_xml(text).children[0].children[0]
    assert meta.namespace == "http://openrosa.org/xforms"
    assert write_xml(meta) == (
        '<orx:meta xmlns:orx="http://openrosa.org/xforms" orx:x="1"/>'
    )


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("not xml", xml.BadXmlError),
        (b"\xff\xfe\x00", xml.BadXmlError),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', xml.BadXmlError),
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', xml.XmlEntitiesError),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///x">]><a/>', xml.XmlEntitiesError),
        ("<a>" * 1000 + "</a>" * 1000, xml.XmlTooDeepError),
        (" " * (xml.MAX_BYTES + 1), xml.XmlTooLargeError),
    ],
)
def test_refused(text, refusal):
    with pytest.raises(refusal) as caught:
        read_xml(text)
    assert caught.value.say("zh")
    assert caught.value.say("en")


def test_chinese_encoding_is_read():
    raw = '<?xml version="1.0" encoding="GBK"?><户>张三</户>'.encode("gbk")
    assert read_xml(raw).children[0].text == "张三"


@given(st.text(max_size=30), st.text(max_size=30))
def test_text_and_attributes_survive(text, attribute):
    node = read_xml("<d><a/></d>").children[0]
    node.children[0].text = text
    node.attributes["k"] = attribute
    again = read_xml(write_xml(node)).children[0]
    if xml_safe(text) and xml_safe(attribute):
        assert again.children[0].text == text
        assert again.attributes["k"] == attribute


def xml_safe(text):
    return all(c in "\t\n\r" or (c >= "\x20" and c not in "\ufffe\uffff") for c in text)


@given(st.text(max_size=60) | st.binary(max_size=60))
def test_anything_is_read_or_refused(data):
    try:
        document = read_xml(data)
    except Refusal as refusal:
        told = refusal.say("zh")
    else:
        told = write_xml(document)
    assert told
