"""Which editor a question gets."""

from PySide6.QtWidgets import QCheckBox

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.chosen import CheckEditor, ComboEditor, RadioEditor
from surveytool.ui.survey.editor import Editor
from surveytool.ui.survey.rich import bare
from surveytool.ui.survey.written import LineEditor, PagesEditor
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import row
from surveytool.ui.widgets.text import text

FEW = 5


class TriggerEditor(Editor):
    """A box to tick: seen and agreed."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self._box = QCheckBox(self.tr("Seen"))
        self._box.setAccessibleName(bare(node.label))
        self._box.clicked.connect(self._tell)
        self.first = self._box
        self.setLayout(row(look, self._box, None))

    def show_node(self, node: NodeView) -> None:
        """Show whether it is ticked."""
        self._box.setChecked(bool(node.value))

    def _tell(self, checked: object) -> None:
        self.answered.emit("OK" if checked else "")


class PaperEditor(Editor):
    """What is done on paper: a signature, a picture."""

    def __init__(self, look: Look, _node: NodeView) -> None:
        super().__init__()
        said = self.tr("Signed on the printed sheet.")
        self.setLayout(row(look, text(said, "soft"), None))


def editor_for(look: Look, node: NodeView) -> Editor:
    """Return the editor that suits a question; it shows nothing yet."""
    match node.kind:
        case "select1":
            few = 0 < len(node.options) <= FEW
            return (RadioEditor if few else ComboEditor)(look, node)
        case "select" | "rank":
            return CheckEditor(look, node)
        case "trigger":
            return TriggerEditor(look, node)
        case "upload":
            return PaperEditor(look, node)
        case _ if "multiline" in node.appearance:
            return PagesEditor(look, node)
        case _:
            return LineEditor(look, node)
