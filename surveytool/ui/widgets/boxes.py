"""Rows, columns and surfaces, with the spacing of the visual language."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from surveytool.ui.theme.look import Look

Part = QWidget | QLayout | int | None
Box = TypeVar("Box", bound=QBoxLayout)


def row(look: Look, *parts: Part, gap: float = 8) -> QHBoxLayout:
    """Return parts beside one another; None is a spring, a number is room."""
    layout = QHBoxLayout()
    return _fill(look, layout, parts, gap)


def column(look: Look, *parts: Part, gap: float = 8) -> QVBoxLayout:
    """Return parts below one another; None is a spring, a number is room."""
    layout = QVBoxLayout()
    return _fill(look, layout, parts, gap)


def frame(surface: str, layout: QLayout, *, margin: int = 0) -> QFrame:
    """Return a surface with a layout in it: card, box, inset or bar."""
    box = QFrame()
    box.setProperty("surface", surface)
    layout.setContentsMargins(margin, margin, margin, margin)
    box.setLayout(layout)
    return box


def pane(side: str, layout: QLayout) -> QFrame:
    """Return a white area with a line on one side of it."""
    box = frame("pane", layout)
    box.setProperty("side", side)
    return box


def plain(layout: QLayout) -> QWidget:
    """Return a bare widget around a layout."""
    widget = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    widget.setLayout(layout)
    return widget


def line() -> QFrame:
    """Return a thin line across."""
    thin = QFrame()
    thin.setProperty("surface", "line")
    return thin


def scrolled(content: QWidget) -> QScrollArea:
    """Return an area in which content scrolls up and down."""
    content.setObjectName("scrolled")
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


def _fill(look: Look, layout: Box, parts: tuple[Part, ...], gap: float) -> Box:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(look.u(gap))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(look.u(part))
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout
