"""Fill in a form for a household: begin or go on, save each answer, finish."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from surveytool.domain.change import Values
from surveytool.domain.entity import Entity, Ref
from surveytool.domain.money import plain, read_amount
from surveytool.domain.problem import Problem
from surveytool.domain.refusal import Refusal
from surveytool.domain.vocabulary import fields
from surveytool.questionnaire.session import Session
from surveytool.questionnaire.setting import Setting
from surveytool.questionnaire.view import NodeView
from surveytool.store.sight import Sight
from surveytool.tasks.approvals import check_unlocked
from surveytool.tasks.aside import Aside, is_aside
from surveytool.tasks.browse import of_kind
from surveytool.tasks.desk import Desk
from surveytool.tasks.forms import load, title_of
from surveytool.tasks.known import known_answers
from surveytool.tasks.steps import step_on
from surveytool.tasks.unknown import left

KINDS = {
    "households": "household",
    "persons": "person",
    "plans": "plan",
    "measures": "measure",
    "visits": "visit",
}


class UnknownHouseholdError(Refusal):
    """There is no such household in the workspace."""

    code = "tasks.unknown_household"
    exit_code = 2


@dataclass(slots=True)
class Survey:
    """A form being filled in for one household, and what its author saw."""

    household_id: str
    form: str
    title: str
    submission: Ref
    session: Session
    sight: Sight
    resumed: bool
    saved: dict[str, str] = field(default_factory=dict)
    is_begun: bool = False
    aside: Aside = field(default_factory=Aside)
    place: str = ""

    @property
    def root(self) -> Ref:
        """The household."""
        return Ref("household", self.household_id)

    def previous(self, node: NodeView) -> str | None:
        """Return the value that stood in a node's field when the form was opened."""
        if node.saveto is None or not node.entity_id:
            return None
        dataset, name = node.saveto
        return self.sight.value(Ref(KINDS.get(dataset, dataset), node.entity_id), name)

    def take_unsaved(self) -> dict[str, str | None]:
        """Return the answers not yet handed over to be saved; now they are."""
        now = self.session.answers() | self.aside.fields()
        gone: dict[str, str | None] = dict.fromkeys(self.saved.keys() - now.keys())
        new = {ref: value for ref, value in now.items() if self.saved.get(ref) != value}
        self.saved = now
        return gone | new

    def give_back(self, unsaved: Mapping[str, str | None]) -> None:
        """Count answers as unsaved again, because saving them failed."""
        self.saved = {ref: v for ref, v in self.saved.items() if ref not in unsaved}

    def problems(self) -> list[Problem]:
        """Return what is missing or wrong; what is not known is not missing."""
        return left(self.session.problems(), self.aside.unknown)


@dataclass(frozen=True, slots=True)
class Ending:
    """All that finishing writes, taken from the session on the thread that owns it."""

    unsaved: Mapping[str, str | None]
    entities: dict[Ref, Values]
    plans: frozenset[Ref]


def begin(desk: Desk, household_id: str, form: str) -> Survey:
    """Open a form on a household; an own unfinished one is gone on with."""
    root = Ref("household", household_id)
    family = desk.store.family(root)
    draft = _own_draft(desk, family, form)
    submission = draft.ref if draft else Ref("submission", str(uuid4()))
    answers = _answers(draft) if draft else None
    sight = _sight(desk, root, submission, resumed=draft is not None)
    setting = Setting(
        now=desk.clock,
        answers=answers,
        instances=known_answers(desk, household_id, family),
        properties={"username": desk.seat.operator, "deviceid": desk.store.device_id},
    )
    session = Session(load(desk, form), setting)
    return Survey(
        household_id,
        form,
        title_of(desk, form),
        submission,
        session,
        sight,
        resumed=draft is not None,
        saved=_kept(draft),
        is_begun=draft is not None,
        aside=Aside.read(draft.fields if draft else {}),
        place=desk.store.setting(_place_key(submission)) if draft else "",
    )


def save(desk: Desk, survey: Survey, unsaved: Mapping[str, str | None]) -> None:
    """Put answers on disk: one change, one transaction."""
    if not unsaved:
        return
    head = {} if survey.is_begun else _head(desk, survey)
    desk.write(survey.root, {survey.submission: head | dict(unsaved)})
    survey.is_begun = True


def stay(desk: Desk, survey: Survey, ref: str) -> None:
    """Remember on this computer at which question a draft stands."""
    if survey.is_begun:
        desk.store.set_setting(_place_key(survey.submission), ref)


def finish(desk: Desk, survey: Survey) -> list[Problem]:
    """Finish a survey; with problems left nothing is written and they are returned."""
    problems = survey.problems()
    if not problems:
        write_up(desk, survey, ending(survey))
    return problems


def ending(survey: Survey) -> Ending:
    """Return what finishing writes; the session is not looked at after this."""
    survey.session.finish()
    entities = writes(survey)
    return Ending(survey.take_unsaved(), entities, frozenset(_plans(survey)))


def write_up(desk: Desk, survey: Survey, end: Ending) -> None:
    """Write a finished survey: its answers, its household, its state.

    Raises PlanLockedError where it changes an approved plan; the draft is kept.
    """
    save(desk, survey, end.unsaved)
    check_unlocked(desk, survey.household_id, end.plans)
    form = survey.session.form
    change = survey.sight.change(
        desk.seat.operator,
        desk.stamp(),
        end.entities | _sent_up(desk, survey, end.plans),
        form=f"{form.id} {form.version}",
    )
    done: Values = {"state": "finished", "finished": desk.stamp()}
    # Together: a finished submission whose answers nobody took over is a lost visit.
    with desk.store.together():
        desk.write(survey.root, {survey.submission: done})
        desk.store.save(change)
        for key in (_sight_key(survey.submission), _place_key(survey.submission)):
            desk.store.set_setting(key, "")


def writes(survey: Survey) -> dict[Ref, Values]:
    """Return what the form, as it is filled in now, sets on which entity."""
    entities: dict[Ref, Values] = {}
    for write in survey.session.entities():
        kind = KINDS.get(write.dataset, write.dataset)
        ref = Ref(kind, write.id)
        values = {
            name: stored(kind, name, value, survey.sight.value(ref, name))
            for name, value in write.fields.items()
        }
        own = {"household": survey.household_id} if kind != "household" else {}
        entities[ref] = values | own
    return entities


def _sent_up(desk: Desk, survey: Survey, plans: Iterable[Ref]) -> dict[Ref, Values]:
    """Return the step by which a new or a returned plan goes up to the county."""
    row = desk.store.row(survey.household_id)
    if row is not None and row.plan_state == "made":
        return {}
    own = {"household": survey.household_id}
    return {
        Ref("step", str(uuid4())): own | step_on(desk, plan, "plan_submitted")
        for plan in plans
    }


def _plans(survey: Survey) -> set[Ref]:
    """Return the plan that a form writes to, even if only a measure has changed."""
    return {
        Ref("plan", node.entity_id)
        for node in survey.session.nodes()
        if node.saveto and node.saveto[0] == "plans" and node.entity_id
    }


def stored(kind: str, name: str, value: str, stands: str | None) -> str | None:
    """Return a value as it is stored: the same amount in other digits stays as is."""
    words = fields(kind).get(name)
    if not value or words is None or words.type not in ("money", "decimal", "integer"):
        return value or None
    amount = read_amount(value)
    if amount is None:
        return value
    if stands and read_amount(stands) == amount:
        return stands
    return plain(value)


def discard(desk: Desk, survey: Survey) -> None:
    """Throw a draft away; what was typed stays in the journal."""
    desk.write(survey.root, {survey.submission: {"_gone": "1"}})


def household_id(desk: Desk, text: str) -> str:
    """Return the id of the household with this id or 户编号."""
    if desk.store.row(text):
        return text
    for one in desk.store.entities("household", code=text):
        return one.id
    raise UnknownHouseholdError(household=text)


def _head(desk: Desk, survey: Survey) -> dict[str, str | None]:
    form = survey.session.form
    return {
        "form": survey.form,
        "version": form.version,
        "state": "draft",
        "household": survey.household_id,
        "by": desk.seat.operator,
        "dev": desk.store.device_id,
        "begun": desk.stamp(),
    }


def _own_draft(desk: Desk, family: list[Entity], form: str) -> Entity | None:
    """Return the draft begun here by this operator: others' are theirs to finish."""
    own = {
        "form": form,
        "state": "draft",
        "by": desk.seat.operator,
        "dev": desk.store.device_id,
    }
    drafts = [
        one
        for one in of_kind(family, "submission")
        if all(one.get(name) == value for name, value in own.items())
    ]
    return max(drafts, key=lambda one: one.get("begun"), default=None)


def _kept(draft: Entity | None) -> dict[str, str]:
    """Return all that stands on disk of a draft's answers and beside them."""
    fields = draft.fields if draft else {}
    return {ref: value for ref, value in fields.items() if ref.startswith("/")}


def _answers(draft: Entity) -> dict[str, str]:
    return {ref: v for ref, v in _kept(draft).items() if not is_aside(ref)}


def _sight_key(submission: Ref) -> str:
    return f"sight/{submission.id}"


def _place_key(submission: Ref) -> str:
    return f"place/{submission.id}"


def _sight(desk: Desk, root: Ref, submission: Ref, *, resumed: bool) -> Sight:
    """Return what the author saw when the form was first opened (DESIGN law 2)."""
    kept = desk.store.setting(_sight_key(submission)) if resumed else ""
    if kept:
        return Sight.read(kept)
    sight = desk.store.sight(root)
    desk.store.set_setting(_sight_key(submission), sight.text())
    return sight
