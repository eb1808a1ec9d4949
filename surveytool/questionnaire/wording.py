"""Texts in the language of the moment, with their outputs worked out."""

from collections.abc import Mapping

from surveytool.domain.refusal import Refusal
from surveytool.formula.tree import Node
from surveytool.formula.world import Scope, World
from surveytool.questionnaire.texts import Piece, Text, Translations, say

_LABEL_FORMS = ("", "long", "short")


class Wording:
    """Says the texts of a form; the language can be switched at any time."""

    def __init__(self, translations: Translations, language: str) -> None:
        self.translations = translations
        self.language = language

    def by_id(self, text_id: str) -> str:
        """Return a translation without outputs: what jr:itext() gives a formula."""
        forms = self.translations.find(self.language, text_id)
        return "".join(p for p in _label(forms) if isinstance(p, str))

    def words(self, text: Text | None, node: Node, world: World) -> str:
        """Return a text as it reads at a node; a failing output reads as nothing."""
        if text is None:
            return ""
        try:
            return say(self._pieces(text, node, world), Scope(node, world))
        except Refusal:
            return ""

    def media(self, text: Text | None, node: Node, world: World) -> Mapping[str, str]:
        """Return the image, audio and other forms of a text by their name."""
        if text is None or not (text.id or text.id_from):
            return {}
        scope = Scope(node, world)
        return {
            form: say(pieces, scope)
            for form, pieces in self._forms(text, node, world).items()
            if form not in _LABEL_FORMS
        }

    def guidance(self, text: Text | None, node: Node, world: World) -> str:
        """Return the guidance form of a hint, or ""."""
        if text is None or not (text.id or text.id_from):
            return ""
        return say(
            self._forms(text, node, world).get("guidance", ()), Scope(node, world)
        )

    def _pieces(self, text: Text, node: Node, world: World) -> tuple[Piece, ...]:
        if text.id or text.id_from:
            return _label(self._forms(text, node, world))
        return text.pieces

    def _forms(
        self, text: Text, node: Node, world: World
    ) -> Mapping[str, tuple[Piece, ...]]:
        text_id = text.id
        if text.id_from is not None:
            text_id = text.id_from.as_text(Scope(node, world))
        return self.translations.find(self.language, text_id)


def _label(forms: Mapping[str, tuple[Piece, ...]]) -> tuple[Piece, ...]:
    return next((forms[form] for form in _LABEL_FORMS if form in forms), ())
