"""A value with its name above it, as boxes and as lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, frame, row
from surveytool.ui.widgets.text import Elided, picture, text, wrapped


def labeled_value(look: Look, title: str, value: str, unit: str = "") -> QFrame:
    """Return a figure of a detail page: its title small above it."""
    number = row(look, text(value or "—", "number"), text(unit, "small"), None, gap=3)
    layout = column(look, Elided(title, "small"), number, gap=3)
    box = frame("inset", layout)
    layout.setContentsMargins(look.u(10), look.u(7), look.u(6), look.u(8))
    box.setAccessibleName(f"{title} {value} {unit}")
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def state_box(look: Look, title: str, value: str, *, icon: str, tone: str) -> QFrame:
    """Return a box with an icon, what it is about, how it stands and a sign."""
    signs = {"green": "circle-check", "red": "alert-circle", "amber": "alert-triangle"}
    words = column(look, Elided(title), Elided(value, "small", tone=tone), gap=1)
    sign = picture(look, signs.get(tone, "circle-dashed"), tone=tone, size=18)
    layout = row(look, picture(look, icon, tone=tone), words, sign, gap=9)
    box = frame("box", layout)
    layout.setContentsMargins(look.u(10), look.u(7), look.u(9), look.u(7))
    box.setAccessibleName(f"{title} {value}")
    return box


def value_grid(look: Look, pairs: list[tuple[str, str]]) -> QGridLayout:
    """Return names on the left, values on the right."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.u(14))
    grid.setVerticalSpacing(look.u(7))
    for line, (name, value) in enumerate(pairs):
        grid.addWidget(text(name, "soft"), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(wrapped(value or "—"), line, 1)
    grid.setColumnStretch(1, 1)
    return grid
