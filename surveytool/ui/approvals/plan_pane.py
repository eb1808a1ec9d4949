"""The plan under the cursor: what it says, measure by measure."""

from PySide6.QtWidgets import QFrame

from surveytool.tasks.approvals import WaitingPlan
from surveytool.ui.households.measures import measure_box
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.banner import Banner
from surveytool.ui.widgets.boxes import column, empty, plain, scrolled
from surveytool.ui.widgets.empty_state import EmptyState
from surveytool.ui.widgets.labeled import value_grid
from surveytool.ui.widgets.text import text
from surveytool.ui.words import Words

SHOWN = ("analysis", "goal", "income_goal", "wish", "agreed", "maker", "made")


class PlanPane(QFrame):
    """One plan to be read before it is decided."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._look, self._words = look, words
        self._content = column(look, gap=9)
        inner = plain(self._content)
        self._content.setContentsMargins(*[look.u(n) for n in (18, 15, 18, 15)])
        layout = column(look, scrolled(inner))
        layout.setContentsMargins(1, 1, 1, 1)
        self.setLayout(layout)
        self.show_plan(None)

    def show_plan(self, one: WaitingPlan | None) -> None:
        """Show a plan, or that none is chosen."""
        empty(self._content)
        if one is None:
            self._content.addWidget(
                EmptyState(self._look, self.tr("No plan chosen"), icon="clipboard-list")
            )
            return
        look, words = self._look, self._words
        self._content.addWidget(text(one.row.head_name, "title"))
        risks = words.codes("risk", " ".join(one.row.risks))
        self._content.addWidget(Banner(look, self.tr("Main risks: {0}").format(risks)))
        pairs = [
            (words.title("plan", name), words.value(one.plan, name)) for name in SHOWN
        ]
        self._content.addLayout(value_grid(look, pairs))
        self._content.addWidget(text(self.tr("Measures"), "heading"))
        for measure in one.measures:
            self._content.addWidget(measure_box(look, words, measure))
        if not one.measures:
            self._content.addWidget(Banner(look, self.tr("No measures."), "red"))
        self._content.addStretch(1)
