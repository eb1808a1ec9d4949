"""Answers that are places; offline there is no map, so they are typed or pasted."""

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.coordinates import (
    point_shown,
    points_shown,
    read_point,
    read_points,
)
from surveytool.ui.survey.written import LineEditor, PagesEditor
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.text import wrapped

LEAST_POINTS = {"geotrace": 2, "geoshape": 4}


class PointEditor(LineEditor):
    """One point: latitude and longitude, in degrees or degrees and minutes."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__(look, node)
        hint = self.tr("latitude longitude, as 31.07 109.87")
        self._edit.setPlaceholderText(hint)

    def written(self, node: NodeView) -> str:
        """Return the point as numbers."""
        return point_shown(node.value)

    def tell(self, text: str) -> None:
        """Tell of the point."""
        point = read_point(text) if text else ""
        if text and not point:
            self.refused.emit(
                self.tr("Please write latitude and longitude, as 31.07 109.87.")
            )
        else:
            self.answered.emit(point)


class PointsEditor(PagesEditor):
    """A line or an area: one point a line; an area closes by itself."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__(look, node)
        self._is_area = node.type == "geoshape"
        self._least = LEAST_POINTS[node.type]
        self._edit.setPlaceholderText(
            self.tr("One point a line, as 31.07 109.87; paste the list here.")
        )
        self._count = wrapped("", "small")
        layout = self.layout()
        assert layout is not None  # noqa: S101 - set by the class above
        layout.addWidget(self._count)
        self._count.setFixedWidth(look.u(70))

    def show_node(self, node: NodeView) -> None:
        """Show the points and how many they are."""
        super().show_node(node)
        many = len([one for one in node.value.split(";") if one.strip()])
        many -= 1 if self._is_area and many else 0
        self._count.setText(self.tr("{0} points").format(many))

    def written(self, node: NodeView) -> str:
        """Return one point a line."""
        return points_shown(node.value)

    def tell(self, text: str) -> None:
        """Tell of the points; the first line that is none is named."""
        value, bad = read_points(text, closed=self._is_area)
        if bad:
            said = self.tr("Line {0} is no latitude and longitude, as 31.07 109.87.")
            self.refused.emit(said.format(bad))
        elif text and value.count(";") + 1 < self._least:
            least = self._least - 1 if self._is_area else self._least
            self.refused.emit(self.tr("At least {0} points, please.").format(least))
        else:
            self.answered.emit(value)
