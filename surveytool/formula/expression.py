"""An expression that was read: what it looks at, and its value in a scope."""

from dataclasses import dataclass

from surveytool.formula.world import Scope, Value


@dataclass(frozen=True, slots=True)
class Reference:
    """A node an expression looks at: its path without positions.

    ``instance`` is empty for the form's own data, else the secondary instance's
    id; the path then begins below the instance node ("/root/item/name").
    """

    path: str
    instance: str = ""


class Expression:
    """One expression; immutable, shared between sessions."""

    text: str

    def references(self, context: str) -> tuple[Reference, ...]:
        """Return what it looks at when it stands at the context path."""
        raise NotImplementedError

    def evaluate(self, scope: Scope) -> Value:
        """Return its value; raises Refusal only."""
        raise NotImplementedError

    def as_text(self, scope: Scope) -> str:
        """Return its value as text."""
        raise NotImplementedError

    def as_number(self, scope: Scope) -> float:
        """Return its value as a number (a date becomes its day number)."""
        raise NotImplementedError

    def as_boolean(self, scope: Scope) -> bool:
        """Return whether its value is true."""
        raise NotImplementedError


def parse(text: str) -> Expression:
    """Return the expression of a text (cached); raises BadFormulaError."""
    raise NotImplementedError
