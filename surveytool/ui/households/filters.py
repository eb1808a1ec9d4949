"""Which households of a village are shown: chips and two lists."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QComboBox, QWidget

from surveytool.domain.rows import HouseholdRow
from surveytool.domain.vocabulary import code_lists
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import plain, row
from surveytool.ui.widgets.button import chip
from surveytool.ui.widgets.choice import Choice
from surveytool.ui.words import Words

NARROW = 580


class Filters(QWidget):
    """Chips for the kind, lists for risk and state."""

    changed = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._kinds = QButtonGroup(self)
        self._chips = {
            "monitored": chip(look, self.tr("Under watch")),
            "lifted": chip(look, self.tr("Lifted")),
            "ordinary": chip(look, self.tr("Ordinary")),
            "": chip(look, self.tr("All")),
        }
        for one in self._chips.values():
            self._kinds.addButton(one)
        self._chips[""].setChecked(True)
        self._risk = self._risks(look, words)
        self._state = self._states(look)
        chips = row(look, *self._chips.values(), None)
        layout = row(
            look, plain(chips), plain(row(look, None, self._risk, self._state))
        )
        self._look, self._layout = look, layout
        layout.setContentsMargins(*[look.u(n) for n in (13, 11, 13, 10)])
        self.setLayout(layout)
        self._kinds.buttonClicked.connect(lambda _: self.changed.emit())
        self._risk.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._state.currentIndexChanged.connect(lambda _: self.changed.emit())

    @property
    def kind(self) -> str:
        """The kind that is wanted, empty for all."""
        return next(name for name, one in self._chips.items() if one.isChecked())

    def choose_kind(self, kind: str) -> None:
        """Want another kind, or all of them."""
        self._chips[kind].setChecked(True)

    def choose_state(self, state: str) -> None:
        """Want another state, or all of them."""
        self._state.setCurrentIndex(max(self._state.findData(state), 0))

    @property
    def risk(self) -> str:
        """The risk that is wanted, empty for all."""
        return str(self._risk.currentData())

    @property
    def state(self) -> str:
        """The state that is wanted, empty for all."""
        return str(self._state.currentData())

    def pick(self, rows: Sequence[HouseholdRow]) -> list[HouseholdRow]:
        """Return the rows that are wanted."""
        return [one for one in rows if self._wants(one)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the lists below the chips where the room is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < self._look.u(NARROW)
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _wants(self, one: HouseholdRow) -> bool:
        watched = bool(one.monitor_type)
        kinds = {"": True, "monitored": watched}
        if not kinds.get(self.kind, one.kind == self.kind and not watched):
            return False
        if self.risk and self.risk not in one.risks:
            return False
        return not self.state or self.state in states_of(one)

    def _risks(self, look: Look, words: Words) -> QComboBox:
        box = Choice(look, self.tr("Risk"))
        box.addItem(self.tr("All risks"), "")
        for risk in code_lists()["risk"].entries:
            box.addItem(words.code("risk", risk), risk)
        return box

    def _states(self, look: Look) -> QComboBox:
        box = Choice(look, self.tr("State"))
        for state, said in (
            ("", self.tr("All states")),
            ("unsurveyed", self.tr("Not yet surveyed")),
            ("draft", self.tr("With a draft")),
            ("surveyed", self.tr("Surveyed")),
            ("unplanned", self.tr("Without a plan")),
            ("made", self.tr("Plan submitted")),
            ("returned", self.tr("Plan returned")),
            ("approved", self.tr("Plan approved")),
            ("eliminated", self.tr("Risk eliminated")),
        ):
            box.addItem(said, state)
        return box


def states_of(one: HouseholdRow) -> set[str]:
    """Return every state of the list that a household is in."""
    watched = bool(one.monitor_type) and not one.risk_eliminated
    states = {"surveyed" if one.surveyed else "unsurveyed", one.plan_state}
    if one.has_draft:
        states.add("draft")
    if one.monitor_type and one.risk_eliminated:
        states.add("eliminated")
    if watched and one.plan_state in ("", "draft"):
        states.add("unplanned")
    return states
