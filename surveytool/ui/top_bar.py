"""The bar above every page: where one is, the search, who works here."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from surveytool.domain.seat import Seat
from surveytool.ui.households.detail_head import avatar
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, frame, plain, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.search_box import SearchBox
from surveytool.ui.widgets.text import Elided, picture, text

HEIGHT = 60
MIDDLE = Qt.AlignmentFlag.AlignVCenter
ROOM_FOR_ALL, ROOM_FOR_SOME = 1000, 780


class TopBar(QFrame):
    """Title and place, the search over everything, the operator."""

    def __init__(self, look: Look, seat: Seat) -> None:
        super().__init__()
        self.setProperty("surface", "pane")
        self.setProperty("side", "top")
        self.setFixedHeight(look.u(HEIGHT))
        self._look = look
        self.search = SearchBox(
            look, self.tr("Name, pinyin initials, end of ID number")
        )
        self.search.setFixedHeight(look.u(36))
        self.search.setMaximumWidth(look.u(400))
        self._key = text("Ctrl K", "key")
        self._safe = self._badge()
        self._name = text(seat.operator)
        words = self.tr("Manual (F1)")
        self.help = button(look, "", lambda: None, icon="help", kind="quiet")
        self.help.setProperty("room", "tight")
        self.help.setAccessibleName(words)
        self.help.setToolTip(words)
        where = " · ".join(dict.fromkeys(p for p in (seat.county, seat.title) if p))
        names = column(
            look,
            Elided(self.tr("Household Survey Desk"), "heading"),
            Elided(where, "small"),
            gap=0,
        )
        self._heads = plain(names)
        self._heads.setMinimumWidth(look.u(100))
        self.search.setMinimumWidth(look.u(120))
        who = row(look, avatar(look, seat.operator, 32), self._name, gap=9)
        layout: QHBoxLayout = row(look, gap=10)
        layout.addWidget(self._heads, 2)
        layout.addWidget(self.search, 4)
        layout.addWidget(self._key, 0, MIDDLE)
        layout.addStretch(1)
        layout.addWidget(self._safe, 0, MIDDLE)
        layout.addWidget(self.help, 0, MIDDLE)
        layout.addLayout(who)
        layout.setContentsMargins(look.u(20), 0, look.u(18), 0)
        self.setLayout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is least needed where room is short."""
        super().resizeEvent(event)
        units = self.width() / self._look.scale
        self._key.setVisible(units >= ROOM_FOR_ALL)
        self._safe.setVisible(units >= ROOM_FOR_SOME)
        self._name.setVisible(units >= ROOM_FOR_SOME)

    def _badge(self) -> QWidget:
        look = self._look
        words = self.tr("Offline · encrypted")
        layout = row(
            look,
            picture(look, "shield-check", tone="green", size=16),
            text(words, tone="green"),
            gap=6,
        )
        badge = frame("banner", layout)
        badge.setProperty("tone", "green")
        badge.setStyleSheet(f"QFrame {{ border-radius: {look.u(14)}px; }}")
        layout.setContentsMargins(*[look.u(n) for n in (11, 4, 12, 4)])
        badge.setAccessibleName(words)
        return badge
