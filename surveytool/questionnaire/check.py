"""A form's own checks: what its author should mend, by sheet, row and column."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from surveytool.domain.problem import Problem, Severity
from surveytool.domain.refusal import Refusal
from surveytool.formula.expression import Expression
from surveytool.formula.tree import Node, document
from surveytool.formula.world import Scope, World
from surveytool.questionnaire.compile import compile_form
from surveytool.questionnaire.field import Field
from surveytool.questionnaire.form import Form, load_form
from surveytool.questionnaire.instances import LAST_SAVED
from surveytool.questionnaire.media import Media

_CHANCE = frozenset({"random", "uuid", "now", "today", "property", "version", "once"})
Rows = Mapping[str, int]


def check_workbook(workbook: Path | str, media: Media | None = None) -> list[Problem]:
    """Return what is wrong with a workbook or its Markdown text, worst first."""
    try:
        compiled = compile_form(workbook)
        form = load_form(compiled.xml, media)
    except Refusal as refusal:
        return [Problem(refusal.code, "", refusal.facts)]
    found = [
        Problem("questionnaire.warned", "", {"warning": text}, Severity.NOTE)
        for text in compiled.warnings
    ]
    return [*check_form(form, compiled.rows), *found]


def check_form(form: Form, rows: Rows | None = None) -> list[Problem]:
    """Return what is wrong with a form that can be read; rows are known by path."""
    checks = (_expressions, _translations, _choices, _media)
    return [_placed(problem, rows or {}) for check in checks for problem in check(form)]


def _placed(problem: Problem, rows: Rows) -> Problem:
    row = str(rows.get(problem.where, "—"))
    facts = {"sheet": "survey", "row": row, "column": "—"} | dict(problem.facts)
    return Problem(problem.code, problem.where, facts, problem.severity)


def _rules(field: Field) -> Iterator[tuple[str, Expression]]:
    bind, control = field.bind, field.control
    rules = {
        "relevant": bind.relevant,
        "required": bind.required,
        "readonly": bind.readonly,
        "constraint": bind.constraint,
        "calculation": bind.calculate,
        "repeat_count": control.count if control else None,
        "choice_filter": control.itemset.nodeset
        if control and control.itemset
        else None,
    }
    yield from ((column, rule) for column, rule in rules.items() if rule is not None)


def _expressions(form: Form) -> Iterator[Problem]:
    for field in form.fields.values():
        for column, rule in _rules(field):
            facts = {"column": column, "formula": rule.text}
            for mistake in rule.mistakes():
                said = {"reason_zh": mistake.say("zh"), "reason_en": mistake.say("en")}
                yield Problem("questionnaire.bad_rule", field.path, facts | said)
            yield from _nowhere(form, field, rule, facts)
            if column in ("relevant", "constraint") and _is_never(rule):
                yield Problem(
                    "questionnaire.never_true", field.path, facts, Severity.WARNING
                )


def _nowhere(
    form: Form, field: Field, rule: Expression, facts: dict[str, str]
) -> Iterator[Problem]:
    """Find references to questions and lists that the form does not have."""
    for reference in rule.references(field.path):
        name = reference.path
        if reference.instance:
            if reference.instance not in form.sources:
                said = facts | {"name": reference.instance}
                yield Problem("questionnaire.no_instance", field.path, said)
        elif "*" not in name and "//" not in name and not _is_known(form, name):
            said = facts | {"name": name}
            yield Problem("questionnaire.refers_to_nothing", field.path, said)


def _is_known(form: Form, path: str) -> bool:
    return path in ("", "/") or path in form.fields or "/@" in path


def _is_never(rule: Expression) -> bool:
    """Whether an expression is false whatever is answered."""
    if rule.references("/x") or rule.functions() & _CHANCE or rule.mistakes():
        return False
    nowhere = Node("x")
    try:
        return not rule.as_boolean(Scope(nowhere, World(root=document(nowhere))))
    except Refusal:
        return False


def _translations(form: Form) -> Iterator[Problem]:
    texts = form.translations.texts
    ids = dict.fromkeys(text_id for found in texts.values() for text_id in found)
    for text_id in ids:
        path, _, column = text_id.rpartition(":")
        for language, found in texts.items():
            pieces = found.get(text_id, {}).get("", ())
            is_missing = text_id not in found or pieces in (("-",), ("",))
            if is_missing and any(text_id in other for other in texts.values()):
                facts = {"column": column or "label", "language": language}
                facts |= {"name": text_id}
                code = "questionnaire.untranslated"
                yield Problem(code, path, facts, Severity.WARNING)


def _choices(form: Form) -> Iterator[Problem]:
    for name, source in form.sources.items():
        if source.address or source.node is None:
            continue
        for root in source.node.children:
            names = [
                child.text for item in root.children for child in item.named("name")
            ]
            facts = {"sheet": "choices", "column": "name", "list": name}
            if "" in names or len(names) < len(root.children):
                yield Problem("questionnaire.nameless_choice", "", facts)


def _media(form: Form) -> Iterator[Problem]:
    for source in form.sources.values():
        if source.address and source.address != LAST_SAVED and source.node is None:
            facts = {"name": source.address}
            yield Problem("questionnaire.no_media", "", facts, Severity.NOTE)
