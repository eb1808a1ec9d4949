"""The catalogue of sentences: one per problem code and language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Literal

from surveytool.domain.resources import RESOURCES

Language = Literal["zh", "en"]


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Return every code with its sentences, read from resources/sentences."""
    sentences: dict[str, Mapping[str, str]] = {}
    for file in sorted((RESOURCES / "sentences").glob("*.toml")):
        sentences |= tomllib.loads(file.read_text("utf-8"))
    return sentences


def sentence(code: str, facts: Mapping[str, str], language: Language = "zh") -> str:
    """Return the sentence of a code with its facts filled in."""
    return catalogue()[code][language].format_map(facts)
