"""What a careful person would see on a page: cut texts, nameless controls."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

from surveytool.ui.widgets.text import Elided

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView)
SPARE = 1


def visible(root: QWidget, kinds) -> list[QWidget]:
    return [
        one
        for one in root.findChildren(QWidget)
        if isinstance(one, kinds) and one.isVisible()
    ]


def cut_texts(root: QWidget) -> list[str]:
    """Return texts that have less room than they need."""
    found = []
    for one in visible(root, (QLabel, QAbstractButton)):
        if isinstance(one, Elided) or not one.text() or _scrolls(one):
            continue
        if isinstance(one, QLabel) and one.wordWrap():
            if one.heightForWidth(one.width()) > one.height() + SPARE:
                found.append(one.text())
        elif _needs(one) > one.width() + SPARE:
            found.append(one.text())
    return found


def _needs(one: QWidget) -> int:
    """Return the width that a text needs; the rail's buttons are fixed in theirs."""
    if isinstance(one, QToolButton):
        return one.fontMetrics().horizontalAdvance(one.text()) + 4
    return one.sizeHint().width()


def nameless(root: QWidget) -> list[str]:
    """Return controls that a screen reader could not name."""
    return [
        repr(one)
        for one in visible(root, CONTROLS)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus and not _name(one)
    ]


def unreached(window: QWidget, start: QWidget) -> list[str]:
    """Return controls that Tab does not come to within one round."""
    wanted = {
        one
        for one in visible(window, CONTROLS)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isEnabled()
        and not _inner(one)
    }
    start.setFocus()
    came = set()
    for _ in range(4 * len(wanted) + 20):
        focused = QApplication.focusWidget()
        if focused is None:
            break
        came.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    missed = [one for one in wanted - came if not _by_arrows(one, came)]
    return [f"{one!r} {_name(one)}" for one in missed]


def _name(one: QWidget) -> str:
    said = one.text() if isinstance(one, QAbstractButton) else ""
    return one.accessibleName() or said


def _by_arrows(one: QWidget, came: set[QWidget]) -> bool:
    """Tell whether the arrow keys lead on to a control from one that Tab came to."""
    group = one.group() if isinstance(one, QAbstractButton) else None
    return group is not None and any(other in came for other in group.buttons())


def _inner(one: QWidget) -> bool:
    """Tell whether a control is a part of another, as a combo box's list."""
    above = one.parentWidget()
    while above is not None:
        if isinstance(above, (QComboBox, QAbstractItemView, QLineEdit)):
            return True
        above = above.parentWidget()
    return False


def _scrolls(one: QWidget) -> bool:
    above = one.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above is not None and above.widget().height() > above.height() * 3
