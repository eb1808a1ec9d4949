"""Secondary instances from tables: rows become <root><item>…</item></root>."""

import csv
import io
import json
from collections.abc import Mapping
from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.domain.uncollected import uncollected
from surveytool.formula.table import table, table_of
from surveytool.formula.tree import Node


class BadTableError(Refusal):
    """A CSV or GeoJSON file that comes with a form cannot be read."""

    code: ClassVar[str] = "questionnaire.bad_table"


def csv_instance(data: bytes, name: str) -> Node:
    """Return the instance of a CSV file; the separator is "," or ";"."""
    text = data.decode("utf-8-sig", "replace")
    heading = text.partition("\n")[0]
    separator = ";" if heading.count(";") > heading.count(",") else ","
    lines = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        names = tuple(name.strip() for name in next(lines, []))
        empty = ("",) * len(names)
        rows = [(*line, *empty[len(line) :]) for line in lines if line]
        return table(names, rows)
    except csv.Error as error:
        raise BadTableError(name=name, reason=error) from error


def geojson_instance(data: bytes, name: str) -> Node:
    """Return the instance of a GeoJSON feature collection (ODK XForms spec)."""
    try:
        with uncollected():
            features = json.loads(data.decode("utf-8-sig"))["features"]
            return table_of([_feature(feature) for feature in features])
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
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return repr(value)
    return json.dumps(value, ensure_ascii=False)


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
