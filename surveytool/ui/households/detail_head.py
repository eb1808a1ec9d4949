"""Who a household is: name, kind, place, number."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from surveytool.tasks.browse import HouseholdPage
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, plain, row
from surveytool.ui.widgets.tag_tones import kind_mark
from surveytool.ui.widgets.text import Elided, badge, text
from surveytool.ui.words import Words

SIDE = 46


def avatar(look: Look, name: str, side: float = SIDE) -> QLabel:
    """Return the first character of a name in a circle."""
    label = text(name[:1], "avatar")
    pixels = look.u(side)
    label.setFixedSize(pixels, pixels)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setStyleSheet(
        f"border-radius: {pixels // 2}px; font-size: {look.u(side * 0.42)}px;"
    )
    return label


def detail_head(look: Look, words: Words, page: HouseholdPage) -> QWidget:
    """Return the head of a household's page."""
    mark = kind_mark(words, page.row)
    name = Elided(page.row.head_name or "—", "title")
    first = row(look, name, badge(mark.words, mark.tone), None, gap=9)
    where = " · ".join(part for part in (page.place, page.row.code) if part)
    lines = column(look, first, Elided(where, "small"), gap=2)
    return plain(row(look, avatar(look, page.row.head_name), lines, gap=13))
