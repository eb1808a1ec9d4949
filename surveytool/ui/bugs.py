"""Our own mistakes: a report that can be copied, without personal data."""

import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from surveytool.domain.version import VERSION


def report(error: BaseException) -> str:
    """Return where the program failed; values, texts and paths stay out of it."""
    lines = [
        f"surveytool {VERSION}, Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()}",
        *_chain(error),
    ]
    return "\n".join(lines)


def show_bug(parent: QWidget | None, error: BaseException) -> None:
    """Say that the program failed, and offer the report for support."""
    said = report(error)
    sys.stderr.write(said + "\n")
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(translate("Bugs", "The program made a mistake"))
    box.setText(
        translate(
            "Bugs",
            "This step was not done. Everything saved before is safe. "
            "Please copy the report and send it to support.",
        )
    )
    box.setDetailedText(said)
    copy = box.addButton(
        translate("Bugs", "Copy the report"), QMessageBox.ButtonRole.ActionRole
    )
    box.addButton(translate("Bugs", "Close"), QMessageBox.ButtonRole.RejectRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(said))
    box.open()


def catch_bugs(parent: QWidget) -> None:
    """Show every mistake on the screen's thread as one of ours."""

    def hook(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            show_bug(parent, error)

    sys.excepthook = hook


def _chain(error: BaseException) -> list[str]:
    lines = []
    one: BaseException | None = error
    while one is not None:
        lines.append(type(one).__name__)
        for frame in traceback.extract_tb(one.__traceback__):
            _, _, place = frame.filename.replace("\\", "/").rpartition("/surveytool/")
            lines.append(f"  {place} {frame.lineno} {frame.name}")
        one = one.__cause__
    return lines
