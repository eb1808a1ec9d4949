"""Turns XLSForm workbooks into XForm XML; the only file that knows pyxform."""

import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar
from zipfile import BadZipFile, ZipFile, is_zipfile

from surveytool.domain.refusal import Refusal

MAX_BYTES = 50 * 1024 * 1024
MOST_TIMES = 4  # an unpacked workbook may be so many times as large
ROOT = "data"
# What pyxform and its readers let through where a workbook is broken.
_BROKEN = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OSError,
    RecursionError,
    BadZipFile,
)
FIRST_ROW = 2  # below the names of the columns


class WorkbookRefusedError(Refusal):
    """pyxform found something wrong in a workbook."""

    code: ClassVar[str] = "questionnaire.workbook_refused"


class WorkbookTooLargeError(Refusal):
    """A workbook is larger than the limit."""

    code: ClassVar[str] = "questionnaire.workbook_too_large"


class WorkbookMissingError(Refusal):
    """There is no workbook at a path."""

    code: ClassVar[str] = "questionnaire.workbook_missing"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled form: its XML, pyxform's warnings and the workbook's hash.

    ``rows`` are the rows of the survey sheet by path, and those of the choices sheet
    by the ids of their texts.
    """

    xml: bytes
    warnings: tuple[str, ...]
    digest: str
    rows: Mapping[str, int] = field(default_factory=dict)


def compile_form(workbook: Path | str, *, cache: Path | None = None) -> Compiled:
    """Compile a workbook (.xlsx, .xls, .md by path) or a form in Markdown text.

    With a cache folder an unchanged workbook is not compiled again. Raises
    WorkbookRefusedError, WorkbookTooLargeError, WorkbookMissingError.
    """
    data, kind = _data(workbook)
    digest = hashlib.sha256(kind.encode() + b"\n" + data).hexdigest()
    if cache is None:
        return _compile(data, kind, digest)
    return _cached(cache, digest) or _cache(cache, _compile(data, kind, digest))


def _data(workbook: Path | str) -> tuple[bytes, str]:
    if isinstance(workbook, str):
        return workbook.encode(), ".md"
    return _read(workbook), workbook.suffix.lower()


def _cached(cache: Path, digest: str) -> Compiled | None:
    """Return what is kept; a pair of files that is incomplete or broken is nothing."""
    try:
        beside = json.loads((cache / f"{digest}.json").read_text("utf-8"))
        xml = (cache / f"{digest}.xml").read_bytes()
        return Compiled(xml, tuple(beside["warnings"]), digest, beside["rows"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _cache(cache: Path, compiled: Compiled) -> Compiled:
    cache.mkdir(parents=True, exist_ok=True)
    beside = {"warnings": compiled.warnings, "rows": compiled.rows}
    (cache / f"{compiled.digest}.xml").write_bytes(compiled.xml)
    text = json.dumps(beside, ensure_ascii=False)
    (cache / f"{compiled.digest}.json").write_text(text, "utf-8")
    return compiled


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise WorkbookMissingError(path=path)
    for size in (path.stat().st_size, _unpacked(path) // MOST_TIMES):
        if size > MAX_BYTES:
            raise WorkbookTooLargeError(path=path, megabytes=size >> 20)
    return path.read_bytes()


def _unpacked(path: Path) -> int:
    """Return how large a workbook is unpacked; 0 for what is no archive."""
    if not is_zipfile(path):
        return 0
    with ZipFile(path) as archive:
        return sum(one.file_size for one in archive.infolist())


def _compile(data: bytes, kind: str, digest: str) -> Compiled:
    from pyxform.errors import PyXFormError  # noqa: PLC0415 - slow, seldom needed
    from pyxform.xls2xform import convert  # noqa: PLC0415 - slow, seldom needed

    try:
        result = convert(_source(data, kind), file_type=kind, form_name=ROOT)
        sheets = _sheets(data, kind)
    except (PyXFormError, *_BROKEN) as error:
        raise WorkbookRefusedError(reason=error) from error
    rows = _rows(sheets["survey"]) | _choice_rows(sheets["choices"])
    return Compiled(result.xform.encode(), tuple(result.warnings), digest, rows)


def _source(data: bytes, kind: str) -> str | io.BytesIO:
    return data.decode() if kind == ".md" else io.BytesIO(data)


def _sheets(data: bytes, kind: str) -> dict[str, Sequence[Mapping[str, str]]]:
    from pyxform.xls2json_backends import (  # noqa: PLC0415 - slow, seldom needed
        get_xlsform,
    )

    found = get_xlsform(_source(data, kind), file_type=kind)
    return {"survey": found.survey or (), "choices": found.choices or ()}


def place_of(workbook: Path | str, sheet: str, text: str) -> tuple[int, str] | None:
    """Return the row and the column of the first cell of a sheet that holds a text."""
    data, kind = _data(workbook)
    for number, row in enumerate(_sheets(data, kind).get(sheet, ()), FIRST_ROW):
        for column, cell in row.items():
            if text in str(cell):
                return number, column
    return None


def _plain(row: Mapping[str, str]) -> dict[str, str]:
    """Return a row with the names of its columns as the specification has them."""
    names = {key.strip().lower().replace(" ", "_"): text for key, text in row.items()}
    return {"type": names.get("command", ""), "name": names.get("tag", "")} | names


def _rows(survey: Iterable[Mapping[str, str]]) -> dict[str, int]:
    """Return the row of each question in its sheet, by path."""
    rows: dict[str, int] = {}
    around = [f"/{ROOT}"]
    for number, row in enumerate(map(_plain, survey), FIRST_ROW):
        kind = str(row["type"]).replace("_", " ").strip()
        if kind.startswith("end ") and len(around) > 1:
            around.pop()
        elif row["name"]:
            path = f"{around[-1]}/{row['name']}"
            rows[path] = number
            if kind.startswith("begin "):
                around.append(path)
    return rows


def _choice_rows(choices: Iterable[Mapping[str, str]]) -> dict[str, int]:
    """Return the row of each choice in its sheet, by list and place: "town-0"."""
    rows: dict[str, int] = {}
    count: Counter[str] = Counter()
    for number, row in enumerate(map(_plain, choices), FIRST_ROW):
        name = str(row.get("list_name", "")).strip()
        if name:
            rows[f"{name}-{count[name]}"] = number
            count[name] += 1
    return rows
