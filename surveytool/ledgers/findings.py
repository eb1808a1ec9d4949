"""The findings of an import as a workbook that its sender can work through."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook

from surveytool.domain.problem import Problem, Severity
from surveytool.domain.sentences import Language
from surveytool.ledgers.corrections import Correction
from surveytool.ledgers.styles import (
    fitting_widths,
    head_cells,
    new_sheet,
    set_print,
    set_widths,
    text_cell,
)

TITLES = {
    "zh": ("工作表", "行", "列", "列名", "内容", "级别", "问题说明"),
    "en": ("Sheet", "Row", "Column", "Title", "Value", "Severity", "Reason"),
}
TO_CORRECT = {"zh": "待更正", "en": "To correct "}
NAMES = {"zh": "问题清单", "en": "Findings"}
SEVERITIES = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "疑问", Severity.NOTE: "提示"},
    "en": {Severity.ERROR: "Error", Severity.WARNING: "Query", Severity.NOTE: "Note"},
}
WIDTHS = (18.0, 8.0, 8.0, 22.0, 26.0, 8.0, 72.0)
ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def write_findings(
    path: Path,
    problems: Iterable[Problem],
    language: Language = "zh",
    *,
    corrections: Sequence[Correction] = (),
) -> None:
    """Write one row per finding, errors first, every value as text.

    The rows to put right follow on sheets of their own; the whole workbook can
    be taken in again.
    """
    listed = sorted(problems, key=lambda one: ORDER.index(one.severity))
    book = Workbook(write_only=True)
    sheet = new_sheet(book, NAMES[language])
    sheet.freeze_panes = "A2"
    set_widths(sheet, WIDTHS)
    set_print(sheet, head_row=1, is_wide=True)
    sheet.auto_filter.ref = f"A1:G{len(listed) + 1}"
    sheet.append(head_cells(sheet, TITLES[language]))
    for problem in listed:
        texts = finding_row(problem, language)
        sheet.append([text_cell(sheet, text) for text in texts])
    for number, one in enumerate(corrections, 1):
        _write_rows(book, one, f"{TO_CORRECT[language]}{number}")
    book.save(path)


def _write_rows(book: Workbook, one: Correction, name: str) -> None:
    sheet = new_sheet(book, name)
    sheet.freeze_panes = "A2"
    set_widths(sheet, fitting_widths([one.titles, *one.rows]))
    set_print(sheet, head_row=1, is_wide=True)
    sheet.append(head_cells(sheet, one.titles))
    for row in one.rows:
        sheet.append([text_cell(sheet, text) for text in row])


def finding_row(problem: Problem, language: Language = "zh") -> tuple[str, ...]:
    """Return a finding's place, value, severity and reason as text."""
    facts = problem.facts
    place = [facts.get(name, "") for name in ("sheet", "row", "column", "title")]
    return (
        *(place if any(place) else (problem.where, "", "", "")),
        facts.get("value", ""),
        SEVERITIES[language][problem.severity],
        problem.say(language),
    )
