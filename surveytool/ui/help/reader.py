"""Shows one chapter; its pictures are as wide as the window allows."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser

from surveytool.ui.theme.look import Look

MARGIN = 28
LINE, GAP = 150, 8
PICTURE = "\ufffc"


class Reader(QTextBrowser):
    """Reads Markdown files of one folder and nothing else."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._margin, self._gap = look.u(MARGIN), look.u(GAP)
        self.setFont(look.font(15))
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(self._margin)
        self.document().setIndentWidth(look.u(20))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Chapter"))

    def show_file(self, path: Path) -> None:
        """Show a chapter from its beginning."""
        kind = QTextDocument.ResourceType.MarkdownResource
        self.setSource(QUrl.fromLocalFile(str(path)), kind)
        self._give_air()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401 - Qt's own type
        """Return a picture no wider than the page."""
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        image = QImage(self.source().resolved(QUrl(name)).toLocalFile())
        room = self.viewport().width() - 2 * self._margin
        if image.width() <= room:
            return image
        return image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures into the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.reload()
            self._give_air()

    def _give_air(self) -> None:
        """Set the lines of text further apart, as Chinese wants it."""
        block = self.document().begin()
        while block.isValid():
            air = QTextBlockFormat()
            air.setBottomMargin(self._gap)
            if PICTURE not in block.text():
                height = QTextBlockFormat.LineHeightTypes.ProportionalHeight
                air.setLineHeight(LINE, height.value)
            QTextCursor(block).mergeBlockFormat(air)
            block = block.next()
