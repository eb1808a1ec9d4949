"""Joining: how a laptop becomes known to its county, step by step."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton

from surveytool.domain.seat import Office
from surveytool.tasks import joining
from surveytool.ui.packages.ask_township import ask_township
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.text import badge, text, wrapped


class JoinCard(QFrame):
    """Three steps, each with its button where this office takes it."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._screen = screen
        look = screen.look
        is_county = screen.desk.seat.office is Office.COUNTY
        head = text(self.tr("Joining for the first time"), "heading")
        layout = column(look, head, gap=10)
        steps = self._county() if is_county else self._township()
        for number, (words, action) in enumerate(steps, start=1):
            said = wrapped(words)
            parts = row(look, badge(str(number), "blue"), said, gap=11)
            parts.setStretch(1, 1)
            if action is not None:
                parts.addWidget(action)
            layout.addLayout(parts)
        layout.setContentsMargins(*[look.u(n) for n in (18, 15, 18, 16)])
        self.setLayout(layout)

    def _county(self) -> list[tuple[str, QPushButton | None]]:
        look = self._screen.look
        return [
            (
                self.tr("Give every township the county's card."),
                button(
                    look,
                    self.tr("Write the card…"),
                    self._write_card,
                    icon="id-badge-2",
                ),
            ),
            (
                self.tr(
                    "Accept the request that the township brings back, and "
                    "say which villages are its."
                ),
                button(
                    look, self.tr("Accept a request…"), self._accept, icon="user-check"
                ),
            ),
            (self.tr("Send the township its first package, above."), None),
        ]

    def _township(self) -> list[tuple[str, QPushButton | None]]:
        look = self._screen.look
        return [
            (
                self.tr(
                    "Choose the card that the county gave you, and write the "
                    "request to join."
                ),
                button(
                    look, self.tr("Card and request…"), self._request, icon="id-badge-2"
                ),
            ),
            (self.tr("Bring the request to the county."), None),
            (self.tr("Take in the first package from the county, above."), None),
        ]

    def _write_card(self) -> None:
        title = self.tr("Where to write the card")
        name = f"{self._screen.desk.seat.title}{joining.CARD_SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(self, title, name)
        if chosen:
            self._screen.jobs.ask(
                partial(joining.write_card, self._screen.desk, Path(chosen)),
                self._tell_print,
            )

    def _request(self) -> None:
        card, _ = QFileDialog.getOpenFileName(self, self.tr("The county's card"))
        if not card:
            return
        title = self.tr("Where to write the request")
        name = f"{self._screen.desk.seat.title}{joining.REQUEST_SUFFIX}"
        out, _ = QFileDialog.getSaveFileName(self, title, name)
        if out:
            self._screen.jobs.do(
                partial(joining.request, self._screen.desk, Path(card), Path(out)),
                self._tell_print,
            )

    def _accept(self) -> None:
        request, _ = QFileDialog.getOpenFileName(self, self.tr("The request to join"))
        if request:
            self._screen.jobs.ask(
                partial(joining.townships, self._screen.desk),
                partial(self._choose_township, Path(request)),
            )

    def _choose_township(self, request: Path, townships: list[str]) -> None:
        township = ask_township(self._screen.look, self, townships)
        if township is not None:
            said = self.tr("{0} has joined.").format(township)
            self._screen.jobs.do(
                partial(joining.accept, self._screen.desk, request, township=township),
                lambda _: self._screen.ways.tell(said),
            )

    def _tell_print(self, fingerprint: str) -> None:
        said = self.tr("Written. Compare this number by telephone: {0}")
        self._screen.ways.tell(said.format(fingerprint), "blue")
