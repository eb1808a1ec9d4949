"""Households: villages on the left, the list, one household on the right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from surveytool.domain.rows import Filter, HouseholdRow, State, VillageRow
from surveytool.tasks import browse
from surveytool.tasks.browse import HouseholdPage
from surveytool.ui.changed import Changed
from surveytool.ui.households.detail import WIDTH, Detail
from surveytool.ui.households.list_pane import ListPane
from surveytool.ui.households.looking_back import LookingBack
from surveytool.ui.households.village_pane import VillagePane
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.button import button

ALL_AT_ONCE = 3000
WIDE, MIDDLE = 1080, 760
REST_MS = 60
CHECK, PLAN = "household_check", "assistance_plan"


class HouseholdsPage(QWidget):
    """The page on which most of the day is spent."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("page")
        self._screen = screen
        self._village: VillageRow | None = None
        self._wanted = ""
        self._searched = ""
        self._opened, self._chosen = False, ""
        self._pause = QTimer(self, interval=REST_MS, singleShot=True)
        self._pause.timeout.connect(self._read_chosen)
        look, words = screen.look, screen.words
        batch = button(
            look, self.tr("Print village"), self._print_village, icon="printer"
        )
        self.villages, self.detail = VillagePane(look), Detail(look, words)
        desk = screen.desk
        line = desk.profile.value("income_line", desk.today)
        self.list = ListPane(look, words, [batch], income_line=line)
        layout = QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.villages)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.detail)
        self.setLayout(layout)
        self.first: QWidget = self.list.table
        self.past = LookingBack(screen, self)
        self._connect()

    def refresh(self) -> None:
        """Read the villages and the list anew."""
        desk = self._screen.desk
        self._screen.jobs.ask(
            partial(browse.villages, desk), self._show_villages, only=(self, "villages")
        )

    def search(self, wanted: str) -> None:
        """Show what a search finds, or the village again where it is empty."""
        self._searched = wanted
        if not wanted:
            self._read_village()
            return
        self.list.filters.choose_kind("")
        self.list.filters.choose_state("")
        self._screen.jobs.ask(
            partial(browse.find, self._screen.desk, wanted),
            partial(self._show_found, wanted),
            only=(self, "list"),
        )

    def show_household(self, household: str) -> None:
        """Show a household within its village."""
        self._wanted = household
        self._searched = ""
        self._screen.jobs.ask(
            partial(browse.household, self._screen.desk, household), self._go_to
        )

    def show_state(self, village: str, *, kind: str = "", state: str = "") -> None:
        """Show the households of a village that are in a state."""
        self._searched = ""
        self.list.filters.choose_kind(kind)
        self.list.filters.choose_state(state)
        self._village = VillageRow(village)
        self.refresh()

    def changed(self, changed: Changed, by: object) -> None:
        """Look again after something changed."""
        del changed, by
        self.refresh()
        self._show_chosen(self.list.table.chosen_row)

    def choose_next(self) -> None:
        """Go into the list from the search field."""
        self.list.table.setFocus()

    def open_chosen(self) -> None:
        """Open the household under the cursor."""
        if self.list.table.chosen_row is not None:
            self._open(self.list.table.chosen_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up panes where the window is small or the text large."""
        super().resizeEvent(event)
        self._arrange()

    def _connect(self) -> None:
        self.villages.chosen.connect(self._choose_village)
        self.list.table.chosen.connect(self._show_chosen)
        self.list.table.opened.connect(self._open)
        self.list.filtered.connect(self._filtered)
        self.detail.back.connect(self._close_detail)
        self.detail.survey.connect(partial(self._survey, CHECK))
        self.detail.plan.connect(partial(self._survey, PLAN))
        self.detail.sheet.connect(self.print_chosen)
        past = self.past
        self.detail.history.connect(past.show_history)
        self.detail.undo.connect(past.undo)
        self.detail.unmask.connect(past.unmask)
        past.numbers.connect(self.detail.show_numbers)
        for key, then in (
            ("F5", partial(self._survey, CHECK)),
            ("F6", partial(self._survey, PLAN)),
            ("Ctrl+P", self.print_chosen),
            ("Escape", self._close_detail),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)

    def _arrange(self) -> None:
        look = self._screen.look
        units = self.width() / look.scale
        wide = units >= WIDE
        self.villages.setVisible(units >= MIDDLE and (wide or not self._opened))
        self.detail.setVisible(wide or self._opened)
        self.list.setVisible(wide or not self._opened)
        self.detail.show_back(wanted=not wide)
        self.detail.setMinimumWidth(look.u(WIDTH) if wide else 0)
        self.detail.setMaximumWidth(look.u(WIDTH) if wide else 16777215)

    def _show_villages(self, villages: Sequence[VillageRow]) -> None:
        known = {one.id: one for one in villages}
        before = self._village.id if self._village else None
        first = villages[0] if villages else None
        self._village = known.get(before) if before is not None else first
        if before == "":
            self._village = VillageRow("")
        self.villages.show_villages(villages, self._village.id if self._village else "")
        if not self._searched:
            self._read_village()

    def _choose_village(self, village: VillageRow) -> None:
        self._village, self._searched = village, ""
        self._read_village()

    def _read_village(self) -> None:
        village = self._village
        if village is None:
            return
        wanted = Filter(village=village.id) if village.id else self._county_filter()
        self._screen.jobs.ask(
            partial(browse.households, self._screen.desk, wanted),
            partial(self._show_village, village),
            only=(self, "list"),
        )

    def _county_filter(self) -> Filter:
        """Let the store choose where a whole county would be too much to show."""
        chips = self.list.filters
        states: dict[str, State] = {
            "surveyed": "surveyed",
            "unsurveyed": "unsurveyed",
            "draft": "draft",
        }
        state: State = states.get(chips.state, "")
        if not state and chips.kind == "monitored":
            state = "monitored"
        return Filter(risk=chips.risk, state=state, limit=ALL_AT_ONCE)

    def _filtered(self) -> None:
        whole = self._village is not None and not self._village.id
        if whole and not self._searched:
            self._read_village()

    def _show_village(self, village: VillageRow, rows: list[HouseholdRow]) -> None:
        watched = sum(bool(one.monitor_type) for one in rows)
        said = self.tr("{0} households · {1} under watch").format(len(rows), watched)
        under = " · ".join(part for part in (village.township, said) if part)
        self.list.show_rows(village.title or self.tr("All villages"), under, rows)
        if self._wanted and self.list.choose(self._wanted):
            self._wanted = ""

    def _show_found(self, wanted: str, rows: list[HouseholdRow]) -> None:
        title = self.tr("Search: {0}").format(wanted)
        under = self.tr("{0} households in all villages").format(len(rows))
        self.list.show_rows(title, under, rows, is_search=True)

    def _go_to(self, page: HouseholdPage | None) -> None:
        if page is not None:
            self.list.filters.choose_kind("")
            self.list.filters.choose_state("")
            self._village = VillageRow(page.row.village, page.row.village_title)
            self.refresh()

    def _show_chosen(self, chosen: HouseholdRow | None) -> None:
        self._chosen = self.past.household = chosen.id if chosen else ""
        self._pause.start()

    def _read_chosen(self) -> None:
        """Read the household once the cursor rests: a held key passes many."""
        if not self._chosen:
            self.detail.clear()
            return
        self._screen.jobs.ask(
            partial(browse.household, self._screen.desk, self._chosen),
            self._show_page,
            only=(self, "detail"),
        )

    def _show_page(self, page: HouseholdPage | None) -> None:
        if page is None:
            self.detail.clear()
        else:
            self.detail.show_page(page, self._screen.desk.today)

    def _open(self, chosen: HouseholdRow) -> None:
        del chosen
        self._opened = True
        self._arrange()
        self.detail.focus_start()

    def _close_detail(self) -> None:
        self._opened = False
        self._arrange()
        self.list.table.setFocus()

    def _survey(self, form: str) -> None:
        chosen = self.list.table.chosen_row
        if chosen is not None:
            self._screen.ways.survey(chosen.id, form)

    def print_chosen(self) -> None:
        """Preview the plan sheet of the household under the cursor."""
        chosen = self.list.table.chosen_row
        if chosen is not None:
            self._print([chosen])

    def _print_village(self) -> None:
        self._print(list(self.list.model.rows))

    def _print(self, rows: list[HouseholdRow]) -> None:
        title = rows[0].head_name if len(rows) == 1 else rows[0].village_title
        self._screen.ways.sheets(tuple(one.id for one in rows), title)
