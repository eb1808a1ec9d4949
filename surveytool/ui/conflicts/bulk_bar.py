"""Decide every conflict of the list by one stated rule, with one reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.choice import Choice
from surveytool.ui.widgets.field import line_edit


class BulkBar(QFrame):
    """Tells the rule and the reason; says nothing without a reason."""

    decided = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rule = Choice(look, self.tr("Whose value holds"))
        self.rule.addItem(self.tr("The newest"), "newest")
        self.rule.addItem(self.tr("The county's"), "county")
        self.rule.addItem(self.tr("The township's"), "township")
        hint = self.tr("Reason for all of them")
        self.reason = line_edit(look, hint, hint)
        go = button(look, self.tr("Decide all"), self._decide, icon="check")
        layout = row(look, self.rule, self.reason, go, gap=8)
        layout.setStretch(1, 1)
        layout.setContentsMargins(*[look.u(n) for n in (12, 8, 12, 8)])
        self.setLayout(layout)

    def _decide(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.decided.emit(self.rule.currentData(), reason)
            self.reason.clear()
        else:
            self.reason.setFocus()
