"""Fields by their names, kind.field, in the words of a sheet."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from surveytool.domain.entity import Entity
from surveytool.domain.refusal import Refusal
from surveytool.domain.vocabulary import FieldWords, code_lists, fields
from surveytool.paper.derived import DERIVED
from surveytool.paper.family import Family
from surveytool.paper.occasion import Occasion
from surveytool.paper.words import chinese_date, long_date, reads

LINE = "＿＿＿＿"
BLANK_PLACE = "　　　县　　　镇　　　村"
TICKED, EMPTY = "■", "□"  # both are in GB 2312, unlike a ticked box
NUMBERS = re.compile(r"\d[\d\- ]{9,}[\dXx]")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class SheetFieldError(Refusal):
    """A sheet asks for a field that there is not."""

    code = "paper.sheet_field"


@dataclass(frozen=True, slots=True)
class Saying:
    """Puts fields into words for one sheet of one occasion."""

    sheet: str
    occasion: Occasion
    is_public: bool = False

    def label(self, path: str) -> str:
        """Return what a field is called; raises SheetFieldError."""
        if path in DERIVED:
            return DERIVED[path][0]
        words = self.words(path)
        return words.title() if words else ""

    def words(self, path: str) -> FieldWords | None:
        """Return a field's words, None for one that is written by hand."""
        kind, _, name = path.partition(".")
        kind = "person" if kind == "head" else kind
        if not path or kind == "given" or path in DERIVED or not fields(kind):
            return None
        if name not in fields(kind):
            raise SheetFieldError(file=f"{self.sheet}.toml", field=path)
        return fields(kind)[name]

    def value(
        self, path: str, row: Entity | None = None, family: Family | None = None
    ) -> str:
        """Return a field of the row that a table is at, or of the household."""
        words = self.words(path)
        kind, _, name = path.partition(".")
        if kind == "given":
            return self.occasion.given.get(name, "")
        home = family or self.occasion.family
        is_row = row is not None and row.ref.kind == kind
        one = row if is_row else self._standing(kind, home)
        if one is None:
            return ""
        if path in DERIVED:
            return DERIVED[path][1](one, home, self.occasion.on) if home else ""
        return self._veiled(reads(one, name, self.occasion.masks)) if words else ""

    def ticks(self, path: str, choices: list[str]) -> str:
        """Return every choice of a field with a box, the chosen ones ticked."""
        words = self.words(path)
        if words is None:
            return "　".join(f"{EMPTY}{one}" for one in choices)
        kind, _, name = path.partition(".")
        one = self._standing(kind, self.occasion.family)
        chosen = one.get(name).split() if one else []
        codes = code_lists()["yes_no" if words.type == "yes_no" else words.codes]
        return "　".join(
            f"{TICKED if code in chosen else EMPTY}{codes.label(code)}"
            for code in codes.entries
        )

    def fill(self, text: str, gap: str = LINE) -> str:
        """Return a text with its {placeholders} filled in, a line where unknown."""
        return PLACEHOLDER.sub(lambda found: self._named(found[1]) or gap, text)

    def _named(self, name: str) -> str:
        known = KNOWN.get(name)
        if known:
            return self._veiled(known(self.occasion))
        if "." in name:
            return self.value(name)
        return self.occasion.given.get(name, "")

    def _standing(self, kind: str, home: Family | None) -> Entity | None:
        if kind == "village":
            return self.occasion.places
        return home.newest(kind) if home else None

    def _veiled(self, text: str) -> str:
        """Hide numbers that were typed into a text, on what hangs in public."""
        if not self.is_public:
            return text
        return NUMBERS.sub(lambda found: "*" * len(found[0]), text)


def _place(occasion: Occasion) -> str:
    place = occasion.places
    said = "".join(map(place.get, ("county", "township", "title"))) if place else ""
    return said or occasion.given.get("place", "") or BLANK_PLACE


def _head(occasion: Occasion) -> str:
    return occasion.family.head_name if occasion.family else ""


def _of_village(name: str) -> Callable[[Occasion], str]:
    return lambda one: one.places.get(name) if one.places else one.given.get(name, "")


def _persons(occasion: Occasion) -> str:
    sizes = [
        int(size) if (size := one.household.get("size")).isdecimal() else 0
        for one in occasion.families
    ]
    return str(sum(sizes)) if sizes else ""


KNOWN: dict[str, Callable[[Occasion], str]] = {
    "place": _place,
    "county": _of_village("county"),
    "township": _of_village("township"),
    "village": _of_village("title"),
    "head": _head,
    "count": lambda one: str(len(one.families)) if one.families else "",
    "persons": _persons,
    "today": lambda one: chinese_date(one.on.isoformat()),
    "date": lambda one: long_date(one.on.isoformat()),
    "year": lambda one: str(one.on.year),
}
