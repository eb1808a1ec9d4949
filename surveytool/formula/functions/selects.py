"""Functions of answers that hold several choices, parted by blanks."""

from surveytool.formula.functions.signature import Function, texts, values
from surveytool.formula.values import as_number, as_text
from surveytool.formula.world import Scope, Value


def _selected(text: str, choice: str) -> bool:
    return choice.strip() in (text.split() or [""])


def _selected_at(scope: Scope, value: Value, place: Value) -> str:
    """Return the choice at a place, counted from 0."""
    chosen = as_text(value).split()
    number = as_number(place, scope.world)
    if not 0 <= number < len(chosen):
        return ""
    return chosen[int(number)]


SELECTS: dict[str, Function] = {
    "selected": texts(_selected, 2),
    "is-selected": texts(_selected, 2),
    "selected-at": values(_selected_at, 2),
    "count-selected": texts(lambda text: float(len(text.split())), 1),
}
