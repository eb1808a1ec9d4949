"""Buttons: one primary a page, quiet ones, chips that stay down."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from surveytool.ui.theme.look import Look


def button(
    look: Look,
    words: str,
    then: Callable[[], object],
    *,
    icon: str = "",
    kind: str = "",
) -> QPushButton:
    """Return a button; kinds: primary, quiet, danger or none."""
    # Qt leaves hardly any room between an icon and its text.
    made = QPushButton(f" {words}" if icon and words else words)
    made.setProperty("kind", kind)
    made.setAccessibleName(words)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if icon:
        colours = {
            "primary": look.palette.accent_ink,
            "danger": look.palette.tone("red").ink,
            "quiet": look.palette.accent,
        }
        made.setIcon(look.icon(icon, colours.get(kind, look.palette.soft)))
        made.setIconSize(QSize(look.u(18), look.u(18)))
    made.clicked.connect(lambda _: then())
    return made


def chip(look: Look, words: str) -> QPushButton:
    """Return a button that stays down while it holds."""
    made = QPushButton(words)
    made.setProperty("kind", "chip")
    made.setAccessibleName(words)
    made.setCheckable(True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setFixedHeight(look.u(34))
    return made
