"""A place to which files can be dragged, or chosen by a button."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame

from surveytool.tasks.packages import packages_in
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.text import text, tile


class DropArea(QFrame):
    """Tells which files, also those in dragged folders, a person brings."""

    brought = Signal(list)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("surface", "drop")
        self.setAcceptDrops(True)
        title = text(self.tr("Drag packages or a folder here"), "strong")
        choose = button(
            look, self.tr("Choose packages…"), self._choose, icon="file-import"
        )
        folder = button(
            look, self.tr("A whole folder…"), self._choose_folder, icon="folder-open"
        )
        middle = [
            row(look, None, title, None),
            row(look, None, choose, folder, None),
        ]
        icon = tile(look, "file-import", "blue", 44)
        layout = column(look, row(look, None, icon, None), *middle, gap=10)
        layout.setContentsMargins(*[look.u(n) for n in (16, 20, 16, 20)])
        self.setLayout(layout)
        self.setAccessibleName(title.text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._mark(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        del event
        self._mark(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was brought."""
        self._mark(over=False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
        self._tell(paths)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Packages to take in"))
        self._tell([Path(one) for one in chosen])

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("A folder of packages"))
        if chosen:
            self._tell([Path(chosen)])

    def _tell(self, paths: list[Path]) -> None:
        files: list[Path] = []
        for path in paths:
            files += packages_in(path) if path.is_dir() else [path]
        if files:
            self.brought.emit(files)

    def _mark(self, *, over: bool) -> None:
        self.setProperty("over", "true" if over else "false")
        self.style().unpolish(self)
        self.style().polish(self)
