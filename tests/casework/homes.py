"""Households written down in a line, for tests."""

from surveytool.domain.entity import Entity, Ref

ROOT = Ref("household", "h1")


def household(**fields):
    return Entity(ROOT, ROOT, fields)


def person(id_="p1", **fields):
    return Entity(Ref("person", id_), ROOT, {"full_name": id_} | fields)


def measure(id_="m1", **fields):
    whole = {
        "order": "1",
        "class": "health",
        "content": "医疗救助",
        "unit": "县医保局",
        "responsible": "王敏",
        "starts": "2026-01-01",
        "ends": "2026-12-31",
    }
    return Entity(Ref("measure", id_), ROOT, whole | fields)
