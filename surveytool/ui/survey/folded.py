"""Several of a long list: what is chosen, and the list only when it is wanted."""

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.chosen import CheckEditor, Options
from surveytool.ui.survey.compare import shown
from surveytool.ui.survey.editor import Editor
from surveytool.ui.survey.rich import bare
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.field import line_edit
from surveytool.ui.widgets.text import wrapped

MOST, FEW, WIDTH = 40, 12, 300


class FoldedEditor(Editor):
    """The chosen words and a button that opens the boxes to tick."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self._said = wrapped("")
        self._boxes = CheckEditor(look, node)
        self._boxes.answered.connect(self.answered)
        self._boxes.hide()
        self._open = button(look, self.tr("Choose"), self._turn, icon="chevron-down")
        self._open.setAccessibleName(f"{self._open.text().strip()} {bare(node.label)}")
        self._open.setCheckable(True)
        self.first = self._open
        line = row(look, self._open, self._said, gap=10)
        line.setStretch(1, 1)
        self.setLayout(column(look, line, self._boxes, gap=4))

    def show_node(self, node: NodeView) -> None:
        """Show what is chosen."""
        nothing = self.tr("(nothing chosen)")
        self._said.setText(bare(shown(node, node.value)) if node.value else nothing)
        self._open.setEnabled(not node.readonly)
        self._boxes.show_node(node)

    def _turn(self) -> None:
        self._boxes.setVisible(self._open.isChecked())


class FilteredEditor(Editor):
    """A field that narrows a long list of boxes to tick down."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self._node = node
        hint = self.tr("Type to search")
        self._edit = line_edit(look, f"{hint} {bare(node.label)}", hint)
        self._edit.setMaximumWidth(look.u(WIDTH))
        self._edit.textChanged.connect(lambda _: self._fill())
        self._boxes = CheckEditor(look, node)
        self._boxes.answered.connect(self.answered)
        self._more = wrapped("", "small")
        self.first = self._edit
        self.setLayout(column(look, self._edit, self._boxes, self._more, gap=4))

    def show_node(self, node: NodeView) -> None:
        """Show what is chosen first, then what is searched for."""
        self._node = node
        self._edit.setEnabled(not node.readonly)
        self._fill()

    def _fill(self) -> None:
        wanted = self._edit.text().strip().casefold()
        chosen = self._node.value.split()
        kept = [one for one in self._node.options if one[0] in chosen]
        found = [
            one
            for one in self._node.options
            if one[0] not in chosen and wanted in one[1].casefold()
        ]
        most = MOST if wanted else FEW
        options: Options = (*kept, *found[:most])
        self._boxes.show_options(options, self._node)
        rest = len(found) - most
        self._more.setText(self.tr("… and {0} more: type to narrow").format(rest))
        self._more.setHidden(rest <= 0)
