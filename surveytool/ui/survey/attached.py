"""Answers that are files: a photo, a recording, a document."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.editor import Editor
from surveytool.ui.survey.rich import bare
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.text import wrapped

PICTURES = "*.jpg *.jpeg *.png *.webp *.bmp *.gif"
RECORDINGS = "*.mp3 *.m4a *.aac *.amr *.ogg *.wav"
THUMBNAIL = QSize(240, 150)


class FileEditor(Editor):
    """Chooses a file, shows which it is, takes it away."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self._look, self._name = look, bare(node.label) or node.name
        self._kind = node.attributes.get("mediatype", "").partition("/")[0]
        self._value = ""
        self._shown = ""
        self.thumbnail = QLabel()
        self.thumbnail.setAccessibleName(self._name)
        self.thumbnail.hide()
        self._said = wrapped("", "soft")
        self.choose = button(look, self._choose_words(), self._choose, icon="camera")
        self.choose.setAccessibleName(f"{self.choose.text().strip()} {self._name}")
        self.remove = button(
            look, self.tr("Remove"), self._remove, icon="trash", kind="quiet"
        )
        self.remove.setAccessibleName(f"{self.remove.text().strip()} {self._name}")
        self.buttons = row(look, self.choose, self.remove, None, gap=6)
        self.first = self.choose
        self.setLayout(column(look, self.thumbnail, self._said, self.buttons, gap=6))

    def show_node(self, node: NodeView) -> None:
        """Show whether there is a file; a picture is asked for."""
        self._value = node.value
        is_kept = bool(node.value)
        self.remove.setHidden(not is_kept)
        for one in (self.choose, self.remove):
            one.setEnabled(not node.readonly)
        self._said.setText(self._state())
        self._said.setHidden(not is_kept)
        if node.value != self._shown:
            self._shown = ""
            self.thumbnail.hide()
            if is_kept and self._kind == "image":
                self.wanted.emit(node.value)

    def show_file(self, name: str, data: bytes) -> None:
        """Show a kept picture small."""
        picture = QPixmap()
        if name != self._value or not picture.loadFromData(data):
            return
        self._shown = name
        ratio = self.devicePixelRatioF()
        room = QSize(*[self._look.u(n) for n in THUMBNAIL.toTuple()]) * ratio
        keep = Qt.AspectRatioMode.KeepAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        small = (
            picture.scaled(room, keep, smooth) if _is_larger(picture, room) else picture
        )
        small.setDevicePixelRatio(ratio)
        self.thumbnail.setPixmap(small)
        self.thumbnail.show()

    def take(self, file: Path) -> None:
        """Offer a file as the answer."""
        self._said.setText(self.tr("Keeping {0} …").format(file.name))
        self._said.show()
        self.offered.emit(file, "")

    def _choose_words(self) -> str:
        return {
            "image": self.tr("Choose a photo …"),
            "audio": self.tr("Choose a recording …"),
            "video": self.tr("Choose a video …"),
        }.get(self._kind, self.tr("Choose a file …"))

    def _state(self) -> str:
        ending = self._value.rpartition(".")[2].upper()
        return self.tr("Kept with the answers ({0})").format(ending)

    def _choose(self) -> None:
        pictures, recordings = self.tr("Pictures"), self.tr("Recordings")
        ways = {
            "image": f"{pictures} ({PICTURES})",
            "audio": f"{recordings} ({RECORDINGS})",
        }
        name, _ = QFileDialog.getOpenFileName(
            self, self._choose_words(), "", ways.get(self._kind, "")
        )
        if name:
            self.take(Path(name))

    def _remove(self) -> None:
        self.answered.emit("")


def _is_larger(picture: QPixmap, room: QSize) -> bool:
    return picture.width() > room.width() or picture.height() > room.height()
