"""The words of the screen in the chosen language; English is in the source."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from surveytool.domain.resources import RESOURCES
from surveytool.domain.sentences import Language


class Tongue:
    """The translators that are in force; speaking another language replaces them."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []

    def speak(self, language: Language) -> None:
        """Speak a language from now on; what is on the screen is not said again."""
        for one in self._installed:
            self._application.removeTranslator(one)
        self._installed = []
        if language == "zh":
            self._load(
                QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
                + "/qtbase_zh_CN.qm"
            )
            for file in sorted((RESOURCES / "translations").glob("*_zh_CN.qm")):
                self._load(str(file))

    def _load(self, file: str) -> None:
        translator = QTranslator()
        if translator.load(file):
            self._application.installTranslator(translator)
            self._installed.append(translator)
