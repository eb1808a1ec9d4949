"""An answer beside the one of last time."""

from decimal import Decimal, InvalidOperation

from surveytool.questionnaire.session import NodeView


def shown(node: NodeView, value: str) -> str:
    """Return a value as people read it: labels of choices, plain numbers."""
    if node.options:
        labels = dict(node.options)
        parts = [value] if node.kind == "select1" else value.split()
        return "、".join(labels.get(one, one).strip() for one in parts)
    number = _number(value) if node.type in ("decimal", "int") else None
    return value if number is None else plain_number(number)


def differs(now: str, before: str) -> bool:
    """Tell whether an answer changed; 10 and 10.00 are the same."""
    one, other = _number(now), _number(before)
    if one is not None and other is not None:
        return one != other
    return sorted(now.split()) != sorted(before.split())


def plain_number(number: Decimal) -> str:
    """Return a number without needless zeros and without an exponent."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
