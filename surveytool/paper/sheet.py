"""The catalogue of sheets: which template prints what."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from surveytool.domain.refusal import Refusal
from surveytool.domain.resources import RESOURCES
from surveytool.domain.sentences import Language

SHEETS = RESOURCES / "sheets"


class UnknownSheetError(Refusal):
    """There is no sheet of this name."""

    code = "paper.unknown_sheet"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of paper: its template file and its name for people."""

    name: str
    zh: str
    en: str
    template: str

    def title(self, language: Language = "zh") -> str:
        """Return the sheet's name for people."""
        return self.zh if language == "zh" else self.en


def sheets(folder: Path = SHEETS) -> Mapping[str, Sheet]:
    """Return every sheet by name, read from sheets.toml in the folder."""
    entries = tomllib.loads((folder / "sheets.toml").read_text("utf-8"))
    return {name: Sheet(name, **words) for name, words in entries.items()}


def sheet(name: str, folder: Path = SHEETS) -> Sheet:
    """Return a sheet by name; UnknownSheetError where there is none."""
    known = sheets(folder)
    if name not in known:
        raise UnknownSheetError(name=name, known="、".join(known))
    return known[name]
