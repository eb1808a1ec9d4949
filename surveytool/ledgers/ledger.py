"""A ledger as a county writes it down: which rows, which columns."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from surveytool.domain.refusal import Refusal
from surveytool.domain.resources import RESOURCES
from surveytool.domain.vocabulary import FieldWords, fields

LEDGERS = RESOURCES / "ledgers"
OURS = (LEDGERS,)
ABOVE = ("village", "household")
NUMBERS = frozenset({"money", "decimal", "integer"})
LINKS = frozenset({"household", "person", "plan", "village"})


class UnknownLedgerError(Refusal):
    """There is no ledger of this name."""

    code = "ledgers.unknown_ledger"
    exit_code = 2


class LedgerFileError(Refusal):
    """The file of a ledger has a mistake."""

    code = "ledgers.ledger_file"


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column: its title and the field under it, as kind.name; summed or not."""

    title: str
    kind: str
    words: FieldWords
    total: bool = False

    @property
    def is_number(self) -> bool:
        """Whether its cells are amounts or counts; identifiers never are."""
        return self.words.type in NUMBERS


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger: one row per entity of a kind, where these fields are so."""

    name: str
    zh: str
    en: str
    rows: str
    columns: tuple[LedgerColumn, ...]
    filled: tuple[str, ...] = ()
    where: Mapping[str, Sequence[str]] = field(default_factory=dict)


def ledger_names(folders: Sequence[Path] = OURS) -> list[tuple[str, str]]:
    """Return the ledgers: name and title."""
    return [(one.name, one.zh) for one in _all(folders).values()]


def ledger(name: str, folders: Sequence[Path] = OURS) -> Ledger:
    """Return a ledger; raises UnknownLedgerError, LedgerFileError."""
    for folder in reversed(folders):
        path = folder / f"{name}.toml"
        if path.is_file():
            return _read(path)
    raise UnknownLedgerError(ledger=name, known="、".join(_all(folders)))


def column(path: str, title: str = "", *, total: bool = False) -> LedgerColumn | None:
    """Return the column of a field, None where there is no such field."""
    kind, _, name = path.partition(".")
    words = fields("person" if kind == "head" else kind).get(name)
    return LedgerColumn(title or _title(words), kind, words, total) if words else None


def _all(folders: Sequence[Path]) -> Mapping[str, Ledger]:
    paths = [path for folder in folders for path in sorted(folder.glob("*.toml"))]
    return {path.stem: _read(path) for path in paths}


def _read(path: Path) -> Ledger:
    try:
        written = tomllib.loads(path.read_text("utf-8-sig"))
        columns = tuple(_columns(path.name, written))
        return Ledger(
            path.stem,
            written["zh"],
            written["en"],
            written["rows"],
            columns,
            tuple(written.get("filled", ())),
            written.get("where", {}),
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        raise LedgerFileError(file=path.name, mistake=error) from error


def _columns(file: str, written: Mapping[str, Any]) -> Iterator[LedgerColumn]:
    listed = written.get("columns")
    if listed is None:
        yield from _usual(written["rows"])
        return
    for one in listed:
        about = {"field": one} if isinstance(one, str) else one
        path = about["field"]
        made = column(path, about.get("title", ""), total=bool(about.get("total")))
        if made is None:
            raise LedgerFileError(file=file, mistake=path)
        yield made


def _usual(kind: str) -> Iterator[LedgerColumn]:
    """Return place and household before every field of a kind, links left out."""
    for above in ABOVE:
        if above != kind:
            for words in fields(above).values():
                if words.titles:
                    yield LedgerColumn(_title(words), above, words)
    for words in fields(kind).values():
        if words.name not in LINKS:
            yield LedgerColumn(_title(words), kind, words)


def _title(words: FieldWords) -> str:
    return words.titles[0] if words.titles else words.zh
