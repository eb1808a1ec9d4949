"""Carries files between the questions and the workspace, on the worker."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from surveytool.domain.refusal import Refusal
from surveytool.tasks import attachments
from surveytool.ui.screen import Screen


class Carrier(QObject):
    """Tells of a kept file by its name, of a refused one, of one that was read."""

    kept = Signal(str, str)
    refused = Signal(str, object)
    read = Signal(str, str, bytes)

    def __init__(self, screen: Screen, parent: QObject) -> None:
        super().__init__(parent)
        self._screen = screen

    def keep(self, ref: str, file: Path | bytes, media_type: str) -> None:
        """Keep a file as the answer of a question."""
        desk = self._screen.desk
        if isinstance(file, Path):
            work = partial(attachments.keep_file, desk, file)
        else:
            work = partial(attachments.keep, desk, file, media_type)
        self._screen.jobs.ask(
            work,
            partial(self._tell_kept, ref),
            refused=partial(self._tell_refused, ref),
        )

    def ask(self, ref: str, name: str) -> None:
        """Read a kept file for a question that shows it."""
        self._screen.jobs.ask(
            partial(attachments.read, self._screen.desk, name),
            partial(self._tell_read, ref, name),
            refused=partial(self._tell_refused, ref),
        )

    def _tell_kept(self, ref: str, name: str) -> None:
        self.kept.emit(ref, name)

    def _tell_read(self, ref: str, name: str, data: bytes) -> None:
        self.read.emit(ref, name, data)

    def _tell_refused(self, ref: str, refusal: Refusal) -> None:
        self.refused.emit(ref, refusal)
