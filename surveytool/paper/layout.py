"""A sheet as a county writes it down: a TOML file of a title and blocks."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from surveytool.domain.refusal import Refusal
from surveytool.domain.sentences import Language

Per = Literal["household", "list", "once"]
FORM = "form.typ"
PAPERS = ("a4", "a3")
PERS = ("household", "list", "once")
BLOCKS: Mapping[str, frozenset[str]] = {
    "line": frozenset({"parts"}),
    "pairs": frozenset({"items", "columns", "label_width", "room"}),
    "table": frozenset({"rows", "columns", "blank", "room", "where", "size", "fill"}),
    "text": frozenset({"paragraphs", "size", "indent"}),
    "prose": frozenset({"items", "label_width"}),
    "list": frozenset({"heads", "items", "widths", "room", "size"}),
    "opinions": frozenset({"items", "height", "label_width"}),
    "signatures": frozenset({"statement", "captions", "height", "each_row"}),
    "closing": frozenset({"lines"}),
    "big": frozenset({"value", "caption"}),
}
ALWAYS = frozenset({"kind", "title"})
SHEET_KEYS = frozenset(
    {"zh", "en", "template", "title", "per", "public", "paper", "across", "about"}
    | {"block", "labels", "fonts", "copies", "subtitle", "hidden", "size", "room"}
    | {"section", "max_choices"}
)
MEASURED = frozenset({"width", "widths", "label_width", "room", "height", "size"})
MEASURE = re.compile(r"auto|\d+(?:\.\d+)?(?:mm|cm|pt|em|fr|%)")
OWN_WAY = ("block", "about", "section", "max_choices")


class SheetFileError(Refusal):
    """The file of a sheet cannot be read as TOML."""

    code = "paper.sheet_file"


class SheetKeyError(Refusal):
    """The file of a sheet has a key that means nothing, or lacks one."""

    code = "paper.sheet_key"


class SheetBlockError(Refusal):
    """The file of a sheet has a block of an unknown kind."""

    code = "paper.sheet_block"


class SheetChoiceError(Refusal):
    """A key of a sheet's file has a value that it cannot have."""

    code = "paper.sheet_choice"


class SheetMeasureError(Refusal):
    """A length in the file of a sheet is not written as one."""

    code = "paper.sheet_measure"


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a sheet: its kind and what the county wrote about it."""

    kind: str
    title: str
    about: Mapping[str, Any]

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - TOML holds anything
        """Return what was written under a key."""
        return self.about.get(key, default)

    def texts(self, key: str) -> list[str]:
        """Return a list of words, empty where there is none."""
        return [str(one) for one in self.about.get(key, ())]


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet: title, paper, whether it hangs in public, and its blocks.

    ``per`` says what one sheet is about: a household, a list of households, or
    nothing in particular (once).
    """

    name: str
    zh: str
    en: str
    title: str
    blocks: tuple[Block, ...]
    template: str = FORM
    per: Per = "household"
    public: bool = False
    paper: str = "a4"
    across: bool = False
    copies: str = ""
    subtitle: str = ""
    size: str = ""
    room: str = ""
    hidden: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def name_in(self, language: Language = "zh") -> str:
        """Return the sheet's name for people."""
        return self.zh if language == "zh" else self.en


@cache
def read_layout(path: Path, changed: float = 0) -> Layout:
    """Read a sheet's file; raises SheetFileError and its kin by file and place.

    ``changed`` is the file's time, so that an edited file is read again.
    """
    del changed
    try:
        written = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SheetFileError(file=path.name, mistake=error) from error
    _check(path.name, written)
    rest = {key: value for key, value in written.items() if key not in OWN_WAY}
    blocks = tuple(
        _block(path.name, number, one)
        for number, one in enumerate(written.get("block", ()), 1)
    )
    return Layout(path.stem, blocks=blocks, **rest)


def _check(file: str, written: Mapping[str, Any]) -> None:
    for key in ("zh", "en", "title"):
        if key not in written:
            raise SheetKeyError(file=file, key=key, place="1")
    for key in written:
        if key not in SHEET_KEYS:
            raise SheetKeyError(file=file, key=key, place="1")
    for key, choices in (("per", PERS), ("paper", PAPERS)):
        value = written.get(key, choices[0])
        if value not in choices:
            known = "、".join(choices)
            raise SheetChoiceError(file=file, key=key, value=value, known=known)


def _block(file: str, number: int, written: Mapping[str, Any]) -> Block:
    kind = str(written.get("kind", ""))
    if kind not in BLOCKS:
        known = "、".join(BLOCKS)
        raise SheetBlockError(file=file, number=number, kind=kind, known=known)
    for key in written:
        if key not in BLOCKS[kind] | ALWAYS:
            raise SheetKeyError(file=file, key=key, place=number)
    for key, value in _measures(written):
        if not MEASURE.fullmatch(value):
            raise SheetMeasureError(file=file, number=number, key=key, value=value)
    return Block(kind, str(written.get("title", "")), written)


def _measures(part: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - TOML
    """Go through every length of a block: 29mm, 1fr, 10.5pt."""
    if isinstance(part, Mapping):
        for key, inner in part.items():
            if key in MEASURED:
                many = inner if isinstance(inner, list) else [inner]
                yield from ((key, str(one)) for one in many)
            else:
                yield from _measures(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _measures(inner)
