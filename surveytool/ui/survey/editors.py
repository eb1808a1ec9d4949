"""Which editor a question gets."""

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.choosing import chooser_for
from surveytool.ui.survey.editor import Editor
from surveytool.ui.survey.giving import giver_for
from surveytool.ui.survey.writing import writer_for
from surveytool.ui.theme.look import Look

CHOSEN = frozenset({"select1", "select", "rank"})
GIVEN = frozenset({"trigger", "upload", "range"})


def editor_for(look: Look, node: NodeView) -> Editor:
    """Return the editor that suits a question; it shows nothing yet."""
    if node.kind in CHOSEN:
        return chooser_for(look, node)
    if node.kind in GIVEN:
        return giver_for(look, node)
    return writer_for(look, node)
