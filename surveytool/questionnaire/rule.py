"""Reading the rules of a form, so that a mistake is named with its place."""

from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.expression import Expression, parse


class BrokenRuleError(Refusal):
    """A rule of a form cannot be read as an expression."""

    code: ClassVar[str] = "questionnaire.broken_rule"


def rule_of(text: str, where: str, column: str) -> Expression:
    """Return a rule of a path by the column it stands in; raises BrokenRuleError."""
    try:
        return parse(text)
    except Refusal as refusal:
        zh, en = refusal.say("zh"), refusal.say("en")
        raise BrokenRuleError(
            where=where, column=column, reason_zh=zh, reason_en=en
        ) from refusal
