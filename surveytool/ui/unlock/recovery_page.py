"""The recovery key, shown once: to be printed or written down."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveytool.ui.theme.look import Look
from surveytool.ui.unlock.frame import DoorFrame
from surveytool.ui.widgets.boxes import column, frame, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.text import text, wrapped

PRINT_POINTS = 13


class RecoveryPage(QWidget):
    """Shows the code in two lines of four groups; goes on when it is written down."""

    done = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._sheet: Sequence[str] = ()
        self._first, self._second = text("", "display"), text("", "display")
        for one in (self._first, self._second):
            one.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            one.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lines = column(look, self._first, self._second, gap=4)
        box = frame("inset", lines)
        lines.setContentsMargins(*[look.u(16)] * 4)
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(DoorFrame(look, self._content(look, box)))
        self.setLayout(layout)

    def show_code(self, code: str, sheet: Sequence[str]) -> None:
        """Show a code; ``sheet`` is what is printed."""
        groups = code.split("-")
        self._sheet = sheet
        self._first.setText("  ".join(groups[:4]))
        self._second.setText("  ".join(groups[4:]))
        self.setAccessibleDescription(code)

    def _content(self, look: Look, box: QWidget) -> QVBoxLayout:
        said = self.tr(
            "With this key a forgotten passphrase can be replaced. It is shown only "
            "now. Print it or write it down, and lock it away from this computer."
        )
        print_it = button(look, self.tr("Print…"), self._print, icon="printer")
        go_on = button(
            look,
            self.tr("It is on paper"),
            self.done.emit,
            icon="check",
            kind="primary",
        )
        return column(
            look,
            text(self.tr("Recovery key"), "display"),
            wrapped(said, "soft"),
            6,
            box,
            6,
            row(look, print_it, None, go_on),
            gap=10,
        )

    def _print(self) -> None:
        printer = QPrinter()
        if QPrintDialog(printer, self).exec() != QPrintDialog.DialogCode.Accepted:
            return
        document = QTextDocument()
        document.setDefaultFont(QFont(self.font().family(), PRINT_POINTS))
        document.setPlainText("\n".join(self._sheet))
        document.print_(printer)
