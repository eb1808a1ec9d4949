"""Answers that are drawn: a signature, a sketch, marks on a photo."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.appearance import wants
from surveytool.ui.survey.attached import FileEditor
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, plain, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.drawing_pad import DrawingPad
from surveytool.ui.widgets.text import wrapped

SIGN, DRAW = QSize(440, 160), QSize(440, 300)


class DrawnEditor(FileEditor):
    """A pad that opens below the buttons; what is drawn is kept as a picture."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__(look, node)
        self._is_annotated = wants(node, "annotate")
        is_sign = wants(node, "signature")
        words = self.tr("Sign here …") if is_sign else self.tr("Draw …")
        self.start = button(look, words, self._open, icon="signature")
        self.start.setAccessibleName(f"{words} {self._name}")
        size = SIGN if is_sign else DRAW
        self.pad = DrawingPad(self._name, QSize(*[look.u(n) for n in size.toTuple()]))
        self.pad.changed.connect(self._allow)
        self.keep = button(look, self.tr("Keep"), self._keep, kind="primary")
        self._undo = button(look, self.tr("Undo"), self.pad.undo, icon="arrow-back-up")
        self._clear = button(look, self.tr("Clear"), self.pad.clear, icon="eraser")
        close = button(look, self.tr("Do not keep"), self._close, kind="quiet")
        tools = row(look, self.keep, self._undo, self._clear, close, None, gap=6)
        how = wrapped(self.tr("With mouse, pen or finger."), "small")
        self._board = plain(column(look, how, self.pad, tools, gap=6))
        self._board.hide()
        layout = self.layout()
        assert layout is not None  # noqa: S101 - set by the class above
        layout.addWidget(self._board)
        if not self._is_annotated:
            self.buttons.insertWidget(0, self.start)
            self.first = self.start
        self._allow()

    def show_node(self, node: NodeView) -> None:
        """Show what is kept; a locked answer cannot be drawn anew."""
        super().show_node(node)
        again = self.tr("Draw again …") if node.value else self.start.accessibleName()
        self.start.setToolTip(again)
        self.start.setEnabled(not node.readonly)

    def take(self, file: Path) -> None:
        """Offer a file; a photo to be marked is put below the pad first."""
        picture = QImage(str(file)) if self._is_annotated else QImage()
        if picture.isNull():
            super().take(file)
            return
        self.pad.put_below(picture)
        self._open()

    def _open(self) -> None:
        self._board.show()
        self.keep.setFocus()

    def _close(self) -> None:
        self.pad.clear()
        self._board.hide()

    def _keep(self) -> None:
        self.offered.emit(self.pad.png(), "image/png")
        self._close()

    def _allow(self) -> None:
        drawn = not self.pad.is_empty
        self.keep.setEnabled(drawn or self._is_annotated)
        self._undo.setEnabled(drawn)
        self._clear.setEnabled(drawn)
