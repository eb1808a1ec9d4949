"""A card with a short list and one deed on the line that is chosen."""

from collections.abc import Callable, Sequence
from typing import Any

from surveytool.ui.approvals.ask_reason import ask_reason
from surveytool.ui.packages.table_card import TableCard
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.cell import Column


class ListCard(TableCard):
    """The deed asks for a reason first."""

    def __init__(
        self,
        look: Look,
        title: str,
        columns: Sequence[Column],
        *,
        deed: str,
        hint: str,
        then: Callable[[Any, str], None],
    ) -> None:
        super().__init__(look)
        self._deed, self._hint, self._then = deed, hint, then
        self.go = button(look, f"{deed}…", self._ask, kind="danger")
        self._lay_out(title, columns, self.go)

    def _ask(self) -> None:
        chosen = self.table.chosen_row
        if chosen is None:
            self.table.setFocus()
            return
        reason = ask_reason(self._look, self, self._deed, self._hint)
        if reason:
            self._then(chosen, reason)
