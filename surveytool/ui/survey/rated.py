"""A range as a rating: its numbers side by side; or as a slider."""

from dataclasses import replace

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.appearance import wants
from surveytool.ui.survey.compare import plain_number
from surveytool.ui.survey.editor import Editor
from surveytool.ui.survey.ranged import RangeEditor, ends_of, number_of
from surveytool.ui.survey.scaled import ScaleEditor
from surveytool.ui.theme.look import Look

MOST = 10


class RatingEditor(ScaleEditor):
    """The numbers of a range as one line of buttons."""

    def show_node(self, node: NodeView) -> None:
        """Show the numbers that can be given."""
        number = number_of(node.value)
        value = "" if number is None else plain_number(number)
        super().show_node(replace(node, options=ratings(node), value=value))


def range_editor(look: Look, node: NodeView) -> Editor:
    """Return a rating where the form wishes one and its numbers fit in a line."""
    is_rating = wants(node, "rating") and len(ratings(node)) <= MOST
    return (RatingEditor if is_rating else RangeEditor)(look, node)


def ratings(node: NodeView) -> tuple[tuple[str, str], ...]:
    """Return the numbers of a range as choices."""
    start, end, step = ends_of(node)
    many = min(int(abs(end - start) / step), MOST) + 1
    sign = 1 if end >= start else -1
    numbers = [plain_number(start + sign * at * step) for at in range(many)]
    return tuple((one, one) for one in numbers)
