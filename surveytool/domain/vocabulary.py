"""Fields and code lists: their words, types and the titles tables use."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from surveytool.domain.characters import compact
from surveytool.domain.resources import RESOURCES
from surveytool.domain.sentences import Language


@dataclass(frozen=True, slots=True)
class FieldWords:
    """What a field of an entity is called, holds and looks like in tables."""

    kind: str
    name: str
    zh: str
    en: str
    type: str = "text"
    codes: str = ""
    sensitive: bool = False
    titles: tuple[str, ...] = ()

    def title(self, language: Language = "zh") -> str:
        """Return the field's name for people."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class CodeList:
    """A list of codes with their labels and the other writings seen in files."""

    name: str
    entries: Mapping[str, tuple[str, ...]]

    def label(self, code: str, language: Language = "zh") -> str:
        """Return a code's label; an unknown code is its own label."""
        entry = self.entries.get(code)
        return entry[0 if language == "zh" else 1] if entry else code

    def labels(self, codes: str, language: Language = "zh") -> str:
        """Return the labels of blank-separated codes."""
        joint = "、" if language == "zh" else ", "
        return joint.join(self.label(code, language) for code in codes.split())

    def read(self, text: str) -> str | None:
        """Return the code that a label or other writing stands for."""
        bare = compact(text)
        if bare in self.entries:
            return bare
        for code, (zh, _, *others) in self.entries.items():
            if bare in map(compact, (zh, *others)):
                return code
        return None


@cache
def code_lists() -> Mapping[str, CodeList]:
    """Return every code list by name."""
    lists = _read("codes.toml")
    return {
        name: CodeList(name, {code: tuple(words) for code, words in entries.items()})
        for name, entries in lists.items()
    }


@cache
def fields(kind: str) -> Mapping[str, FieldWords]:
    """Return the fields of a kind of entity by name."""
    return {
        name: FieldWords(
            kind, name, **words | {"titles": tuple(words.get("titles", ()))}
        )
        for name, words in _read("fields.toml").get(kind, {}).items()
    }


def label(kind: str, name: str, value: str, language: Language = "zh") -> str:
    """Return a stored value as people read it: codes become their labels."""
    words = fields(kind).get(name)
    if words is None:
        return value
    if words.type == "yes_no":
        return code_lists()["yes_no"].label(value, language)
    if words.codes:
        return code_lists()[words.codes].labels(value, language)
    return value


@cache
def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads((RESOURCES / "vocabulary" / name).read_text("utf-8"))
