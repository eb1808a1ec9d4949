"""Opening a session: the instance built, filled and worked out for the first time."""

from surveytool.formula.tree import Node
from surveytool.questionnaire.action import FIRST_LOAD, LOAD
from surveytool.questionnaire.changes import Log
from surveytool.questionnaire.choices import Choices
from surveytool.questionnaire.drafts import restore
from surveytool.questionnaire.form import Form
from surveytool.questionnaire.happenings import Happenings
from surveytool.questionnaire.instance import Instance
from surveytool.questionnaire.order import Rule
from surveytool.questionnaire.preload import preloaded
from surveytool.questionnaire.recalculation import Recalculation
from surveytool.questionnaire.repeats import Repeats
from surveytool.questionnaire.setting import Setting
from surveytool.questionnaire.spot import spot
from surveytool.questionnaire.surroundings import world_of
from surveytool.questionnaire.views import Views
from surveytool.questionnaire.wording import Wording


class Opening:
    """The parts of a session, put together and settled."""

    def __init__(self, form: Form, setting: Setting) -> None:
        self._setting = setting
        self.instance = Instance(form)
        self.world = world_of(self.instance, setting)
        self.work = Recalculation(self.instance, self.world)
        self.wording = Wording(form.translations, _language(form, setting))
        self.choices = Choices(self.work, self.wording)
        self.repeats = Repeats(self.instance, self.work)
        self.happenings = Happenings(self.instance, self.work, setting.place)
        self.views = Views(self.instance, self.world, self.wording, self.choices)
        self.unplaced: dict[str, str] = {}
        self.world.itext = self.wording.by_id
        self.world.choice_label = self.choices.label
        self.work.workers[Rule.CHOICES] = self.choices.keep_within
        self.work.workers[Rule.COUNT] = self.repeats.count
        self._open()

    def _open(self) -> None:
        self.work.mark_subtree(self.instance.root)
        if self._setting.answers is None:
            self._begin()
        else:
            self._restore()
        self.work.value_changed.clear()
        self.repeats.is_open = True
        faults = self.work.log.faults
        self.work.log = Log()
        self.work.log.faults = faults

    def _begin(self) -> None:
        self._preload()
        self.work.settle()
        self.happenings.begin(LOAD)
        self.happenings.begin(FIRST_LOAD)
        self.work.settle()
        self.happenings.follow(self.repeats)

    def _restore(self) -> None:
        answers = self._setting.answers or {}
        self.repeats.is_open = True
        self.unplaced, standing = restore(self.instance, self.repeats, answers)
        self.repeats.fresh.clear()
        self._preload()
        self.work.mark_subtree(self.instance.root)
        with self.work.standing(standing):
            self.work.settle()
            self.happenings.begin(LOAD)
            self.work.settle()
            self.happenings.follow(self.repeats)

    def _preload(self) -> None:
        for node in self.instance.walk():
            bind = spot(node).field.bind
            if bind.preload and not spot(node).kept:
                self._preload_one(node)

    def _preload_one(self, node: Node) -> None:
        bind = spot(node).field.bind
        value = preloaded(
            bind.preload,
            bind.preload_of,
            now=self.world.now(),
            random=self.world.random,
            properties=self.world.properties,
        )
        if value is not None:
            spot(node).kept = node.text = spot(node).field.written(value)


def _language(form: Form, setting: Setting) -> str:
    asked = setting.language
    return asked if asked in form.languages else form.translations.default
