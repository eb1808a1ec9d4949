"""A submission read back as answers, so that it can be gone on with."""

import re
from collections.abc import Iterator
from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.tree import Node
from surveytool.formula.xml import read_xml
from surveytool.questionnaire.drafts import COUNT, REASON
from surveytool.questionnaire.form import Form
from surveytool.questionnaire.identity import DEPRECATED
from surveytool.questionnaire.source import OWN, attribute, plain

_IDENTITY = re.compile(r"/(?:\w+:)?meta/(?:\w+:)?instanceID$")


class OtherFormError(Refusal):
    """A submission belongs to another form."""

    code: ClassVar[str] = "questionnaire.other_form"


def answers_in(submission: bytes | str, form: Form) -> dict[str, str]:
    """Return the answers of a submission for Setting.answers.

    Raises OtherFormError, and the Refusals of reading XML.
    """
    root = plain(read_xml(submission, whole=True).children[0])
    if attribute(root, "id") != form.id or root.name != form.root.name:
        raise OtherFormError(form=form.id, found=attribute(root, "id") or root.name)
    return dict(_answers(root, f"/{root.name}", f"/{root.name}", form))


def edit_of(submission: bytes | str, form: Form) -> dict[str, str]:
    """Return the answers of a submission for an edit of it, in a form for edits.

    The edit gets an id of its own and names the old one (OpenRosa metadata). Raises
    as answers_in.
    """
    answers = answers_in(submission, form)
    identity = next((ref for ref in answers if _IDENTITY.search(ref)), "")
    place = next((path for path in form.fields if path.endswith(DEPRECATED)), "")
    if identity and place:
        answers[place] = answers.pop(identity)
    return answers


def _answers(node: Node, ref: str, path: str, form: Form) -> Iterator[tuple[str, str]]:
    for name, value in node.attributes.items():
        if f"{path}/@{name}" in form.fields:
            yield f"{ref}/@{name}", value
    if reason := attribute(node, "reason", OWN):
        yield f"{ref}{REASON}", reason
    field = form.fields.get(path)
    if not node.children and (field is None or field.is_leaf):
        yield ref, node.text
    repeats = {f.name for f in form.children_of.get(path, ()) if f.kind == "repeat"}
    yield from ((f"{ref}/{r}{COUNT}", str(len(node.named(r)))) for r in sorted(repeats))
    for name in dict.fromkeys(child.name for child in node.children):
        for index, child in enumerate(node.named(name), 1):
            mark = f"[{index}]" if name in repeats else ""
            yield from _answers(child, f"{ref}/{name}{mark}", f"{path}/{name}", form)
