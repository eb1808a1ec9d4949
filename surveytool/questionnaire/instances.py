"""The secondary instances of a form: inside it, beside it, or given from outside."""

from dataclasses import dataclass

from surveytool.formula.tree import Node
from surveytool.formula.xml import read_xml
from surveytool.questionnaire.media import Media
from surveytool.questionnaire.rows import csv_instance, geojson_instance
from surveytool.questionnaire.source import attribute, below, plain
from surveytool.questionnaire.xml_rows import xml_table

LAST_SAVED = "jr://instance/last-saved"


@dataclass(frozen=True, slots=True)
class Source:
    """One secondary instance; ``node`` is None while nobody has given its data."""

    id: str
    address: str
    node: Node | None

    @property
    def is_list(self) -> bool:
        """Whether it is a table that a workspace may fill with its own rows."""
        return self.address.startswith("jr://file")


def sources_of(model: Node, media: Media) -> dict[str, Source]:
    """Return the secondary instances of a model, the first instance left out."""
    found = {}
    for node in list(below(model, "instance"))[1:]:
        name = attribute(node, "id")
        address = attribute(node, "src").strip()
        read = _read(address, media) if address else plain(node).seal()
        if read is None and node.children:
            read = plain(node).seal()
        found[name] = Source(name, address, read)
    return found


def _read(address: str, media: Media) -> Node | None:
    data = None if address == LAST_SAVED else media.read(address)
    if data is None:
        return None
    kind = address.rpartition(".")[2].lower()
    if address.startswith("jr://file-csv") or kind == "csv":
        return csv_instance(data, address)
    if kind in ("geojson", "json"):
        return geojson_instance(data, address)
    plain_table = xml_table(data)
    return _xml_instance(data) if plain_table is None else plain_table


def _xml_instance(data: bytes) -> Node:
    top = Node("instance")
    top.append(plain(read_xml(data)).children[0])
    return top.seal()
