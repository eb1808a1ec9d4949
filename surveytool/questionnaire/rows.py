"""Secondary instances from tables: rows become <root><item>…</item></root>."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.tree import Node


class BadTableError(Refusal):
    """A CSV or GeoJSON file that comes with a form cannot be read."""

    code: ClassVar[str] = "questionnaire.bad_table"


def instance_of(rows: Iterable[Mapping[str, str]]) -> Node:
    """Return the instance node of rows."""
    return _table(_item(row.items()) for row in rows)


def csv_instance(data: bytes, name: str) -> Node:
    """Return the instance of a CSV file; the separator is "," or ";"."""
    text = data.decode("utf-8-sig", "replace")
    heading = text.partition("\n")[0]
    separator = ";" if heading.count(";") > heading.count(",") else ","
    lines = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        return _table(_csv_items(lines))
    except csv.Error as error:
        raise BadTableError(name=name, reason=error) from error


def _table(items: Iterable[Node]) -> Node:
    top = Node("instance")
    top.append(Node("root")).fill(list(items))
    return top.seal()


def _item(pairs: Iterable[tuple[str, str]]) -> Node:
    return Node("item").fill([Node(name, value) for name, value in pairs if name])


def _csv_items(lines: Iterator[list[str]]) -> Iterator[Node]:
    names = [name.strip() for name in next(lines, [])]
    for line in lines:
        if line:
            yield _item(zip_longest(names, line[: len(names)], fillvalue=""))


def geojson_instance(data: bytes, name: str) -> Node:
    """Return the instance of a GeoJSON feature collection (ODK XForms spec)."""
    try:
        found = json.loads(data.decode("utf-8-sig"))
        features = found["features"]
        return instance_of([_feature(feature) for feature in features])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadTableError(name=name, reason=error) from error


def _feature(feature: Mapping[str, object]) -> dict[str, str]:
    row = {"geometry": _geometry(feature.get("geometry"))}
    properties = feature.get("properties") or {}
    if isinstance(properties, dict):
        row |= {str(key): _plain(value) for key, value in properties.items()}
    if "id" in feature:
        row["id"] = _plain(feature["id"])
    return row


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _geometry(geometry: object) -> str:
    if not isinstance(geometry, dict):
        return ""
    points = geometry.get("coordinates", [])
    if geometry.get("type") == "Point":
        return _point(points)
    if geometry.get("type") == "Polygon":
        points = points[0]
    return "; ".join(_point(point) for point in points)


def _point(point: list[object]) -> str:
    return f"{_plain(point[1])} {_plain(point[0])} 0 0"
