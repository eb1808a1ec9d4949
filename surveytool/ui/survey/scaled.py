"""One of a scale: choices in one line, as a likert scale or a row of a table."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.appearance import wants
from surveytool.ui.survey.chosen import Options
from surveytool.ui.survey.editor import Editor
from surveytool.ui.survey.rich import bare
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import empty
from surveytool.ui.widgets.text import wrapped

MIDDLE = Qt.AlignmentFlag.AlignHCenter


class ScaleEditor(Editor):
    """Buttons in columns of one width, their words below, above or not at all."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self._look, self._name = look, bare(node.label) or node.name
        self._options: Options = ()
        self._buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._is_head = wants(node, "label")
        self._is_bare = wants(node, "list-nolabel")
        self._words_at = 0 if wants(node, "list", "label") else 1
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, look.u(4), 0, look.u(4))
        self._grid.setSpacing(look.u(2))
        self.setLayout(self._grid)

    def show_node(self, node: NodeView) -> None:
        """Show the scale and where the answer stands on it."""
        if node.options != self._options:
            self._build(node.options)
        self._group.setExclusive(False)
        for value, one in self._buttons.items():
            one.setChecked(value == node.value)
            one.setEnabled(not node.readonly)
        self._group.setExclusive(True)

    def _build(self, options: Options) -> None:
        empty(self._grid)
        self._options, self._buttons = options, {}
        for at, (value, said) in enumerate(options):
            self._grid.setColumnStretch(at, 1)
            if not self._is_bare:
                words = wrapped(bare(said), "small")
                words.setAlignment(MIDDLE)
                self._grid.addWidget(words, self._words_at, at)
            if not self._is_head:
                one = self._button(value, bare(said))
                self._grid.addWidget(one, 1 - self._words_at, at, MIDDLE)
        self.first = next(iter(self._buttons.values()), None)

    def _button(self, value: str, said: str) -> QRadioButton:
        made = QRadioButton()
        made.setAccessibleName(f"{self._name} {said}")
        made.setToolTip(said)
        made.clicked.connect(partial(self._tell, value))
        self._group.addButton(made)
        self._buttons[value] = made
        return made

    def _tell(self, value: str, _checked: object = None) -> None:
        self.answered.emit(value)
