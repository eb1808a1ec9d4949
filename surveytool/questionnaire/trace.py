"""Form trace: what a form does with given actions, as one JSON object (DESIGN §7)."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.questionnaire.changes import Step
from surveytool.questionnaire.form import Form
from surveytool.questionnaire.session import Session
from surveytool.questionnaire.setting import Setting
from surveytool.questionnaire.view import NodeView

Json = dict[str, object]
Action = Mapping[str, object]

_NODES = {
    "select1": "select",
    "calculate": "model-value",
    "instance": "repeat-instance",
}


class UnknownActionError(Refusal):
    """An action of a trace has no known operation, or lacks its reference."""

    code: ClassVar[str] = "questionnaire.unknown_action"


def trace(
    form: Form,
    setting: Setting,
    actions: Sequence[Action],
    *,
    states: str = "last",
) -> Json:
    """Return the trace of actions: first state, each step, last state.

    With states "all" every step carries the state after it.
    """
    session = Session(form, setting)
    initial = state(session)
    steps: list[Json] = []
    for action in actions:
        step: Json = {"action": action, "result": _result(session, action)}
        if states == "all":
            step["state"] = state(session)
        steps.append(step)
    return {
        "form": form.id,
        "meta": {"languages": list(form.languages)},
        "initial": initial,
        "steps": steps,
        "final": state(session),
    }


def state(session: Session) -> Json:
    """Return the language, all nodes and the XML of a session as it is now."""
    return {
        "language": session.language,
        "nodes": [_node(view) for view in session.nodes()],
        "xml": session.submission().decode(),
    }


def _result(session: Session, action: Action) -> str:
    try:
        step = perform(session, action)
    except Refusal as refusal:
        return f"error: {refusal}"
    if step.faults:
        return f"error: {step.faults[0].say('en')}"
    return "ok"


def perform(session: Session, action: Action) -> Step:
    """Do one action; raises the Refusals of Session, UnknownActionError."""
    act = OPERATIONS.get(str(action.get("op")))
    if act is None:
        raise UnknownActionError(op=action.get("op"))
    return act(session, action)


def _set(session: Session, action: Action) -> Step:
    return session.answer(_ref(action), _text(action.get("value")))


def _add(session: Session, action: Action) -> Step:
    after = action.get("after")
    return session.add_repeat(_ref(action), after if isinstance(after, int) else None)


def _remove(session: Session, action: Action) -> Step:
    index = action.get("index", 0)
    return session.remove_repeat(_ref(action), index if isinstance(index, int) else -1)


def _language(session: Session, action: Action) -> Step:
    return session.set_language(str(action.get("value") or ""))


def _ref(action: Action) -> str:
    ref = action.get("ref")
    if not isinstance(ref, str):
        raise UnknownActionError(op=action.get("op"))
    return ref


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "OK" if value else None
    if isinstance(value, list):
        return " ".join(str(one) for one in value)
    return str(value)


OPERATIONS: Mapping[str, Callable[[Session, Action], Step]] = {
    "set": _set,
    "add_repeat": _add,
    "remove_repeat": _remove,
    "language": _language,
}


def _node(view: NodeView) -> Json:
    found: Json = {
        "ref": view.ref,
        "node": _kind(view),
        "relevant": view.relevant,
        "required": view.required,
        "readonly": view.readonly,
    }
    if view.type:
        found |= {"type": view.type, "value": view.value, "violation": view.violation}
        found["constraintValid"] = view.violation != "constraint"
        found["requiredValid"] = view.violation != "required"
    if view.has_message:
        found["message"] = view.message
    if view.has_label:
        found["label"] = view.label
    if view.has_hint:
        found["hint"] = view.hint + view.guidance
    if view.kind in ("select", "select1", "rank"):
        found["control"] = view.kind
        found["options"] = [list(option) for option in view.options]
    if view.kind == "repeat":
        found["count"] = view.count
    return found


def _kind(view: NodeView) -> str:
    if view.kind == "repeat":
        return f"repeat-range:{'controlled' if view.is_fixed else 'uncontrolled'}"
    return _NODES.get(view.kind, view.kind)
