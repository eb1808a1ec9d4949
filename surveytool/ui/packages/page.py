"""Packages: send on the left, take in on the right, results below, joining last."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from surveytool.domain.seat import Office
from surveytool.tasks import devices, packages, quarantine
from surveytool.tasks.packages import TakenIn
from surveytool.ui.changed import Changed
from surveytool.ui.packages.columns import taken_columns
from surveytool.ui.packages.county_cards import CountyCards
from surveytool.ui.packages.drop_area import DropArea
from surveytool.ui.packages.inbox_card import InboxCard
from surveytool.ui.packages.join_card import JoinCard
from surveytool.ui.packages.open_card import OpenCard, open_counts
from surveytool.ui.packages.receipts_card import ReceiptsCard, read_receipts
from surveytool.ui.packages.send_card import SendCard
from surveytool.ui.packages.taking_bar import TakingBar
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.banner import Banner
from surveytool.ui.widgets.boxes import column, plain, row, scrolled
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.empty_state import EmptyState
from surveytool.ui.widgets.page_head import page_head
from surveytool.ui.widgets.rows_model import RowsModel
from surveytool.ui.widgets.table import Table
from surveytool.ui.widgets.text import text, tile


class PackagesPage(QWidget):
    """How work comes together without a network."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("page")
        self._screen = screen
        look = screen.look
        self.send = SendCard(screen)
        self.drop = DropArea(look)
        self.drop.brought.connect(self.take_in)
        self.model = RowsModel(taken_columns(screen.words), self)
        self.table = Table(look, self.model, self.tr("Results"))
        self.conflicts = Banner(look)
        self.open, self.receipts = OpenCard(screen), ReceiptsCard(screen)
        self.taking, self.inbox = TakingBar(look), InboxCard(screen)
        self.inbox.taken.connect(self._show_taken)
        self.county = CountyCards(screen, self)
        top = row(look, self.send, self._take_card(), gap=16)
        top.setStretch(0, 1)
        top.setStretch(1, 1)
        content = column(
            look,
            page_head(
                look,
                self.tr("Packages"),
                self.tr(
                    "Carry changes between computers by USB stick, sealed and signed."
                ),
            ),
            top,
            self._results(),
            self.open,
            self.receipts,
            self.inbox,
            JoinCard(screen),
            self.county.computers,
            self.county.parcels,
            None,
            gap=14,
        )
        content.setContentsMargins(*[look.u(n) for n in (22, 16, 22, 16)])
        inner = QWidget()
        inner.setLayout(content)
        self.setLayout(column(look, scrolled(inner)))
        self.setMinimumSize(1, 1)

    def refresh(self) -> None:
        """Read who is known and what waits."""
        self._screen.jobs.ask(self._read, self._show, only=self)

    def changed(self, changed: Changed, by: object) -> None:
        """Look again after something changed."""
        del changed, by
        self.refresh()

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take packages in; what each came to is listed."""
        self.taking.begin()
        self._screen.jobs.do(
            partial(
                packages.take_in,
                self._screen.desk,
                tuple(paths),
                progress=self.taking.tell,
                is_cancelled=self.taking.is_cancelled,
            ),
            self._show_taken,
        )

    def _read(self) -> tuple[Any, ...]:
        desk = self._screen.desk
        known = packages.peers(desk), packages.waiting(desk)
        exchanged = open_counts(desk), read_receipts(desk)
        if desk.seat.office is not Office.COUNTY:
            return known, exchanged, [], []
        return known, exchanged, devices.listed(desk), quarantine.parcels(desk)

    def _show(self, found: tuple[Any, ...]) -> None:
        known, (counts, exchanged), computers, parcels = found
        self.send.show_peers(*known)
        self.county.computers.show_rows(computers)
        self.county.parcels.show_rows(parcels)
        self.open.show_counts(counts)
        self.receipts.show_rows(exchanged)

    def _show_taken(self, results: Sequence[TakenIn]) -> None:
        self.taking.end()
        self.model.set_rows(results)
        self.table.fit()
        self.table.setVisible(True)
        self._none.setVisible(False)
        conflicts = sum(one.conflicts for one in results)
        said = self.tr("{0} fields were set differently by two people. Please decide.")
        self.conflicts.say(said.format(conflicts) if conflicts else "")
        self._decide.setVisible(bool(conflicts))

    def _take_card(self) -> QFrame:
        look = self._screen.look
        head = row(
            look,
            tile(look, "file-import", "green", 34),
            text(self.tr("Take in"), "heading"),
            None,
            gap=10,
        )
        layout = column(look, head, self.drop, self.taking, gap=11)
        layout.setStretch(1, 1)
        layout.setContentsMargins(*[look.u(n) for n in (18, 15, 18, 16)])
        card = QFrame()
        card.setProperty("surface", "card")
        card.setLayout(layout)
        return card

    def _results(self) -> QFrame:
        look = self._screen.look
        self._none = EmptyState(
            look,
            self.tr("No package taken in yet"),
            self.tr("What each package brought is shown here, by village."),
            icon="package",
        )
        head = text(self.tr("Results"), "heading")
        head.setContentsMargins(look.u(17), look.u(13), 0, look.u(7))
        layout = QVBoxLayout()
        layout.setContentsMargins(1, 0, 1, 8)
        self._decide = button(
            look, self.tr("Decide conflicts"), self._screen.ways.show_conflicts
        )
        self._decide.hide()
        margin = row(look, self.conflicts, self._decide)
        margin.setStretch(0, 1)
        around = plain(margin)
        margin.setContentsMargins(look.u(12), 0, look.u(12), 0)
        for part in (head, around, self.table, self._none):
            layout.addWidget(part)
        self.table.hide()
        card = QFrame()
        card.setProperty("surface", "card")
        card.setMinimumHeight(look.u(190))
        card.setLayout(layout)
        return card
