"""Receipts: whose work is in, village by village, to be printed or sent."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from surveytool.domain.seat import Office
from surveytool.tasks import figures, receipts
from surveytool.tasks.desk import Desk
from surveytool.tasks.receipts import Receipt
from surveytool.ui.packages.table_card import TableCard
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.cell import Cell, Column, Mark


def read_receipts(desk: Desk) -> list[Receipt]:
    """Return what the county received, or what it has of a township's work."""
    if desk.seat.office is Office.COUNTY:
        return receipts.received(desk)
    return receipts.acknowledged(desk)


class ReceiptsCard(TableCard):
    """One line a computer and village; hidden while nothing was exchanged."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen.look)
        self._screen = screen
        is_county = screen.desk.seat.office is Office.COUNTY
        title = self.tr("What is in") if is_county else self.tr("What the county has")
        write = button(
            screen.look, self.tr("Write the receipt…"), self._write, icon="file-export"
        )
        self._lay_out(title, receipt_columns(), write)

    def _write(self) -> None:
        name = f"{self.tr('Receipt')}-{self._screen.desk.today.isoformat()}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Where to write the receipt"), name
        )
        if chosen:
            self._screen.jobs.ask(
                partial(_write, self._screen.desk, Path(chosen)), self._written
            )

    def _written(self, path: Path) -> None:
        self._screen.ways.tell(self.tr("Written: {0}").format(path.name))


def receipt_columns() -> tuple[Column, ...]:
    """Return the columns of the receipts."""
    translate = QCoreApplication.translate
    return (
        Column(
            translate("Receipts", "Computer"),
            lambda one: Cell(one.peer, bold=True),
            width=150,
            grow=1,
        ),
        Column(
            translate("Receipts", "Village"),
            lambda one: Cell(one.village),
            width=150,
            grow=1,
        ),
        Column(
            translate("Receipts", "Households"),
            lambda one: Cell(f"{one.whole:,} / {one.households:,}"),
            width=150,
            right=True,
        ),
        Column(
            translate("Receipts", "Up to change"),
            lambda one: Cell(f"{one.upto:,}"),
            width=110,
            right=True,
        ),
        Column(translate("Receipts", "State"), _state, width=170, grow=1),
    )


def _state(one: Receipt) -> Cell:
    translate = QCoreApplication.translate
    if one.is_whole:
        return Cell(marks=(Mark(translate("Receipts", "Complete"), "green"),))
    said = translate("Receipts", "{0} to {1} not there yet")
    words = said.format(f"{one.upto + 1:,}", f"{one.last:,}")
    return Cell(marks=(Mark(words, "amber"),))


def _write(desk: Desk, out: Path) -> Path:
    is_county = desk.seat.office is Office.COUNTY
    make = receipts.received_table if is_county else receipts.acknowledged_table
    return figures.write(desk, make(desk), out)
