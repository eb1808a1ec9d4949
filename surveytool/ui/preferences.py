"""What this computer remembers of its screen: language, text size, last file."""

from pathlib import Path

from PySide6.QtCore import QSettings

from surveytool.domain.sentences import Language
from surveytool.ui.theme.look import Look
from surveytool.ui.theme.palette import DARK, LIGHT

SIZES = (100, 110, 125, 150, 175, 200)
MOST_RECENT = 5


class Preferences:
    """Kept in a small file of the person's own, without any survey data."""

    def __init__(self, file: Path) -> None:
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        """The language of the screen; Chinese unless chosen otherwise."""
        return "en" if self._text("language") == "en" else "zh"

    @language.setter
    def language(self, language: Language) -> None:
        self._kept.setValue("language", language)

    @property
    def text_size(self) -> int:
        """The size of the text in per cent."""
        size = self._text("text_size")
        return int(size) if size.isdecimal() and int(size) in SIZES else SIZES[0]

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._kept.setValue("text_size", str(percent))

    @property
    def is_dark(self) -> bool:
        """Whether the screen is dark."""
        return self._text("dark") == "yes"

    @is_dark.setter
    def is_dark(self, dark: bool) -> None:
        self._kept.setValue("dark", "yes" if dark else "no")

    @property
    def recent(self) -> list[Path]:
        """The workspaces opened last that still exist, newest first."""
        paths = [Path(one) for one in self._text("recent").split("\n") if one]
        return [one for one in paths if one.is_file()]

    def remember(self, workspace: Path) -> None:
        """Put a workspace first among those opened last."""
        paths = [workspace, *(one for one in self.recent if one != workspace)]
        self._kept.setValue("recent", "\n".join(map(str, paths[:MOST_RECENT])))

    def look(self, family: str) -> Look:
        """Return the look that is preferred."""
        palette = DARK if self.is_dark else LIGHT
        return Look(palette, self.text_size / 100, family)

    def _text(self, name: str) -> str:
        value = self._kept.value(name)
        return value if isinstance(value, str) else ""
