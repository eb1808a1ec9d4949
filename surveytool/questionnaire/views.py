"""Makes the views of nodes from an instance and the rules of its form."""

from collections.abc import Iterator

from surveytool.formula.tree import Node
from surveytool.formula.world import World
from surveytool.questionnaire.checks import Checks
from surveytool.questionnaire.choices import Choices
from surveytool.questionnaire.control import Control
from surveytool.questionnaire.entities import entity_around
from surveytool.questionnaire.field import Field
from surveytool.questionnaire.instance import Instance
from surveytool.questionnaire.spot import ref_of, spot
from surveytool.questionnaire.texts import Text
from surveytool.questionnaire.view import NodeView, Violation
from surveytool.questionnaire.wording import Wording


class Views:
    """Shows nodes, repeats and repeat instances as they are now."""

    def __init__(
        self, instance: Instance, world: World, wording: Wording, choices: Choices
    ) -> None:
        self._instance = instance
        self._world = world
        self._wording = wording
        self._choices = choices
        self._checks = Checks(world)

    def node(self, node: Node, ref: str = "") -> NodeView:
        """Return the view of a question, group or repeat instance.

        Who knows the reference already may say it, for finding it takes time.
        """
        place = spot(node)
        field, bind = place.field, place.field.bind
        violation = self._checks.violation(node)
        message = self._checks.message(node, violation)
        control = field.control
        return NodeView(
            ref=ref or ref_of(node),
            path=field.path,
            name=field.name,
            kind="instance" if field.kind == "repeat" else field.kind,
            type=bind.type if field.is_leaf else "",
            label=self._words(field, node),
            hint=self._wording.words(_hint(control), node, self._world),
            guidance=self._wording.guidance(_hint(control), node, self._world),
            value=node.text if field.is_leaf else "",
            relevant=place.relevant,
            required=self._checks.is_required(node),
            readonly=self._checks.is_readonly(node),
            violation=violation,
            is_soft=bind.is_soft,
            reason=place.reason,
            message=self._wording.words(message, node, self._world),
            has_message=message is not None,
            options=self._choices.options(node) if field.has_choices else (),
            appearance="" if control is None else control.appearance,
            saveto=self._saveto(node),
            entity_id=self._entity_id(node),
            has_label=_label(control) is not None,
            has_hint=_hint(control) is not None,
            media=self._wording.media(_label(control), node, self._world),
            attributes={} if control is None else control.attributes,
        )

    def repeat(self, parent: Node, field: Field) -> NodeView:
        """Return the view of a repeat as a whole: how many instances it has."""
        fellows = parent.named(field.name)
        ghost = self._instance.ghost(parent, field.path)
        control = field.control
        shown = any(spot(one).relevant for one in fellows)
        if not fellows:
            shown = spot(parent).relevant and self._checks.is_shown(ghost)
        above = ref_of(parent)
        return NodeView(
            ref=f"{above}/{field.name}",
            path=field.path,
            name=field.name,
            kind="repeat",
            label=self._words(field, ghost),
            relevant=shown,
            readonly=self._checks.is_readonly(ghost),
            appearance="" if control is None else control.appearance,
            count=len(fellows),
            is_fixed=control is not None
            and (control.count is not None or control.is_fixed),
            has_label=_label(control) is not None,
        )

    def is_readonly(self, node: Node) -> bool:
        """Whether an answer may not be changed now."""
        return self._checks.is_readonly(node)

    def violation(self, node: Node) -> Violation | None:
        """Return the rule that an answer breaks now."""
        return self._checks.violation(node)

    def children(self, node: Node) -> Iterator[NodeView]:
        """Show what is directly below a group or instance, repeats as one each."""
        for child in self.below(node):
            yield (
                self.repeat(node, child)
                if isinstance(child, Field)
                else self.node(child)
            )

    def everything(self, node: Node, ref: str = "") -> Iterator[NodeView]:
        """Show all that is below a node, in document order, repeats before theirs."""
        ref = ref or ref_of(node)
        for child in self.below(node):
            if isinstance(child, Field):
                yield self.repeat(node, child)
                fellows = enumerate(node.named(child.name), 1)
                inner = [(one, f"{ref}/{child.name}[{n}]") for n, one in fellows]
            else:
                inner = [(child, f"{ref}/{child.name}")]
            for one, its_ref in inner:
                yield self.node(one, its_ref)
                yield from self.everything(one, its_ref)

    def below(self, node: Node) -> Iterator[Node | Field]:
        """Go through children in the form's order; a repeat comes as its field."""
        done: set[str] = set()
        for field in self._instance.form.children_of.get(spot(node).field.path, ()):
            if field.kind == "repeat":
                yield field
            elif field.name not in done:
                yield from node.named(field.name)
            done.add(field.name)

    def _words(self, field: Field, node: Node) -> str:
        return self._wording.words(_label(field.control), node, self._world)

    @staticmethod
    def _saveto(node: Node) -> tuple[str, str] | None:
        name = spot(node).field.bind.saveto
        entity = entity_around(node) if name else None
        return None if entity is None else (entity.attributes.get("dataset", ""), name)

    @staticmethod
    def _entity_id(node: Node) -> str:
        name = spot(node).field.bind.saveto
        entity = entity_around(node) if name else None
        return "" if entity is None else entity.attributes.get("id", "")


def _label(control: Control | None) -> Text | None:
    return None if control is None else control.label


def _hint(control: Control | None) -> Text | None:
    return None if control is None else control.hint
