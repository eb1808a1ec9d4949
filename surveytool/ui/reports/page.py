"""A page."""

from PySide6.QtWidgets import QWidget

from surveytool.ui.screen import Screen


class ReportsPage(QWidget):
    """A page."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()

    def refresh(self) -> None:
        """Read."""

    def changed(self, changed: object, by: object) -> None:
        """Read."""
