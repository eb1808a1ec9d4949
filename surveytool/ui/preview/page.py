"""A page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class PreviewPage(QWidget):
    """A page."""

    closed = Signal()
