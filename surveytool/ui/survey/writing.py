"""Which editor a question gets whose answer is written."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.dated import DayEditor, MomentEditor, TimeEditor
from surveytool.ui.survey.editor import Editor
from surveytool.ui.survey.placed import PointEditor, PointsEditor
from surveytool.ui.survey.written import LineEditor, PagesEditor
from surveytool.ui.theme.look import Look

WRITERS: Mapping[str, Callable[[Look, NodeView], Editor]] = MappingProxyType(
    {
        "date": DayEditor,
        "time": TimeEditor,
        "dateTime": MomentEditor,
        "geopoint": PointEditor,
        "geotrace": PointsEditor,
        "geoshape": PointsEditor,
    }
)


def writer_for(look: Look, node: NodeView) -> Editor:
    """Return the editor of a question by its type."""
    if node.type in WRITERS:
        return WRITERS[node.type](look, node)
    # Raw XForms write numbers-multiline too; Enketo and Collect read it so.
    if "multiline" in node.appearance:
        return PagesEditor(look, node)
    return LineEditor(look, node)
