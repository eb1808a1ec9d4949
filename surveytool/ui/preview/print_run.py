"""Send pages to a printer, each drawn on the worker at the printer's own sharpness."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from surveytool.ui.jobs import Jobs

FINEST = 600


class PrintRun(QObject):
    """Prints pages one after another; the screen stays free between them."""

    done = Signal(int)
    went_on = Signal(int)

    def __init__(
        self,
        jobs: Jobs,
        printer: QPrinter,
        draw: Callable[[int, int], QImage],
        pages: range,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._printer, self._draw = jobs, printer, draw
        self._pages = pages
        self._painter = QPainter(printer)
        self._next()

    def stop(self) -> None:
        """Print no more pages."""
        self._pages = range(0)

    def _next(self, at: int = 0) -> None:
        if at >= len(self._pages):
            self._painter.end()
            self.done.emit(at)
            return
        dpi = min(self._printer.resolution(), FINEST)
        self._jobs.ask(
            partial(self._draw, self._pages[at], dpi), partial(self._put, at)
        )

    def _put(self, at: int, image: QImage) -> None:
        if at:
            self._printer.newPage()
        page = self._painter.viewport()
        size = image.size().scaled(page.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(QRect(page.topLeft(), size), image)
        self.went_on.emit(at + 1)
        self._next(at + 1)
