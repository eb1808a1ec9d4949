"""Texts for people: labels, hints, messages, in every language of a form."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.expression import Expression, parse
from surveytool.formula.tree import Node
from surveytool.formula.world import Scope
from surveytool.questionnaire.rule import rule_of
from surveytool.questionnaire.source import attribute, below

_ITEXT = re.compile(r"^\s*jr:itext\((.*)\)\s*$", re.DOTALL)
_QUOTED = re.compile(r"""^\s*(?:'([^']*)'|"([^"]*)")\s*$""")
_LINES = re.compile(r"[ \t]*\n\s*")

Piece = str | Expression
Forms = Mapping[str, tuple[Piece, ...]]


class NoTranslationError(Refusal):
    """A language was asked for that the form does not have."""

    code: ClassVar[str] = "questionnaire.no_translation"


@dataclass(frozen=True, slots=True)
class Text:
    """One text: pieces to join, or the id (fixed or worked out) of a translation."""

    pieces: tuple[Piece, ...] = ()
    id: str = ""
    id_from: Expression | None = None


@dataclass(frozen=True, slots=True)
class Translations:
    """All texts of a form by language and id; the form's first language first."""

    languages: tuple[str, ...] = ()
    default: str = ""
    texts: Mapping[str, Mapping[str, Forms]] = field(default_factory=dict)

    def outputs(self) -> Iterator[Expression]:
        """Go through the expressions inside the texts."""
        for texts in self.texts.values():
            for forms in texts.values():
                for pieces in forms.values():
                    yield from (p for p in pieces if not isinstance(p, str))

    def find(self, language: str, text_id: str) -> Forms:
        """Return the forms of a text; a missing one comes from another language."""
        own = self.texts.get(language, {}).get(text_id)
        if own is not None:
            return own
        for other in (self.default, *self.languages):
            found = self.texts.get(other, {}).get(text_id)
            if found is not None:
                return found
        return {}


def pieces_of(node: Node, where: str = "") -> tuple[Piece, ...]:
    """Return the words and the output expressions of a label-like element."""
    if node.content is None and not node.children:
        return (node.text,) if node.text else ()
    found: list[Piece] = [node.text] if node.text else []
    for part in node.content if node.content is not None else node.children:
        if part.kind == "text":
            found.append(part.text)
        elif part.kind == "element" and part.local_name == "output":
            found.append(_output(part, where))
        elif part.kind == "element":
            found.extend(pieces_of(part, where))
    return tuple(found)


def _output(node: Node, where: str) -> Expression:
    written = attribute(node, "value") or attribute(node, "ref") or "''"
    return rule_of(written, where, "label")


def text_of(node: Node | None) -> Text | None:
    """Return the text of a label, hint or value element, or None."""
    if node is None:
        return None
    reference = attribute(node, "ref")
    if not reference:
        return Text(pieces_of(node))
    return text_from(reference)


def text_from(reference: str) -> Text:
    """Return the text that a ref means: jr:itext('id'), or a path to the text."""
    called = _ITEXT.match(reference)
    if called is None:
        return Text((parse(reference),))
    quoted = _QUOTED.match(called[1])
    if quoted:
        return Text(id=quoted[1] or quoted[2] or "")
    return Text(id_from=parse(called[1]))


def message_of(written: str) -> Text | None:
    """Return the message of a constraint or a required attribute, or None."""
    if not written:
        return None
    return text_from(written) if _ITEXT.match(written) else Text((written,))


def translations_of(model: Node) -> Translations:
    """Return the translations of a form's model."""
    texts: dict[str, dict[str, Forms]] = {}
    default = ""
    for block in below(model, "itext"):
        for translation in below(block, "translation"):
            language = attribute(translation, "lang")
            if "default" in translation.attributes:
                default = language
            texts.setdefault(language, {}).update(_texts(translation))
    languages = tuple(texts)
    if default:
        languages = (default, *(one for one in languages if one != default))
    return Translations(languages, languages[0] if languages else "", texts)


def _texts(translation: Node) -> dict[str, Forms]:
    found: dict[str, Forms] = {}
    for text in below(translation, "text"):
        text_id = attribute(text, "id")
        where = text_id.partition(":")[0]
        found[text_id] = {
            attribute(value, "form"): pieces_of(value, where)
            for value in below(text, "value")
        }
    return found


Say = Callable[[tuple[Piece, ...], Scope], str]


def say(pieces: tuple[Piece, ...], scope: Scope) -> str:
    """Join the pieces of a text, its outputs worked out in a scope."""
    if len(pieces) == 1 and isinstance(pieces[0], str):
        return pieces[0]
    return "".join(p if isinstance(p, str) else p.as_text(scope) for p in pieces)
