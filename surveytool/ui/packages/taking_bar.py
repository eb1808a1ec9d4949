"""How far many packages are taken in, with a way to stop between two of them."""

from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.text import Elided


class TakingBar(QFrame):
    """Told from the worker's thread, shown on the screen's."""

    went = Signal(int, int, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._stop = Event()
        self._said = Elided("", "small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Packages taken in"))
        self.cancel = button(look, self.tr("Stop after this one"), self._cancel)
        words = column(look, self._said, self.bar, gap=6)
        layout = row(look, words, self.cancel, gap=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.went.connect(self._show)
        self.hide()

    def begin(self) -> None:
        """Be ready for another run."""
        self._stop.clear()
        self.cancel.setEnabled(True)

    def tell(self, done: int, of: int, name: str) -> None:
        """Say how far it is; from any thread."""
        self.went.emit(done, of, name)

    def is_cancelled(self) -> bool:
        """Tell whether a person stopped it; from any thread."""
        return self._stop.is_set()

    def end(self) -> None:
        """Be out of the way."""
        self.hide()

    def _show(self, done: int, of: int, name: str) -> None:
        self.setVisible(of > 1)
        self.bar.setMaximum(of)
        self.bar.setValue(done)
        self._said.setText(self.tr("{0} of {1}: {2}").format(done + 1, of, name))

    def _cancel(self) -> None:
        self._stop.set()
        self.cancel.setEnabled(False)
