"""The main window: rail, top bar, pages, status line."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from surveytool.tasks import browse
from surveytool.ui.changed import Changed
from surveytool.ui.conflicts.page import ConflictsPage
from surveytool.ui.pages import page_cards
from surveytool.ui.preferences import Preferences
from surveytool.ui.preview.page import PreviewPage
from surveytool.ui.screen import Screen
from surveytool.ui.settings.page import SettingsPage
from surveytool.ui.status_bar import StatusBar
from surveytool.ui.theme.look import Look
from surveytool.ui.top_bar import TopBar
from surveytool.ui.widgets.boxes import column, plain, row
from surveytool.ui.widgets.rail import Rail, Stop
from surveytool.ui.widgets.toast import Toast
from surveytool.ui.words import Words

SurveyPage = Callable[[Screen, str, str], QWidget]
FIRST_SIZE = (1366, 728)


class MainWindow(QMainWindow):
    """The window of an open workspace; pages find their ways through it."""

    looked_different = Signal()
    closed = Signal()

    def __init__(
        self,
        screen: Callable[["MainWindow"], Screen],
        survey_page: SurveyPage,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self._screen = screen(self)
        self._survey_page, self._preferences = survey_page, preferences
        self._before: QWidget | None = None
        self.setWindowTitle(self.tr("Household Survey Desk"))
        self.stack = QStackedWidget()
        self.stack.setMinimumSize(1, 1)
        self.pages = self._make_pages()
        self.rail, self.top = self._make_rail(), TopBar(self._look, self._seat)
        self.status = StatusBar(self._look, self._words)
        right = column(self._look, self.top, self.stack, gap=0)
        right.setStretch(1, 1)
        body = row(self._look, self.rail, plain(right), gap=0)
        whole = column(self._look, plain(body), self.status, gap=0)
        whole.setStretch(0, 1)
        self.setCentralWidget(plain(whole))
        self._toast = Toast(self._look, self)
        self._connect()
        self.resize(*FIRST_SIZE)
        self.setMinimumSize(800, 480)
        self.show_page("households")

    def show_page(self, name: str) -> None:
        """Show one of the pages of the rail."""
        page = self.pages[name]
        self.stack.setCurrentWidget(page)
        self.rail.show_chosen(name)
        page.refresh()
        page.setFocus()

    def show_household(self, household: str) -> None:
        """Show a household in the list of its village."""
        self.stack.setCurrentWidget(self.pages["households"])
        self.rail.show_chosen("households")
        self.pages["households"].show_household(household)

    def show_households(self, *, kind: str = "", state: str = "") -> None:
        """Show the households of all villages that are in a state."""
        self.stack.setCurrentWidget(self.pages["households"])
        self.rail.show_chosen("households")
        self.pages["households"].show_state("", kind=kind, state=state)

    def survey(self, household: str, form: str) -> None:
        """Open a form for a household; its page comes from the survey room."""
        page = self._survey_page(self._screen, household, form)
        page.closed.connect(partial(self._leave, page))  # type: ignore[attr-defined]
        self._open_over(page)

    def preview(self, pdf: Path, title: str) -> None:
        """Show a PDF that can be saved and printed."""
        page = PreviewPage(self._screen, pdf, title)
        page.closed.connect(partial(self._leave, page))
        self._open_over(page)

    def show_conflicts(self) -> None:
        """Show the conflict desk."""
        page = ConflictsPage(self._screen)
        page.closed.connect(partial(self._leave, page))
        self._open_over(page)

    def tell(self, text: str, tone: str = "green") -> None:
        """Show a short message that goes away by itself."""
        self._toast.tell(text, tone)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let a page that is being filled in end its work first."""
        page = self.current
        leave = getattr(page, "may_leave", None)
        if leave is not None and not leave():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    @property
    def current(self) -> Any:  # noqa: ANN401 - any page
        """The page that is shown."""
        return self.stack.currentWidget()

    @property
    def _look(self) -> Look:
        return self._screen.look

    @property
    def _words(self) -> Words:
        return self._screen.words

    @property
    def _seat(self) -> Any:  # noqa: ANN401 - Seat; saves an import
        return self._screen.desk.seat

    def _make_pages(self) -> dict[str, Any]:
        pages: dict[str, Any] = {
            card.stop.name: card.make(self._screen) for card in page_cards(self._seat)
        }
        settings = SettingsPage(self._screen, self._preferences)
        settings.looked_different.connect(self.looked_different)
        pages["settings"] = settings
        for page in pages.values():
            self.stack.addWidget(page)
        return pages

    def _make_rail(self) -> Rail:
        stops = [card.stop for card in page_cards(self._seat)]
        settings = Stop("settings", self.tr("Settings"), "settings", at_bottom=True)
        return Rail(self._look, [*stops, settings])

    def _connect(self) -> None:
        jobs, search = self._screen.jobs, self.top.search
        households = self.pages["households"]
        self.rail.chosen.connect(self._go)
        search.typed.connect(self._search)
        search.went_down.connect(self._go_down)
        search.entered.connect(self._enter)
        search.left.connect(households.choose_next)
        jobs.changed.connect(self._tell_pages)
        jobs.busy.connect(self.status.show_busy)
        shortcut = QShortcut(QKeySequence("Ctrl+K"), self)
        shortcut.activated.connect(self._focus_search)
        self._read_overview()

    def _go(self, name: str) -> None:
        page = self.current
        leave = getattr(page, "may_leave", None)
        if leave is not None and not leave():
            return
        if page not in self.pages.values():
            self._remove(page)
        self.show_page(name)

    def _focus_search(self) -> None:
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def _search(self, wanted: str) -> None:
        if self.current is not self.pages["households"]:
            if not wanted:
                return
            self._go("households")
        self.pages["households"].search(wanted)

    def _go_down(self) -> None:
        self.pages["households"].list.table.choose_next()

    def _enter(self) -> None:
        if self.current is self.pages["households"]:
            self.pages["households"].open_chosen()

    def _open_over(self, page: QWidget) -> None:
        before = self.current
        self._before = before if before in self.pages.values() else self._before
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        page.setFocus()

    def _leave(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(self._before or self.pages["households"])
        self._remove(page)

    def _remove(self, page: QWidget) -> None:
        self.stack.removeWidget(page)
        page.deleteLater()

    def _tell_pages(self, changed: Changed, by: object) -> None:
        shown = self.current
        for page in self.pages.values():
            if page is shown and page is not by:
                page.changed(changed, by)
        self._read_overview()

    def _read_overview(self) -> None:
        self._screen.jobs.ask(
            partial(browse.overview, self._screen.desk),
            self.status.show_overview,
            only=(self, "overview"),
        )
