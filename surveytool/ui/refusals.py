"""The one place where refusals become words on the screen."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from surveytool.domain.refusal import Refusal
from surveytool.domain.sentences import Language


def show_refusal(parent: QWidget, refusal: Refusal, language: Language) -> None:
    """Tell what cannot go on, why, and what to do."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("Refusals", "This cannot go on"))
    box.setText(refusal.say(language))
    box.addButton(
        QCoreApplication.translate("Refusals", "Understood"),
        QMessageBox.ButtonRole.AcceptRole,
    )
    box.open()
