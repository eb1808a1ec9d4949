"""Paper before it is paper: leaf through, zoom, save, print."""

import shutil
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QWidget

from surveytool.tasks import printing
from surveytool.ui.preview.print_run import PrintRun
from surveytool.ui.preview.sheet_view import SheetView, image_of
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.boxes import column, pane, plain, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.text import Elided, text

PAPER_INCHES = 8.27
STEP = 1.25
SMALLEST, LARGEST = 30, 300


class PreviewPage(QWidget):
    """Shows a PDF; Esc goes back, Ctrl+P prints, Ctrl+S saves."""

    closed = Signal()
    topic = "plan"

    def __init__(self, screen: Screen, pdf: Path | None, title: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self._screen, self._title = screen, title
        self._pdf = pdf or Path()
        self._page, self._pages, self._zoom = 0, 0, 0.0
        self._inches = PAPER_INCHES
        self._run: PrintRun | None = None
        self._sheet = SheetView(screen.look)
        self._area = QScrollArea()
        self._area.setWidget(self._sheet)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setAccessibleName(self.tr("Preview"))
        self._where = text("", "soft")
        self._heading = Elided(title, "heading")
        body = row(screen.look, *self.beside(), self._area, gap=0)
        body.setStretchFactor(self._area, 1)
        layout = column(screen.look, self._bar(), plain(body), gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.first: QWidget = self._area
        self._keys()
        if pdf is not None:
            self.show_pdf(pdf)

    def beside(self) -> tuple[QWidget, ...]:
        """Return what stands left of the paper: nothing."""
        return ()

    def show_pdf(self, pdf: Path) -> None:
        """Show another PDF from its first page."""
        self._pdf = pdf
        measure = partial(printing.measure, pdf)
        self._screen.jobs.ask(measure, self._begin, only=(self, "measure"))

    def show_title(self, title: str) -> None:
        """Call the paper something else."""
        self._title = title
        self._heading.say(title)

    def note_printed(self, pages: int) -> None:
        """Note that so many pages went to paper; a report was noted when made."""

    @property
    def pages(self) -> int:
        """How many pages the paper has; 0 until it was read."""
        return self._pages

    def leaf(self, step: int) -> None:
        """Go to another page."""
        wanted = max(0, min(self._page + step, self._pages - 1))
        if wanted != self._page:
            self._page = wanted
            self._draw()

    def zoom(self, factor: float) -> None:
        """Show the page larger or smaller; 0 fits it into the window."""
        now = self._zoom or self._fitting()
        self._zoom = max(SMALLEST, min(now * factor, LARGEST)) if factor else 0.0
        self._draw()

    def print_with(self, printer: QPrinter) -> PrintRun:
        """Send the pages that a printer was told to print."""
        first, last = printer.fromPage() or 1, printer.toPage() or self._pages
        pages = range(first - 1, min(last, self._pages))
        self._run = PrintRun(self._screen.jobs, printer, self._image, pages, self)
        self._run.done.connect(self._printed)
        return self._run

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page into the new size."""
        super().resizeEvent(event)
        if not self._zoom:
            self._draw()

    def _begin(self, measure: tuple[int, float]) -> None:
        self._pages, self._inches = measure
        self._page = 0
        self._draw()

    def _draw(self) -> None:
        if not self._pages:
            return
        self._where.setText(f"{self._page + 1} / {self._pages}")
        dpi = (self._zoom or self._fitting()) * self.devicePixelRatioF()
        self._screen.jobs.ask(
            partial(self._image, self._page, round(dpi)),
            self._sheet.show_image,
            only=(self, "draw"),
        )

    def _fitting(self) -> float:
        room: QSize = self._area.viewport().size()
        margin = self._screen.look.u(40)
        across = (room.width() - margin) / self._inches
        return max(SMALLEST, min(across, self._screen.look.u(104)))

    def _image(self, page: int, dpi: int) -> QImage:
        picture = printing.picture(self._pdf, page, dpi)
        return image_of(picture.width, picture.height, picture.rgb)

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, max(self._pages, 1))
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_with(printer)

    def _printed(self, pages: int) -> None:
        self.note_printed(pages)
        said = self.tr("{0} pages were sent to the printer.").format(pages)
        self._screen.ways.tell(said)

    def _save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the PDF"), f"{self._title}.pdf", "PDF (*.pdf)"
        )
        if chosen:
            self._screen.jobs.ask(
                partial(shutil.copyfile, self._pdf, chosen), self._saved
            )

    def _saved(self, path: str) -> None:
        self.note_printed(self._pages)
        self._screen.ways.tell(self.tr("Saved: {0}").format(path))

    def _bar(self) -> QFrame:
        look = self._screen.look

        def quiet(icon: str, words: str, then: object) -> QWidget:
            made = button(look, "", then, icon=icon, kind="quiet")  # type: ignore[arg-type]
            made.setAccessibleName(words)
            made.setToolTip(words)
            made.setProperty("room", "tight")
            return made

        layout = row(
            look,
            button(
                look, self.tr("Back"), self.closed.emit, icon="arrow-left", kind="quiet"
            ),
            self._heading,
            None,
            quiet("chevron-left", self.tr("Page before"), partial(self.leaf, -1)),
            self._where,
            quiet("chevron-right", self.tr("Next page"), partial(self.leaf, 1)),
            10,
            quiet("zoom-out", self.tr("Smaller"), partial(self.zoom, 1 / STEP)),
            quiet("zoom-scan", self.tr("Fit"), partial(self.zoom, 0)),
            quiet("zoom-in", self.tr("Larger"), partial(self.zoom, STEP)),
            10,
            button(look, self.tr("Save PDF"), self._save, icon="download"),
            button(look, self.tr("Print"), self._print, icon="printer", kind="primary"),
            gap=6,
        )
        bar = pane("top", layout)
        layout.setContentsMargins(*[look.u(n) for n in (10, 9, 16, 9)])
        return bar

    def _keys(self) -> None:
        for key, then in (
            ("Escape", self.closed.emit),
            ("PgDown", partial(self.leaf, 1)),
            ("PgUp", partial(self.leaf, -1)),
            ("Ctrl++", partial(self.zoom, STEP)),
            ("Ctrl+-", partial(self.zoom, 1 / STEP)),
            ("Ctrl+0", partial(self.zoom, 0)),
            ("Ctrl+P", self._print),
            ("Ctrl+S", self._save),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)
