"""A session: one form being filled in by one person."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from surveytool.domain.problem import Problem
from surveytool.domain.refusal import Refusal
from surveytool.questionnaire.changes import Log, Step
from surveytool.questionnaire.drafts import answers_of
from surveytool.questionnaire.entities import EntityWrite, writes_of
from surveytool.questionnaire.form import Form
from surveytool.questionnaire.instance import NoSuchPlaceError
from surveytool.questionnaire.opening import Opening
from surveytool.questionnaire.preload import timestamp
from surveytool.questionnaire.problems import problems_of
from surveytool.questionnaire.repeats import FixedRepeatError
from surveytool.questionnaire.setting import Setting
from surveytool.questionnaire.spot import spot
from surveytool.questionnaire.submission import submission_of
from surveytool.questionnaire.texts import NoTranslationError
from surveytool.questionnaire.values import fits
from surveytool.questionnaire.view import NodeView


class ReadonlyAnswerError(Refusal):
    """The form does not let this answer be changed."""

    code: ClassVar[str] = "questionnaire.readonly"


class WrongTypeError(Refusal):
    """A text is no value of the question's type."""

    code: ClassVar[str] = "questionnaire.wrong_type"


class FirmCheckError(Refusal):
    """A check cannot be passed with a reason."""

    code: ClassVar[str] = "questionnaire.firm_check"


class Session:
    """Fills in a form: answers in, consequences out. Not for several threads."""

    def __init__(self, form: Form, setting: Setting | None = None) -> None:
        self.form = form
        opened = Opening(form, setting or Setting())
        self._instance = opened.instance
        self._work = opened.work
        self._wording = opened.wording
        self._choices = opened.choices
        self._repeats = opened.repeats
        self._happenings = opened.happenings
        self._views = opened.views
        self.unplaced: Mapping[str, str] = opened.unplaced
        self.faults: tuple[Problem, ...] = tuple(self._work.log.faults)

    @property
    def language(self) -> str:
        """The language of labels now."""
        return self._wording.language

    def answer(self, ref: str, value: str | None) -> Step:
        """Set an answer; "" or None takes it away.

        Raises NoSuchPlaceError, ReadonlyAnswerError, WrongTypeError.
        """
        node = self._instance.find(ref)
        field = spot(node).field
        if not field.is_leaf:
            raise NoSuchPlaceError(where=ref)
        if self._views.is_readonly(node):
            raise ReadonlyAnswerError(where=ref)
        text = value or ""
        if not fits(field.bind.type, text):
            raise WrongTypeError(where=ref, type=field.bind.type, value=text)
        text = field.written(text)
        if field.has_choices:
            text = self._choices.within(node, text)
        elif field.control is not None and not field.control.offers(text):
            text = ""
        return self._act(lambda: self._work.put(node, text))

    def excuse(self, ref: str, reason: str) -> None:
        """Pass a soft check with a reason, kept with the answer; "" takes it back.

        Raises NoSuchPlaceError, FirmCheckError.
        """
        place = spot(self._instance.find(ref))
        if not place.field.bind.is_soft:
            raise FirmCheckError(where=ref)
        place.reason = reason

    def add_repeat(self, ref: str, after: int | None = None) -> Step:
        """Add an instance of a repeat, after one by index from zero, or last.

        Raises NoSuchPlaceError, FixedRepeatError, NoSuchInstanceError.
        """
        parent, field = self._instance.range(ref)
        if field.control is None or field.control.count is not None:
            raise FixedRepeatError(where=ref)
        return self._act(lambda: self._repeats.add(parent, field, after))

    def remove_repeat(self, ref: str, index: int) -> Step:
        """Remove an instance of a repeat, by index from zero."""
        parent, field = self._instance.range(ref)
        if field.control is None or field.control.count is not None:
            raise FixedRepeatError(where=ref)
        return self._act(lambda: self._repeats.remove(parent, field, index))

    def set_language(self, name: str) -> Step:
        """Say everything in another language of the form.

        Raises NoTranslationError.
        """
        if name not in self.form.languages:
            raise NoTranslationError(
                language=name, known=", ".join(self.form.languages)
            )
        self._wording.language = name
        return self._act(self._work.mark_speaking)

    def node(self, ref: str) -> NodeView:
        """Return what a page shows at a reference; a repeat without index as one."""
        try:
            parent, field = self._instance.range(ref)
        except NoSuchPlaceError:
            return self._views.node(self._instance.find(ref))
        if ref.endswith("]"):
            return self._views.node(self._instance.find(ref))
        return self._views.repeat(parent, field)

    def nodes(self) -> list[NodeView]:
        """Return all below the root in document order."""
        return list(self._views.everything(self._instance.root))

    def children(self, ref: str) -> list[NodeView]:
        """Return what is directly below a group, a repeat or a repeat instance."""
        if not ref.endswith("]") and ref.count("/") > 1:
            try:
                parent, field = self._instance.range(ref)
            except NoSuchPlaceError:
                pass
            else:
                return [self._views.node(one) for one in parent.named(field.name)]
        return list(self._views.children(self._instance.find(ref)))

    def answers(self) -> dict[str, str]:
        """Return what a draft must keep; Setting.answers takes it back."""
        return answers_of(self._instance)

    def problems(self) -> list[Problem]:
        """Return what is missing or wrong among the relevant answers."""
        nodes = self._instance.walk()
        broken = (self._views.node(one) for one in nodes if self._views.violation(one))
        return [problem for view in broken for problem in problems_of(view)]

    def finish(self) -> Step:
        """Write down the moment of the end where the form asks for it."""
        return self._act(self._end)

    def _end(self) -> None:
        now = timestamp(self._work.world.now())
        for node in self._instance.walk():
            bind = spot(node).field.bind
            if (bind.preload, bind.preload_of) == ("timestamp", "end"):
                self._work.put(node, spot(node).field.written(now))

    def submission(self) -> bytes:
        """Return the instance as XML in UTF-8, relevant nodes only."""
        return submission_of(self._instance.root).encode()

    def entities(self) -> list[EntityWrite]:
        """Return the entities that the answers create and update."""
        return writes_of(self._instance.root)

    def work_out_everything(self) -> Step:
        """Work out every rule again, as if the form had just been opened."""
        return self._act(lambda: self._work.mark_subtree(self._instance.root))

    def _act(self, act: Callable[[], object]) -> Step:
        self._work.log = Log()
        act()
        self._work.settle()
        self._happenings.follow(self._repeats)
        return self._work.log.step(self._instance.root)


__all__ = [
    "NodeView",
    "ReadonlyAnswerError",
    "Session",
    "Setting",
    "Step",
    "WrongTypeError",
]
