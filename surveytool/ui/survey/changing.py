"""Instances come and go: adds, removes, brings back."""

from PySide6.QtCore import QObject, Signal

from surveytool.tasks.survey import Survey
from surveytool.ui.survey.adding import (
    Answers,
    add_instance,
    put_back,
    remove_instance,
    split,
)
from surveytool.ui.survey.pages import Pages
from surveytool.ui.widgets.banner import Banner


class Changing(QObject):
    """Changes how many instances there are and shows where that leads."""

    changed = Signal()

    def __init__(
        self, survey: Survey, pages: Pages, banner: Banner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._pages, self._banner = survey.session, pages, banner
        self._removed: list[tuple[str, Answers]] = []

    def add(self, repeat: str) -> None:
        """Add an instance and open it."""
        self.open(add_instance(self._session, repeat))

    def open(self, ref: str) -> None:
        """Open an instance that is new."""
        self.changed.emit()
        self._pages.show_list()
        self._pages.show(self._pages.place_of(f"{ref}/"))

    def remove(self, ref: str) -> None:
        """Remove an instance; it can be brought back."""
        self._removed.append((ref, remove_instance(self._session, ref)))
        said = self.tr("Removed number {0}. Ctrl+Z brings it back.")
        self._banner.say(said.format(split(ref)[1] + 1), "blue")
        self._show_repeat(ref)

    def undo(self) -> None:
        """Bring back what was removed last."""
        if self._removed:
            ref, answers = self._removed.pop()
            put_back(self._session, ref, answers)
            self._banner.say("")
            self._show_repeat(ref)

    def _show_repeat(self, ref: str) -> None:
        self.changed.emit()
        self._pages.show_list()
        repeat, _ = split(ref)
        refs = [one.ref for one in self._pages.sections]
        self._pages.show(refs.index(repeat) if repeat in refs else self._pages.at)
