"""A number between two ends: a slider beside a field."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.appearance import wants
from surveytool.ui.survey.compare import plain_number
from surveytool.ui.survey.rich import bare
from surveytool.ui.survey.written import LineEditor
from surveytool.ui.theme.look import Look
from surveytool.ui.theme.palette import LIGHT
from surveytool.ui.widgets.slider import CalmSlider
from surveytool.ui.widgets.text import text

WIDTH, LEAST, TALL, FIELD, MOST_TICKS = 260, 110, 150, 84, 25


class RangeEditor(LineEditor):
    """The slider moves by the form's steps; the answer is empty until it moved."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__(look, node)
        self._edit.setFixedWidth(look.u(FIELD))
        self._start, self._end, self._step = ends_of(node)
        self._slider = CalmSlider(bare(node.label) or node.name)
        self._slider.setRange(0, int(abs(self._end - self._start) / self._step))
        self._shape(look, node)
        self._slider.valueChanged.connect(self._slide)
        self._slider.touched.connect(self._slide)
        ends = [text(plain_number(one), "small") for one in (self._start, self._end)]
        for at, part in enumerate((ends[0], self._slider, ends[1])):
            self._line.insertWidget(at, part)
        self._line.setStretch(1, 20)
        self._line.setStretch(3, 0)
        for part in (*ends, self._slider):
            part.setHidden(wants(node, "picker"))
        self.first = self._edit if wants(node, "picker") else self._slider

    @property
    def slider(self) -> QSlider:
        """The slider."""
        return self._slider

    def show_node(self, node: NodeView) -> None:
        """Show the number in the field and on the slider."""
        super().show_node(node)
        self._slider.setEnabled(not node.readonly)
        number = number_of(node.value)
        place = 0 if number is None else int(abs(number - self._start) / self._step)
        self._slider.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._slider.setValue(place)
        self._slider.blockSignals(False)  # noqa: FBT003 - Qt's own

    def written(self, node: NodeView) -> str:
        """Return the number without needless zeros."""
        number = number_of(node.value)
        return "" if number is None else plain_number(number)

    def tell(self, words: str) -> None:
        """Tell of a number that lies on a step between the ends."""
        number = number_of(words)
        low, high = sorted((self._start, self._end))
        is_on = number is not None and low <= number <= high
        if words and (number is None or not is_on or (number - low) % self._step):
            said = self.tr("Please choose a number from {0} to {1} in steps of {2}.")
            ends = [plain_number(one) for one in (low, high, self._step)]
            self.refused.emit(said.format(*ends))
        else:
            self.answered.emit(words)

    def _slide(self, place: int) -> None:
        sign = 1 if self._end >= self._start else -1
        self._edit.setText(plain_number(self._start + sign * place * self._step))
        self.flush()

    def _shape(self, look: Look, node: NodeView) -> None:
        if wants(node, "vertical"):
            self._slider.setOrientation(Qt.Orientation.Vertical)
            self._slider.setFixedHeight(look.u(TALL))
        else:
            self._slider.setMinimumWidth(look.u(LEAST))
            self._slider.setMaximumWidth(look.u(WIDTH))
        tones = look.palette
        if tones is not LIGHT:
            # Fusion draws a dark handle on a dark ground.
            self._slider.setStyleSheet(
                f"QSlider::groove:horizontal {{ height: {look.u(4)}px;"
                f" background: {tones.strong_line}; border-radius: 2px; }}"
                f"QSlider::handle:horizontal {{ width: {look.u(16)}px;"
                f" margin: -{look.u(6)}px 0; border-radius: {look.u(8)}px;"
                f" background: {tones.accent}; }}"
            )
        few = self._slider.maximum() <= MOST_TICKS
        if few and not wants(node, "no-ticks"):
            self._slider.setTickPosition(QSlider.TickPosition.TicksBelow)
            self._slider.setTickInterval(1)


def ends_of(node: NodeView) -> tuple[Decimal, Decimal, Decimal]:
    """Return where a range begins and ends and its step, by the form's attributes."""
    told = [
        number_of(node.attributes.get(name, "")) for name in ("start", "end", "step")
    ]
    start, end = told[0] or Decimal(0), told[1] if told[1] is not None else Decimal(10)
    return start, end, abs(told[2] or Decimal(1))


def number_of(words: str) -> Decimal | None:
    """Return what a text says as a number, None where it says none."""
    try:
        number = Decimal(words)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
