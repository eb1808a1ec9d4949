"""Read trees from XML, with entities and external DTDs off."""

import re
from collections.abc import Mapping
from typing import ClassVar
from xml.parsers import expat

from surveytool.domain.refusal import Refusal
from surveytool.domain.uncollected import uncollected
from surveytool.formula.namespaces import WELL_KNOWN
from surveytool.formula.tree import Node

MAX_BYTES = 50 * 1024 * 1024
MAX_DEPTH = 200

_DECLARED_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding=["']([\w.-]+)["']""")


class BadXmlError(Refusal):
    """The text is not well-formed XML."""

    code: ClassVar[str] = "formula.bad_xml"


class XmlEntitiesError(Refusal):
    """The document declares entities, which are switched off."""

    code: ClassVar[str] = "formula.xml_entities"


class XmlTooLargeError(Refusal):
    """The document is larger than the limit."""

    code: ClassVar[str] = "formula.xml_too_large"


class XmlTooDeepError(Refusal):
    """Elements are nested deeper than the limit."""

    code: ClassVar[str] = "formula.xml_too_deep"


def read_xml(data: bytes | str, *, whole: bool = False) -> Node:
    """Return the document node of an XML text.

    Blank text between elements and comments are left out unless ``whole``.
    Raises BadXmlError, XmlEntitiesError, XmlTooLargeError, XmlTooDeepError.
    """
    if len(data) > MAX_BYTES:
        raise XmlTooLargeError(megabytes=len(data) >> 20, limit=MAX_BYTES >> 20)
    try:
        with uncollected():
            return _Reader(whole=whole).read(_text(data))
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise BadXmlError(reason=error) from error


def _text(data: bytes | str) -> bytes | str:
    if isinstance(data, str):
        return data.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    declared = _DECLARED_ENCODING.match(data[:200])
    if declared is None or declared[1].lower() in (b"utf-8", b"utf-16", b"us-ascii"):
        return data
    return data.decode(declared[1].decode("ascii"))


class _Reader:
    """Builds the tree while expat reads; keeps the open element and its text."""

    def __init__(self, *, whole: bool) -> None:
        self._whole = whole
        self._top = Node("", kind="document")
        self._at = self._top
        self._texts: list[str] = []
        self._depth = 0
        self._spaces: list[Mapping[str, str]] = [{**WELL_KNOWN, "": ""}]

    def read(self, data: bytes | str) -> Node:
        parser = expat.ParserCreate("utf-8" if isinstance(data, str) else None)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._texts.append
        parser.EntityDeclHandler = self._entity
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        if self._whole:
            parser.CommentHandler = self._comment
            parser.ProcessingInstructionHandler = self._instruction
            parser.StartCdataSectionHandler = self._flush
            parser.EndCdataSectionHandler = self._flush
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no keywords
        return self._top

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._texts:
            self._flush()
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise XmlTooDeepError(limit=MAX_DEPTH)
        node = Node(name)
        if attributes:
            self._take_attributes(node, attributes)
        if ":" in name:
            node.namespace = self._spaces[-1].get(name.partition(":")[0], "")
        else:
            node.namespace = self._spaces[-1][""]
        self._at = self._at.append(node)

    def _take_attributes(self, node: Node, attributes: dict[str, str]) -> None:
        """Part the declarations of namespaces from the attributes."""
        names = [name for name in attributes if name.startswith("xmlns")]
        declared = {
            name[6:]: attributes.pop(name) for name in names if name[5:6] in ("", ":")
        }
        if declared:
            node.declared = declared
            self._spaces.append({**self._spaces[-1], **declared})
        if attributes:
            node.attributes.update(attributes)

    def _end(self, _name: str) -> None:
        node = self._at
        if node.children or node.content:
            if self._texts:
                self._flush()
        elif self._texts:
            node.text = "".join(self._texts)
            self._texts.clear()
        if node.declared:
            self._spaces.pop()
        self._depth -= 1
        self._at = node.parent or self._top

    def _flush(self) -> None:
        """Keep the text before or between elements, unless it is blank."""
        text = "".join(self._texts)
        self._texts.clear()
        if text and self._at is not self._top and (self._whole or not text.isspace()):
            self._mix(Node("", text, kind="text"))

    def _comment(self, text: str) -> None:
        self._flush()
        self._mix(Node("", text, kind="comment"))

    def _instruction(self, target: str, text: str) -> None:
        self._flush()
        self._mix(Node(target, text, kind="instruction"))

    def _mix(self, node: Node) -> None:
        if self._at.content is None:
            self._at.content = list(self._at.children)
        node.parent = self._at
        self._at.content.append(node)

    def _entity(self, *_facts: object) -> None:
        raise XmlEntitiesError
