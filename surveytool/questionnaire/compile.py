"""Turns XLSForm workbooks into XForm XML; the only file that knows pyxform."""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from surveytool.domain.refusal import Refusal

MAX_BYTES = 50 * 1024 * 1024
ROOT = "data"


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

    ``rows`` are the rows of the survey sheet by path; a cached form has none.
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
    data = workbook.encode() if isinstance(workbook, str) else _read(workbook)
    kind = ".md" if isinstance(workbook, str) else workbook.suffix.lower()
    digest = hashlib.sha256(kind.encode() + b"\n" + data).hexdigest()
    kept = None if cache is None else cache / f"{digest}.xml"
    if kept is not None and kept.is_file():
        return Compiled(kept.read_bytes(), (), digest)
    compiled = _compile(data, kind, digest)
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(compiled.xml)
    return compiled


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise WorkbookMissingError(path=path)
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise WorkbookTooLargeError(path=path, megabytes=size >> 20)
    return path.read_bytes()


def _compile(data: bytes, kind: str, digest: str) -> Compiled:
    from pyxform.errors import PyXFormError  # noqa: PLC0415 - slow, seldom needed
    from pyxform.xls2json_backends import (  # noqa: PLC0415 - slow, seldom needed
        get_xlsform,
    )
    from pyxform.xls2xform import convert  # noqa: PLC0415 - slow, seldom needed

    source = data.decode() if kind == ".md" else io.BytesIO(data)
    try:
        result = convert(source, file_type=kind, form_name=ROOT)
        source = data.decode() if kind == ".md" else io.BytesIO(data)
        survey = get_xlsform(source, file_type=kind).survey or []
    except (PyXFormError, ValueError, KeyError) as error:
        raise WorkbookRefusedError(reason=error) from error
    return Compiled(
        result.xform.encode(), tuple(result.warnings), digest, _rows(survey)
    )


def _rows(survey: list[dict[str, str]]) -> dict[str, int]:
    """Return the row of each question in its sheet, by path."""
    rows: dict[str, int] = {}
    around = [f"/{ROOT}"]
    for number, row in enumerate(survey, 2):
        kind = str(row.get("type", "")).replace("_", " ").strip()
        if kind.startswith("end ") and len(around) > 1:
            around.pop()
        elif row.get("name"):
            path = f"{around[-1]}/{row['name']}"
            rows[path] = number
            if kind.startswith("begin "):
                around.append(path)
    return rows
