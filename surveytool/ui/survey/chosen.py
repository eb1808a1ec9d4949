"""Answers that are chosen: one of a few, one of many, several."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QRadioButton,
)

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.appearance import wants
from surveytool.ui.survey.breaking import SIGN, across, broken, room
from surveytool.ui.survey.editor import Editor
from surveytool.ui.survey.rich import bare
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import empty, row
from surveytool.ui.widgets.choice import Choice

Options = tuple[tuple[str, str], ...]


class RadioEditor(Editor):
    """One of a few, all seen at once; the same one again takes the answer away."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self._look, self._name = look, bare(node.label)
        self._is_quick = wants(node, "quick", "quickcompact")
        self._options: Options = ()
        self._buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._grid = choice_grid(look)
        self.setLayout(row(look, self._grid, None))

    def show_node(self, node: NodeView) -> None:
        """Show the choices and the one that is chosen."""
        if node.options != self._options:
            self._build(node.options)
        self._group.setExclusive(False)
        for value, one in self._buttons.items():
            one.setChecked(value == node.value)
            one.setEnabled(not node.readonly)
        self._group.setExclusive(True)

    def _build(self, options: Options) -> None:
        empty(self._grid)
        self._options = options
        self._buttons = {value: QRadioButton(bare(said)) for value, said in options}
        for value, one in self._buttons.items():
            self._group.addButton(one)
            one.clicked.connect(partial(self._tell, value))
        place_choices(
            self._look, self._grid, self._name, buttons=self._buttons.values()
        )
        self.first = next(iter(self._buttons.values()), None)

    def _tell(self, value: str, _checked: object = None) -> None:
        self.answered.emit(value)
        if self._is_quick:
            self.went_on.emit()


class ComboEditor(Editor):
    """One of many, in a list that drops down."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self._options: Options | None = None
        self._combo = Choice(look, bare(node.label) or node.name)
        self._combo.setMinimumWidth(look.u(220))
        self._combo.setMaximumWidth(look.u(460))
        self._combo.activated.connect(self._tell)
        self.first = self._combo
        self.setLayout(row(look, self._combo, None))

    def show_node(self, node: NodeView) -> None:
        """Show the choices and the one that is chosen."""
        if node.options != self._options:
            self._options = node.options
            self._combo.clear()
            self._combo.addItem(self.tr("(not chosen)"), "")
            for value, said in node.options:
                self._combo.addItem(bare(said), value)
        self._combo.setCurrentIndex(max(self._combo.findData(node.value), 0))
        self._combo.setEnabled(not node.readonly)

    def _tell(self, index: int) -> None:
        self.answered.emit(self._combo.itemData(index))


class CheckEditor(Editor):
    """Several choices, in the order in which they were ticked."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self._look, self._name = look, bare(node.label)
        self._options: Options = ()
        self._value = ""
        self._boxes: dict[str, QCheckBox] = {}
        self._grid = choice_grid(look)
        self.setLayout(row(look, self._grid, None))

    def show_node(self, node: NodeView) -> None:
        """Show the choices and those that are chosen."""
        self.show_options(node.options, node)

    def show_options(self, options: Options, node: NodeView) -> None:
        """Show some of the choices and those that are chosen."""
        if options != self._options:
            self._build(options)
        self._value = node.value
        chosen = node.value.split()
        for value, box in self._boxes.items():
            box.setChecked(value in chosen)
            box.setEnabled(not node.readonly)

    def _build(self, options: Options) -> None:
        empty(self._grid)
        self._options = options
        self._boxes = {value: QCheckBox(bare(said)) for value, said in options}
        for value, box in self._boxes.items():
            box.clicked.connect(self._teller(value))
        place_choices(self._look, self._grid, self._name, buttons=self._boxes.values())
        self.first = next(iter(self._boxes.values()), None)

    def _teller(self, value: str) -> Callable[[bool], None]:
        # A partial would be called without what the signal tells.
        return lambda checked: self._tell(value, checked=checked)

    def _tell(self, value: str, *, checked: bool) -> None:
        kept = [one for one in self._value.split() if one != value]
        self._value = " ".join([*kept, value] if checked else kept)
        self.answered.emit(self._value)


def choice_grid(look: Look) -> QGridLayout:
    """Return an empty grid for choices."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.u(14))
    grid.setVerticalSpacing(look.u(2))
    return grid


def place_choices(
    look: Look, grid: QGridLayout, name: str, *, buttons: Iterable[QAbstractButton]
) -> None:
    """Put choices beside one another as far as a line of text goes."""
    made = list(buttons)
    many = across(look, [one.text() for one in made])
    for at, one in enumerate(made):
        one.setAccessibleName(f"{name} {one.text()}")
        one.setText(broken(one.text(), room(look) - SIGN))
        grid.addWidget(one, at // many, at % many)
