"""Functions of places: areas, distances, fences; metres and degrees."""

import math
from itertools import pairwise

from surveytool.formula.functions.signature import MANY, Function, values
from surveytool.formula.values import texts_of
from surveytool.formula.world import Scope, Value

_EARTH_RADIUS = 6_378_100  # metres, as the other ODK engines have it
_MIN_POINTS = 3

Point = tuple[float, float]  # latitude, longitude in degrees


def _points(given: tuple[Value, ...]) -> list[Point] | None:
    """Return the places of geopoints, traces and shapes; None if one is none."""
    texts = [
        text
        for value in given
        for whole in texts_of(value)
        for text in whole.strip().strip(";").split(";")
    ]
    points = [_point(text) for text in texts]
    found = [point for point in points if point is not None]
    return found if len(found) == len(points) else None


def _point(text: str) -> Point | None:
    parts = text.split()
    if not 2 <= len(parts) <= 4:  # noqa: PLR2004 - latitude longitude altitude accuracy
        return None
    try:
        latitude, longitude = float(parts[0]), float(parts[1])
    except ValueError:
        return None
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):  # noqa: PLR2004 - degrees
        return None
    return latitude, longitude


def _area(_scope: Scope, *given: Value) -> float:
    """Return the area inside a shape in square metres."""
    points = _points(given)
    if points is None or len(points) < 2:  # noqa: PLR2004 - nothing between
        return math.nan
    if len(points) < _MIN_POINTS:
        return 0.0
    ring = points if points[0] == points[-1] else [*points, points[0]]
    total = sum(
        math.radians(there[1] - here[1])
        * (2 + math.sin(math.radians(there[0])) + math.sin(math.radians(here[0])))
        for here, there in pairwise(ring)
    )
    return round(abs(total) * _EARTH_RADIUS * _EARTH_RADIUS / 2, 2)


def _distance(_scope: Scope, *given: Value) -> float:
    """Return the length of a line in metres."""
    points = _points(given)
    if points is None or len(points) < 2:  # noqa: PLR2004 - nothing between
        return math.nan
    return round(sum(_apart(here, there) for here, there in pairwise(points)), 2)


def _apart(here: Point, there: Point) -> float:
    if here == there:
        return 0.0
    low, high = math.radians(here[0]), math.radians(there[0])
    cosine = math.sin(low) * math.sin(high) + math.cos(low) * math.cos(high) * math.cos(
        math.radians(here[1] - there[1])
    )
    return math.acos(max(-1.0, min(1.0, cosine))) * _EARTH_RADIUS


def _geofence(_scope: Scope, place: Value, shape: Value) -> bool:
    """Whether a place lies inside a shape: a ray crosses its border oddly often."""
    points, ring = _points((place,)), _points((shape,))
    if not points or ring is None or len(ring) < _MIN_POINTS:
        return False
    latitude, longitude = points[0]
    inside = False
    for here, there in pairwise([*ring, ring[0]]):
        if (here[0] > latitude) != (there[0] > latitude):
            slope = (there[1] - here[1]) / (there[0] - here[0])
            inside ^= longitude < slope * (latitude - here[0]) + here[1]
    return inside


GEO: dict[str, Function] = {
    "area": values(_area, 1),
    "enclosed-area": values(_area, 1),
    "distance": values(_distance, 0, MANY),
    "geofence": values(_geofence, 2),
}
