"""What a page shows while it has nothing: why, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.text import text, tile, wrapped


class EmptyState(QWidget):
    """An icon, one sentence, a hint, perhaps a button."""

    def __init__(
        self,
        look: Look,
        title: str,
        hint: str = "",
        *,
        icon: str = "inbox",
        action: QPushButton | None = None,
    ) -> None:
        super().__init__()
        words = text(title, "heading")
        more = wrapped(hint, "soft")
        more.setMaximumWidth(look.u(420))
        more.setMinimumWidth(look.u(min(420, 60 + 14 * len(hint))) if hint else 0)
        for label in (words, more):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        picture = tile(look, icon, "blue", 56)
        parts = [row(look, None, part, None) for part in (picture, words, more)]
        layout = column(look, None, *parts, gap=10)
        if action is not None:
            layout.addLayout(row(look, None, action, None))
        layout.addStretch(2)
        self.setLayout(layout)
        self.setAccessibleName(title)
