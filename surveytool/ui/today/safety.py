"""When the work was last made safe and sent, and the buttons to do it now."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from surveytool.tasks.browse import Overview
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, empty, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.text import Elided, text, tile
from surveytool.ui.words import Words


class Safety(QFrame):
    """A card with the last backup, the last package and what waits."""

    def __init__(
        self,
        look: Look,
        words: Words,
        *,
        back_up: Callable[[], object],
        send: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._look, self._words = look, words
        self._lines: QVBoxLayout = column(look, gap=12)
        buttons = row(
            look,
            button(look, self.tr("Back up now"), back_up, icon="device-floppy"),
            button(look, self.tr("Send a package"), send, icon="package"),
            None,
        )
        layout = column(
            look,
            text(self.tr("Safe and sent"), "heading"),
            self._lines,
            buttons,
            None,
            gap=13,
        )
        layout.setContentsMargins(*[look.u(n) for n in (18, 15, 18, 16)])
        self.setLayout(layout)

    def show_overview(self, overview: Overview) -> None:
        """Show when and how much."""
        empty(self._lines)
        moment, never = self._words.moment, self.tr("not yet")
        for icon, tone, title, said in (
            (
                "device-floppy",
                "green" if overview.last_backup else "amber",
                self.tr("Last backup"),
                moment(overview.last_backup) or never,
            ),
            (
                "package",
                "green" if overview.last_package else "amber",
                self.tr("Last package"),
                moment(overview.last_package) or never,
            ),
            (
                "cloud-upload",
                "blue" if overview.to_send else "plain",
                self.tr("Waiting to be sent"),
                self.tr("{0} changes").format(f"{overview.to_send:,}"),
            ),
        ):
            self._lines.addWidget(self._line(icon, tone, title, said))

    def _line(self, icon: str, tone: str, title: str, said: str) -> QWidget:
        line = QWidget()
        words = column(self._look, text(title, "small"), Elided(said), gap=0)
        layout = row(self._look, tile(self._look, icon, tone, 34), words, gap=11)
        layout.setStretch(1, 1)
        line.setLayout(layout)
        line.setAccessibleName(f"{title} {said}")
        return line
