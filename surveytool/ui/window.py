"""The main window: rail, top bar, pages, status line."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from surveytool.tasks import browse
from surveytool.ui.changed import Changed
from surveytool.ui.conflicts.page import ConflictsPage
from surveytool.ui.help.window import HelpWindow
from surveytool.ui.page_stack import PageStack
from surveytool.ui.pages import page_cards
from surveytool.ui.preferences import Preferences
from surveytool.ui.preview.page import PreviewPage
from surveytool.ui.preview.sheets_page import SheetsPage
from surveytool.ui.screen import Screen
from surveytool.ui.settings.page import SettingsPage
from surveytool.ui.status_bar import StatusBar
from surveytool.ui.top_bar import TopBar
from surveytool.ui.widgets.boxes import column, plain, row
from surveytool.ui.widgets.rail import Rail, Stop
from surveytool.ui.widgets.toast import Toast

SurveyPage = Callable[[Screen, str, str], QWidget]
FIRST_SIZE = (1366, 728)
HOUSEHOLDS = "households"


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
        self.setWindowTitle(self.tr("Household Survey Desk"))
        look, seat = self._screen.look, self._screen.desk.seat
        cards = page_cards(seat)
        makers = {card.stop.name: partial(card.make, self._screen) for card in cards}
        self.stack = PageStack({**makers, "settings": self._settings})
        last = Stop("settings", self.tr("Settings"), "settings", at_bottom=True)
        self.rail = Rail(look, [*(card.stop for card in cards), last])
        self.top = TopBar(look, seat)
        self.status = StatusBar(look, self._screen.words)
        self.help = HelpWindow(look, self)
        self._lay_out()
        self._toast = Toast(look, self)
        self._connect()
        self.resize(*FIRST_SIZE)
        self.setMinimumSize(800, 480)
        self.show_page(HOUSEHOLDS)

    def show_page(self, name: str) -> None:
        """Show one of the pages of the rail."""
        self.stack.show_page(name)
        self.rail.show_chosen(name)
        self.stack.shown.refresh()
        self.stack.focus_first()

    def show_household(self, household: str) -> None:
        """Show a household in the list of its village."""
        self.stack.show_page(HOUSEHOLDS)
        self.rail.show_chosen(HOUSEHOLDS)
        self.stack.shown.show_household(household)

    def show_households(self, *, kind: str = "", state: str = "") -> None:
        """Show the households of all villages that are in a state."""
        self.stack.show_page(HOUSEHOLDS)
        self.rail.show_chosen(HOUSEHOLDS)
        self.stack.shown.show_state("", kind=kind, state=state)

    def survey(self, household: str, form: str) -> None:
        """Open a form for a household; its page comes from the survey room."""
        self.stack.open_over(self._survey_page(self._screen, household, form))

    def preview(self, pdf: Path, title: str) -> None:
        """Show a PDF that can be saved and printed."""
        self.stack.open_over(PreviewPage(self._screen, pdf, title))

    def sheets(self, households: tuple[str, ...], title: str) -> None:
        """Choose a sheet for households, look at it, print it."""
        self.stack.open_over(SheetsPage(self._screen, households, title))

    def show_conflicts(self) -> None:
        """Show the conflict desk."""
        self.stack.open_over(ConflictsPage(self._screen))

    def show_help(self) -> None:
        """Open the manual at the chapter of the page that is seen."""
        self.help.show_topic(getattr(self.stack.shown, "topic", self.stack.home))

    def tell(self, text: str, tone: str = "green") -> None:
        """Show a short message that goes away by itself."""
        self._toast.tell(text, tone)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let a page that is being filled in end its work first."""
        if not self.stack.may_leave():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def _settings(self) -> SettingsPage:
        page = SettingsPage(self._screen, self._preferences)
        page.looked_different.connect(self.looked_different)
        return page

    def _lay_out(self) -> None:
        look = self._screen.look
        right = column(look, self.top, self.stack, gap=0)
        right.setStretch(1, 1)
        body = row(look, self.rail, plain(right), gap=0)
        whole = column(look, plain(body), self.status, gap=0)
        whole.setStretch(0, 1)
        self.setCentralWidget(plain(whole))

    def _connect(self) -> None:
        jobs, search = self._screen.jobs, self.top.search
        self.rail.chosen.connect(self._go)
        search.typed.connect(self._search)
        search.went_down.connect(self._go_down)
        search.entered.connect(self._enter)
        search.left.connect(self._focus_page)
        jobs.changed.connect(self._tell_pages)
        jobs.busy.connect(self.status.show_busy)
        self.top.help.clicked.connect(self.show_help)
        for key, then in (("Ctrl+K", self._focus_search), ("F1", self.show_help)):
            QShortcut(QKeySequence(key), self).activated.connect(then)
        self._read_overview()

    def _go(self, name: str) -> None:
        if self.stack.may_leave():
            self.show_page(name)
        else:
            self.rail.show_chosen(self.stack.home)

    def _focus_search(self) -> None:
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def _focus_page(self) -> None:
        self.stack.focus_first()

    def _search(self, wanted: str) -> None:
        if not self.stack.is_shown(HOUSEHOLDS):
            if not wanted or not self.stack.may_leave():
                return
            self.stack.show_page(HOUSEHOLDS)
            self.rail.show_chosen(HOUSEHOLDS)
        self.stack.page(HOUSEHOLDS).search(wanted)

    def _go_down(self) -> None:
        if self.stack.is_shown(HOUSEHOLDS):
            self.stack.shown.list.table.choose_next()

    def _enter(self) -> None:
        if self.stack.is_shown(HOUSEHOLDS):
            self.stack.shown.open_chosen()

    def _tell_pages(self, changed: Changed, by: object) -> None:
        page = self.stack.shown
        if self.stack.is_own(page) and page is not by:
            page.changed(changed, by)
        self._read_overview()

    def _read_overview(self) -> None:
        self._screen.jobs.ask(
            partial(browse.overview, self._screen.desk),
            self.status.show_overview,
            only=(self, "overview"),
        )
