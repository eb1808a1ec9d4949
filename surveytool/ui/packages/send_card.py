"""Send: to whom, what waits, one button."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QFrame

from surveytool.tasks import packages
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.choice import Choice
from surveytool.ui.widgets.field import named
from surveytool.ui.widgets.text import text, tile, wrapped


class SendCard(QFrame):
    """Writes a package with everything that a peer lacks."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._screen = screen
        look = screen.look
        self._peer = Choice(look, self.tr("To whom"))
        self._hint = wrapped("", "soft")
        self._send = button(
            look,
            self.tr("Write the package…"),
            self._write,
            icon="file-export",
            kind="primary",
        )
        head = row(
            look,
            tile(look, "file-export", "blue", 34),
            text(self.tr("Send"), "heading"),
            None,
            gap=10,
        )
        layout = column(
            look,
            head,
            named(look, self.tr("To whom"), self._peer),
            self._hint,
            None,
            row(look, None, self._send),
            gap=11,
        )
        layout.setContentsMargins(*[look.u(n) for n in (18, 15, 18, 16)])
        self.setLayout(layout)

    def show_peers(self, peers: Sequence[Any], waiting: int) -> None:
        """Offer the peers of this workspace."""
        self._peer.clear()
        for peer in peers:
            self._peer.addItem(peer.name, peer.device)
        self._send.setEnabled(bool(peers))
        if peers:
            said = self.tr(
                "{0} changes wait. The package is sealed: only this receiver "
                "can open it."
            ).format(f"{waiting:,}")
        else:
            said = self.tr(
                "Nobody is known to this workspace yet. Join first, at the "
                "bottom of this page."
            )
        self._hint.setText(said)

    def _write(self) -> None:
        peer, name = self._peer.currentData(), self._peer.currentText()
        day = self._screen.desk.today.isoformat()
        proposed = f"{self._screen.desk.seat.title}-{name}-{day}{packages.SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Where to write the package"), proposed
        )
        if chosen:
            self._screen.jobs.do(
                partial(packages.export, self._screen.desk, peer, Path(chosen)),
                self._written,
            )

    def _written(self, sent: Any) -> None:  # noqa: ANN401 - what the task tells
        said = self.tr("Package written: {0} changes, {1} kB.")
        kilobytes = -(-sent.size // 1000)
        self._screen.ways.tell(said.format(f"{sent.changes:,}", f"{kilobytes:,}"))
