"""Which editor a question gets whose answer is chosen."""

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.appearance import wants
from surveytool.ui.survey.chosen import CheckEditor, ComboEditor, RadioEditor
from surveytool.ui.survey.editor import Editor
from surveytool.ui.survey.folded import FilteredEditor, FoldedEditor
from surveytool.ui.survey.ranked import RankEditor
from surveytool.ui.survey.scaled import ScaleEditor
from surveytool.ui.survey.searched import SearchEditor
from surveytool.ui.theme.look import Look

FEW, SOME, MANY = 5, 12, 40
TABLE = ("likert", "list", "list-nolabel", "label")
BESIDE = ("horizontal", "horizontal-compact", "quick", "quickcompact", "columns-pack")


def chooser_for(look: Look, node: NodeView) -> Editor:
    """Return the editor that suits the choices: how many, and how they shall look."""
    if node.kind == "rank":
        return RankEditor(look, node)
    is_one, many = node.kind == "select1", len(node.options)
    if many > MANY or wants(node, "autocomplete", "search"):
        return (SearchEditor if is_one else FilteredEditor)(look, node)
    if not is_one:
        is_folded = wants(node, "minimal") and many > FEW
        return (FoldedEditor if is_folded else CheckEditor)(look, node)
    if wants(node, *TABLE) and many <= SOME:
        return ScaleEditor(look, node)
    few = 0 < many <= (SOME if wants(node, *BESIDE) else FEW)
    few = few and not wants(node, "minimal")
    return (RadioEditor if few else ComboEditor)(look, node)
