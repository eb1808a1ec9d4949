"""Another member, another measure: the form's count grows by one, or shrinks."""

from collections.abc import Iterator

from surveytool.casework.suggestions import Suggestion
from surveytool.domain.refusal import Refusal
from surveytool.domain.sentences import Language
from surveytool.questionnaire.session import Session
from surveytool.ui.survey.contents import count_of, leaves

Answers = dict[str, str]


def may_add(session: Session, repeat: str) -> bool:
    """Tell whether an instance can be added by hand."""
    node = session.node(repeat)
    return not node.readonly and (not node.is_fixed or _is_counted(session, repeat))


def may_remove(session: Session, repeat: str) -> bool:
    """Tell whether an instance can be removed by hand."""
    node = session.node(repeat)
    return not node.readonly and not node.is_fixed


def add_instance(session: Session, repeat: str) -> str:
    """Add an instance at the end; return its reference."""
    node = session.node(repeat)
    if node.is_fixed:
        session.answer(count_of(repeat), str(node.count + 1))
    else:
        session.add_repeat(repeat)
    return session.children(repeat)[-1].ref


def remove_instance(session: Session, ref: str) -> Answers:
    """Remove an instance; return its answers by their place in it, to undo it."""
    kept = {
        one.ref.removeprefix(ref): one.value
        for one in leaves(session, ref)
        if one.value and one.kind != "calculate"
    }
    repeat, index = split(ref)
    session.remove_repeat(repeat, index)
    return kept


def put_back(session: Session, ref: str, answers: Answers) -> None:
    """Undo the removal of an instance."""
    repeat, index = split(ref)
    session.add_repeat(repeat, index - 1 if index else None)
    last = f"{repeat}[{session.node(repeat).count}]"
    here = ref if index else last
    for place, value in answers.items():
        try:
            session.answer(f"{here}{place}", value)
        except Refusal:  # what the form locks by now it works out itself
            continue


def split(ref: str) -> tuple[str, int]:
    """Return the repeat of an instance and its index from zero."""
    repeat, _, index = ref.removesuffix("]").rpartition("[")
    return repeat, int(index) - 1


def adopt(session: Session, one: Suggestion, language: Language) -> str:
    """Add a suggested measure to the plan; return its reference."""
    repeat = next(
        f"/{session.form.root.name}/{field.name}"
        for field in session.form.children_of[f"/{session.form.root.name}"]
        if field.kind == "repeat" and field.name == "measure"
    )
    ref = add_instance(session, repeat)
    wanted = dict(_wanted(one, language))
    for node in list(leaves(session, ref)):
        value = wanted.get(node.name, "")
        choices = {option for option, _ in session.node(node.ref).options}
        if value and (not choices or value in choices):
            session.answer(node.ref, value)
    return ref


def _is_counted(session: Session, repeat: str) -> bool:
    """Tell whether a question of the form, one that may be changed, counts it."""
    path = "/".join(step.partition("[")[0] for step in repeat.split("/"))
    field = session.form.fields.get(count_of(path))
    if field is None or field.kind != "input":
        return False
    return not session.node(count_of(repeat)).readonly


def _wanted(one: Suggestion, language: Language) -> Iterator[tuple[str, str]]:
    yield "class", one.measure_class
    yield "risk", one.risk
    yield "person", one.person
    yield "content", one.say(language)
    yield "amount", one.amount
    yield "standard", one.standard
    yield "unit", one.unit
    yield "progress", "planned"
