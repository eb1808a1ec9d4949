"""A form's own checks: what its author should mend, by sheet, row and column."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from surveytool.domain.problem import Problem, Severity
from surveytool.domain.refusal import Refusal
from surveytool.questionnaire.check_rules import rules_to_mend
from surveytool.questionnaire.check_texts import texts_to_mend
from surveytool.questionnaire.compile import (
    Compiled,
    WorkbookRefusedError,
    compile_form,
    place_of,
)
from surveytool.questionnaire.form import Form, load_form
from surveytool.questionnaire.media import Media
from surveytool.questionnaire.order import CircularFormError
from surveytool.questionnaire.rule import BrokenRuleError
from surveytool.questionnaire.workbook_words import workbook_problem

Rows = Mapping[str, int]


def check_workbook(workbook: Path | str, media: Media | None = None) -> list[Problem]:
    """Return what is wrong with a workbook, an XForm or a form in Markdown text."""
    try:
        compiled = _compiled(workbook)
    except WorkbookRefusedError as refusal:
        problem = workbook_problem(refusal.facts["reason"], Severity.ERROR)
        return [_found(workbook, problem)]
    except Refusal as refusal:
        return [Problem(refusal.code, "", refusal.facts)]
    try:
        found = check_form(load_form(compiled.xml, media), compiled.rows, media)
    except Refusal as refusal:
        found = [_placed(_refused(refusal), compiled.rows)]
    notes = (workbook_problem(text, Severity.NOTE) for text in compiled.warnings)
    return [*found, *notes]


def check_form(
    form: Form, rows: Rows | None = None, media: Media | None = None
) -> list[Problem]:
    """Return what is wrong with a form that can be read; rows are known by path."""
    return [_placed(problem, rows or {}) for problem in _all(form, media)]


def _all(form: Form, media: Media | None) -> Iterator[Problem]:
    yield from rules_to_mend(form)
    yield from texts_to_mend(form, media or Media())


def _compiled(workbook: Path | str) -> Compiled:
    if isinstance(workbook, Path) and workbook.suffix.lower() == ".xml":
        return Compiled(workbook.read_bytes(), (), "")
    return compile_form(workbook)


def _refused(refusal: Refusal) -> Problem:
    """Return why a form cannot be loaded, at the question where it is to be mended."""
    facts = refusal.facts
    if isinstance(refusal, CircularFormError):
        where = facts["names"].partition(" ")[0]
        return Problem("questionnaire.circle", where, facts)
    if isinstance(refusal, BrokenRuleError):
        return Problem("questionnaire.bad_rule", facts["where"], facts)
    return Problem(refusal.code, "", facts)


def _found(workbook: Path | str, problem: Problem) -> Problem:
    """Return a problem of the workbook with its row, where pyxform does not tell it."""
    facts = dict(problem.facts)
    if facts["row"] == "—" and facts["name"]:
        place = place_of(workbook, facts["sheet"], facts["name"])
        if place is not None:
            facts |= {"row": str(place[0]), "column": place[1]}
    return Problem(problem.code, problem.where, facts, problem.severity)


def _placed(problem: Problem, rows: Rows) -> Problem:
    where = problem.where
    sheet = "survey" if where.startswith("/") or not where else "choices"
    row = str(rows.get(where.partition("/@")[0], "—"))
    facts = {"sheet": sheet, "row": row, "column": "—"} | dict(problem.facts)
    return Problem(problem.code, where, facts, problem.severity)
