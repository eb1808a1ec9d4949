"""The members of a household: who, how old, how they are; IDs masked."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from surveytool.domain.dates import age_on
from surveytool.domain.entity import Entity
from surveytool.domain.mask import mask_id
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import line
from surveytool.ui.widgets.text import Elided, text
from surveytool.ui.words import Words

RIGHT = Qt.AlignmentFlag.AlignRight


def members_box(
    look: Look,
    words: Words,
    persons: Sequence[Entity],
    *,
    today: date,
    numbers: Mapping[str, str],
) -> QFrame:
    """Return a box with two lines a member; ``numbers`` are shown in full."""
    grid = QGridLayout()
    grid.setContentsMargins(look.u(12), look.u(3), look.u(12), look.u(3))
    grid.setHorizontalSpacing(look.u(10))
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 2)
    grid.setColumnStretch(3, 4)
    for at, person in enumerate(persons):
        if at:
            grid.addWidget(line(), 3 * at - 1, 0, 1, 4)
        number = numbers.get(person.id) or mask_id(person.get("id_number"))
        shown = text(number, "small")
        _member(look, words, grid, 3 * at, person=person, today=today)
        shown.setContentsMargins(0, look.u(1), 0, look.u(7))
        grid.addWidget(shown, 3 * at + 1, 0, 1, 4)
    box = QFrame()
    box.setProperty("surface", "box")
    box.setLayout(grid)
    return box


def _member(
    look: Look,
    words: Words,
    grid: QGridLayout,
    top: int,
    *,
    person: Entity,
    today: date,
) -> None:
    name = Elided(person.get("full_name") or "—", "strong")
    relation = Elided(words.value(person, "relation"), "small")
    how, tone = _condition(words, person)
    for label in (name, relation):
        label.setContentsMargins(0, look.u(7), 0, 0)
    who = text(_who(words, person, today))
    who.setContentsMargins(0, look.u(7), 0, 0)
    condition = Elided(how, "small", tone=tone)
    condition.setAlignment(RIGHT | Qt.AlignmentFlag.AlignVCenter)
    condition.setContentsMargins(0, look.u(7), 0, 0)
    parts: tuple[QLabel, ...] = (name, relation, who, condition)
    for column, part in enumerate(parts):
        grid.addWidget(part, top, column)


def _who(words: Words, person: Entity, today: date) -> str:
    age = age_on(person.get("birth"), today)
    sex = words.value(person, "sex")
    if age is None:
        return sex
    years = QCoreApplication.translate("Members", "{0} y.").format(age)
    return f"{sex} {years}"


def _condition(words: Words, person: Entity) -> tuple[str, str]:
    """Return what matters most of a person: health first, then school or work."""
    health = person.get("health")
    if health and health != "healthy":
        return words.value(person, "health"), "red"
    for name in ("schooling", "work_place", "public_post", "labour"):
        if said := words.value(person, name):
            return said, "plain"
    return "", "plain"
