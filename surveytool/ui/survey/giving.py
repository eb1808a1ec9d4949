"""Which editor a question gets that is ticked, slid, drawn or handed in."""

from PySide6.QtWidgets import QCheckBox

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.appearance import wants
from surveytool.ui.survey.attached import FileEditor
from surveytool.ui.survey.drawn import DrawnEditor
from surveytool.ui.survey.editor import Editor
from surveytool.ui.survey.rated import range_editor
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import row

DRAWN = ("signature", "draw", "annotate")


class TriggerEditor(Editor):
    """A box to tick: seen and agreed."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self._box = QCheckBox(self.tr("Seen"))
        self._box.setAccessibleName(f"{self._box.text()} {node.label.strip()}")
        self._box.clicked.connect(self._tell)
        self.first = self._box
        self.setLayout(row(look, self._box, None))

    def show_node(self, node: NodeView) -> None:
        """Show whether it is ticked."""
        self._box.setChecked(bool(node.value))
        self._box.setEnabled(not node.readonly)

    def _tell(self, checked: object) -> None:
        self.answered.emit("OK" if checked else "")


def giver_for(look: Look, node: NodeView) -> Editor:
    """Return the editor of a trigger, a range or an upload."""
    if node.kind == "trigger":
        return TriggerEditor(look, node)
    if node.kind == "range":
        return range_editor(look, node)
    return (DrawnEditor if wants(node, *DRAWN) else FileEditor)(look, node)
