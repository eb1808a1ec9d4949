"""What is to be mended in the formulas of a form."""

from collections.abc import Iterator

from surveytool.domain.problem import Problem, Severity
from surveytool.formula.expression import Expression
from surveytool.formula.references import references
from surveytool.formula.syntax import Path
from surveytool.questionnaire.field import Field
from surveytool.questionnaire.form import Form
from surveytool.questionnaire.listed import listed_values
from surveytool.questionnaire.never import is_never

_CONDITIONS = ("relevant", "constraint", "choice_filter")


def rules_to_mend(form: Form) -> Iterator[Problem]:
    """Go through the mistakes in the rules of all questions."""
    for field in form.fields.values():
        for column, rule in _rules(field):
            yield from _mistakes(form, field, rule, column)


def _rules(field: Field) -> Iterator[tuple[str, Expression]]:
    bind, control = field.bind, field.control
    itemset = None if control is None else control.itemset
    rules = {
        "relevant": bind.relevant,
        "required": bind.required,
        "readonly": bind.readonly,
        "constraint": bind.constraint,
        "calculation": bind.calculate,
        "repeat_count": None if control is None else control.count,
        "choice_filter": None if itemset is None else itemset.nodeset,
    }
    yield from ((column, rule) for column, rule in rules.items() if rule is not None)


def _mistakes(
    form: Form, field: Field, rule: Expression, column: str
) -> Iterator[Problem]:
    facts = {"column": column, "formula": rule.text}
    for mistake in rule.mistakes():
        said = {"reason_zh": mistake.say("zh"), "reason_en": mistake.say("en")}
        yield Problem("questionnaire.bad_rule", field.path, facts | said)
    yield from _nowhere(form, field, rule, facts)
    if column in _CONDITIONS and is_never(rule, _Offers(form, field)):
        yield Problem("questionnaire.never_true", field.path, facts, Severity.WARNING)


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


class _Offers:
    """Tells which values the question at a path offers, if it is a select."""

    def __init__(self, form: Form, field: Field) -> None:
        self._form = form
        self._field = field

    def __call__(self, path: Path) -> frozenset[str] | None:
        found = [r for r in references(path, self._field.path) if not r.instance]
        asked = self._form.fields.get(found[0].path) if len(found) == 1 else None
        if asked is None or asked.control is None or not asked.has_choices:
            return None
        if asked.control.itemset is None:
            return frozenset(item.value for item in asked.control.items)
        return listed_values(self._form, asked)[1] or None
