"""The conflict under the cursor: choose the value that shall stand, say why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from surveytool.tasks.disputes import Dispute, Side
from surveytool.ui.conflicts.columns import value
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, empty, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.empty_state import EmptyState
from surveytool.ui.widgets.field import line_edit, named
from surveytool.ui.widgets.text import text, wrapped
from surveytool.ui.words import Words


class Decision(QFrame):
    """Tells what a person decided: the conflict, the value, the reason."""

    decided = Signal(object, object, str)
    shown = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._look, self._words = look, words
        self._dispute: Dispute | None = None
        self._group = QButtonGroup(self)
        self._reason = line_edit(look, self.tr("Reason"))
        self._content = column(look, gap=10)
        self._content.setContentsMargins(*[look.u(n) for n in (18, 15, 18, 15)])
        self.setLayout(self._content)
        self.show_dispute(None)

    def show_dispute(self, dispute: Dispute | None) -> None:
        """Show a conflict, or that none is left."""
        self._dispute = dispute
        empty(self._content)
        look = self._look
        if dispute is None:
            hint = self.tr("Nobody contradicts anybody.")
            self._content.addWidget(
                EmptyState(look, self.tr("No conflict"), hint, icon="circle-check")
            )
            return
        self._group = QButtonGroup(self)
        self._reason = line_edit(look, self.tr("Reason"))
        title = self._words.title(dispute.ref.kind, dispute.field)
        whose = f"{dispute.household} · {title}" if dispute.household else title
        self._content.addWidget(text(whose, "title"))
        said = self.tr(
            "Two people set this without seeing each other. Which one holds?"
        )
        self._content.addWidget(wrapped(said, "soft"))
        if dispute.base is not None:
            before = value(self._words, dispute, dispute.base)
            said = self.tr("Before: {0}").format(before)
            self._content.addWidget(wrapped(said, "soft"))
        for at, side in enumerate(dispute.sides):
            self._content.addWidget(self._choice(dispute, side, at))
        self._content.addLayout(named(look, self.tr("Reason"), self._reason))
        go = button(look, self.tr("Decide"), self._decide, icon="check", kind="primary")
        see = button(look, self.tr("Show the household"), self._show, icon="home")
        self._content.addLayout(row(look, see, None, go))
        self._content.addStretch(1)

    def _choice(self, dispute: Dispute, side: Side, at: int) -> QPushButton:
        when = self._words.moment(side.at)
        said = f"{value(self._words, dispute, side.value)}\n{side.who} · {when}"
        if side.form:
            said += f" · {side.form}"
        choice = QPushButton(said)
        choice.setProperty("kind", "choice")
        choice.setCheckable(True)
        choice.setAccessibleName(said)
        self._group.addButton(choice, at)
        return choice

    def _decide(self) -> None:
        dispute, at = self._dispute, self._group.checkedId()
        if dispute is not None and at >= 0 and self._reason.text().strip():
            side = dispute.sides[at]
            self.decided.emit(dispute, side.value, self._reason.text().strip())
        else:
            self._reason.setPlaceholderText(self.tr("Choose a value and say why."))
            self._reason.setFocus()

    def _show(self) -> None:
        if self._dispute is not None:
            self.shown.emit(self._dispute.root.id)
