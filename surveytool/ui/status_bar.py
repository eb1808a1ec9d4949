"""The line below every page: what the workspace holds, what waits."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from surveytool.domain.version import VERSION
from surveytool.tasks.browse import Overview
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import plain, row
from surveytool.ui.widgets.text import picture, text
from surveytool.ui.words import Words

HEIGHT = 30
ROOM_FOR_ALL = 720


class StatusBar(QFrame):
    """Counts, last backup, what waits to be sent, and whether work goes on."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("surface", "pane")
        self.setProperty("side", "bottom")
        self.setFixedHeight(look.u(HEIGHT))
        self._look, self._words = look, words
        self._counts, self._backup = text("", "small"), text("", "small")
        self._waiting = text("", "small")
        self._work = text(self.tr("Working…"), "small", tone="blue")
        self._work.hide()
        groups = [
            plain(row(look, picture(look, icon, size=15), label, gap=6))
            for icon, label in (
                ("database", self._counts),
                ("device-floppy", self._backup),
                ("cloud-upload", self._waiting),
            )
        ]
        self._spare = groups[1]
        version = text(self.tr("Version {0}").format(VERSION), "small")
        layout = row(look, *groups, None, self._work, version, gap=24)
        layout.setContentsMargins(look.u(20), 0, look.u(18), 0)
        self.setLayout(layout)

    def show_overview(self, overview: Overview) -> None:
        """Show what the workspace holds."""
        counts = self.tr("{0} households / {1} persons on this computer")
        self._counts.setText(
            counts.format(f"{overview.households:,}", f"{overview.persons:,}")
        )
        when = self._words.moment(overview.last_backup)
        self._backup.setText(
            self.tr("Backed up {0}").format(when) if when else self.tr("No backup yet")
        )
        self._waiting.setText(
            self.tr("{0} waiting to be sent").format(f"{overview.to_send:,}")
        )

    def show_busy(self, busy: bool) -> None:  # noqa: FBT001 - a slot of a signal
        """Say that work goes on."""
        self._work.setVisible(busy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the backup out where room is short."""
        super().resizeEvent(event)
        self._spare.setVisible(self.width() / self._look.scale >= ROOM_FOR_ALL)
