"""An order: what comes first, moved by mouse or with Alt and the arrow keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.editor import Editor
from surveytool.ui.survey.rich import bare
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.text import wrapped

LINE, MOST_LINES, WIDTH = 34, 8, 420
VALUE = Qt.ItemDataRole.UserRole
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RankEditor(Editor):
    """The choices as a list; the answer is empty until an order was chosen."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self._look, self._value = look, ""
        self._list = OrderList(bare(node.label) or node.name)
        self._list.setMaximumWidth(look.u(WIDTH))
        palette = look.palette
        self._list.setStyleSheet(
            f"QListWidget {{ border: 1px solid {palette.strong_line};"
            f" border-radius: 6px; }}"
            f"QListWidget:focus {{ border: 2px solid {palette.focus}; }}"
            f"QListWidget::item {{ height: {look.u(LINE)}px; padding-left: 8px; }}"
            f"QListWidget::item:selected {{ background: {palette.selection};"
            f" color: {palette.ink}; }}"
        )
        self._list.moved.connect(self._tell)
        self._state = wrapped("", "small")
        self._up = button(look, self.tr("Up"), lambda: self._list.move_by(-1))
        self._down = button(look, self.tr("Down"), lambda: self._list.move_by(1))
        self._take = button(look, self.tr("Take this order"), self._tell)
        self._drop = button(look, self.tr("Clear"), self._clear, kind="quiet")
        parts = (self._up, self._down, self._take, self._drop, None)
        for one in parts[:-1]:
            if one is not None:
                one.setProperty("room", "tight")
        self.first = self._list
        buttons = row(look, *parts, gap=6)
        self.setLayout(column(look, self._list, buttons, self._state, gap=5))

    def show_node(self, node: NodeView) -> None:
        """Show the order that stands, or the choices as the form lists them."""
        self._value = node.value
        ranked = node.value.split()
        labels = dict(node.options)
        rest = [one for one in labels if one not in ranked]
        known = [one for one in ranked if one in labels]
        order = [(one, bare(labels[one]) or one) for one in [*known, *rest]]
        self._list.show_order(order, numbered=bool(ranked))
        lines = min(len(order), MOST_LINES) or 1
        self._list.setFixedHeight(self._look.u(LINE * lines + 8))
        for one in (self._list, self._up, self._down, self._take, self._drop):
            one.setEnabled(not node.readonly)
        self._take.setHidden(bool(ranked))
        self._drop.setHidden(not ranked)
        keys = self.tr("Drag, or move with Alt+↑ and Alt+↓.")
        unset = self.tr("No order is chosen yet.")
        self._state.setText(keys if ranked else f"{unset} {keys}")

    def _tell(self) -> None:
        value = " ".join(self._list.order())
        if value != self._value:
            self.answered.emit(value)

    def _clear(self) -> None:
        self.answered.emit("")


class OrderList(QListWidget):
    """A list whose lines can be moved; tells when they were."""

    moved = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("surface", "order")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_order(self, order: list[tuple[str, str]], *, numbered: bool) -> None:
        """Show choices in an order."""
        at = max(self.currentRow(), 0)
        self.clear()
        for place, (value, said) in enumerate(order, 1):
            item = QListWidgetItem(f"{place}.  {said}" if numbered else f"·  {said}")
            item.setData(VALUE, value)
            self.addItem(item)
        self.setCurrentRow(min(at, self.count() - 1))

    def order(self) -> list[str]:
        """Return the values in their order."""
        return [str(self.item(at).data(VALUE)) for at in range(self.count())]

    def move_by(self, step: int) -> None:
        """Move the current line up or down."""
        at = self.currentRow()
        if 0 <= at + step < self.count() and at >= 0:
            self.insertItem(at + step, self.takeItem(at))
            self.setCurrentRow(at + step)
            self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by Alt and an arrow key."""
        step = STEPS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_by(step)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the order after a line was dropped."""
        super().dropEvent(event)
        self.moved.emit()
