"""Another member, another measure: the form's count grows by one."""

from collections.abc import Iterator

from surveytool.casework.suggestions import Suggestion
from surveytool.domain.sentences import Language
from surveytool.questionnaire.session import Session
from surveytool.ui.survey.contents import count_of, leaves


def add_instance(session: Session, repeat: str) -> str:
    """Add an instance at the end; return its reference."""
    node = session.node(repeat)
    if node.is_fixed:
        session.answer(count_of(repeat), str(node.count + 1))
    else:
        session.add_repeat(repeat)
    return session.children(repeat)[-1].ref


def adopt(session: Session, one: Suggestion, language: Language) -> str:
    """Add a suggested measure to the plan; return its reference."""
    repeat = next(
        node.ref
        for node in session.nodes()
        if node.kind == "repeat" and node.name == "measure"
    )
    ref = add_instance(session, repeat)
    wanted = dict(_wanted(one, language))
    for node in list(leaves(session, ref)):
        value = wanted.get(node.name, "")
        choices = {option for option, _ in session.node(node.ref).options}
        if value and (not choices or value in choices):
            session.answer(node.ref, value)
    return ref


def _wanted(one: Suggestion, language: Language) -> Iterator[tuple[str, str]]:
    yield "class", one.measure_class
    yield "risk", one.risk
    yield "person", one.person
    yield "content", one.say(language)
    yield "amount", one.amount
    yield "standard", one.standard
    yield "unit", one.unit
    yield "progress", "planned"
