"""A ledger in the formats of statistics: CSV, JSON Lines, Parquet, SPSS, Stata."""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from surveytool.domain.refusal import Refusal
from surveytool.domain.vocabulary import code_lists
from surveytool.ledgers.ledger import LedgerColumn
from surveytool.ledgers.ledger_out import unique_titles
from surveytool.ledgers.record import Record

LONGEST_LABEL = 80  # of Stata; SPSS takes 256 bytes
Columns = Sequence[LedgerColumn]


class LibraryMissingError(Refusal):
    """A format needs a library that is not installed."""

    code = "ledgers.library_missing"
    exit_code = 2


class UnknownFormatError(Refusal):
    """A ledger cannot be written in a format of this ending."""

    code = "ledgers.unknown_format"
    exit_code = 2


def write_csv(path: Path, columns: Columns, rows: Sequence[Record]) -> None:
    """Write UTF-8 with a byte-order mark, so that Excel and WPS read Chinese.

    A long number is given as ="…": a spreadsheet keeps it as text.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([one.title for one in unique_titles(columns)])
        for row in rows:
            writer.writerow([_csv(column, row) for column in columns])


def write_json_lines(path: Path, columns: Columns, rows: Sequence[Record]) -> None:
    """Write one object a line, stored values under kind.field, all text."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for row in rows:
            values = {
                name: text
                for name, column in _named(columns).items()
                if (text := row.value(column))
            }
            stream.write(json.dumps(values, ensure_ascii=False) + "\n")


def write_parquet(path: Path, columns: Columns, rows: Sequence[Record]) -> None:
    """Write text columns, as stored, with their titles as metadata."""
    arrow: Any = _library("pyarrow", path)
    parquet: Any = _library("pyarrow.parquet", path)
    named = _named(columns)
    schema = arrow.schema(
        [
            arrow.field(name, arrow.string(), metadata={"title": column.title})
            for name, column in named.items()
        ]
    )
    arrays = {name: [one.value(c) for one in rows] for name, c in named.items()}
    parquet.write_table(arrow.table(arrays, schema=schema), path)


def write_labelled(path: Path, columns: Columns, rows: Sequence[Record]) -> None:
    """Write SPSS (.sav) or Stata (.dta) with the labels of variables and codes."""
    library: Any = _library("pyreadstat", path)
    frames: Any = _library("pandas", path)
    named = _named(columns, "_")
    texts = {name: [one.value(c) for one in rows] for name, c in named.items()}
    titles = [c.title[:LONGEST_LABEL] for c in named.values()]
    if path.suffix.lower() == ".dta":
        shown = {name: [one.text(c) for one in rows] for name, c in named.items()}
        frame = frames.DataFrame(shown, dtype=str)
        library.write_dta(frame, str(path), column_labels=titles)
        return
    labels = {name: found for name, c in named.items() if (found := _labels(c))}
    frame = frames.DataFrame(texts, dtype=str)
    library.write_sav(
        frame, str(path), column_labels=titles, variable_value_labels=labels
    )


Writer = Callable[[Path, Columns, Sequence[Record]], None]
FORMATS: Mapping[str, Writer] = {
    ".csv": write_csv,
    ".jsonl": write_json_lines,
    ".parquet": write_parquet,
    ".sav": write_labelled,
    ".dta": write_labelled,
}


def write_as(path: Path, columns: Columns, rows: Sequence[Record]) -> None:
    """Write by the ending; raises UnknownFormatError, LibraryMissingError."""
    writer = FORMATS.get(path.suffix.lower())
    if writer is None:
        raise UnknownFormatError(file=path.name, known="xlsx " + " ".join(FORMATS))
    writer(path, columns, rows)


def _csv(column: LedgerColumn, row: Record) -> str:
    text = row.text(column)
    starts_formula = text[:1] in {"=", "+", "-", "@"} and not column.is_number
    if column.is_number:
        return text
    is_long = text.isdecimal() and len(text) > 11  # noqa: PLR2004 - Excel shows 12 as 1E+11
    if is_long or (text.isdecimal() and text[:1] == "0" and len(text) > 1):
        return f'="{text}"'
    return f"'{text}" if starts_formula else text


def _named(columns: Columns, joint: str = ".") -> dict[str, LedgerColumn]:
    return {f"{c.kind}{joint}{c.words.name}": c for c in columns}


def _labels(column: LedgerColumn) -> Mapping[str, str]:
    name = "yes_no" if column.words.type == "yes_no" else column.words.codes
    if not name or column.words.type == "codes":
        return {}
    return {code: words[0] for code, words in code_lists()[name].entries.items()}


def _library(name: str, path: Path) -> object:
    try:
        return import_module(name)
    except ImportError as error:
        package = name.partition(".")[0]
        raise LibraryMissingError(file=path.name, library=package) from error
