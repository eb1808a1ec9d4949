"""Today: figures above, the work on the left, what is safe on the right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from surveytool.tasks import browse, dues, keeping
from surveytool.tasks.browse import Overview
from surveytool.tasks.dues import Due
from surveytool.ui.changed import Changed
from surveytool.ui.screen import Screen
from surveytool.ui.today.columns import due_columns, due_words
from surveytool.ui.today.safety import Safety
from surveytool.ui.widgets.boxes import column, plain, row
from surveytool.ui.widgets.choice import Choice
from surveytool.ui.widgets.empty_state import EmptyState
from surveytool.ui.widgets.page_head import page_head
from surveytool.ui.widgets.rows_model import RowsModel
from surveytool.ui.widgets.stat_card import StatCard
from surveytool.ui.widgets.table import Table
from surveytool.ui.widgets.text import text

FORMS = {"due.make_plan": "assistance_plan", "due.redo_plan": "assistance_plan"}
ORDER = (
    "due.disputed_work",
    "due.late_work",
    "due.finish_draft",
    "due.redo_plan",
    "due.make_plan",
    "due.approve_plan",
    "due.work",
    "due.check",
)
NARROW, LOW = 820, 400


class TodayPage(QWidget):
    """What waits; Enter or a double click begins the work."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("page")
        self._screen = screen
        self._dues: Sequence[Due] = ()
        look = screen.look
        self._kinds = Choice(look, self.tr("Kind of work"))
        self._kinds.addItem(self.tr("All work"), "")
        for code, said in due_words().items():
            self._kinds.addItem(said, code)
        self._kinds.currentIndexChanged.connect(lambda _: self._fill())
        self.model = RowsModel(due_columns(screen.words), self)
        self.table = Table(look, self.model, self.tr("To do"))
        self.table.opened.connect(self._begin)
        self._safety = Safety(
            look, screen.words, back_up=self._back_up, send=self._send
        )
        self._cards = self._figures()
        ways = screen.ways
        self._cards["drafts"].lead(partial(ways.show_households, state="draft"))
        self._cards["open"].lead(partial(ways.show_households, state="unsurveyed"))
        self._cards["plans"].lead(partial(ways.show_households, state="made"))
        self._cards["conflicts"].lead(ways.show_conflicts)
        head = page_head(look, self.tr("Today"), self._day())
        self._body = row(look, self._work(), self._safety, gap=16)
        self._body.setStretch(0, 1)
        self._figures_row = plain(row(look, *self._cards.values(), gap=12))
        layout = column(look, head, self._figures_row, self._body, gap=14)
        layout.setStretch(2, 1)
        layout.setContentsMargins(*[look.u(n) for n in (22, 16, 22, 16)])
        self.setLayout(layout)
        self.setMinimumSize(1, 1)
        self.first: QWidget = self.table

    def refresh(self) -> None:
        """Read what waits."""
        ask, desk = self._screen.jobs.ask, self._screen.desk
        ask(partial(browse.overview, desk), self._show_overview, only=(self, "figures"))
        ask(partial(dues.due, desk), self._show_dues, only=(self, "dues"))

    def changed(self, changed: Changed, by: object) -> None:
        """Look again after something changed."""
        del changed, by
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the work alone on the page where the window is small."""
        super().resizeEvent(event)
        scale = self._screen.look.scale
        self._safety.setVisible(self.width() / scale >= NARROW)
        self._figures_row.setVisible(self.height() / scale >= LOW)

    def _show_overview(self, overview: Overview) -> None:
        figures = {
            "drafts": overview.drafts,
            "open": overview.households - overview.surveyed,
            "plans": overview.plans_waiting,
            "conflicts": overview.conflicts,
        }
        for name, figure in figures.items():
            self._cards[name].show_figure(f"{figure:,}")
        self._safety.show_overview(overview)

    def _show_dues(self, found: Sequence[Due]) -> None:
        self._dues = sorted(
            found,
            key=lambda one: (
                ORDER.index(one.code) if one.code in ORDER else len(ORDER),
                one.by or "9999",
            ),
        )
        self._fill()

    def _fill(self) -> None:
        wanted = self._kinds.currentData()
        shown = [one for one in self._dues if not wanted or one.code == wanted]
        self.model.set_rows(shown)
        self.table.fit()
        self.table.choose(0)
        self.table.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._count.setText(self.tr("{0} items").format(f"{len(shown):,}"))

    def _begin(self, due: Due) -> None:
        if due.row.head_name == "" and due.work is not None:
            return  # a duty of a village or the county has no household to open
        own = due.work.form if due.work else ""
        form = FORMS.get(due.code) or own or "household_check"
        self._screen.ways.survey(due.row.id, form)

    def _back_up(self) -> None:
        done = self.tr("A checked copy was made: {0}")
        self._screen.jobs.do(
            partial(keeping.backup, self._screen.desk),
            lambda copy: self._screen.ways.tell(done.format(copy)),
        )

    def _send(self) -> None:
        self._screen.ways.show_page("packages")

    def _day(self) -> str:
        today = self._screen.desk.today
        locale = QLocale(
            QLocale.Language.Chinese
            if self._screen.words.language == "zh"
            else QLocale.Language.English
        )
        return locale.toString(today, QLocale.FormatType.LongFormat)  # type: ignore[call-overload,no-any-return]

    def _figures(self) -> dict[str, StatCard]:
        look, unit = self._screen.look, self.tr("hh.")
        return {
            "drafts": StatCard(
                look,
                self.tr("Drafts to finish"),
                icon="pencil",
                tone="amber",
                unit=unit,
            ),
            "open": StatCard(
                look, self.tr("To survey"), icon="clock", tone="red", unit=unit
            ),
            "plans": StatCard(
                look,
                self.tr("Plans at the county"),
                icon="clipboard-check",
                tone="blue",
                unit=unit,
            ),
            "conflicts": StatCard(
                look,
                self.tr("Conflicts"),
                icon="git-compare",
                tone="purple",
                unit=self.tr("items"),
            ),
        }

    def _work(self) -> QFrame:
        look = self._screen.look
        self._count = text("", "small")
        self._nothing = EmptyState(
            look,
            self.tr("Nothing waits"),
            self.tr("Everything is done. New work appears here by itself."),
            icon="circle-check",
        )
        self._nothing.hide()
        head = row(
            look, text(self.tr("To do"), "heading"), self._count, None, self._kinds
        )
        head.setContentsMargins(*[look.u(n) for n in (16, 11, 13, 9)])
        keys = text(self.tr("Enter begins the work"), "small")
        keys.setContentsMargins(look.u(16), look.u(8), 0, look.u(9))
        layout = QVBoxLayout()
        layout.setContentsMargins(1, 0, 1, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(keys)
        card = QFrame()
        card.setProperty("surface", "card")
        card.setLayout(layout)
        return card
