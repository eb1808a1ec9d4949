"""A drop-down list that the wheel does not change by accident."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView

from surveytool.ui.theme.look import Look


class Choice(QComboBox):
    """A list to choose one of; the wheel scrolls the page instead."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._list: QListView | None = None
        self.setAccessibleName(name)
        self.setFixedHeight(look.u(36))
        self.setMinimumWidth(look.u(96))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def showPopup(self) -> None:
        """Drop down; the list is made when it is wanted first, for it is dear."""
        if self._list is None:
            self._list = QListView()
            self.setView(self._list)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
