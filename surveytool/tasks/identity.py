"""What an ID number tells of a person: fills birth date, sex and age beside it."""

from collections.abc import Iterator
from datetime import date

from surveytool.domain.id_number import IdNumber, read_id_number
from surveytool.questionnaire.session import Session
from surveytool.questionnaire.view import NodeView

ID_NAMES = frozenset(
    {"id_number", "idcard", "id_card", "身份证号码", "身份证号", "证件号码"}
)
BIRTH_NAMES = frozenset({"birth", "birthday", "birth_date", "date_of_birth"})
SEX_NAMES = frozenset({"sex", "gender"})
AGE_NAMES = frozenset({"age"})
SEXES = {"1": ("1", "male", "m", "男"), "2": ("2", "female", "f", "女")}


def read_typed(node: NodeView, value: str) -> str:
    """Return an ID number in its standard form, anything else as it was typed."""
    if not value or not is_id_number(node):
        return value
    read = read_id_number(value)
    return value if read.fault else read.number


def fill_person(session: Session, ref: str, today: date) -> tuple[str, ...]:
    """Fill what an ID number tells where nothing stands; return the references.

    Works in any form: the questions are found by the field they save to or by their
    names, within the same repeat instance.
    """
    node = session.node(ref)
    if not is_id_number(node) or not node.value:
        return ()
    read = read_id_number(node.value)
    if read.fault or read.birth is None:
        return ()
    filled = []
    for other in list(_beside(session, ref)):
        value = _told(other, read, today)
        if (
            value
            and not other.value
            and not other.readonly
            and other.kind != "calculate"
        ):
            session.answer(other.ref, value)
            filled.append(other.ref)
    return tuple(filled)


def is_id_number(node: NodeView) -> bool:
    """Tell whether a question asks for an ID number."""
    return _is(node, ID_NAMES)


def _told(node: NodeView, read: IdNumber, today: date) -> str:
    birth = read.birth
    if birth is None:
        return ""
    if _is(node, BIRTH_NAMES) and node.type in ("date", "string"):
        return birth.isoformat()
    if _is(node, SEX_NAMES):
        codes = {value.casefold(): value for value, _ in node.options}
        labels = {label.strip(): value for value, label in node.options}
        return next(
            (
                found
                for code in SEXES.get(read.sex, ())
                if (found := codes.get(code) or labels.get(code))
            ),
            "",
        )
    if _is(node, AGE_NAMES) and node.type in ("int", "decimal", "string"):
        had = (today.month, today.day) >= (birth.month, birth.day)
        return str(today.year - birth.year - (0 if had else 1))
    return ""


def _is(node: NodeView, names: frozenset[str]) -> bool:
    saved = node.saveto[1] if node.saveto else ""
    return saved in names or node.name.casefold() in names


def _beside(session: Session, ref: str) -> Iterator[NodeView]:
    """Go through the answers in the same repeat instance, or in the whole form."""
    end = ref.rfind("]")
    around = ref[: end + 1] if end >= 0 else f"/{session.form.root.name}"
    yield from _below(session, around)


def _below(session: Session, ref: str) -> Iterator[NodeView]:
    for node in session.children(ref):
        if node.kind == "group":
            yield from _below(session, node.ref)
        elif node.kind != "repeat":
            yield node
