"""The catalogue of sheets: one file each, a county's own beside the program's."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from surveytool.domain.refusal import Refusal
from surveytool.domain.resources import RESOURCES
from surveytool.paper.layout import Layout, read_layout

SHEETS = RESOURCES / "sheets"
CATALOGUE = "sheets.toml"
OURS = (SHEETS,)


class UnknownSheetError(Refusal):
    """There is no sheet of this name."""

    code = "paper.unknown_sheet"


def sheets(folders: Sequence[Path] = OURS) -> Mapping[str, Layout]:
    """Return every sheet by name, in the order of the catalogue.

    A file in a later folder replaces the one of its name, or adds a sheet.
    Raises SheetFileError and its kin where a file has a mistake.
    """
    files = {
        path.stem: path
        for folder in folders
        for path in sorted(folder.glob("*.toml"))
        if path.name != CATALOGUE
    }
    order = tomllib.loads((SHEETS / CATALOGUE).read_text("utf-8"))["order"]
    names = [*(name for name in order if name in files), *sorted(set(files) - {*order})]
    return {name: _read(files[name]) for name in names}


def sheet(name: str, folders: Sequence[Path] = OURS) -> Layout:
    """Return a sheet by name; UnknownSheetError where there is none."""
    for folder in reversed(folders):
        path = folder / f"{name}.toml"
        if path.is_file() and path.name != CATALOGUE:
            return _read(path)
    known = sheets(folders)
    raise UnknownSheetError(name=name, known="、".join(known))


def _read(path: Path) -> Layout:
    return read_layout(path, path.stat().st_mtime)
