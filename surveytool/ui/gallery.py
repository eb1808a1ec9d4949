"""Pictures of the main screens, for the manual and for machines without a screen."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from surveytool.ui.desktop import Desktop
from surveytool.ui.window import MainWindow

SIZE = QSize(1366, 768)
LOOK_MS = 60
FORMS = ("household_check", "assistance_plan")


class Gallery(QObject):
    """Walks through the pages of an open desk; each is saved once nothing moves."""

    done = Signal()

    def __init__(
        self, desktop: Desktop, folder: Path, *, only: Path | None = None
    ) -> None:
        super().__init__(desktop)
        self._desktop, self._folder, self._only = desktop, folder, only
        self._steps: list[tuple[str, Callable[[], object]]] = []
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._quiet = 0

    def begin(self) -> None:
        """Show the first page; the rest follow by themselves."""
        window = self._window
        self._folder.mkdir(parents=True, exist_ok=True)
        window.resize(SIZE)
        self._steps = [
            (f"{at:02d}-{name}", partial(window.show_page, name))
            for at, name in enumerate(window.stack.names, start=1)
        ]
        self._steps += [(f"20-{form}", partial(self._survey, form)) for form in FORMS]
        self._steps += [("30-plan_sheet", self._sheet)]
        if self._only is not None:
            self._steps = [("", partial(window.show_page, "households"))]
        self._show()

    @property
    def _window(self) -> MainWindow:
        window = self._desktop.window
        assert isinstance(window, MainWindow)  # noqa: S101 - only called on a desk
        return window

    def _show(self) -> None:
        self._quiet = 0
        self._steps[0][1]()
        self._timer.start()

    def _look(self) -> None:
        """Take the picture when the worker has been quiet for three looks."""
        self._quiet = 0 if self._desktop.jobs.is_busy else self._quiet + 1
        if self._quiet < len("..."):
            return
        self._timer.stop()
        name, _ = self._steps.pop(0)
        file = self._only or self._folder / f"{name}.png"
        self._window.grab().save(str(file))
        if self._steps:
            self._show()
        else:
            self.done.emit()

    def _survey(self, form: str) -> None:
        households = self._window.stack.page("households")
        self._window.show_page("households")
        households.list.filters.choose_kind("monitored")
        households.list.refill()
        chosen = households.list.table.chosen_row
        if chosen is not None:
            self._window.survey(chosen.id, form)

    def _sheet(self) -> None:
        self._window.show_page("households")
        self._window.stack.page("households").print_chosen()
