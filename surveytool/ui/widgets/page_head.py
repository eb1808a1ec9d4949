"""The head of a page: its title, a line below it, its buttons."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.text import Elided


def page_head(
    look: Look, title: str, under: str = "", *actions: QPushButton
) -> QHBoxLayout:
    """Return the head that every page begins with."""
    words = column(look, Elided(title, "title"), gap=2)
    if under:
        words.addWidget(Elided(under, "small"))
    head = row(look, words, *actions, gap=8)
    head.setStretch(0, 1)
    return head
