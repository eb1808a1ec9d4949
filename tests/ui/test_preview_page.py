import pypdfium2
import pytest
from desks import TOWNSHIP
from doubles import rest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

PAGES = 3


@pytest.fixture
def pdf(qapp, tmp_path):
    path = tmp_path / "计划表 三户.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    for page in range(PAGES):
        if page:
            writer.newPage()
        painter.drawText(1000, 1000, f"{page + 1}")
    painter.end()
    assert qapp is not None
    return path


def preview(qtbot, jobs, window, pdf):
    window.preview(pdf, "帮扶计划表")
    rest(qtbot, jobs)
    return window.stack.shown


def test_pages_are_leafed_and_zoomed_by_key(qtbot, jobs, open_window, pdf):
    page = preview(qtbot, jobs, open_window(TOWNSHIP), pdf)
    assert page.pages == PAGES
    fitting = page._sheet.width()  # noqa: SLF001
    for key, shown in (
        (Qt.Key.Key_PageDown, "2 / 3"),
        (Qt.Key.Key_PageDown, "3 / 3"),
        (Qt.Key.Key_PageDown, "3 / 3"),
        (Qt.Key.Key_PageUp, "2 / 3"),
    ):
        qtbot.keyClick(page.first, key)
        assert page._where.text() == shown  # noqa: SLF001
    page.zoom(1.25)
    rest(qtbot, jobs)
    assert page._sheet.width() > fitting  # noqa: SLF001
    page.zoom(0)
    rest(qtbot, jobs)
    assert page._sheet.width() == fitting  # noqa: SLF001


def test_what_is_printed_has_every_page_at_full_size(
    qtbot, jobs, open_window, pdf, tmp_path
):
    page = preview(qtbot, jobs, open_window(TOWNSHIP), pdf)
    out = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(out))
    printer.setResolution(150)
    printer.setFullPage(True)
    run = page.print_with(printer)
    with qtbot.waitSignal(run.done, timeout=30000):
        pass
    printed = pypdfium2.PdfDocument(out)
    assert len(printed) == PAGES
    width, height = printed.get_page_size(0)
    assert (round(width), round(height)) == (595, 842)
    printed.close()


def test_a_range_of_pages_is_printed(qtbot, jobs, open_window, pdf, tmp_path):
    page = preview(qtbot, jobs, open_window(TOWNSHIP), pdf)
    out = tmp_path / "printed.pdf"
    printer = QPrinter()
    printer.setOutputFileName(str(out))
    printer.setFromTo(2, 3)
    run = page.print_with(printer)
    with qtbot.waitSignal(run.done, timeout=30000) as done:
        pass
    assert done.args == [2]


def test_the_pdf_is_saved_where_one_chooses(
    qtbot, jobs, open_window, pdf, tmp_path, monkeypatch
):
    page = preview(qtbot, jobs, open_window(TOWNSHIP), pdf)
    out = tmp_path / "U 盘" / "表.pdf"
    out.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    qtbot.keyClick(page.first, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot, jobs)
    assert out.read_bytes() == pdf.read_bytes()


def test_escape_goes_back(qtbot, jobs, open_window, pdf):
    window = open_window(TOWNSHIP)
    page = preview(qtbot, jobs, window, pdf)
    qtbot.keyClick(page.first, Qt.Key.Key_Escape)
    assert window.stack.is_shown("households")
